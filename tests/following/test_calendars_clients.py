"""Calendar programs that others have written subscribe to a feed and see what becomes of it."""

import os
import subprocess
import threading
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import time_machine
from werkzeug.serving import make_server

from databases import NOW
from factories.associations import takes_part
from factories.needs import need, shift, weekly
from factories.people import person, signed_in
from factories.signups import shifts_of, signup
from reading import API
from samspil.core.http import Application
from samspil.core.time import COPENHAGEN

TUESDAY = datetime(2027, 3, 9, 19, 0, tzinfo=COPENHAGEN)

VDIRSYNCER = """
[general]
status_path = "{folder}/status"
[pair feed]
a = "remote"
b = "local"
collections = null
conflict_resolution = "a wins"
[storage remote]
type = "http"
url = "{url}"
[storage local]
type = "filesystem"
path = "{folder}/vdir"
fileext = ".ics"
"""
KHAL = """
[calendars]
[[samspil]]
path = {folder}/vdir
readonly = True
[locale]
local_timezone = Europe/Copenhagen
default_timezone = Europe/Copenhagen
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder}/khal.db
"""


@pytest.fixture
def address(own_app: Application) -> Iterator[str]:
    """Where the application listens."""
    server = make_server("127.0.0.1", 0, own_app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


class Calendar:
    """Debian's khal on what Debian's vdirsyncer has fetched."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder = folder
        (folder / "vdir").mkdir()
        (folder / "vdirsyncer").write_text(VDIRSYNCER.format(folder=folder, url=url))
        (folder / "khal").write_text(KHAL.format(folder=folder))
        self.fetch("discover")

    def run(self, *command: str) -> str:
        environment = os.environ | {"HOME": str(self.folder), "LC_ALL": "C.UTF-8"}
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=30, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def fetch(self, verb: str = "sync") -> None:
        self.run("vdirsyncer", "-c", str(self.folder / "vdirsyncer"), verb)

    def list(self) -> dict[str, list[str]]:
        """When each thing is in March, and how certain it is, by its title."""
        listed = self.run(
            *("khal", "-c", str(self.folder / "khal"), "list", "--notstarted", "--day-format", ""),
            *("--format", "{title}|{start-long-full}–{end-time} {status}", "2027-03-01", "31d"),
        )
        found = defaultdict(list)
        for line in filter(None, map(str.strip, listed.splitlines())):
            title, _, when = line.partition("|")
            found[title].append(when)
        return found


def test_a_subscriber_sees_a_shift_then_that_it_is_moved_then_that_it_is_cancelled(
    own_app: Application, address: str, tmp_path: Path
) -> None:
    with own_app.database.writing.begin() as session:
        karen, manager = person(session), person(session)
        rota = need(session, title="Træner", shifts=[shift(TUESDAY)])
        takes_part(session, manager, rota.association)
        [one] = shifts_of(session, rota)
        signup(session, karen, rota, one)
        signup(session, karen, need(session, title="Café", pattern=[weekly("sun", "19:00")]))
    made = signed_in(own_app, karen).post(f"{API}/me/calendar").json["url"]
    calendar = Calendar(tmp_path, f"{address}{urlsplit(made).path}")
    calendar.fetch()
    first = calendar.list()
    assert first["Træner"] == ["2027-03-09 19:00–21:00 CONFIRMED"]
    # The weekly one is at the same time before and after the change to summer time.
    assert first["Café"] == [f"2027-03-{day:02} 19:00–23:00 CONFIRMED" for day in (7, 14, 21, 28)]

    desk, later = signed_in(own_app, manager), TUESDAY + timedelta(days=21)
    body = {"starts_at": later.isoformat(), "ends_at": (later + timedelta(hours=2)).isoformat()}
    with time_machine.travel(NOW + timedelta(minutes=1), tick=False):
        assert desk.patch(f"{API}/shifts/{one.id}", json=body).status_code == 200
        calendar.fetch()
    assert calendar.list()["Træner"] == ["2027-03-30 19:00–21:00 CONFIRMED"]

    with time_machine.travel(NOW + timedelta(minutes=2), tick=False):
        assert desk.post(f"{API}/shifts/{one.id}/cancel", json={}).status_code == 200
        calendar.fetch()
    shown = calendar.list()
    assert shown["Aflyst: Træner"] == ["2027-03-30 19:00–21:00 CANCELLED"]
    assert "Træner" not in shown

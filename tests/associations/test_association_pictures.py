"""Pictures of associations: prepared, shown, ordered, hidden and gone."""

import dataclasses
import io
import os
import signal
import threading
import uuid
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from PIL import Image
from sqlalchemy import event, text
from sqlalchemy.orm import Session

from factories.associations import association, takes_part
from factories.people import Browser, person, signed_in, staff
from factories.pictures import jpeg, opened, png_that_claims, with_position, written
from reading import API, get
from samspil.associations import rules
from samspil.associations.models import Association, AssociationPicture
from samspil.associations.pictures import forget_picture, prepare_picture, tidy_uploads
from samspil.core import jobs, time
from samspil.core.files import DiskFiles
from samspil.core.http import Application
from samspil.core.pictures import keep_upload, key, upload_of
from samspil.core.privacy import Someone, erase
from samspil.local import processes

PICTURES = f"{API}/associations/klubben/pictures"


# Its header is right, and its pixels are missing.
DAMAGED = png_that_claims(2000, 1000)


def add(browser: Browser, alt: str = "Os i haven", file: bytes | None = None) -> Any:
    sent = {"file": (io.BytesIO(file or jpeg(2000, 1000)), "../../ferie.php"), "alt": alt}
    return browser.post(PICTURES, data=sent, content_type="multipart/form-data")


def work(app: Application) -> jobs.Work:
    return jobs.Work(app.settings, app.database, last_try=False)


def prepare(app: Application, picture_id: str) -> None:
    """Do what the worker does with the picture's job."""
    prepare_picture(work(app), picture_id=picture_id)


def at_the_desk(browser: Browser) -> Any:
    """The pictures as those see them who run the association."""
    return browser.get(f"{API}/associations/klubben/desk").json["pictures"]


def add_ready(app: Application, browser: Browser, alt: str = "Os i haven") -> Any:
    """A picture that is shown."""
    added = add(browser, alt)
    assert added.status_code == 201, added.text
    prepare(app, added.json["id"])
    return next(one for one in at_the_desk(browser) if one["id"] == added.json["id"])


@pytest.fixture
def files(app: Application) -> DiskFiles:
    """Where the tests' pictures are kept."""
    return DiskFiles(app.settings.files_dir)


@pytest.fixture
def klub(session: Session) -> Association:
    """A public association."""
    return association(session, slug="klubben", name="Klubben")


@pytest.fixture
def manager(app: Application, session: Session, klub: Association) -> Browser:
    """Who runs it."""
    somebody = person(session)
    takes_part(session, somebody, klub)
    return signed_in(app, somebody)


def test_a_picture_is_shown_in_three_widths(
    app: Application, manager: Browser, client: FlaskClient
) -> None:
    shown = add_ready(app, manager)
    assert (shown["alt"], shown["width"], shown["height"]) == ("Os i haven", 1600, 800)
    assert shown["status"] == "ready"
    assert get(client, "/associations/klubben")["pictures"] == [shown]
    for width, address in shown["sizes"].items():
        response = client.get(address)
        assert response.status_code == 200
        assert response.content_type == "image/webp"
        assert opened(response.data).width == int(width)
        assert response.headers["Cache-Control"] == "no-cache"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        tag = response.headers["ETag"]
        again = client.get(address, headers={"If-None-Match": tag})
        assert (again.status_code, again.data) == (304, b"")
    assert client.get(f"{API}/pictures/{shown['id']}/500.webp").status_code == 404
    assert client.get(f"{API}/pictures/{uuid.uuid4()}/480.webp").status_code == 404


def test_one_that_is_being_prepared_is_seen_at_the_desk_alone(
    app: Application, manager: Browser, client: FlaskClient
) -> None:
    shown = add(manager, file=jpeg(2000, 1000, exif=with_position(6))).json
    assert shown == {
        "id": shown["id"],
        "alt": "Os i haven",
        "width": 1000,
        "height": 2000,
        "status": "preparing",
        "sizes": {},
    }
    assert at_the_desk(manager) == [shown]
    assert get(client, "/associations/klubben")["pictures"] == []
    address = f"{API}/pictures/{shown['id']}/480.webp"
    for browser in (client, manager):
        early = browser.get(address)
        assert (early.status_code, early.headers["Cache-Control"]) in {
            (404, "no-store"),
            (404, "private, no-store"),
        }
    prepare(app, shown["id"])
    assert client.get(address).status_code == 200


def test_what_was_sent_is_kept_until_it_is_decoded_and_never_served(
    app: Application, session: Session, manager: Browser, client: FlaskClient, files: DiskFiles
) -> None:
    upload = jpeg(exif=with_position())
    shown = add(manager, file=upload).json
    made = uuid.UUID(shown["id"])
    assert upload_of(files, made) == upload
    for width in (0, 1, 480, 1600):
        assert client.get(f"{API}/pictures/{shown['id']}/{width}.webp").status_code == 404
    waiting = text(
        "SELECT args, lock FROM procrastinate_jobs WHERE task_name = 'associations.prepare-picture'"
    )
    assert session.execute(waiting).all() == [({"picture_id": shown["id"]}, "pictures")]
    prepare(app, shown["id"])
    assert upload_of(files, made) is None
    assert b"Karen" not in (files.get(key(made, 480)) or b"Karen")


def decoders() -> list[int]:
    """The processes of this one that decode pictures."""
    lists = Path("/proc/self/task").glob("*/children")
    children = [child for listed in lists for child in listed.read_text().split()]
    return [
        int(child)
        for child in children
        if b"picture_process" in Path("/proc", child, "cmdline").read_bytes()
    ]


def test_nothing_waits_for_the_database_while_a_picture_is_decoded(own_app: Application) -> None:
    with own_app.database.writing.begin() as session:
        somebody = person(session)
        takes_part(session, somebody, association(session, slug="klubben"))
    browser = signed_in(own_app, somebody)
    made = add(browser, file=written(Image.new("RGB", (6000, 6000)), "PNG")).json["id"]
    job = threading.Thread(target=prepare, args=(own_app, made))
    job.start()
    assert processes.wait_until(lambda: bool(decoders()), 60)
    [decoder] = decoders()
    os.kill(decoder, signal.SIGSTOP)
    try:
        assert own_app.database.engine.pool.checkedout() == 0
        changed = browser.patch(f"{PICTURES}/{made}", json={"alt": "Os i haven i går"})
        assert (changed.status_code, changed.json["status"]) == (200, "preparing")
    finally:
        os.kill(decoder, signal.SIGCONT)
        job.join()
    [shown] = at_the_desk(browser)
    assert (shown["status"], shown["alt"]) == ("ready", "Os i haven i går")


def test_a_job_that_is_run_twice_changes_nothing_the_second_time(
    app: Application, manager: Browser, files: DiskFiles
) -> None:
    shown = add_ready(app, manager)
    kept = files.get(key(uuid.UUID(shown["id"]), 480))
    prepare(app, shown["id"])
    assert at_the_desk(manager) == [shown]
    assert files.get(key(uuid.UUID(shown["id"]), 480)) == kept


def test_a_job_whose_first_run_died_before_it_said_so_is_done_by_the_second(
    app: Application, session: Session, manager: Browser, files: DiskFiles
) -> None:
    shown = add_ready(app, manager)
    session.execute(text("UPDATE association_pictures SET status = 'preparing'"))
    keep_upload(files, uuid.UUID(shown["id"]), jpeg(2000, 1000))
    prepare(app, shown["id"])
    assert at_the_desk(manager) == [shown]
    assert upload_of(files, uuid.UUID(shown["id"])) is None


def test_one_that_is_removed_while_it_is_prepared_leaves_nothing(
    app: Application, manager: Browser, files: DiskFiles
) -> None:
    """Whichever of the two jobs comes last: it may have been under way already."""
    for jobs_in_their_order in ((forget_picture, prepare_picture), (prepare_picture,)):
        shown = add(manager).json
        assert manager.delete(f"{PICTURES}/{shown['id']}").status_code == 204
        for job in jobs_in_their_order:
            job(work(app), picture_id=shown["id"])
        made = uuid.UUID(shown["id"])
        assert upload_of(files, made) is None
        assert list(files.keys(f"pictures/{made}/")) == []
        assert at_the_desk(manager) == []


def test_what_an_erased_person_has_sent_and_nobody_has_seen_goes_with_them(
    app: Application,
    session: Session,
    klub: Association,
    client: FlaskClient,
    files: DiskFiles,
    now: datetime,
) -> None:
    somebody = person(session)
    takes_part(session, somebody, klub)
    browser = signed_in(app, somebody)
    shown = add_ready(app, browser, "Set af alle")
    sent = add(browser, "Set af ingen").json
    erase(session, Someone(somebody.id, somebody.email or "", somebody.name), now)
    forgotten = session.scalars(
        text(
            "SELECT args->>'picture_id' FROM procrastinate_jobs"
            " WHERE task_name = 'associations.forget-picture'"
        )
    ).all()
    assert forgotten == [sent["id"]]
    for job in (prepare_picture, forget_picture):
        job(work(app), picture_id=sent["id"])
    assert upload_of(files, uuid.UUID(sent["id"])) is None
    assert list(files.keys(f"pictures/{sent['id']}/")) == []
    assert [one["id"] for one in get(client, "/associations/klubben")["pictures"]] == [shown["id"]]


def test_a_file_that_turns_out_to_be_damaged_is_told_at_the_desk_and_can_be_removed(
    app: Application, manager: Browser, client: FlaskClient, files: DiskFiles
) -> None:
    shown = add(manager, file=DAMAGED).json
    prepare(app, shown["id"])
    [failed] = at_the_desk(manager)
    assert (failed["status"], failed["sizes"]) == ("failed", {})
    assert get(client, "/associations/klubben")["pictures"] == []
    assert upload_of(files, uuid.UUID(shown["id"])) is None
    prepare(app, shown["id"])
    assert at_the_desk(manager) == [failed]
    assert manager.delete(f"{PICTURES}/{shown['id']}").status_code == 204
    assert at_the_desk(manager) == []


def test_one_whose_file_has_been_lost_has_failed(
    app: Application, manager: Browser, files: DiskFiles
) -> None:
    shown = add(manager).json
    files.delete(f"uploads/{shown['id']}")
    prepare(app, shown["id"])
    assert [one["status"] for one in at_the_desk(manager)] == ["failed"]


def test_what_has_not_become_a_picture_in_a_day_is_given_up(
    app: Application,
    session: Session,
    manager: Browser,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    now: datetime,
) -> None:
    monkeypatch.setattr(app, "settings", dataclasses.replace(app.settings, files_dir=tmp_path))
    files = DiskFiles(tmp_path)
    old = add(manager, "Gammelt").json["id"]
    add(manager, "Nyt")
    session.execute(
        text("UPDATE association_pictures SET created_at = :at WHERE id = :id"),
        {"at": now - timedelta(hours=25), "id": uuid.UUID(old)},
    )
    lost, fresh = (made_on(now - timedelta(hours=hours)) for hours in (25, 23))
    for one in (lost, fresh):
        keep_upload(files, one, b"Nobody knows it.")
    tidy_uploads(work(app))
    told = {one["alt"]: one["status"] for one in at_the_desk(manager)}
    assert told == {"Gammelt": "failed", "Nyt": "preparing"}
    assert upload_of(files, lost) is None
    assert upload_of(files, fresh) == b"Nobody knows it."
    prepare(app, old)
    assert {one["alt"]: one["status"] for one in at_the_desk(manager)} == told


def made_on(moment: datetime) -> uuid.UUID:
    """An id of version 7 that was made at a moment."""
    return uuid.UUID(int=int(moment.timestamp() * 1000) << 80 | 7 << 76 | 2 << 62 | 1)


def test_they_stand_in_the_order_that_was_chosen(
    app: Application, manager: Browser, client: FlaskClient
) -> None:
    ids = [add_ready(app, manager, f"Nummer {number}")["id"] for number in range(3)]
    moved = manager.patch(f"{PICTURES}/{ids[2]}", json={"rank": 0, "alt": "Først"})
    assert (moved.status_code, moved.json["alt"]) == (200, "Først")
    shown = get(client, "/associations/klubben")["pictures"]
    assert [one["id"] for one in shown] == [ids[2], ids[0], ids[1]]
    manager.patch(f"{PICTURES}/{ids[2]}", json={"rank": 9})
    shown = get(client, "/associations/klubben")["pictures"]
    assert [one["id"] for one in shown] == ids


def test_only_those_who_may_see_it_see_the_picture_of_what_is_hidden(
    app: Application, session: Session, klub: Association, manager: Browser, client: FlaskClient
) -> None:
    address = add_ready(app, manager)["sizes"]["480"]
    member = person(session)
    takes_part(session, member, klub, "member")
    worker = signed_in(app, staff(session, "associations"))
    reason = {"reason": "Spam"}
    worker.post(f"{API}/staff/associations/klubben/hide", json=reason)
    tag = f'"{address.split("/")[-2].replace("-", "")}-480"'
    assert client.get(address).status_code == 404
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 404
    assert signed_in(app, person(session)).get(address).status_code == 404
    for browser in (manager, signed_in(app, member), worker):
        seen = browser.get(address)
        assert seen.status_code == 200
        assert seen.headers["Cache-Control"] == "private, no-cache"


def test_one_that_is_removed_is_gone_at_once_and_its_files_with_the_job(
    app: Application, session: Session, manager: Browser, client: FlaskClient, files: DiskFiles
) -> None:
    shown = add_ready(app, manager)
    kept = key(uuid.UUID(shown["id"]), 480)
    assert files.get(kept) is not None
    assert manager.delete(f"{PICTURES}/{shown['id']}").status_code == 204
    assert client.get(shown["sizes"]["480"]).status_code == 404
    assert get(client, "/associations/klubben")["pictures"] == []
    job = session.execute(
        text("SELECT args FROM procrastinate_jobs WHERE task_name = 'associations.forget-picture'")
    ).scalar_one()
    assert job == {"picture_id": shown["id"]}
    forget_picture(work(app), **job)
    assert files.get(kept) is None


def test_the_job_leaves_a_picture_that_still_stands(
    app: Application, manager: Browser, files: DiskFiles
) -> None:
    shown = add_ready(app, manager)
    forget_picture(work(app), picture_id=shown["id"])
    assert files.get(key(uuid.UUID(shown["id"]), 480)) is not None


def test_a_picture_whose_row_is_not_kept_leaves_no_file(
    own_app: Application, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The database refuses the commit: its last word comes after the files."""
    settings = dataclasses.replace(own_app.settings, files_dir=tmp_path)
    monkeypatch.setattr(own_app, "settings", settings)
    with own_app.database.writing.begin() as session:
        somebody = person(session)
        takes_part(session, somebody, association(session, slug="klubben"))
    browser = signed_in(own_app, somebody)

    def refuse(_session: Any) -> None:
        raise RuntimeError

    event.listen(own_app.database.writing, "before_commit", refuse)
    assert add(browser).status_code == 500
    event.remove(own_app.database.writing, "before_commit", refuse)
    assert kept_in(tmp_path) == set()
    made = add(browser)
    assert made.status_code == 201
    assert [path.name for path in kept_in(tmp_path)] == [made.json["id"]]


def kept_in(folder: Path) -> set[Path]:
    """All files."""
    return {path for path in folder.rglob("*") if path.is_file()}


def test_nobody_uploads_more_than_can_be_prepared(
    own_app: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    with own_app.database.writing.begin() as session:
        made = association(session, slug="klubben")
        somebody, other = person(session), person(session)
        for one in (somebody, other):
            takes_part(session, one, made)
    monkeypatch.setattr(rules, "MOST_PICTURES", 1_000)
    browser, others = signed_in(own_app, somebody), signed_in(own_app, other)
    largest = png_that_claims(6000, 6000)
    for _ in range(480 // 36):
        assert add(browser, file=largest).status_code == 201
    refused = add(browser, file=largest)
    assert refused.status_code == 429
    assert refused.json["type"] == "/problems/too-many-requests"
    assert 0 < int(refused.headers["Retry-After"]) <= 3600
    small = jpeg()
    for _ in range(40):
        assert add(others, file=small).status_code == 201
    assert add(others, file=small).status_code == 429
    # What is refused by its header costs nothing.
    assert add(browser, file=b"no picture").status_code == 422


@pytest.mark.parametrize(
    ("alt", "file", "field"),
    [
        ("", None, "alt"),
        ("   ", None, "alt"),
        ("x" * 301, None, "alt"),
        ("Os", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "file"),
        ("Os", b"GIF89a", "file"),
        ("Os", b"\xff\xd8\xff\xe0 no picture", "file"),
    ],
)
def test_what_is_no_picture_or_says_nothing_is_refused(
    manager: Browser, alt: str, file: bytes | None, field: str
) -> None:
    wrong = add(manager, alt, file)
    assert wrong.status_code == 422, wrong.text
    assert set(wrong.json["errors"]) == {field}


def test_there_are_not_ever_more_pictures(
    session: Session, klub: Association, manager: Browser
) -> None:
    for rank in range(rules.MOST_PICTURES):
        session.add(
            AssociationPicture(
                association_id=klub.id,
                rank=rank,
                alt="Os",
                width=9,
                height=9,
                created_at=time.now(),
            )
        )
    session.flush()
    assert add(manager).status_code == 409

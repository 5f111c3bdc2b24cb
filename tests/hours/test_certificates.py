"""Certificates: made of confirmed hours, printed for everybody, checked by their code alone."""

import io
import re
from random import Random
from typing import Any

import pypdf
import pypdfium2
import pytest
import zxingcpp
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from databases import NOW
from factories.associations import association
from factories.hours import certificate, hours
from factories.needs import need
from factories.people import Browser, person, signed_in
from reading import API, get
from samspil.core.http import Application
from samspil.core.privacy import Someone, data_of, erase
from samspil.hours import certificates, routes
from samspil.people.models import Person

NAME = "Karen <b>Østergård</b> & Søn"
SITE = "https://samspil.example"
WHOLE_YEAR = {"from": "2027-01-01", "until": "2027-12-31", "language": "da"}


@pytest.fixture
def karen(session: Session) -> Person:
    return person(session, name=NAME, email="karen@demo.example")


@pytest.fixture
def hers(app: Application, karen: Person) -> Browser:
    return signed_in(app, karen)


@pytest.fixture
def helped(session: Session, karen: Person) -> None:
    """Two associations: one with two kinds of tasks, one that the hours still wait at in part."""
    nature, club = association(session, name="Naturgruppen"), association(session, name="Klubben")
    confirmed = {"status": "confirmed"}
    for title, minutes, day in (("Høslæt", 120, 10), ("Guidet tur", 45, 20)):
        done = need(session, of=nature, title=title)
        at = NOW.date().replace(month=2, day=day)
        hours(session, karen, nature, need_id=done.id, minutes=minutes, day=at, **confirmed)
    hours(session, karen, club, minutes=60, **confirmed)
    hours(session, karen, club, minutes=600)
    hours(session, karen, club, minutes=600, status="declined", reason="Nej")


def made(client: Browser, status: int = 201, **values: Any) -> Any:
    answer = client.post(f"{API}/me/certificates", json=WHOLE_YEAR | values)
    assert answer.status_code == status, answer.text
    return answer.json


def checked(client: FlaskClient, code: str) -> Any:
    return client.get(f"{API}/certificates/{code}")


def printed(client: Browser, one: Any) -> bytes:
    answer = client.get(f"{API}/me/certificates/{one['id']}.pdf")
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["Content-Disposition"].startswith("attachment; ")
    return answer.data


def text_of(pdf: bytes) -> str:
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    assert len(pages) == 1
    return re.sub(r"\s+", " ", pages[0].extract_text())


# What it says


@pytest.mark.usefixtures("helped")
def test_it_certifies_what_is_confirmed_and_nothing_else(hers: Browser) -> None:
    one = made(hers)
    assert (one["name"], one["minutes"], one["until"]) == (NAME, 225, "2027-03-01")
    assert [(row["association"], row["minutes"], row["tasks"]) for row in one["rows"]] == [
        ("Naturgruppen", 165, ["Høslæt", "Guidet tur"]),
        ("Klubben", 60, []),
    ]
    assert (one["rows"][0]["from"], one["rows"][0]["until"]) == ("2027-02-10", "2027-02-20")
    assert get(hers, "/me/certificates")["items"] == [one]


@pytest.mark.usefixtures("helped")
def test_a_period_or_an_association_without_confirmed_hours_is_not_certified(
    session: Session, hers: Browser
) -> None:
    assert made(hers, 409, **{"from": "2026-01-01", "until": "2026-12-31"})["rule"] == "no-hours"
    assert set(made(hers, 422, association=association(session).slug)["errors"]) == {"association"}
    assert set(made(hers, 422, until="2026-12-31")["errors"]) == {"until"}


def test_what_is_said_stays_whatever_happens_to_the_hours(
    session: Session, client: FlaskClient, hers: Browser, karen: Person
) -> None:
    entry = hours(session, karen, association(session, name="Klubben"), status="confirmed")
    one = made(hers)
    session.delete(entry)
    karen.name = "En anden"
    session.commit()
    assert checked(client, one["code"]).json["name"] == NAME


@pytest.mark.usefixtures("helped")
def test_the_same_id_makes_one_and_another_persons_none(
    app: Application, session: Session, hers: Browser
) -> None:
    one = made(hers)
    assert made(hers, id=one["id"]) == one
    other = person(session)
    hours(session, other, association(session), status="confirmed")
    made(signed_in(app, other), 409, id=one["id"])


# The paper


@pytest.mark.usefixtures("helped")
def test_the_paper_leads_by_its_code_to_a_page_that_says_the_same(
    client: FlaskClient, hers: Browser
) -> None:
    pdf = printed(hers, made(hers))
    picture = pypdfium2.PdfDocument(pdf)[0].render(scale=2).to_pil()
    [seen] = zxingcpp.read_barcodes(picture)
    assert seen.text.startswith(f"{SITE}/bevis/")
    code = seen.text.rpartition("/")[2]
    shell = client.get(f"/bevis/{code}")
    assert (shell.status_code, shell.headers["Referrer-Policy"]) == (200, "no-referrer")
    assert 'name="robots" content="noindex"' in shell.text
    answer = checked(client, code)
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["X-Robots-Tag"] == "noindex"
    page, said = answer.json, text_of(pdf)
    assert page.keys() == {
        *("code", "name", "issuer", "issued_on", "language", "from", "until", "minutes", "rows")
    }
    for row in page["rows"]:
        assert row["association"] in said
        assert all(task in said for task in row["tasks"])
    assert f"{NAME} har givet 3 timer og 45 minutter" in said
    assert "fra 1. januar 2027 til 1. marts 2027" in said
    assert "Naturgruppen" in said
    assert "2 t 45 min." in said
    assert code == page["code"]
    assert all(part in said for part in (code, page["issuer"], "samspil.example/bevis"))


def test_the_paper_can_be_read_aloud(session: Session, karen: Person) -> None:
    one = certificate(session, karen, language="en")
    reader = pypdf.PdfReader(io.BytesIO(certificates.pdf(one, "Helsingør Kommune", SITE)))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert root["/Lang"] == "en"
    assert reader.metadata is not None
    assert reader.metadata.title == f"Certificate of voluntary work: {NAME}"
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    kinds, alternatives = tree(root["/StructTreeRoot"])
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/Figure"} <= kinds
    assert alternatives == [f"QR code for {SITE}/bevis/{certificates.format_code(one.code)}"]
    assert "gave 2 hours and 30 minutes" in text_of(
        certificates.pdf(one, "Helsingør Kommune", SITE)
    )


def tree(node: Any) -> tuple[set[str], list[str]]:
    """The kinds of all that a structure tree holds, and what stands for its figures."""
    node = node.get_object()
    kinds = {str(node["/S"])} if "/S" in node else set()
    alternatives = [str(node["/Alt"])] if "/Alt" in node else []
    children = node.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        if hasattr(child.get_object(), "get"):
            below, said = tree(child)
            kinds, alternatives = kinds | below, alternatives + said
    return kinds, alternatives


def test_one_long_word_stays_on_the_paper(session: Session, karen: Person) -> None:
    word = "Skovturskomiteformandinde" * 4
    karen.name = word
    made = certificate(session, karen)
    made.rows = [row | {"association": word, "tasks": [word]} for row in made.rows]
    pdf = certificates.pdf(made, "Helsingør Kommune", SITE)
    picture = pypdfium2.PdfDocument(pdf)[0].render(scale=2).to_pil().convert("L")
    width, height = picture.size
    margin = picture.crop((width - 2 * 56, 0, width, height))  # 20 of its 24 mm
    assert margin.getextrema() == (255, 255)
    hours = picture.crop((width - 2 * 136, height // 4, width - 2 * 68, height * 3 // 4))
    assert hours.getextrema()[0] < 255, "the hours stand where they stand else"


def test_a_name_can_have_nothing_fetched(
    session: Session, karen: Person, caplog: pytest.LogCaptureFixture
) -> None:
    """It is text, and even as a picture it would not be asked for."""
    karen.name = (
        '<img src="http://evil.example/x.png"><link rel=stylesheet href=file:///etc/passwd>'
    )
    pdf = certificates.pdf(certificate(session, karen), '"><script>', SITE)
    assert '<img src="http://evil.example/x.png">' in text_of(pdf).replace("/ x", "/x")
    assert [record for record in caplog.records if "evil" in record.getMessage()] == []
    with pytest.raises(ValueError, match="nothing else"):
        certificates.read_file("file:///etc/passwd", b"")


# The code


@given(
    st.text(certificates.LETTERS, min_size=certificates.LENGTH, max_size=certificates.LENGTH),
    st.randoms(use_true_random=False),
    st.sampled_from(["-", " ", "", " – "]),
)
def test_a_code_is_found_however_it_is_typed(code: str, random: Random, between: str) -> None:
    alike = {"0": "0oO", "1": "1iIlL"}
    shown = certificates.format_code(code)
    typed = "".join(random.choice(alike.get(sign, sign + sign.lower())) for sign in shown)
    assert certificates.parse_code(f" {typed.replace('-', between)} ") == code


def test_codes_cannot_be_guessed() -> None:
    assert len(certificates.LETTERS) ** certificates.LENGTH >= 2**80
    assert len({certificates.new_code() for _ in range(1_000)}) == 1_000


def test_unknown_withdrawn_erased_and_misspelt_are_answered_alike(
    session: Session, client: FlaskClient, hers: Browser, karen: Person
) -> None:
    withdrawn, erased = certificate(session, karen), certificate(session, karen)
    asked = [
        certificates.format_code(withdrawn.code),
        certificates.format_code(erased.code),
        certificates.new_code(),
        "x",
        "Å" * 20,
    ]
    assert hers.delete(f"{API}/me/certificates/{withdrawn.id}").status_code == 204
    someone = Someone(karen.id, "karen@demo.example", NAME)
    assert data_of(session, someone)["certificates"]["rows"][0]["code"] == erased.code
    erase(session, someone, NOW)
    session.commit()
    answers = {(found.status_code, found.data) for found in (checked(client, c) for c in asked)}
    assert len(answers) == 1
    assert answers.pop()[0] == 404


def test_somebody_who_guesses_is_stopped(client: FlaskClient) -> None:
    for _ in range(routes.CHECKED_NETWORK.most):
        assert checked(client, certificates.new_code()).status_code == 404
    stopped = checked(client, certificates.new_code())
    assert (stopped.status_code, int(stopped.headers["Retry-After"]) > 0) == (429, True)


def test_nobody_else_prints_or_withdraws_it(
    app: Application, session: Session, karen: Person
) -> None:
    one = certificate(session, karen)
    stranger = signed_in(app, person(session))
    assert stranger.get(f"{API}/me/certificates/{one.id}.pdf").status_code == 404
    assert stranger.delete(f"{API}/me/certificates/{one.id}").status_code == 404

"""Words first, then metres: what fits best stands first, wherever it lies."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from flask.testing import FlaskClient
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from databases import DEMO, NOW, Server
from factories.associations import association
from factories.needs import need, shift
from factories.premises import premises, space
from reading import everything, get
from samspil import migrations
from samspil.core.db import make_engine
from samspil.core.text import stem
from samspil.demo.measuring import QueryQuality, mean, measure_queries, read_queries
from samspil.search.words import Word

CASES = read_queries(Path(__file__).with_name("search_cases.json"))
HERE = {"lat": 56.03, "lon": 12.60}
# A kilometre and more to the west of it, one after the other.
NEAR, FURTHER, FAR = ((56.03, 12.60 - 0.02 * n) for n in range(3))
# Far below what is measured, above any order that does not look at words.
LEAST_QUALITY = 0.8
LEAST_MARGIN = 0.12


@pytest.fixture
def qualities(demo_session: Session) -> list[QueryQuality]:
    return measure_queries(demo_session, CASES, NOW)


def test_there_are_enough_queries_and_half_of_them_are_held_out(
    qualities: list[QueryQuality],
) -> None:
    assert len(qualities) == len(CASES) >= 60
    assert sum(quality.held_out for quality in qualities) == len(CASES) // 2
    assert len({case.q for case in CASES}) == len(CASES)


@pytest.mark.parametrize("held_out", [False, True])
def test_the_best_fit_beats_the_nearest_also_for_queries_it_was_not_tuned_on(
    qualities: list[QueryQuality], held_out: bool
) -> None:
    half = [quality for quality in qualities if quality.held_out is held_out]
    assert mean(half, "fit") >= LEAST_QUALITY
    assert mean(half, "fit") >= mean(half, "nearest") + LEAST_MARGIN


def listed(client: FlaskClient, path: str = "/needs", **search: Any) -> list[str]:
    return [item.get("title") or item["name"] for item in everything(client, path, **search)]


def test_dogs_to_walk_come_before_dogs_that_are_allowed(demo: FlaskClient) -> None:
    far = {"radius_m": 50_000}
    for start in ({}, {"place": "helsingoer"} | far, {"place": "plejelt"} | far):
        found = listed(demo, q="hunde", **start)
        chopping = found.index("Kløv og stabl brænde i skoven")
        for title in (
            "Luft en hund og få en snak med på vejen",
            "Besøg plejehjem med din hund",
            "Hjælp til den store hundegåtur",
        ):
            assert found.index(title) < chopping, start


def test_a_title_beats_a_name_beats_a_summary_beats_the_rest(
    client: FlaskClient, session: Session
) -> None:
    plain = association(session, name="Klubben")
    need(session, of=plain, title="I teksten", description="Giraffer", positions=[NEAR])
    need(session, of=plain, title="I resumeet", summary="Giraffer", positions=[FURTHER])
    named = association(session, name="Giraffens Venner")
    need(session, of=named, title="I foreningen", positions=[FURTHER])
    need(session, of=plain, title="Giraffer", positions=[FAR])
    session.commit()
    by_fit = ["Giraffer", "I foreningen", "I resumeet", "I teksten"]
    assert listed(client, q="giraf", **HERE) == by_fit
    assert listed(client, q="giraf") == by_fit


def test_an_interest_and_a_town_are_names_too(client: FlaskClient, session: Session) -> None:
    owner = association(session, name="Klubben")
    for title, more in (
        ("I teksten", {"description": "dyr fra hornbæk"}),
        ("Fra stedet", {"interests": ["animals"], "towns": ["hornbaek"]}),
    ):
        need(session, of=owner, title=title, **more)
    session.commit()
    for q, where in (("dyr", "interest"), ("hornbæk", "place")):
        first, second = everything(client, "/needs", q=q)
        assert (first["title"], first["found_in"]) == ("Fra stedet", [where])
        assert (second["title"], second["found_in"]) == ("I teksten", ["text"])


def test_the_word_itself_comes_before_a_word_that_it_is_a_part_of(
    client: FlaskClient, session: Session
) -> None:
    owner = association(session, name="Klubben")
    need(session, of=owner, title="Redningshunde", positions=[NEAR])
    need(session, of=owner, title="Gå tur med hunden", positions=[FAR])
    session.commit()
    assert listed(client, q="hund", **HERE) == ["Gå tur med hunden", "Redningshunde"]


def test_what_fits_equally_is_sorted_by_distance_or_date(
    client: FlaskClient, session: Session, now: datetime
) -> None:
    owner = association(session, name="Klubben")
    soon = [shift(now + timedelta(days=3))]
    need(session, of=owner, title="Zebra fjern", positions=[FAR], shifts=soon)
    need(session, of=owner, title="Zebra nær", positions=[NEAR])
    need(session, of=owner, title="Zebra hjemmefra", remote=True)
    need(session, of=owner, title="Nærmest", summary="Zebra", positions=[NEAR])
    session.commit()
    near = ["Zebra nær", "Zebra fjern", "Zebra hjemmefra", "Nærmest"]
    assert listed(client, q="zebra", **HERE) == near
    by_date = listed(client, q="zebra")
    assert by_date[0] == "Zebra fjern"
    assert by_date[-1] == "Nærmest"
    assert listed(client, "/discover", q="zebra", **HERE) == near
    assert listed(client, "/discover", q="zebra") == by_date


def test_a_word_written_often_counts_once(client: FlaskClient, session: Session) -> None:
    """Who fills a text with a word gains nothing, not even in the title."""
    owner = association(session, name="Klubben")
    once = need(session, of=owner, title="Vask elefanter", positions=[NEAR])
    often = need(
        session,
        of=owner,
        title="Elefanter elefanter elefanten elefant",
        summary="Elefanter! " * 10,
        description="Elefanter, elefant, elefanterne. " * 200,
        tasks=["Elefanter"] * 8,
        positions=[FAR],
    )
    stuffed = need(
        session, of=owner, title="Andet", description="Elefanter " * 500, positions=[NEAR]
    )
    session.commit()
    found = [item["id"] for item in everything(client, "/needs", q="elefanter", **HERE)]
    assert found == [str(one.id) for one in (once, often, stuffed)]


def test_each_of_several_words_counts(client: FlaskClient, session: Session) -> None:
    owner = association(session, name="Klubben")
    need(session, of=owner, title="Fodbold", description="for piger", positions=[NEAR])
    need(session, of=owner, title="Fodbold for piger", positions=[FAR])
    session.commit()
    first, second = everything(client, "/needs", q="fodbold piger", **HERE)
    assert (first["title"], first["found_in"]) == ("Fodbold for piger", ["title"])
    assert (second["title"], second["found_in"]) == ("Fodbold", ["title", "text"])


def test_associations_and_premises_are_sorted_by_fit_too(
    client: FlaskClient, session: Session
) -> None:
    association(session, name="Alfa", purpose="Vi strikker", position=NEAR)
    association(session, name="Beta", summary="Vi strikker", position=NEAR)
    association(session, name="Zeta Strikkeklub", position=FAR)
    premises(session, name="Auditoriet", description="Med spejle", position=NEAR)
    premises(session, name="Zirkus", spaces=[space("Spejlsalen")], position=FAR)
    session.commit()
    by_fit = ["Zeta Strikkeklub", "Beta", "Alfa"]
    for search in ({}, HERE):
        assert listed(client, "/associations", q="strikke", **search) == by_fit
        assert listed(client, "/premises", q="spejl", **search) == ["Zirkus", "Auditoriet"]
    assert listed(client, "/discover", q="strikke", **HERE) == by_fit
    found = everything(client, "/premises", q="spejl")
    assert [item["found_in"] for item in found] == [["space"], ["text"]]


def test_only_who_searches_for_words_is_told_where_they_were_found(demo: FlaskClient) -> None:
    for path in ("/needs", "/associations", "/premises", "/discover"):
        for start in ({}, {"place": "helsingoer"}):
            plain = get(demo, path, **start)
            found = get(demo, path, q="helsingør", **start)
            assert plain["items"]
            assert found["items"]
            assert not any("found_in" in item for item in plain["items"])
            assert all(item["found_in"] for item in found["items"])


@pytest.mark.parametrize(
    ("path", "without_start"),
    [
        ("/needs", "soonest"),
        ("/discover", "soonest"),
        ("/associations", "name"),
        ("/premises", "name"),
    ],
)
def test_a_list_says_how_it_is_sorted(demo: FlaskClient, path: str, without_start: str) -> None:
    near = {"place": "helsingoer"}
    assert get(demo, path)["order"] == without_start
    assert get(demo, path, **near)["order"] == "nearest"
    for start in ({}, near):
        assert get(demo, path, q="børn", **start)["order"] == "fit"
        # Signs are no words: nothing is found by them, and nothing is sorted by them.
        assert get(demo, path, q="!?", **start)["order"] != "fit"


@pytest.mark.parametrize(
    ("typed", "finds"),
    [
        ("barn", "Leg med børnene"),
        ("børn", "Følg et barn"),
        ("bøger", "Sortér en bog"),
        ("kode", "Kodeklubben søger"),
        ("lektier", "Lektiehjælp"),
        ("lektiehjælper", "Lektiehjælp"),
        ("frivillige", "En frivillig"),
        ("frivillig", "Mange frivillige"),
    ],
)
def test_inflections_and_compounds_find_each_other(
    client: FlaskClient, session: Session, typed: str, finds: str
) -> None:
    owner = association(session, name="Klubben")
    need(session, of=owner, title=finds)
    need(session, of=owner, title="Noget helt andet")
    session.commit()
    assert listed(client, q=typed) == [finds]


def test_the_vocabulary_has_the_stems_that_queries_are_looked_up_by(demo_session: Session) -> None:
    for word, kept in demo_session.execute(select(Word.word, Word.stem)):
        assert kept == stem(word)


def test_a_word_longer_than_any_index_takes_is_no_fault(
    client: FlaskClient, session: Session
) -> None:
    need(session, title="Langt ord", description="x" + "ab" * 2_000)
    session.commit()
    assert listed(client, q="langt ord") == ["Langt ord"]


@pytest.mark.parametrize("table", ["needs", "associations", "premises"])
def test_what_was_there_before_is_found_as_what_is_written_now(server: Server, table: str) -> None:
    """The migration knows a word's field as well as the services that write one do."""
    name = server.clone(DEMO)
    engine = make_engine(server.settings(name).owner_database_url)
    best = text(
        "SELECT id, lexeme, (SELECT min(weight) FROM unnest(weights) AS weight)"
        f" FROM {table}, unnest(search) ORDER BY id, lexeme"
    )
    with engine.connect() as connection:
        written = connection.execute(best).all()
        config = migrations.config(connection)
        command.downgrade(config, "0017")
        assert {weight for *_, weight in connection.execute(best)} == {None}
        command.upgrade(config, "head")
        assert connection.execute(best).all() == written
        assert {weight for *_, weight in written} == {"A", "B", "C", "D"}
    engine.dispose()
    server.drop(name)

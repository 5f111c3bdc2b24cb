"""Searching as Danes write: stems, compounds, æøå, typing errors."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import text
from sqlalchemy.orm import Session

from databases import Recorder
from factories.associations import association
from factories.needs import need
from factories.premises import premises, space
from reading import get, titles
from samspil.core.http import Application


@pytest.fixture
def needs(session: Session) -> None:
    """Needs with titles that people search for."""
    owner = association(session, name="Klubben")
    for title in (
        "Fodboldtræner for piger",
        "Besøgsven på plejehjemmet",
        "Lektiehjælp i børnehøjde",
        "Kør bogbussen om lørdagen",
        "Plant træer ved åen",
        "Chauffør til ældrebilen",
        "Bag kager til høstfesten",
        "Hjælp flygtninge med dansk",
        "100% gratis café",
        "Ryd op_på stranden",
        "Gåture med hunde",
        "Øl og hygge",
    ):
        need(session, of=owner, title=title)
    session.commit()


FINDS = {
    # stems, compounds, upper case
    "træner": {"Fodboldtræner for piger"},
    "TRÆNERE": {"Fodboldtræner for piger"},
    "trænerne": {"Fodboldtræner for piger"},
    "fodbold": {"Fodboldtræner for piger"},
    "fodboldtrænere": {"Fodboldtræner for piger"},
    "fodbold træner": {"Fodboldtræner for piger"},
    "piger fodbold": {"Fodboldtræner for piger"},
    "ven": {"Besøgsven på plejehjemmet"},
    "besøg": {"Besøgsven på plejehjemmet"},
    "plejehjem": {"Besøgsven på plejehjemmet"},
    "bus": {"Kør bogbussen om lørdagen"},
    "bogbus": {"Kør bogbussen om lørdagen"},
    "kage": {"Bag kager til høstfesten"},
    "kagerne": {"Bag kager til høstfesten"},
    "fest": {"Bag kager til høstfesten"},
    "hund": {"Gåture med hunde"},
    "øl": {"Øl og hygge"},
    # æ, ø, å and what is typed for them
    "traener": {"Fodboldtræner for piger"},
    "besoegsven": {"Besøgsven på plejehjemmet"},
    "besogsven": {"Besøgsven på plejehjemmet"},
    "boernehoejde": {"Lektiehjælp i børnehøjde"},
    "gaature": {"Gåture med hunde"},
    "gature": {"Gåture med hunde"},
    "aeldre": {"Chauffør til ældrebilen"},
    "hoest": {"Bag kager til høstfesten"},
    # typing errors
    "fodboltræner": {"Fodboldtræner for piger"},
    "besøksven": {"Besøgsven på plejehjemmet"},
    "lektiehjelp": {"Lektiehjælp i børnehøjde"},
    "flygtinge": {"Hjælp flygtninge med dansk"},
    "chaufør": {"Chauffør til ældrebilen"},
    # small words tell nothing
    "hjælp til en flygtning": {"Hjælp flygtninge med dansk"},
    "kager til festen": {"Bag kager til høstfesten"},
    "jeg vil gerne gå tur med en hund": set(),
    "tur med en hund": {"Gåture med hunde"},
    # signs mean nothing, and no pattern of SQL
    "kager!!!": {"Bag kager til høstfesten"},
    "100%": {"100% gratis café"},
    "cafe": {"100% gratis café"},
    "%": set(),
    "_": set(),
    "\\": set(),
    "%%%": set(),
    "... !?": set(),
    "'": set(),
    "🙂": set(),
    "f%ner": set(),
    "fodbold_ræner": {"Fodboldtræner for piger"},
    # what is not there
    "undervandsrugby": set(),
    "træner undervandsrugby": set(),
}


@pytest.mark.parametrize(("typed", "expected"), FINDS.items())
@pytest.mark.usefixtures("needs")
def test_a_search_finds_what_a_dane_expects(
    client: FlaskClient, typed: str, expected: set[str]
) -> None:
    assert titles(client, q=typed) == expected


def test_a_word_that_stands_somewhere_is_no_typing_error(
    client: FlaskClient, session: Session
) -> None:
    owner = association(session)
    need(session, of=owner, title="Kaffe til alle")
    need(session, of=owner, title="Kaffa til alle")
    session.commit()
    assert titles(client, q="kaffa") == {"Kaffa til alle"}


@pytest.mark.usefixtures("needs")
def test_a_search_without_words_is_no_filter(client: FlaskClient) -> None:
    assert titles(client, q="") == titles(client)


def test_a_need_is_found_by_all_that_is_written_about_it(
    client: FlaskClient, session: Session
) -> None:
    owner = association(session, name="Snegleklubben")
    need(
        session,
        of=owner,
        title="Det hele",
        summary="En giraf",
        description="En elefant",
        tasks=["Vask en zebra"],
        skills=["Jonglering"],
        helps="Kængurubørn",
        interests=["crafts"],
        towns=["hornbaek"],
    )
    session.commit()
    for word in (
        *("giraf", "elefant", "zebra", "jonglere", "kænguru", "snegle"),
        *("håndværk", "repair", "hornbæk"),
    ):
        assert titles(client, q=word) == {"Det hele"}, word


def test_a_search_reads_associations_and_premises_too(
    client: FlaskClient, session: Session
) -> None:
    association(session, name="Strandens Venner", purpose="Vi samler ravklumper")
    premises(session, name="Hallen", spaces=[space("Spejlsal", equipment=["Bordtennisborde"])])
    session.commit()
    assert titles(client, "/associations", q="ravklump") == {"Strandens Venner"}
    assert titles(client, "/premises", q="spejl") == {"Hallen"}
    assert titles(client, "/premises", q="bordtennis") == {"Hallen"}
    assert titles(client, "/discover", q="bordtennisbord") == {"Hallen"}
    assert titles(client, "/discover", q="ravklump") == {"Strandens Venner"}


def test_words_and_place_narrow_together(demo: FlaskClient) -> None:
    everywhere = titles(demo, q="børn")
    near = titles(demo, q="børn", place="hornbaek", radius_m=4000, remote="exclude")
    assert set() < near < everywhere


def test_eight_words_are_read_and_more_do_no_harm(demo: FlaskClient) -> None:
    assert get(demo, "/needs", q="ord " * 25)["items"] == get(demo, "/needs", q="ord")["items"]


@pytest.mark.usefixtures("needs")
def test_a_query_of_signs_alone_finds_nothing_and_leaves_the_next_search_be(
    client: FlaskClient,
) -> None:
    """Both orders: a statement is kept for the next search of its shape."""
    for _ in range(2):
        assert titles(client, place="helsingoer")
        assert not titles(client, place="helsingoer", q="!?")


@pytest.mark.parametrize("path", ["/needs", "/discover", "/associations", "/premises"])
@pytest.mark.parametrize("start", [{}, {"place": "helsingoer"}], ids=str)
def test_a_list_knows_its_words_before_it_is_planned(
    demo: FlaskClient,
    demo_app: Application,
    statements: Recorder,
    path: str,
    start: dict[str, str],
) -> None:
    """So that a common word is walked from the nearest, and a rare one is looked up."""
    with statements(demo_app.database.engine) as sent:
        for _ in range(8):  # often enough to be prepared
            get(demo, path, q="børn", **start)
    assert {"FROM words" in statement for statement in sent[0::2]} == {True}
    assert {"FROM words" in statement for statement in sent[1::2]} == {False}
    with demo_app.database.session(writes=False) as session:
        prepared = session.scalars(text("SELECT statement FROM pg_prepared_statements")).all()
    assert sent[0] in prepared
    assert sent[1] not in prepared


def test_the_total_of_an_emptied_page_counts_its_words(
    client: FlaskClient, session: Session
) -> None:
    made = [need(session, title="Havefest") for _ in range(3)]
    need(session, title="Noget andet")
    session.commit()
    asked = {"q": "havefest", "place": "helsingoer", "with_total": "true"}
    first = get(client, "/needs", **asked, limit=1)
    assert first["total"] == 3
    for later in made:
        if str(later.id) != first["items"][0]["id"]:
            later.status = "closed"
    session.commit()
    emptied = get(client, "/needs", **asked, limit=1, cursor=first["next_cursor"])
    assert emptied["items"] == []
    assert emptied["total"] == 1

"""Where is Hornbæk?"""

import pytest
from flask.testing import FlaskClient
from shapely.geometry import Point, shape
from sqlalchemy.orm import Session

from factories.places import HORNBAEK
from reading import get, metres, points_of
from samspil.people.profiles import load_interests
from samspil.places.services import load_municipality, load_places
from samspil.settings import CHECKOUT

SPELLINGS = {
    "Helsingør": "helsingoer",
    "helsingoer": "helsingoer",
    "Helsingor": "helsingoer",
    "HELSINGØR": "helsingoer",
    "Elsinore": "helsingoer",
    "helsinør": "helsingoer",
    "hels": "helsingoer",
    "Alsgarde": "aalsgaarde",
    "aalsgaarde": "aalsgaarde",
    "ålsgårde": "aalsgaarde",
    "Ålsgaarde": "aalsgaarde",
    "alsgårde": "aalsgaarde",
    "hornbaek": "hornbaek",
    "hornbæk": "hornbaek",
    "hornbek": "hornbaek",
    "Hornbäk": "hornbaek",
    "hornbk": "hornbaek",
    "horbæk": "hornbaek",
    "espergærde": "espergaerde",
    "espergarde": "espergaerde",
    "espergaerde": "espergaerde",
    "Espegærde": "espergaerde",
    "tikob": "tikoeb",
    "tikøp": "tikoeb",
    "tikoeb": "tikoeb",
    "tiköb": "tikoeb",
    "tikøb": "tikoeb",
    "snekersten": "snekkersten",
    "snekkerste": "snekkersten",
    "kvistgard": "kvistgaard",
    "kvistgaard": "kvistgaard",
    "kvisgård": "kvistgaard",
    "helebæk": "hellebaek",
    "hellebaek": "hellebaek",
    "gure": "gurre",
    "mordrup": "moerdrup",
    "lille esbonderup": "lille-esboenderup",
    "3100": "hornbaek",
    "3080": "tikoeb",
    "3060": "espergaerde",
    "  hornbæk  ": "hornbaek",
}
# As a Danish dictionary has them: æ, ø, å last, and aa is å.
IN_DANISH_ORDER = [
    *("Apperup", "Bistrup", "Boderne", "Borsholm", "Bøtterup", "Ellekilde", "Espergærde", "Gurre"),
    *("Harreshøj", "Havreholm", "Hellebæk", "Helsingør", "Hornbæk", "Horneby", "Horserød"),
    *("Jonstrup", "Julebækhus", "Kildekrog", "Kvistgård", "Lille Esbønderup", "Mørdrup"),
    *("Ny Hellebæk", "Nygård", "Nyrup", "Plejelt", "Reerstrup", "Rørtang", "Saunte", "Skibstrup"),
    *("Skotterup", "Snekkersten", "Tibberup", "Tikøb", "Ålsgårde"),
]


@pytest.mark.parametrize(("typed", "slug"), SPELLINGS.items())
def test_what_people_type_finds_their_town_first(demo: FlaskClient, typed: str, slug: str) -> None:
    assert get(demo, "/places", q=typed)["items"][0]["slug"] == slug


@pytest.mark.parametrize(
    "typed", ["xyzzy", "københavn", "!!!", "%", "_", "\\", "9999", "q", "'; --"]
)
def test_what_is_no_place_finds_none(demo: FlaskClient, typed: str) -> None:
    assert get(demo, "/places", q=typed)["items"] == []


def test_one_letter_finds_only_what_begins_with_it(demo: FlaskClient) -> None:
    found = get(demo, "/places", q="s")["items"]
    assert {place["name"][0] for place in found} == {"S"}
    assert found[0]["name"] == "Snekkersten", "the town comes before its hamlets"


def test_all_places_stand_in_danish_order(demo: FlaskClient) -> None:
    listed = get(demo, "/places")
    assert [place["name"] for place in listed["items"]] == IN_DANISH_ORDER
    assert listed["next_cursor"] is None


def test_a_search_without_words_lists_all(demo: FlaskClient) -> None:
    assert get(demo, "/places", q="  ") == get(demo, "/places")


def test_places_near_a_position_come_nearest_first_with_their_distance(demo: FlaskClient) -> None:
    lat, lon = HORNBAEK
    found = get(demo, "/places", lat=lat, lon=lon, limit=5)["items"]
    assert [place["slug"] for place in found][:2] == ["hornbaek", "horneby"]
    for place in found:
        assert place["distance_m"] == pytest.approx(metres(HORNBAEK, points_of(place)[0]), abs=1)


def test_a_place_is_what_the_list_says(demo: FlaskClient) -> None:
    place = get(demo, "/places/tikoeb")
    assert place == {
        "slug": "tikoeb",
        "name": "Tikøb",
        "kind": "village",
        "postcode": "3080",
        "position": {"type": "Point", "coordinates": [12.4531, 56.0206]},
        "distance_m": None,
    }
    assert place in get(demo, "/places", q="tikoeb")["items"]


def test_a_place_that_is_not_there_is_not_found(demo: FlaskClient) -> None:
    assert demo.get("/api/v1/places/atlantis").status_code == 404


def test_loading_the_places_again_changes_nothing(client: FlaskClient, session: Session) -> None:
    paths = ("/places", "/outline", "/interests", "/site")
    before = [get(client, path) for path in paths]
    load_places(session, CHECKOUT / "geodata" / "places.csv")
    load_municipality(session, CHECKOUT / "geodata" / "municipality.geojson")
    load_interests(session)
    session.commit()
    assert [get(client, path) for path in paths] == before


def test_the_outline_is_a_closed_shape_around_the_towns(demo: FlaskClient) -> None:
    outline = get(demo, "/outline")
    assert outline["type"] == "Feature"
    assert outline["properties"] == {"code": "0217", "name": "Helsingør"}
    municipality = shape(outline["geometry"])
    assert municipality.is_valid
    for place in get(demo, "/places")["items"]:
        assert municipality.contains(Point(place["position"]["coordinates"])), place["name"]


def test_interests_have_a_fixed_order_and_names_in_both_languages(demo: FlaskClient) -> None:
    danish = get(demo, "/interests")["items"]
    english = demo.get("/api/v1/interests", headers={"Accept-Language": "en"}).json["items"]
    assert [i["slug"] for i in danish] == [i["slug"] for i in english]
    assert len(danish) == 15
    assert (danish[0]["label"], english[0]["label"]) == ("Sport og træning", "Sport and training")
    assert all(d["label"] != e["label"] for d, e in zip(danish, english, strict=True))

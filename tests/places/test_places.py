"""Where is Hornbæk?"""

import pytest
from flask.testing import FlaskClient

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


@pytest.mark.parametrize(("typed", "slug"), SPELLINGS.items())
def test_what_people_type_finds_their_town_first(demo: FlaskClient, typed: str, slug: str) -> None:
    found = demo.get("/api/v1/places", query_string={"q": typed}).json["items"]
    assert found[0]["slug"] == slug

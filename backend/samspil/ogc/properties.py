"""Facts that several collections share, and the ways they are chosen by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import orjson
from sqlalchemy import ColumnElement, Text, cast, null

from samspil.associations.models import LANGUAGES
from samspil.ogc.collection import Property
from samspil.ogc.parameters import Parameter, choice, flag
from samspil.ogc.words import words
from samspil.search.near import metres

ACCURACIES: Final = ("exact", "town")

STRING: Final[dict[str, Any]] = {"type": "string"}
MAYBE_STRING: Final[dict[str, Any]] = {"type": "string", "nullable": True}
STRINGS: Final[dict[str, Any]] = {"type": "array", "items": {"type": "string"}}
INTEGER: Final[dict[str, Any]] = {"type": "integer"}
MAYBE_INTEGER: Final[dict[str, Any]] = {"type": "integer", "nullable": True}
MAYBE_NUMBER: Final[dict[str, Any]] = {"type": "number", "nullable": True}
BOOLEAN: Final[dict[str, Any]] = {"type": "boolean"}
MAYBE_BOOLEAN: Final[dict[str, Any]] = {"type": "boolean", "nullable": True}
MOMENT: Final[dict[str, Any]] = {"type": "string", "format": "date-time"}
MAYBE_MOMENT: Final[dict[str, Any]] = {"type": "string", "format": "date-time", "nullable": True}
URL: Final[dict[str, Any]] = {"type": "string", "format": "uri"}
LANGUAGE: Final[dict[str, Any]] = {"type": "string", "enum": list(LANGUAGES)}
ACCURACY: Final[dict[str, Any]] = {"type": "string", "enum": [*ACCURACIES, None], "nullable": True}


def words_of(choices: Sequence[str]) -> dict[str, Any]:
    """The schema of a list of some of these words."""
    return {"type": "array", "items": {"type": "string", "enum": list(choices)}}


SUMMARY: Final = Property("summary", words("Kort fortalt", "In short"), STRING)
LANG: Final = Property("lang", words("Tekstens sprog", "Language of the text"), LANGUAGE)
INTERESTS: Final = Property("interests", words("Interesser", "Interests"), STRINGS, coded=True)
PLACES: Final = Property("places", words("Byer", "Towns"), STRINGS)
ADDRESS: Final = Property("address", words("Adresse", "Address"), MAYBE_STRING)
POSITION_ACCURACY: Final = Property(
    "position_accuracy", words("Positionens nøjagtighed", "Accuracy of the position"), ACCURACY
)
STEP_FREE: Final = Property("step_free", words("Trinfri adgang", "Step-free"), MAYBE_BOOLEAN)
UPDATED_AT: Final = Property("updated_at", words("Senest ændret", "Last changed"), MOMENT)
DEMO: Final = Property("demo", words("Demonstration", "Demonstration"), BOOLEAN)
PAGE: Final = Property("url", words("Side i Samspil", "Page in Samspil"), URL)

LANG_IS: Final = choice("lang", LANGUAGES, words("Tekstens sprog.", "Language of the text."))
DEMO_IS: Final = flag(
    "demo",
    words("Om det er demonstration, altså opdigtet.", "Whether it is demonstration: made up."),
)
ACCURACY_IS: Final[Parameter] = choice(
    "position_accuracy",
    ACCURACIES,
    words(
        "exact: det sted, der er angivet; town: midten af byen.",
        "exact: the very spot that was given; town: the middle of the town.",
    ),
)


def nowhere_in_particular() -> list[ColumnElement[Any]]:
    """The columns that an item of a search has and open data has no search for."""
    return [cast(null(), Text).label("position"), metres(None, None)]


def equal(asked: Mapping[str, Any], columns: Mapping[str, Any]) -> list[ColumnElement[bool]]:
    """That each column has the value asked for, where one was."""
    return [column == asked[name] for name, column in columns.items() if name in asked]


def names_of(places: str) -> list[str]:
    """The names of a row's towns, from the database's JSON."""
    return [place["name"] for place in orjson.loads(places)]

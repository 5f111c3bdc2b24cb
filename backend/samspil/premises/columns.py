"""The columns of a register of premises: the building's, and those of each space."""

from __future__ import annotations

from typing import Final

from samspil.associations import contacts
from samspil.places.columns import ADDRESS, TOWNS
from samspil.registers import cells
from samspil.registers.columns import EXTERNAL_ID, LANG, SUMMARY_COLUMN, Column, Fields

_FEATURES: Final = {
    "step_free": ("trinfri adgang", "niveaufri adgang"),
    "accessible_toilet": ("handicaptoilet", "tilgængeligt toilet"),
    "hearing_loop": ("teleslynge",),
    "lift": ("elevator",),
    "accessible_parking": ("handicapparkering", "handicap p"),
    "low_vision": ("synshandicap", "afmærket for svagtseende"),
}
_ACTIVITIES: Final = {
    "ball_games": ("boldspil", "håndbold", "fodbold"),
    "badminton": ("badminton",),
    "gymnastics": ("gymnastik",),
    "dance": ("dans",),
    "yoga": ("yoga",),
    "swimming": ("svømning",),
    "meetings": ("møder", "møde"),
    "lectures": ("foredrag",),
    "workshops": ("værksted", "workshop"),
    "music": ("musik",),
    "theatre": ("teater",),
    "cooking": ("madlavning",),
    "exhibitions": ("udstillinger", "udstilling"),
    "outdoor": ("udendørs",),
    "children": ("børn",),
    "dining": ("spisning", "fællesspisning"),
}
_features = cells.many(cells.choice(_FEATURES))
SPACE_COLUMNS: Final = (
    Column(
        "space_name",
        "lokale",
        "The space's name; empty: the row is of the building alone",
        cells.line_of_text(120),
        example="Hal 1",
        others=("rum", "lokalenavn", "space"),
    ),
    Column(
        "capacity",
        "personer",
        "How many people it holds; needed for a space",
        cells.whole(1, 100_000),
        example="120",
        others=("kapacitet", "antal personer"),
    ),
    Column(
        "area_m2",
        "areal",
        "Square metres",
        cells.whole(1, 1_000_000),
        example="800",
        others=("areal m2", "m2"),
    ),
    Column("floor", "etage", "Stuen, 1. sal …", cells.line_of_text(60), example="Stuen"),
    Column(
        "activities",
        "egnet til",
        f"Of: {', '.join(n[0] for n in _ACTIVITIES.values())}",
        cells.many(cells.choice(_ACTIVITIES)),
        empty=[],
        example="badminton|gymnastik",
        others=("aktiviteter",),
    ),
    Column(
        "space_features",
        "lokalets tilgængelighed",
        "What it has beyond the building",
        _features,
        empty=[],
        example="teleslynge",
    ),
    Column(
        "equipment", "udstyr", "With | between", cells.sentences(), empty=[], example="Net|Måltavle"
    ),
    Column(
        "parts",
        "dele",
        "What a hall is divided into, with | between; empty: itself",
        cells.sentences(120, 12),
        empty=[],
        example="Nord|Syd",
    ),
)
# The field of each space column.
SPACE_FIELDS: Final = {
    "capacity": "capacity",
    "area_m2": "area_m2",
    "floor": "floor",
    "activities": "activities",
    "space_features": "features",
    "equipment": "equipment",
    "parts": "parts",
}
SPACE_DEFAULTS: Final[Fields] = {
    SPACE_FIELDS[column.name]: column.empty for column in SPACE_COLUMNS[1:]
}


COLUMNS: Final = (
    EXTERNAL_ID,
    Column(
        "name",
        "navn",
        "The building's name",
        cells.line_of_text(120),
        needed=True,
        example="Byens Idrætshal",
        others=("sted", "bygning"),
    ),
    Column(
        "operator",
        "drives af",
        "Who runs it",
        cells.line_of_text(120),
        needed=True,
        example="Kommunen",
        others=("operatør", "ejer"),
    ),
    SUMMARY_COLUMN,
    Column(
        "description",
        "beskrivelse",
        "Markdown, at most 10,000 characters",
        cells.prose(10_000),
        empty="",
        example="Hallen kan deles i to.",
    ),
    *TOWNS,
    *ADDRESS,
    Column(
        "features",
        "tilgængelighed",
        f"Of: {', '.join(n[0] for n in _FEATURES.values())}",
        _features,
        empty=[],
        example="trinfri adgang|handicaptoilet",
    ),
    *contacts.COLUMNS,
    Column("parking", "parkering", "Where to park", cells.line_of_text(300)),
    Column("transport", "offentlig transport", "Bus and train", cells.line_of_text(300)),
    Column("house_rules", "husregler", "With | between", cells.sentences(300), empty=[]),
    Column(
        "opening_hours",
        "åbningstider",
        "A week, with | between",
        cells.weekly,
        empty=[],
        example="man-fre 16:00-22:00|lør 9-14",
    ),
    LANG,
    *SPACE_COLUMNS,
)

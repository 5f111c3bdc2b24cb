"""What the registers of associations, premises and needs share: columns, places, interests."""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from samspil.core import geo
from samspil.core.text import fold, slugify
from samspil.people.models import Interest
from samspil.people.profiles import interest_terms
from samspil.places.queries import Lookup
from samspil.registers import cells
from samspil.registers.cells import CellError
from samspil.registers.columns import Column, Fields

SUMMARY: Final = 160
WEST, SOUTH, EAST, NORTH = geo.DENMARK

TOWNS: Final = (
    Column(
        "towns",
        "byer",
        "Towns by name, the main one first; any spelling",
        cells.many(str),
        empty=[],
        others=("by", "town", "bynavn", "postdistrikt"),
    ),
    Column(
        "postcode",
        "postnummer",
        "Instead of a town: its postcode",
        cells.line_of_text(4),
        others=("postnr",),
    ),
)
ADDRESS: Final = (
    Column(
        "address",
        "adresse",
        "Street and number; shown for public premises only",
        cells.line_of_text(200),
        example="Skolevej 1",
    ),
    Column(
        "latitude",
        "breddegrad",
        "Degrees (WGS84); 56,0361 or 56.0361",
        cells.degrees(SOUTH, NORTH),
        others=("lat",),
    ),
    Column(
        "longitude",
        "længdegrad",
        "Degrees (WGS84); 12,6136 or 12.6136",
        cells.degrees(WEST, EAST),
        others=("lon", "lng"),
    ),
)
PUBLIC: Final = Column(
    "public_premises",
    "offentligt sted",
    "ja: the address is no home and may stand on the map",
    cells.yes_no,
    empty=False,
    example="ja",
)
LANG: Final = Column(
    "lang",
    "tekstens sprog",
    "The language the texts are written in: da or en",
    cells.choice({"da": ("dansk",), "en": ("engelsk", "english")}),
    empty="da",
)
SUMMARY_COLUMN: Final = Column(
    "summary",
    "resumé",
    f"At most {SUMMARY} characters",
    cells.line_of_text(SUMMARY),
    empty="",
    example="Kort om det",
    others=("resume", "kort tekst"),
)
INTERESTS: Final = Column(
    "interests",
    "interesser",
    "By slug or by name, Danish or English, with | between",
    cells.many(str),
    empty=[],
    example="sport|nature",
)
LANGUAGES_COLUMN: Final = Column(
    "languages",
    "sprog",
    "Languages spoken: dansk|engelsk",
    cells.many(cells.language),
    empty=[],
    example="dansk",
)


def read_place(
    values: Fields, places: Lookup, *, public: bool, needed: bool = True
) -> tuple[list[str], tuple[str, ...]]:
    """Turn the columns of a place into the fields `towns` and `position`.

    Args:
        values: a row's values, changed in place.
        places: to find the towns in.
        public: whether an address may be shown and stand on the map.
        needed: whether there must be a town.

    Returns:
        (what is wrong, what is left out).
    """
    reasons = []
    written, postcode = values.pop("towns", None), values.pop("postcode", None)
    names = written or ([postcode] if postcode else [])
    towns = []
    for name in names:
        try:
            towns.append(places.slug(name))
        except CellError as error:
            reasons.append(f"{'towns' if written else 'postcode'}: {error}")
    if not names and needed:
        reasons.append("towns: a town or a postcode must be given")
    if names or written is not None:
        values["towns"] = list(dict.fromkeys(towns))
    given = "latitude" in values or "longitude" in values
    lat, lon = values.pop("latitude", None), values.pop("longitude", None)
    if (lat is None) != (lon is None):
        reasons.append("latitude, longitude: both or neither")
    position = [] if lat is None or lon is None else [[lat, lon]]
    left_out = []
    if not public and (values.get("address") or position):
        given_away = [
            n for n, v in (("address", values.get("address")), ("position", position)) if v
        ]
        left_out.append(f"{', '.join(given_away)}: public_premises is not ja")
    if given:
        values["position"] = position if public else []
    if "address" in values and not public:
        values["address"] = None
    return reasons, tuple(left_out)


def positions_of(row: geo.Located) -> list[list[float]]:
    """A row's own positions as fields of a register; none for one that stands at its town."""
    if row.positions is None or row.position_accuracy != "exact":
        return []
    return [[round(lat, 6), round(lon, 6)] for lon, lat in row.positions["coordinates"]]


class Interests:
    """Interests by slug and by both names."""

    def __init__(self, session: Session) -> None:
        self.words = interest_terms(session)
        self._slugs = {
            fold(name): row.slug
            for row in session.scalars(select(Interest))
            for name in (row.slug, row.label_da, row.label_en)
        }

    def read(self, values: Fields) -> list[str]:
        """Turn the names of a row's interests into slugs; returns what is wrong."""
        reasons, slugs = [], []
        for name in values.get("interests") or []:
            slug = self._slugs.get(fold(name))
            if slug is None:
                reasons.append(f"interests: there is no interest {name[:40]!r}")
            else:
                slugs.append(slug)
        if "interests" in values:
            values["interests"] = list(dict.fromkeys(slugs))
        return reasons


def free_slug(name: str, taken: set[str]) -> str:
    """A slug for a new thing of this name; `taken` learns it."""
    plain = slugify(name) or "x"
    slug, number = plain, 1
    while slug in taken:
        number += 1
        slug = f"{plain[:90].strip('-')}-{number}"
    taken.add(slug)
    return slug


def iso_date(text: str | None) -> date | None:
    """A date of a register's fields."""
    return None if text is None else date.fromisoformat(text)

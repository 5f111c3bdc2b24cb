"""The columns of registers that say where something is, and how they are read."""

from __future__ import annotations

from typing import Final

from samspil.core import geo
from samspil.places.queries import Lookup
from samspil.registers import cells
from samspil.registers.cells import CellError
from samspil.registers.columns import Column, Fields

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

"""The layer that a file's features belong to, and the row that is kept of each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import numpy

from samspil.core.text import fold
from samspil.places.importing.features import (
    Feature,
    Refused,
    Table,
    excerpt,
    outline_of,
    point_of,
    srid_of,
)
from samspil.places.models import ADDRESS, LAYERS, MUNICIPALITY, PARISH, PLACE, POSTCODE

LONGEST_NAME: Final = 200
MOST_NAMES: Final = 20
# Statistics Denmark counts a locality as a town from 200 inhabitants; people say so from more.
TOWN_FROM: Final = 2_000
VILLAGE_FROM: Final = 200

# The names that authorities and older exports have for the same thing, the surest first.
_CODES: Final[dict[str, tuple[str, ...]]] = {
    MUNICIPALITY: ("kommunekode", "komkode", "kommunenr", "kommunenummer"),
    POSTCODE: ("postnr", "postnummer", "postnr_txt", "nr"),
    PARISH: ("sognekode", "sognenr", "sognenummer"),
}
_NAMES: Final[dict[str, tuple[str, ...]]] = {
    MUNICIPALITY: ("kommunenavn", "komnavn", "navn", "name"),
    POSTCODE: ("postnummernavn", "postnrnavn", "postbynavn", "navn", "name"),
    PARISH: ("sognenavn", "navn", "name"),
}
_AREAS: Final = (PARISH, POSTCODE, MUNICIPALITY)
# DAWA calls the code of most areas `kode`; its `href` says of what.
_DAWA_FOLDERS: Final = {
    MUNICIPALITY: "/kommuner/",
    POSTCODE: "/postnumre/",
    PARISH: "/sogne/",
    PLACE: "/steder/",
}
_PLACE_NAMES: Final = ("primærtnavn", "navn", "name", "stednavn", "skrivemaade", "skrivemåde")
_PLACE_SIGNS: Final = (
    "undertype",
    "under_type",
    "hovedtype",
    "feat_type",
    "kind",
    "bebyggelsestype",
)
_PLACE_POSTCODES: Final = ("postnr", "postnummer", "postnummer.nr", "postcode", "postnr_dagi2014")
_POPULATIONS: Final = ("egenskaber.indbyggerantal", "indb_antal", "indbyggerantal", "pop")
_KINDS: Final = {
    **dict.fromkeys(("town", "storby"), "town"),
    **dict.fromkeys(("village", "landsby"), "village"),
    **dict.fromkeys(("district", "bydel", "storbydel"), "district"),
    **dict.fromkeys(("hamlet", "spredtbebyggelse"), "hamlet"),
}
_BY: Final = "by"
_SETTLEMENTS: Final = frozenset({*_KINDS, _BY})
_ADDRESS_TEXTS: Final = ("adgangsadressebetegnelse", "betegnelse", "adressebetegnelse")
_ROADS: Final = (
    "adresseringsvejnavn",
    "vejnavn",
    "vejstykke.adresseringsnavn",
    "vejstykke.navn",
    "adgangsadresse.vejstykke.adresseringsnavn",
    "adgangsadresse.vejstykke.navn",
)
_HOUSES: Final = ("husnr", "husnummertekst", "adgangsadresse.husnr")
_ADDRESS_POSTCODES: Final = ("postnr", "postnummer.nr", "adgangsadresse.postnummer.nr")
_POST_TOWNS: Final = ("postnrnavn", "postnummer.navn", "adgangsadresse.postnummer.navn")


@dataclass(frozen=True, slots=True)
class Row:
    """What is kept of a feature; `shape` is binary and says its grid itself (EWKB)."""

    number: int
    code: str
    name: str
    shape: bytes
    kind: str | None = None
    spellings: tuple[str, ...] = ()


@dataclass(slots=True)
class Layer:
    """All that a file brings to one layer."""

    layer: str
    rows: list[Row] = field(default_factory=list)
    repaired: int = 0
    refused: list[Refused] = field(default_factory=list)
    left_out: int = 0


def layer_of(table: Table, wanted: str | None = None) -> str:
    """The layer that a table's features belong to, by their properties.

    Raises:
        Refused: none that we know.
    """
    if wanted is not None:
        return wanted
    first = table.features[0]
    for layer, belongs in _SIGNS.items():
        if belongs(first.properties):
            return layer
    names = ", ".join(excerpt(name) for name in list(first.properties)[:8]) or "no properties"
    kind = first.shape.geom_type if first.shape is not None else "no geometry"
    raise Refused(
        f"holds no layer that is known ({kind} with {names}); "
        f"say which it is with --layer {'|'.join(LAYERS)}"
    )


@numpy.errstate(invalid="ignore")
def rows_of(table: Table, layer: str, *, skip_refused: bool = False) -> Layer:
    """A table's features as rows of a layer; `skip_refused` leaves out what cannot be taken.

    Raises:
        Refused: names the first feature that cannot be taken, and how many more there are.
    """
    found = Layer(layer)
    srid = srid_of(table)
    seen: dict[str, int] = {}
    for feature in table.features:
        try:
            made = _row(feature, layer, srid)
            if made is None:
                found.left_out += 1
                continue
            row, repaired = made
            key = row.code if layer != PLACE else f"{fold(row.name)} {row.code}"
            if key in seen and layer != ADDRESS:
                raise Refused(f"is there twice ({excerpt(key)}, first as feature {seen[key]})")
            if seen.setdefault(key, row.number) == row.number:
                found.rows.append(row)
                found.repaired += repaired
        except Refused as refused:
            refused.feature = _named(feature)
            found.refused.append(refused)
    if found.refused and not (skip_refused and found.rows):
        first, more = found.refused[0], len(found.refused) - 1
        also = f" (and {more} more refused)" if more else ""
        raise Refused(f"{first.reason}{also}", first.feature)
    return found


def _row(feature: Feature, layer: str, srid: int) -> tuple[Row, bool] | None:
    """A feature's row, and whether its shape had to be repaired; None for what we do not keep."""
    if feature.fault is not None:
        raise Refused(feature.fault)
    if layer == PLACE:
        return _place(feature, srid)
    if layer == ADDRESS:
        name = _address(feature.properties)
        return Row(feature.number, name, name, point_of(feature.shape, srid)), False
    code, name = _code(feature.properties, layer), _name(feature.properties, _NAMES[layer])
    outline, repaired = outline_of(feature.shape, srid)
    return Row(feature.number, code, name, outline), repaired


def _place(feature: Feature, srid: int) -> tuple[Row, bool] | None:
    properties = feature.properties
    sort = _first(properties, _PLACE_SIGNS)
    if isinstance(sort, str) and fold(sort).replace(" ", "") not in _SETTLEMENTS:
        return None  # a lake, a hill, a summer-house area: nobody's town
    name = _name(properties, _PLACE_NAMES)
    postcode = _first(properties, _PLACE_POSTCODES)
    others = properties.get("sekundærenavne") or properties.get("other_names") or ()
    spellings = [fold(other) for other in _texts(others)]
    return Row(
        feature.number,
        "" if postcode is None else four_digits(postcode, "postcode"),
        name,
        point_of(feature.shape, srid),
        kind=_kind(sort, _first(properties, _POPULATIONS)),
        spellings=tuple(spelling for spelling in spellings if spelling),
    ), False


def _kind(sort: Any, population: Any) -> str | None:
    word = fold(sort).replace(" ", "") if isinstance(sort, str) else ""
    if word in _KINDS:
        return _KINDS[word]
    if isinstance(population, int | float) and population > 0:
        return (
            "town" if population >= TOWN_FROM
            else "village" if population >= VILLAGE_FROM
            else "hamlet"
        )  # fmt: skip
    return None


def _texts(value: Any) -> Iterable[str]:
    """Other names: "a|b", ["a", "b"] or [{"navn": "a"}]."""
    parts = value.split("|") if isinstance(value, str) else value
    if not isinstance(parts, list | tuple):
        return []
    named = [part.get("navn") if isinstance(part, dict) else part for part in parts[:MOST_NAMES]]
    return [name for name in named if isinstance(name, str) and _is_text(name)]


def _address(properties: Mapping[str, Any]) -> str:
    """ "Gurrevej 12, 3000 Helsingør": the house, not the flat."""
    road, house = _first(properties, _ROADS), _first(properties, _HOUSES)
    postcode, town = _first(properties, _ADDRESS_POSTCODES), _first(properties, _POST_TOWNS)
    if road is None or house is None or postcode is None:
        return _name(properties, _ADDRESS_TEXTS)
    written = f"{road} {house}, {four_digits(postcode, 'postcode')} {town or ''}".strip()
    return _name({"address": written}, ("address",))


def _code(properties: Mapping[str, Any], layer: str) -> str:
    code = _first(properties, (*_CODES[layer], "kode", "code"))
    if code is None:
        raise Refused(f"has no code (one of {', '.join(_CODES[layer])})")
    return four_digits(code, "code")


def four_digits(code: Any, what: str) -> str:
    """217, "217", 217.0 and "0217" are all the code "0217".

    Raises:
        Refused: it is no number of at most four digits.
    """
    if isinstance(code, float) and code.is_integer():
        code = int(code)
    text = str(code).strip() if isinstance(code, str | int) and not isinstance(code, bool) else ""
    if not re.fullmatch(r"[0-9]{1,4}", text):
        raise Refused(f"its {what} is not a number of four digits: {excerpt(repr(code))}")
    return text.zfill(4)


def _name(properties: Mapping[str, Any], names: Iterable[str]) -> str:
    name = _first(properties, names)
    if not isinstance(name, str) or not name.strip():
        raise Refused(f"has no name (one of {', '.join(names)})")
    name = " ".join(name.split())
    if len(name) > LONGEST_NAME or not _is_text(name) or not fold(name):
        raise Refused(f"its name cannot be used: {excerpt(repr(name))}")
    return name


def _is_text(text: str) -> bool:
    """Whether the database can hold a text, and a page can show it."""
    return text.isprintable() and text.encode(errors="replace").decode() == text


def _first(properties: Mapping[str, Any], names: Iterable[str]) -> Any:
    for name in names:
        if properties.get(name) not in (None, ""):
            return properties[name]
    return None


def _named(feature: Feature) -> str:
    """How a feature is called in a message."""
    names = (*_PLACE_NAMES, "komnavn", "kommunenavn", "sognenavn", *_ADDRESS_TEXTS)
    codes = (code for layer in _AREAS for code in _CODES[layer])
    name = _first(feature.properties, (*names, *codes, "kode", "id"))
    known = f" ({excerpt(str(name))})" if isinstance(name, str | int | float) else ""
    return f"feature {feature.number}{known}"


def _has_any(properties: Mapping[str, Any], names: Iterable[str]) -> bool:
    return _first(properties, names) is not None


def _is_of_dawa(layer: str) -> Callable[[Mapping[str, Any]], bool]:
    return lambda p: isinstance(p.get("href"), str) and _DAWA_FOLDERS[layer] in p["href"]


def _is_address(p: Mapping[str, Any]) -> bool:
    return _has_any(p, _HOUSES) or _has_any(p, ("adgangsadressebetegnelse",))


def _is_place(p: Mapping[str, Any]) -> bool:
    named = _has_any(p, _PLACE_NAMES)
    return named and (
        _has_any(p, _PLACE_SIGNS)
        or _is_of_dawa(PLACE)(p)
        or (_has_any(p, _PLACE_POSTCODES) and _has_any(p, ("pop", "geonames_id", "wof_id")))
    )


# In this order: an address has a postcode too, and a postcode area may name its municipality.
_SIGNS: Final[dict[str, Callable[[Mapping[str, Any]], bool]]] = {
    ADDRESS: _is_address,
    PLACE: _is_place,
    PARISH: lambda p: _has_any(p, _CODES[PARISH]) or _is_of_dawa(PARISH)(p),
    POSTCODE: lambda p: _has_any(p, _CODES[POSTCODE]) or _is_of_dawa(POSTCODE)(p),
    MUNICIPALITY: lambda p: (
        _has_any(p, _CODES[MUNICIPALITY])
        or _is_of_dawa(MUNICIPALITY)(p)
        or (_has_any(p, ("kode",)) and _has_any(p, ("regionskode",)))
    ),
}

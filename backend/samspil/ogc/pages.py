"""The documents as web pages: plain, without script, in the reader's language."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final, Literal

import orjson
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from orjson import Fragment

from samspil.core import language
from samspil.core.http.answers import json_of
from samspil.ogc import documents, texts
from samspil.ogc.collections import Collection, Property
from samspil.ogc.documents import NAME, PATH, Here, Site
from samspil.ogc.openapi import of_feature, of_items, of_page
from samspil.ogc.parameters import EPSG25832, MOST_LIMIT, Crs, Parameter
from samspil.registers.tables import csv_text

Labels = Mapping[str, str]

_TEMPLATES: Final = Path(__file__).parent / "templates"
_STYLE: Final = (_TEMPLATES / "style.css").read_text(encoding="utf-8")
_STYLE_HASH: Final = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()

POLICY: Final = (
    f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; img-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)

_environment: Final = Environment(
    loader=FileSystemLoader(_TEMPLATES),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def _page(name: str, here: Here, **values: Any) -> bytes:
    template = _environment.get_template(f"{name}.html")
    page = template.render(
        t=texts.wording,
        say=texts.say,
        language=language.current.get(),
        style=_STYLE,
        here=here,
        site=here.site,
        name=NAME,
        address=here.site.address,
        crumbs=_crumbs(here),
        **values,
    )
    return page.encode()


def _crumbs(here: Here) -> list[tuple[str, str]]:
    """(title, address) of the documents above this one."""
    if not here.parts:
        return []
    above = [(texts.wording("title"), here.site.address())]
    if here.parts[0] == "collections" and len(here.parts) > 1:
        above.append((texts.wording("collections"), here.site.address("collections")))
    return above


def landing(here: Here, document: documents.Document, described: Sequence[Collection]) -> bytes:
    """Where everything begins, with the collections at once."""
    return _page("landing", here, document=document, collections=described)


def conformance(here: Here) -> bytes:
    """What is conformed to."""
    return _page("conformance", here, classes=documents.CONFORMS_TO)


def collections(here: Here, described: Sequence[tuple[Collection, Any]]) -> bytes:
    """All collections."""
    entries = [_described(one, row, here.site) for one, row in described]
    return _page("collections", here, entries=entries)


def collection(here: Here, one: Collection, row: Any) -> bytes:
    """A collection: where it is, what it tells, and how to choose from it."""
    common = [parameter for parameter in of_items(one) if parameter not in one.filters]
    return _page(
        "collection",
        here,
        collection=one,
        entry=_described(one, row, here.site),
        common=common,
        values_of=_values_of,
    )


def _described(one: Collection, row: Any, site: Site) -> dict[str, Any]:
    document = documents.collection(one, row, [], site)
    return document | {
        "downloads": _downloads(site, one),
        "period": _interval(row.begins, row.ends) if one.period is not None else "",
    }


def _downloads(site: Site, one: Collection) -> list[tuple[str, str]]:
    """(title, address) of the whole collection, or as much as one answer holds."""

    def items(**query: str) -> str:
        return site.address("collections", one.id, "items", **query, limit=MOST_LIMIT)

    return [
        (texts.wording("download.geojson"), items(f="json")),
        (texts.wording("download.grid"), items(f="json", crs=EPSG25832.uri)),
        (texts.wording("download.csv"), items(f="csv")),
        (texts.wording("download.excel"), items(f="csv", separator="semicolon")),
    ]


def _values_of(parameter: Parameter) -> str:
    """What a parameter takes, in few words."""
    schema = parameter.schema
    if schema["type"] == "array":
        of = schema["items"].get("enum", ())
        several = texts.wording("several")
        return f"{', '.join(of)} ({several})" if of else several
    if schema["type"] == "boolean":
        return "true, false"
    if schema["type"] == "integer":
        return f"{schema['minimum']}–{schema['maximum']}"
    return ", ".join(schema.get("enum", ()))


def features(here: Here, one: Collection, document: documents.Document, interests: Labels) -> bytes:
    """A page of features as a table of what tells most."""
    by_name = {each.name: each for each in one.properties}
    next_page = next((link for link in document["links"] if link["rel"] == "next"), None)
    return _page(
        "features",
        here,
        collection=one,
        document=document,
        columns=[by_name[name] for name in one.heading],
        shown=_shown_with(interests),
        next_page=next_page,
        first_page=here.again(cursor=None) if "cursor" in here.query else None,
        links=[
            (texts.wording("download.geojson"), here.again(f="json")),
            (texts.wording("download.csv"), here.again(f="csv")),
            (texts.wording("download.excel"), here.again(f="csv", separator="semicolon")),
        ],
    )


def feature(
    here: Here, one: Collection, document: documents.Document, crs: Crs, interests: Labels
) -> bytes:
    """One feature with all its properties."""
    return _page(
        "feature",
        here,
        collection=one,
        document=document,
        heading=document["properties"][one.heading[0]],
        points=points_of(document["geometry"]),
        crs=crs,
        shown=_shown_with(interests),
    )


def _shown_with(interests: Labels) -> Callable[[Property, Any], str]:
    """How a property is shown to people; nothing is an empty text."""

    def name(code: str) -> str:
        return texts.say(texts.VALUES[code]) if code in texts.VALUES else interests.get(code, code)

    def shown(of: Property, value: Any) -> str:
        if value is None:
            return ""
        if isinstance(value, bool):
            return texts.wording("yes" if value else "no")
        if isinstance(value, datetime):
            return f"{value:%Y-%m-%d %H:%M}"
        several = value if isinstance(value, list) else [str(value)]
        return ", ".join(map(name, several) if of.is_coded else several)

    return shown


def _interval(begins: datetime | None, ends: datetime | None) -> str:
    if begins is None:
        return ""
    until = f" {texts.wording('to')} {ends:%Y-%m-%d}" if ends is not None else ""
    return f"{texts.wording('from')} {begins:%Y-%m-%d}{until}"


def interface(here: Here, described: Sequence[Collection]) -> bytes:
    """The interface's description for people."""
    addresses = [
        ("", texts.wording("title"), of_page()),
        ("/api", texts.wording("link.api"), of_page()),
        ("/conformance", texts.wording("link.conformance"), of_page()),
        ("/collections", texts.wording("collections"), of_page()),
    ]
    for one in described:
        title, path = texts.say(one.title), f"/collections/{one.id}"
        addresses += [
            (path, title, of_page()),
            (f"{path}/items", title, of_items(one)),
            (f"{path}/items/{{id}}", title, of_feature()),
        ]
    return _page("api", here, root=PATH, addresses=addresses, values_of=_values_of)


# Features as a table: CSV for programs, or as a Danish spreadsheet opens it.

Separator = Literal["comma", "semicolon"]


def table(
    collection: Collection, features: Sequence[Mapping[str, Any]], crs: Crs, separator: Separator
) -> bytes:
    """A line for each feature: id, first position in the system's order, properties, all positions.

    With `semicolon` come decimal commas and a byte order mark, without which Excel reads neither
    figures nor æ, ø and å.
    """
    names = [one.name for one in collection.properties]
    danish = separator == "semicolon"
    rows: list[list[str | float | None]] = [["id", *crs.axes, *names, "wkt"]]
    for feature in features:
        points = points_of(feature["geometry"])
        first = points[0] if points else [None, None]
        cells = [_plain(feature["properties"][name]) for name in names]
        rows.append([feature["id"], *first, *cells, _wkt(points)])
    if not danish:
        return csv_text(rows, delimiter=",", mark=False).encode()
    return csv_text(rows, decimal=",").encode()


def points_of(geometry: Fragment | None) -> list[list[float]]:
    """The points of a feature's MultiPoint."""
    if geometry is None:
        return []
    points: list[list[float]] = orjson.loads(json_of(geometry))["coordinates"]
    return points


def _wkt(points: Sequence[Sequence[float]]) -> str:
    if not points:
        return ""
    return f"MULTIPOINT({', '.join(f'({x} {y})' for x, y in points)})"


def _plain(value: Any) -> str | float | None:
    """A value as a cell holds it."""
    if isinstance(value, list):
        return ", ".join(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "true" if value else "false"
    cell: str | float | None = value
    return cell

"""The documents as web pages: plain, without script, in the reader's language."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from samspil.core import language
from samspil.discover.ogc import documents, words
from samspil.discover.ogc.collection import Collection
from samspil.discover.ogc.crs import EPSG25832, Crs
from samspil.discover.ogc.links import NAME, PATH, Here, Site
from samspil.discover.ogc.openapi import of_feature, of_items, of_page
from samspil.discover.ogc.parameters import MOST_LIMIT, Parameter
from samspil.discover.ogc.tables import points_of

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
        t=words.text,
        say=words.say,
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
    above = [(words.text("title"), here.site.address())]
    if here.parts[0] == "collections" and len(here.parts) > 1:
        above.append((words.text("collections"), here.site.address("collections")))
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
        (words.text("download.geojson"), items(f="json")),
        (words.text("download.grid"), items(f="json", crs=EPSG25832.uri)),
        (words.text("download.csv"), items(f="csv")),
        (words.text("download.excel"), items(f="csv", separator="semicolon")),
    ]


def _values_of(parameter: Parameter) -> str:
    """What a parameter takes, in few words."""
    schema = parameter.schema
    if schema["type"] == "array":
        of = schema["items"].get("enum", ())
        several = words.text("several")
        return f"{', '.join(of)} ({several})" if of else several
    if schema["type"] == "boolean":
        return "true, false"
    if schema["type"] == "integer":
        return f"{schema['minimum']}–{schema['maximum']}"
    return ", ".join(schema.get("enum", ()))


def features(here: Here, one: Collection, document: documents.Document) -> bytes:
    """A page of features as a table of what tells most."""
    by_name = {shown.name: shown for shown in one.shows}
    next_page = next((link for link in document["links"] if link["rel"] == "next"), None)
    return _page(
        "features",
        here,
        collection=one,
        document=document,
        columns=[by_name[name] for name in one.heading],
        shown=_shown,
        next_page=next_page,
        first_page=here.again(cursor=None) if "cursor" in here.query else None,
        links=[
            (words.text("download.geojson"), here.again(f="json")),
            (words.text("download.csv"), here.again(f="csv")),
            (words.text("download.excel"), here.again(f="csv", separator="semicolon")),
        ],
    )


def feature(here: Here, one: Collection, document: documents.Document, crs: Crs) -> bytes:
    """One feature with all its facts."""
    return _page(
        "feature",
        here,
        collection=one,
        document=document,
        heading=document["properties"][one.heading[0]],
        points=points_of(document["geometry"]),
        crs=crs,
        shown=_shown,
    )


def _shown(value: Any) -> str:
    """A fact as people read it; nothing is an empty text."""
    match value:
        case None:
            return ""
        case bool():
            return words.text("yes" if value else "no")
        case datetime():
            return f"{value:%Y-%m-%d %H:%M}"
        case list():
            return ", ".join(value)
        case _:
            return str(value)


def _interval(begins: datetime | None, ends: datetime | None) -> str:
    if begins is None:
        return ""
    until = f" {words.text('to')} {ends:%Y-%m-%d}" if ends is not None else ""
    return f"{words.text('from')} {begins:%Y-%m-%d}{until}"


def interface(here: Here, described: Sequence[Collection]) -> bytes:
    """The interface's description for people."""
    addresses = [
        ("", words.text("title"), of_page()),
        ("/api", words.text("link.api"), of_page()),
        ("/conformance", words.text("link.conformance"), of_page()),
        ("/collections", words.text("collections"), of_page()),
    ]
    for one in described:
        title, path = words.say(one.title), f"/collections/{one.id}"
        addresses += [
            (path, title, of_page()),
            (f"{path}/items", title, of_items(one)),
            (f"{path}/items/{{id}}", title, of_feature()),
        ]
    return _page(
        "api",
        here,
        root=PATH,
        addresses=addresses,
        values_of=_values_of,
    )

"""The documents of OGC API – Features as JSON; pages and tables are made from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import quote, urlencode

from samspil.ogc.collections import Collection
from samspil.ogc.parameters import CRS84, EPSG25832, SYSTEMS, ItemsQuery
from samspil.ogc.texts import say, wording
from samspil.search import paging
from samspil.search.near import fragment

Document = dict[str, Any]

FEATURES_1: Final = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf"
FEATURES_2: Final = "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf"
CONFORMS_TO: Final = (
    f"{FEATURES_1}/core",
    f"{FEATURES_1}/oas30",
    f"{FEATURES_1}/html",
    f"{FEATURES_1}/geojson",
    f"{FEATURES_2}/crs",
)
GREGORIAN: Final = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"


def landing(here: Here, municipality: str | None) -> Document:
    """Where everything begins."""
    site = here.site
    return {
        "title": f"{NAME} {municipality or ''}".rstrip() + f": {wording('title').lower()}",
        "description": wording("description"),
        "links": [
            *here.itself(),
            link("service-desc", site.address("api", f="json"), OPENAPI, wording("api.machine")),
            link("service-doc", site.address("api", f="html"), HTML, wording("link.api")),
            *links(site, "conformance", ["conformance"], PAGE, wording("link.conformance")),
            *links(site, "data", ["collections"], PAGE, wording("link.data")),
        ],
    }


def conformance(here: Here) -> Document:
    """What is conformed to; the links are not asked for, but lead on."""
    return {"conformsTo": list(CONFORMS_TO), "links": here.itself()}


def collections(here: Here, described: Sequence[tuple[Collection, Any]]) -> Document:
    """All collections, each with its row of `queries.extents`."""
    return {
        "links": here.itself(),
        "crs": list(SYSTEMS),
        "collections": [
            collection(one, row, here.beside("collections", one.id).itself(), here.site)
            for one, row in described
        ],
    }


def collection(one: Collection, row: Any, own: Sequence[Link], site: Site) -> Document:
    """A collection, from its row of `queries.extents`."""
    document: Document = {
        "id": one.id,
        "title": say(one.title),
        "description": say(one.description),
        "itemType": "feature",
        "crs": list(SYSTEMS),
        "storageCrs": EPSG25832.uri,
        "links": [
            *own,
            *links(site, "items", ["collections", one.id, "items"], FEATURES, say(one.title)),
        ],
    }
    extent = _extent(one, row)
    return document | ({"extent": extent} if extent else {})


def _extent(one: Collection, row: Any) -> Document:
    extent: Document = {}
    if row.west is not None:
        box = [round(edge, CRS84.decimals) for edge in (row.west, row.south, row.east, row.north)]
        extent["spatial"] = {"bbox": [box], "crs": CRS84.uri}
    if one.period is not None and row.begins is not None:
        interval = [_utc(row.begins), None if row.ends is None else _utc(row.ends)]
        extent["temporal"] = {"interval": [interval], "trs": GREGORIAN}
    return extent


def features(here: Here, one: Collection, query: ItemsQuery, rows: Sequence[Any]) -> Document:
    """A page of features, from the rows of `queries.page`; without its `timeStamp`."""
    found = [row for row in rows if row.id is not None]
    shown, cursor = paging.cut(found, query.limit, query.search, lambda row: (row.id.hex,))
    return {
        "type": "FeatureCollection",
        "features": [_feature(one, row, here.site) for row in shown],
        "numberMatched": rows[0].matched,
        "numberReturned": len(shown),
        "links": [
            *here.itself(),
            *([_next(here, cursor)] if cursor is not None else []),
            *_to_collection(here.site, one),
        ],
    }


def _next(here: Here, cursor: str) -> Link:
    return link(
        "next", here.again(f=here.format, cursor=cursor), here.media_type, wording("link.next")
    )


def stamped(document: Document, now: datetime) -> Document:
    """The document with the moment it was made at."""
    return document | {"timeStamp": _utc(now)}


def feature(here: Here, one: Collection, row: Any) -> Document:
    """A feature alone, from a row of `queries.one`."""
    document = _feature(one, row, here.site)
    page = document["properties"]["url"]
    person = link("related", page, HTML, wording("link.person"))
    return document | {"links": [*here.itself(), *_to_collection(here.site, one), person]}


def _feature(one: Collection, row: Any, site: Site) -> Document:
    return {
        "type": "Feature",
        "id": row.id,
        "geometry": fragment(row.geometry),
        "properties": one.values(row, site.public_url),
    }


def _to_collection(site: Site, one: Collection) -> list[Link]:
    return links(site, "collection", ["collections", one.id], PAGE, wording("link.collection"))


def _utc(moment: datetime) -> str:
    """RFC 3339 in UTC to the second."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}Z"


# Absolute addresses below the public one, and links to them.

NAME: Final = "Samspil"
PATH: Final = "/api/ogc"
JSON: Final = "application/json"
GEOJSON: Final = "application/geo+json"
OPENAPI: Final = "application/vnd.oai.openapi+json;version=3.0"
HTML: Final = "text/html"
CSV: Final = "text/csv"

Formats = Mapping[str, str]
PAGE: Final[Formats] = {"json": JSON, "html": HTML}
DEFINITION: Final[Formats] = {"json": OPENAPI, "html": HTML}
FEATURE: Final[Formats] = {"json": GEOJSON, "html": HTML}
FEATURES: Final[Formats] = {"json": GEOJSON, "html": HTML, "csv": CSV}

Link = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Site:
    """The installation that the links lead to."""

    public_url: str

    def address(self, *parts: str, **query: Any) -> str:
        """The address of a resource: `address("collections", "needs", limit=10)`."""
        path = "".join(f"/{quote(part, safe='')}" for part in parts)
        asked = f"?{urlencode(query, safe=':/,')}" if query else ""
        return f"{self.public_url}{PATH}{path}{asked}"


@dataclass(frozen=True, slots=True)
class Here:
    """The document of a request: its address, its parameters and its format."""

    site: Site
    parts: Sequence[str]
    query: Mapping[str, str]
    formats: Formats
    format: str

    @property
    def media_type(self) -> str:
        """What this document is."""
        return self.formats[self.format]

    def again(self, **changed: str | int | None) -> str:
        """This document's address with parameters changed; None leaves one out."""
        query = {**self.query, **changed}
        kept = {name: value for name, value in query.items() if value is not None}
        return self.site.address(*self.parts, **kept)

    def beside(self, *parts: str) -> Here:
        """Another document in the formats of this one, asked for without parameters."""
        return Here(self.site, parts, {}, self.formats, self.format)

    def itself(self) -> list[Link]:
        """The links `self` and `alternate`."""
        own = link("self", self.again(f=self.format), self.media_type, wording("link.self"))
        return [own, *self.alternates()]

    def alternates(self) -> list[Link]:
        """This document in its other formats."""
        return [
            link("alternate", self.again(f=name), media_type, f"{wording('link.self')} {_as(name)}")
            for name, media_type in self.formats.items()
            if name != self.format
        ]


def link(rel: str, href: str, media_type: str, title: str) -> Link:
    """A link as it stands in a document."""
    return {"href": href, "rel": rel, "type": media_type, "title": title}


def links(site: Site, rel: str, parts: Sequence[str], formats: Formats, title: str) -> list[Link]:
    """A link to a resource in each of its formats."""
    return [
        link(rel, site.address(*parts, f=name), media_type, f"{title} {_as(name)}")
        for name, media_type in formats.items()
    ]


def header(links: Iterable[Link]) -> str:
    """The links as an HTTP header; titles are left out, for they are not ASCII."""
    return ", ".join(f'<{one["href"]}>; rel="{one["rel"]}"; type="{one["type"]}"' for one in links)


def _as(name: str) -> str:
    return wording(f"link.{name}")

"""Where things are: absolute addresses below the public one, and the links that lead there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote, urlencode

from samspil.ogc.words import wording

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
    """The document being made: where it is, as what, and what it was asked with."""

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


def header(given: Iterable[Link]) -> str:
    """The links as an HTTP header; titles are left out, for they are not ASCII."""
    return ", ".join(f'<{one["href"]}>; rel="{one["rel"]}"; type="{one["type"]}"' for one in given)


def _as(name: str) -> str:
    return wording(f"link.{name}")

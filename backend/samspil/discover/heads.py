"""The <head> of public pages, so that previews and crawlers see them without JavaScript."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

import orjson

from samspil.core.http.answers import json_of
from samspil.core.language import text
from samspil.discover import cards

MOST_DESCRIPTION = 300
SIMPLE_KINDS = {
    "find": "WebSite",
    "associations": "CollectionPage",
    "premises": "CollectionPage",
}


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself."""

    path: str
    title: str
    description: str
    kind: str = "website"
    linked_data: Mapping[str, Any] | None = None
    found: bool = True
    public: bool = True
    picture: str = "/icons/share.png"


def html(head: Head, site: Mapping[str, Any], language: str) -> str:
    """The elements, everything that people wrote escaped."""
    if not head.public:
        return "\n".join(_private(head, site))
    address = f"{site['public_url']}{head.path}"
    description = head.description[:MOST_DESCRIPTION]
    name = site_name(site)
    properties = {
        "og:title": head.title,
        "og:description": description,
        "og:type": head.kind,
        "og:url": address,
        "og:site_name": name,
        "og:locale": "da_DK" if language == "da" else "en_GB",
        "og:image": f"{site['public_url']}{head.picture}",
        "og:image:width": str(cards.WIDTH),
        "og:image:height": str(cards.HEIGHT),
    }
    lines = [
        f"<title>{escape(head.title)} · {escape(name)}</title>",
        f'<meta name="description" content="{escape(description)}">',
        f'<link rel="canonical" href="{escape(address)}">',
        *(
            f'<meta property="{key}" content="{escape(value)}">'
            for key, value in properties.items()
        ),
        '<meta name="twitter:card" content="summary_large_image">',
    ]
    if not head.found:
        lines.append('<meta name="robots" content="noindex">')
    if head.linked_data is not None:
        document = {"@context": "https://schema.org"} | dict(head.linked_data)
        lines.append(f'<script type="application/ld+json">{_script(document)}</script>')
    lines.append(_about_site(site))
    return "\n".join(lines)


def _private(head: Head, site: Mapping[str, Any]) -> list[str]:
    """Of a page for one person: its address, which may hold a secret, stands nowhere."""
    return [
        f"<title>{escape(head.title)} · {escape(site_name(site))}</title>",
        '<meta name="robots" content="noindex">',
        '<meta name="referrer" content="no-referrer">',
        _about_site(site),
    ]


def site_name(site: Mapping[str, Any]) -> str:
    """What this installation is called."""
    return f"{site['name']} {site['municipality']}"


def _about_site(site: Mapping[str, Any]) -> str:
    return f'<script type="application/json" id="samspil-site">{_script(site)}</script>'


def picture_of(path: str) -> str:
    """Where the picture of a page stands that is shown when it is shared."""
    return f"{path.rstrip('/')}/billede.png"


def _script(document: Any) -> str:
    """JSON that cannot end the element it stands in."""
    return json_of(document).decode().replace("<", "\\u003c")


def simple(path: str, page: str) -> Head:
    """A page that is not about one thing, with its texts from the catalogue."""
    title, description = text(f"page.{page}.title"), text(f"page.{page}.description")
    kind = SIMPLE_KINDS.get(page, "WebPage")
    return Head(
        path,
        title,
        description,
        linked_data={"@type": kind, "name": title, "description": description},
    )


def private(path: str, page: str) -> Head:
    """A page for one person, or for those who run something."""
    return Head(path, text(f"page.{page}.title"), "", public=False)


def missing(path: str) -> Head:
    """A page that is not there."""
    return Head(path, text("page.missing.title"), text("not-found.detail"), found=False)


def of_need(path: str, need: Mapping[str, Any]) -> Head:
    """A need as schema.org's JobPosting for volunteers."""
    association = need["association"]
    posting = {
        "@type": "JobPosting",
        "title": need["title"],
        "description": need["description_html"],
        "datePosted": need["published_at"],
        "employmentType": "VOLUNTEER",
        "hiringOrganization": {"@type": "NGO", "name": association["name"]},
        "inLanguage": need["lang"],
    }
    if need["deadline"] is not None:
        posting["validThrough"] = need["deadline"]
    if need["remote"]:
        posting["jobLocationType"] = "TELECOMMUTE"
    else:
        posting["jobLocation"] = _place(need)
    title = f"{need['title']} · {association['name']}"
    return Head(path, title, need["summary"], "article", posting, picture=picture_of(path))


def of_association(path: str, association: Mapping[str, Any]) -> Head:
    """An association as schema.org's NGO."""
    ngo = {
        "@type": "NGO",
        "name": association["name"],
        "description": association["summary"],
        "url": association["website"],
        "location": _place(association),
    }
    return Head(
        path,
        association["name"],
        association["summary"],
        "profile",
        _without_none(ngo),
        picture=picture_of(path),
    )


def of_premises(path: str, premises: Mapping[str, Any]) -> Head:
    """Premises as schema.org's CivicStructure."""
    spaces = premises["spaces"]
    structure = _place(premises) | {
        "@type": "CivicStructure",
        "name": premises["name"],
        "description": premises["summary"],
        "maximumAttendeeCapacity": max((s["capacity"] for s in spaces), default=None),
        "amenityFeature": [
            {"@type": "LocationFeatureSpecification", "name": feature, "value": True}
            for feature in premises["features"]
        ],
    }
    return Head(path, premises["name"], premises["summary"], "website", _without_none(structure))


def _place(thing: Mapping[str, Any]) -> dict[str, Any]:
    place: dict[str, Any] = {"@type": "Place"}
    address = {"@type": "PostalAddress", "addressCountry": "DK"}
    if thing["address"]:
        address["streetAddress"] = thing["address"]
    towns = orjson.loads(json_of(thing["places"]))
    if towns:
        address["addressLocality"] = towns[0]["name"]
    place["address"] = address
    if thing["position"] is not None:
        lon, lat = orjson.loads(json_of(thing["position"]))["coordinates"]
        place["geo"] = {"@type": "GeoCoordinates", "latitude": lat, "longitude": lon}
    return place


def _without_none(document: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in document.items() if value is not None}

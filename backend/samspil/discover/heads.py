"""The <head> of public pages, so that previews and crawlers see them without JavaScript."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from html import escape
from pathlib import Path
from typing import Any, Final

import orjson
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from PIL import Image, ImageDraw, ImageFont
from PIL.ImageFont import FreeTypeFont

from samspil.core import files
from samspil.core.http.answers import json_of
from samspil.core.language import text

MOST_DESCRIPTION = 300
SIMPLE_KINDS = {"find": "WebSite", "associations": "CollectionPage", "premises": "CollectionPage"}


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
        "og:image:width": str(WIDTH),
        "og:image:height": str(HEIGHT),
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


# The picture of a page that is shared: what it is called, and whose it is, large enough to read.
#
# It is drawn when a crawler asks for it and kept in memory for a while; nothing of it is stored.

WIDTH: Final = 1200
HEIGHT: Final = 630
MOST_KEPT: Final = 256

# The light theme's colours.
SAND: Final = "#faf8f4"
COAST: Final = "#0d5257"
INK: Final = "#1a2023"
MUTE: Final = "#5a6469"

_MARGIN: Final = 84
_BAR: Final = 20
_ROOM: Final = WIDTH - 2 * _MARGIN
_SITE_TOP: Final = 72
_TITLE_TOP: Final = 172
_ABOUT_TOP: Final = 518
_TITLE_ROOM: Final = _ABOUT_TOP - _TITLE_TOP - 24
_SIZES: Final = (88, 76, 66, 58)
_SMALL: Final = 38
_LINE: Final = 1.16
_ELLIPSIS: Final = "…"


@lru_cache(maxsize=MOST_KEPT)
def card(title: str, about: str, site: str) -> bytes:
    """A PNG of 1200 × 630 pixels.

    Args:
        title: what the page is about, on as many lines as it needs.
        about: a line below it.
        site: whose page it is, a line above it.
    """
    picture = Image.new("RGB", (WIDTH, HEIGHT), SAND)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, _BAR, HEIGHT), fill=COAST)
    strong, small = _font(files.BOLD_FONT, _SMALL), _font(files.PLAIN_FONT, _SMALL)
    draw.text((_MARGIN, _SITE_TOP), _cut(_drawable(site), strong), COAST, strong)
    font, lines = _fitted(_drawable(title))
    top = float(_TITLE_TOP)
    for line in lines:
        draw.text((_MARGIN, top), line, INK, font)
        top += font.size * _LINE
    draw.text((_MARGIN, _ABOUT_TOP), _cut(_drawable(about), small), MUTE, small)
    kept = io.BytesIO()
    # Few colours: a third of the bytes, and nobody sees the difference.
    picture.quantize(64).save(kept, "PNG")
    return kept.getvalue()


def _fitted(title: str) -> tuple[FreeTypeFont, list[str]]:
    """On as few lines as may be, so that no word stands alone, and then as large as may be."""
    sizes = (
        (font, _wrapped(title, font)) for font in (_font(files.BOLD_FONT, size) for size in _SIZES)
    )
    fitting = [(f, lines) for f, lines in sizes if len(lines) * f.size * _LINE <= _TITLE_ROOM]
    if fitting:
        return min(fitting, key=lambda one: (len(one[1]), -one[0].size))
    font = _font(files.BOLD_FONT, _SIZES[-1])
    most = int(_TITLE_ROOM / (font.size * _LINE))
    lines = _wrapped(title, font)
    return font, [*lines[: most - 1], _cut(" ".join(lines[most - 1 :]), font)]


def _wrapped(text: str, font: FreeTypeFont) -> list[str]:
    """Lines of whole words; a word that is longer than a line is cut."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= _ROOM:
            lines[-1] = longer
        else:
            lines.append(_cut(word, font))
    return [line for line in lines if line]


def _cut(text: str, font: FreeTypeFont) -> str:
    """As much of a line as there is room for."""
    if font.getlength(text) <= _ROOM:
        return text
    while text and font.getlength(text + _ELLIPSIS) > _ROOM:
        text = text[:-1]
    return text.rstrip() + _ELLIPSIS


def _drawable(text: str) -> str:
    """The characters that the font has; a box in place of the others would say nothing."""
    return "".join(c for c in text if c.isspace() or ord(c) in _characters())


@cache
def _characters() -> frozenset[int]:
    with TTFont(files.BOLD_FONT, lazy=True) as font:
        return frozenset(font.getBestCmap())


@cache
def _font(file: Path, size: int) -> FreeTypeFont:
    return ImageFont.truetype(file, size)

"""The picture of a page that is shared: what it is called, and whose it is, large enough to read.

It is drawn when a crawler asks for it and kept in memory for a while; nothing of it is stored.
"""

from __future__ import annotations

import io
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from PIL import Image, ImageDraw, ImageFont
from PIL.ImageFont import FreeTypeFont

from samspil.core import fonts

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
    strong, small = _font(fonts.BOLD, _SMALL), _font(fonts.PLAIN, _SMALL)
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
    sizes = ((font, _wrapped(title, font)) for font in (_font(fonts.BOLD, size) for size in _SIZES))
    fitting = [(f, lines) for f, lines in sizes if len(lines) * f.size * _LINE <= _TITLE_ROOM]
    if fitting:
        return min(fitting, key=lambda one: (len(one[1]), -one[0].size))
    font = _font(fonts.BOLD, _SIZES[-1])
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
    with TTFont(fonts.BOLD, lazy=True) as font:
        return frozenset(font.getBestCmap())


@cache
def _font(file: Path, size: int) -> FreeTypeFont:
    return ImageFont.truetype(file, size)

"""How news are said in a mail, in the language of the moment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import orjson

from samspil.core.language import current, text
from samspil.core.mail import BETWEEN

NEXT_DOOR_M: Final = 100
STEP_M: Final = 50
KILOMETRE: Final = 1_000
NO_DECIMALS_FROM: Final = 9_950


def news(count: int, most: int) -> str:
    """How many there are, as far as is known."""
    if count > most:
        return text("search.news.more", most=most)
    return text("search.news.one" if count == 1 else "search.news.some", count=count)


def which(count: int, most: int) -> str:
    """What the mail's list is."""
    return text("search.which.first" if count > most else "search.which.all", most=most)


def names(searches: Sequence[str]) -> str:
    """Searches by their names."""
    *first, last = (f"“{name}”" for name in searches)
    return text("search.several", first=", ".join(first), last=last) if first else last


def about(row: Any, search: str | None) -> str:
    """A line on a need of `queries.news`: whose it is, where, and which search found it."""
    parts = [row.association, _where(row)]
    if search is not None:
        parts.append(text("search.fits", name=search))
    return BETWEEN.join(part for part in parts if part)


def _where(row: Any) -> str:
    if row.remote:
        return text("search.from-home")
    if row.metres is None or (row.vague and row.metres < NEXT_DOOR_M):
        return ", ".join(place["name"] for place in orjson.loads(row.places))
    away = distance(row.metres)
    return text("search.about", distance=away) if row.vague else away


def distance(metres: float) -> str:
    """As the screens say it: the nearer, the finer."""
    if metres < NEXT_DOOR_M:
        return text("search.under", distance=f"{NEXT_DOOR_M} m")
    rounded = round(metres / STEP_M) * STEP_M
    if rounded < KILOMETRE:
        return f"{rounded} m"
    said = f"{metres / KILOMETRE:.{0 if metres >= NO_DECIMALS_FROM else 1}f}".removesuffix(".0")
    return f"{said.replace('.', ',') if current.get() == 'da' else said} km"

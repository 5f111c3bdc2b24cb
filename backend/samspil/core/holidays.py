"""Danish public holidays (helligdage): when most of what people do in their spare time pauses."""

from __future__ import annotations

import functools
from datetime import date
from typing import Final

import holidays

from samspil.core import language
from samspil.core.language import Language

_LOCALES: Final[dict[Language, str]] = {"da": "da", "en": "en_US"}


def name_of(day: date) -> str | None:
    """What a public holiday is called in the reader's language; None for other days."""
    name: str | None = _of_year(day.year, language.current.get()).get(day)
    return name


@functools.lru_cache(maxsize=32)
def _of_year(year: int, spoken: Language) -> holidays.HolidayBase:
    return holidays.country_holidays("DK", years=year, expand=False, language=_LOCALES[spoken])

"""Which place does somebody mean who wrote its name or its postcode?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

from samspil.core.text import fold
from samspil.places.models import Place
from samspil.registers.cells import CellError

_BIGGEST_FIRST: Final = {"town": 0, "village": 1, "district": 2, "hamlet": 3}


class Lookup:
    """Places by every spelling they are known by, and by postcode.

    Typing errors are not forgiven as in a search: nobody looks at what was found. The nearest
    name is said instead.
    """

    def __init__(self, places: Iterable[Place]) -> None:
        self.by_slug: dict[str, Place] = {}
        self._spelled: dict[str, Place] = {}
        self._postcodes: dict[str, Place] = {}
        for place in sorted(places, key=lambda p: (_BIGGEST_FIRST[p.kind], fold(p.name))):
            self.by_slug[place.slug] = place
            self._postcodes.setdefault(place.postcode, place)
            for spelling in (fold(place.slug), *place.spellings):
                self._spelled.setdefault(spelling, place)

    def slug(self, written: str) -> str:
        """The slug of a place by name ("Ålsgårde", "aalsgaarde", "3140 Ålsgårde") or postcode.

        Raises:
            CellError: there is no such place.
        """
        code, name = re.fullmatch(r"\s*(\d{4})?\s*(.*?)\s*", written, re.DOTALL).groups()  # type: ignore[union-attr]
        place = self._spelled.get(fold(name)) if name else self._postcodes.get(code or "")
        if place is not None:
            return place.slug
        nearest = get_close_matches(fold(name), self._spelled, 1) if name else []
        hint = f"; did you mean {self._spelled[nearest[0]].name}?" if nearest else ""
        raise CellError(f"there is no place {written[:40]!r} here{hint}")

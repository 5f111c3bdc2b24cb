"""Does a text speak of what somebody is good at? Words in any form, also inside compounds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from samspil.core.text import fold, stem, terms

Stems = frozenset[str]

# Words of a skill that say nothing of what it is.
_EMPTY: Final = frozenset(
    ["god", "godt", "lidt", "erfaring", "kendskab", "interesse", "lyst", "glad", "sikker"]
)
_LETTERS_OF_A_BEGINNING: Final = 4
_MOST_STEMS: Final = 40
_SPELLINGS: Final = {"ae": "(æ|ä|ae)", "a": "(a|å|aa)", "o": "(o|ø|ö|oe)"}


@lru_cache(maxsize=4096)
def skill_stems(skill: str) -> Stems:
    """The stems of the folded words that tell what a skill is."""
    return frozenset(stem(word) for word in terms(skill) if word not in _EMPTY)


@lru_cache(maxsize=16384)
def folded_words(text: str) -> tuple[str, ...]:
    """A text's folded words."""
    return tuple(fold(text).split())


def speaks_of(words: Iterable[str], stems: Stems) -> bool:
    """Whether one of the folded words has a stem; a long one may begin a compound.

    >>> speaks_of(("fodboldtraener", "soges"), skill_stems("fodbold"))
    True
    """
    beginnings, whole = _by_length(stems)
    return any(
        word.startswith(beginnings) or (bool(whole) and stem(word) in whole) for word in words
    )


@lru_cache(maxsize=4096)
def _by_length(stems: Stems) -> tuple[tuple[str, ...], Stems]:
    long = tuple(sorted(root for root in stems if len(root) >= _LETTERS_OF_A_BEGINNING))
    return long, stems.difference(long)


def pattern(stems: Iterable[str]) -> str:
    """A PostgreSQL pattern that finds at least all texts with a word that speaks of a stem."""
    spelled = (re.sub("ae|a|o", lambda found: _SPELLINGS[found[0]], root) for root in stems)
    return rf"\m({'|'.join(sorted(spelled)[:_MOST_STEMS])})"

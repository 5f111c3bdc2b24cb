"""Does a text speak of what somebody is good at? Words in any form, also inside compounds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from samspil.core.text import fold, stem, terms

# Words of a skill that say nothing of what it is.
_EMPTY: Final = frozenset(
    ["god", "godt", "lidt", "erfaring", "kendskab", "interesse", "lyst", "glad", "sikker"]
)
_LETTERS_OF_A_BEGINNING: Final = 4
_MOST_STEMS: Final = 40
_SPELLINGS: Final = {"ae": "(æ|ä|ae)", "a": "(a|å|aa)", "o": "(o|ø|ö|oe)"}


@lru_cache(maxsize=4096)
def skill_stems(skill: str) -> frozenset[str]:
    """The stems of the folded words that tell what a skill is."""
    return frozenset(stem(word) for word in terms(skill) if word not in _EMPTY)


@lru_cache(maxsize=16384)
def folded_words(text: str) -> tuple[str, ...]:
    """A text's folded words."""
    return tuple(fold(text).split())


def speaks_of(word: str, root: str) -> bool:
    """Whether a folded word has the stem; a long one may begin a compound: "fodboldtraener"."""
    return word.startswith(root) if len(root) >= _LETTERS_OF_A_BEGINNING else stem(word) == root


def pattern(stems: Iterable[str]) -> str:
    """A PostgreSQL pattern that finds at least all texts with a word that speaks of a stem."""
    spelled = (re.sub("ae|a|o", lambda found: _SPELLINGS[found[0]], root) for root in stems)
    return rf"\m({'|'.join(sorted(spelled)[:_MOST_STEMS])})"

"""Searching: near, by words, a page at a time. It knows no domain."""

from __future__ import annotations

from typing import Final

from samspil.core.domain import Domain
from samspil.core.privacy import Kept
from samspil.search.words import Word

SEARCH: Final = Domain(
    name="search",
    models=(Word,),
    kept=(Kept(table=Word.__tablename__, impersonal=("word", "stem")),),
)

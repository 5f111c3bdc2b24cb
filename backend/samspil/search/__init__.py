"""Searching: near, by words, a page at a time. It knows no domain."""

from __future__ import annotations

from typing import Final

from samspil.core.domain import Domain
from samspil.core.privacy import PrivacyRecord
from samspil.search.words import Word

SEARCH: Final = Domain(
    name="search",
    models=(Word,),
    kept=(PrivacyRecord(table=Word.__tablename__, impersonal=("word", "stem")),),
)

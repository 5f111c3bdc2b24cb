"""Which interests, in which words."""

from __future__ import annotations

from sqlalchemy import Select, select
from sqlalchemy.orm import InstrumentedAttribute

from samspil.core import language
from samspil.people.models import Interest


def label() -> InstrumentedAttribute[str]:
    """The interest's name in the reader's language."""
    return Interest.label_en if language.current.get() == "en" else Interest.label_da


def interests() -> Select[str, str]:
    """(slug, label) in their fixed order."""
    return select(Interest.slug, label()).order_by(Interest.rank)

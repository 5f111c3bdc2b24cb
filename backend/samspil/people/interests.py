"""Interests: the list that everything is sorted by, its names, and a register's column of them."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

from sqlalchemy import Select, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import InstrumentedAttribute, Session

from samspil.core import language
from samspil.core.text import fold
from samspil.people.models import Interest
from samspil.registers import cells
from samspil.registers.columns import Column, Fields

LIST: Final = Path(__file__).with_name("interests.csv")
INTERESTS: Final = Column(
    "interests",
    "interesser",
    "By slug or by name, Danish or English, with | between",
    cells.many(str),
    empty=[],
    example="sport|nature",
)


def load_interests(session: Session) -> int:
    """Bring the interests up to date with the list; returns how many it holds."""
    with LIST.open(encoding="utf-8", newline="") as lines:
        rows = [
            {"slug": row["slug"], "label_da": row["da"], "label_en": row["en"], "rank": rank}
            for rank, row in enumerate(csv.DictReader(lines))
        ]
    statement = insert(Interest)
    changed = {name: statement.excluded[name] for name in ("label_da", "label_en", "rank")}
    session.execute(statement.on_conflict_do_update(index_elements=["slug"], set_=changed), rows)
    return len(rows)


def interest_terms(session: Session) -> dict[str, str]:
    """Each interest's names in both languages, for finding things by them."""
    rows = session.execute(select(Interest.slug, Interest.label_da, Interest.label_en))
    return {slug: f"{da} {en}" for slug, da, en in rows}


def interest_label() -> InstrumentedAttribute[str]:
    """The interest's name in the reader's language."""
    return Interest.label_en if language.current.get() == "en" else Interest.label_da


def interests() -> Select[str, str]:
    """(slug, label) in their fixed order."""
    return select(Interest.slug, interest_label()).order_by(Interest.rank)


class Interests:
    """Interests by slug and by both names."""

    def __init__(self, session: Session) -> None:
        self.words = interest_terms(session)
        self._slugs = {
            fold(name): row.slug
            for row in session.scalars(select(Interest))
            for name in (row.slug, row.label_da, row.label_en)
        }

    def read(self, values: Fields) -> list[str]:
        """Turn the names of a row's interests into slugs; returns what is wrong."""
        reasons, slugs = [], []
        for name in values.get("interests") or []:
            slug = self._slugs.get(fold(name))
            if slug is None:
                reasons.append(f"interests: there is no interest {name[:40]!r}")
            else:
                slugs.append(slug)
        if "interests" in values:
            values["interests"] = list(dict.fromkeys(slugs))
        return reasons

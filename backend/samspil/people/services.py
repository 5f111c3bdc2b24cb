"""What happens to interests: they are loaded from the list beside this file."""

from __future__ import annotations

import csv
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from samspil.people.models import Interest

INTERESTS = Path(__file__).with_name("interests.csv")


def load_interests(session: Session) -> int:
    """Bring the interests up to date with the list; returns how many it holds."""
    with INTERESTS.open(encoding="utf-8", newline="") as lines:
        rows = [
            {"slug": row["slug"], "label_da": row["da"], "label_en": row["en"], "rank": rank}
            for rank, row in enumerate(csv.DictReader(lines))
        ]
    statement = insert(Interest)
    changed = {name: statement.excluded[name] for name in ("label_da", "label_en", "rank")}
    session.execute(statement.on_conflict_do_update(index_elements=["slug"], set_=changed), rows)
    return len(rows)


def interest_words(session: Session) -> dict[str, str]:
    """Each interest's names in both languages, for finding things by them."""
    rows = session.execute(select(Interest.slug, Interest.label_da, Interest.label_en))
    return {slug: f"{da} {en}" for slug, da, en in rows}

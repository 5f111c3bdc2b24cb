"""Tell people what is new in their searches, and stop when they say so.

However many searches somebody has, they get one mail a day at most: its row and the mail stand or
fall together, and the database takes no second row of a day. The mail's link ends the searches it
told of, and acts without a session, as mail programs must be able to (RFC 8058).
"""

from __future__ import annotations

import hashlib
import secrets
import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, cast

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from samspil.core import audit, language
from samspil.core.language import Language
from samspil.core.mail import Entry, Letter, Link, is_suppressed, send
from samspil.following.searches import letters, queries, wording
from samspil.following.searches.models import Alert, SavedSearch
from samspil.following.searches.rules import MOST_LISTED, Morning, in_turn
from samspil.following.searches.services import KIND
from samspil.people.locks import lock_if_there
from samspil.people.models import Person

TELL: Final = "searches.tell"
UNSUBSCRIBE: Final = "/api/v1/unsubscribe"


def tell(session: Session, person_id: uuid.UUID, morning: Morning, now: datetime) -> bool:
    """Write to somebody, if anything is new; returns whether.

    Run twice, or by two at once, it writes once.
    """
    lock_if_there(session, person_id)
    reached = select(Person).where(Person.id == person_id, queries.can_be_told())
    person = session.scalars(reached).one_or_none()
    if person is None or person.email is None or is_suppressed(session, person.email):
        return False
    found = [
        (search, session.execute(queries.news(search, morning.until, now)).all())
        for search in session.scalars(queries.waiting(person_id, morning)).all()
    ]
    told = [(search, rows) for search, rows in found if rows]
    token = secrets.token_urlsafe(32)
    searches = [search for search, _ in told]
    if not told or not _first_today(session, person_id, morning, searches, token, now):
        return False
    session.execute(
        update(SavedSearch)
        .where(SavedSearch.id.in_([search.id for search in searches]))
        .values(told_until=morning.until, updated_at=SavedSearch.updated_at)
    )
    send(session, _letter(person, person.email, told, token))
    return True


def _first_today(
    session: Session,
    person_id: uuid.UUID,
    morning: Morning,
    searches: Sequence[SavedSearch],
    token: str,
    now: datetime,
) -> bool:
    """Whether this is the day's first mail; the database takes no second."""
    row = {
        "person_id": person_id,
        "day": morning.day,
        "token_hash": _hash(token),
        "search_ids": [search.id for search in searches],
        "sent_at": now,
    }
    first = insert(Alert).values(row).on_conflict_do_nothing().returning(Alert.day)
    return session.execute(first).first() is not None


def _letter(
    person: Person, address: str, told: Sequence[tuple[SavedSearch, Sequence[Any]]], token: str
) -> Letter:
    spoken = cast(Language, person.language)
    before = language.current.set(spoken)
    try:
        news = in_turn([rows for _, rows in told])
        # With several searches, each thing says whose it is.
        named = [search.name if len(told) > 1 else None for search, _ in told]
        entries = [
            Entry(row.title, wording.about(row, named[at]), Link(f"/opgaver/{row.id}"))
            for at, row in news[:MOST_LISTED]
        ]
        values = {
            "news": wording.news(len(news), MOST_LISTED),
            "which": wording.which(len(news), MOST_LISTED),
            "searches": wording.names([search.name for search, _ in told]),
        }
    finally:
        language.current.reset(before)
    return Letter(
        address,
        spoken,
        letters.NEWS.name,
        values,
        action=Link("/mig/gemt"),
        unsubscribe=f"{UNSUBSCRIBE}/{token}",
        person_id=person.id,
        entries=entries,
    )


def unsubscribe(session: Session, token: str) -> None:
    """End the searches that a mail told of, by its secret; a secret that is none ends nothing."""
    known = select(Alert).where(Alert.token_hash == _hash(token))
    alert = session.scalars(known).one_or_none()
    if alert is None:
        return
    if lock_if_there(session, alert.person_id) is None:
        return
    session.refresh(alert)
    ended = session.scalars(
        update(SavedSearch)
        .where(
            SavedSearch.person_id == alert.person_id,
            SavedSearch.id.in_(alert.search_ids),
            SavedSearch.frequency != "never",
        )
        .values(frequency="never")
        .returning(SavedSearch.id)
    ).all()
    for search_id in ended:
        audit.record(session, None, "unsubscribe", KIND, search_id)
    alert.search_ids = []


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()

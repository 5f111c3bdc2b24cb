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

import orjson
from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from samspil.core import audit, jobs, language, time
from samspil.core.language import Language, current, quoted, text
from samspil.core.mail import BETWEEN, Entry, Link, NewMail, is_suppressed, send
from samspil.following import messages
from samspil.following import searches as saved_searches
from samspil.following.models import Alert, SavedSearch
from samspil.following.searches import KIND, MOST_LISTED, Morning, interleaved
from samspil.people.locks import lock_if_there
from samspil.people.models import Person

TELL: Final = "searches.tell"
UNSUBSCRIBE: Final = "/api/v1/unsubscribe"


def send_news(session: Session, person_id: uuid.UUID, morning: Morning, now: datetime) -> bool:
    """Write to somebody, if anything is new; returns whether.

    Run twice, or by two at once, it writes once.
    """
    lock_if_there(session, person_id)
    reached = select(Person).where(Person.id == person_id, saved_searches.may_be_mailed())
    person = session.scalars(reached).one_or_none()
    if person is None or person.email is None or is_suppressed(session, person.email):
        return False
    found = [
        (search, session.execute(saved_searches.news(search, morning.until, now)).all())
        for search in session.scalars(saved_searches.waiting(person_id, morning)).all()
    ]
    news_of = [(search, rows) for search, rows in found if rows]
    token = secrets.token_urlsafe(32)
    searches = [search for search, _ in news_of]
    if not news_of or not _first_today(session, person_id, morning, searches, token, now):
        return False
    session.execute(
        update(SavedSearch)
        .where(SavedSearch.id.in_([search.id for search in searches]))
        .values(told_until=morning.until, updated_at=SavedSearch.updated_at)
    )
    send(session, _letter(person, person.email, news_of, token))
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
    person: Person, address: str, news_of: Sequence[tuple[SavedSearch, Sequence[Any]]], token: str
) -> NewMail:
    spoken = cast(Language, person.language)
    with language.speaking(spoken):
        news = interleaved([rows for _, rows in news_of])
        # With several searches, each thing says whose it is.
        named = [search.name if len(news_of) > 1 else None for search, _ in news_of]
        entries = [
            Entry(row.title, about(row, named[at]), Link(f"/opgaver/{row.id}"))
            for at, row in news[:MOST_LISTED]
        ]
        values = {
            "news": news_line(len(news), MOST_LISTED),
            "which": which(len(news), MOST_LISTED),
            "searches": names([search.name for search, _ in news_of]),
        }
    return NewMail(
        address,
        spoken,
        messages.NEWS.name,
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


# How news are said in a mail, in the language of the moment.

NEXT_DOOR_M: Final = 100
STEP_M: Final = 50
KILOMETRE: Final = 1_000
NO_DECIMALS_FROM: Final = 9_950


def news_line(count: int, most: int) -> str:
    """How many there are, as far as is known."""
    if count > most:
        return text("search.news.more", most=most)
    return text("search.news.one" if count == 1 else "search.news.some", count=count)


def which(count: int, most: int) -> str:
    """What the mail's list is."""
    return text("search.which.first" if count > most else "search.which.all", most=most)


def names(searches: Sequence[str]) -> str:
    """Searches by their names."""
    *first, last = map(quoted, searches)
    return text("search.several", first=", ".join(first), last=last) if first else last


def about(row: Any, search: str | None) -> str:
    """A line on a need of `queries.news`: whose it is, where, and which search found it."""
    parts = [row.association, _where(row)]
    if search is not None:
        parts.append(text("search.fits", name=search))
    return BETWEEN.join(part for part in parts if part)


def _where(row: Any) -> str:
    if row.remote:
        return text("search.from-home")
    if row.metres is None or (row.vague and row.metres < NEXT_DOOR_M):
        return ", ".join(place["name"] for place in orjson.loads(row.places))
    away = distance(row.metres)
    return text("search.about", distance=away) if row.vague else away


def distance(metres: float) -> str:
    """As the screens say it: the nearer, the finer."""
    if metres < NEXT_DOOR_M:
        return text("search.under", distance=f"{NEXT_DOOR_M} m")
    rounded = round(metres / STEP_M) * STEP_M
    if rounded < KILOMETRE:
        return f"{rounded} m"
    said = f"{metres / KILOMETRE:.{0 if metres >= NO_DECIMALS_FROM else 1}f}".removesuffix(".0")
    return f"{said.replace('.', ',') if current.get() == 'da' else said} km"


# The mornings' mails.


@jobs.every("0 5-8 * * *", "searches.morning")
def morning(work: jobs.Work) -> None:
    """Let everybody be told who is due; seven in Denmark is five or six here."""
    today = saved_searches.morning_of(time.now())
    if today is None:
        return
    with work.database.writing.begin() as session:
        for person_id in session.scalars(saved_searches.due(today)).all():
            jobs.defer(session, TELL, person_id=str(person_id), priority=-1)


@jobs.task(TELL)
def mail_news(work: jobs.Work, person_id: str) -> None:
    """Tell one person what is new; a job that is late leaves it to the next morning."""
    now = time.now()
    today = saved_searches.morning_of(now)
    if today is None:
        return
    with work.database.writing.begin() as session:
        send_news(session, uuid.UUID(person_id), today, now)

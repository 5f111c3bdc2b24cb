"""What is kept of people where they write to each other."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from samspil.core.privacy import Kept, Row, Someone, Wording, older_than, rows_where
from samspil.core.privacy.words import PUBLIC_TASK
from samspil.signups.models import Signup
from samspil.signups.threads import queries
from samspil.signups.threads.models import VOLUNTEER, Message, ThreadMark

MESSAGES_KEPT: Final = timedelta(days=365)


def _exported(session: Session, someone: Someone) -> list[Row]:
    """Both sides of their own threads; of what others wrote, not who it was."""
    return [
        row if row["sender_id"] == someone.id else row | {"sender_id": None}
        for row in rows_where(session, MESSAGES, queries.about(someone.id))
    ]


def _erase_marks(session: Session, someone: Someone, _now: datetime) -> None:
    theirs = select(Signup.id).where(Signup.person_id == someone.id)
    session.execute(delete(ThreadMark).where(ThreadMark.signup_id.in_(theirs)))


def _erase(session: Session, someone: Someone, _now: datetime) -> None:
    session.execute(delete(Message).where(queries.about(someone.id)))


MESSAGES: Final = Kept(
    table=Message.__tablename__,
    personal=("signup_id", "side", "sender_id", "occasion", "text", "sent_at", "hidden_reason"),
    impersonal=("id",),
    what=Wording(
        "Hvad du og foreningen har skrevet til hinanden om en tilmelding.",
        "What you and the association have written to each other about a sign-up.",
    ),
    why=Wording(
        "At I kan aftale, hvordan du hjælper.",
        "So that you can agree on how you help.",
    ),
    basis=PUBLIC_TASK,
    until=Wording(
        "Et år. Sletter du din konto, slettes det, du har skrevet, og det, der er skrevet til dig.",
        "A year. If you delete your account, what you have written and what was written to you is"
        " deleted.",
    ),
    export=_exported,
    erase=_erase,
    retire=older_than(Message.__tablename__, "sent_at", MESSAGES_KEPT),
)


def _marks(session: Session, someone: Someone) -> list[Row]:
    theirs = ThreadMark.signup_id.in_(select(Signup.id).where(Signup.person_id == someone.id))
    return rows_where(session, MARKS, theirs & (ThreadMark.side == VOLUNTEER))


MARKS: Final = Kept(
    table=ThreadMark.__tablename__,
    personal=("signup_id", "side", "read_until", "told_at"),
    what=Wording(
        "Hvor langt du har læst i en samtale med en forening.",
        "How far you have read in a conversation with an association.",
    ),
    why=Wording(
        "At vi kun skriver til dig om det, du ikke har set.",
        "So that we write to you only about what you have not seen.",
    ),
    basis=PUBLIC_TASK,
    until=Wording("Så længe som tilmeldingen.", "As long as the sign-up."),
    export=_marks,
    erase=_erase_marks,
)

THREAD_KEPT: Final = (
    MESSAGES,
    MARKS,
)

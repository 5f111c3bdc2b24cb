"""What is kept of who signs up."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete
from sqlalchemy.orm import Session

from samspil.core.privacy import Kept, Someone, Wording
from samspil.core.privacy.words import PUBLIC_TASK
from samspil.signups import queries as signups
from samspil.signups import services as signup_services
from samspil.signups.models import Signup

NOTHING_CAME_OF_IT_KEPT: Final = timedelta(days=365)


def _erase_signups(session: Session, someone: Someone, now: datetime) -> None:
    signup_services.erase(session, someone.id, now)


def _retire_signups(session: Session, now: datetime) -> int:
    """Those that came to nothing; who was there stays, as long as the person does."""
    past = signups.forgettable(now - NOTHING_CAME_OF_IT_KEPT)
    return len(session.execute(delete(Signup).where(past).returning(Signup.id)).all())


SIGNUPS: Final = Kept(
    table="signups",
    personal=(
        *("need_id", "shift_id", "person_id", "status", "message", "offered_until"),
        *("created_at", "changed_at", "answered_at"),
    ),
    impersonal=("id", "number"),
    owner="person_id",
    what=Wording(
        "Hvad du har tilmeldt dig, hvad du skrev til foreningen, hvad der blev svaret, og om du"
        " kom.",
        "What you have signed up for, what you wrote to the association, what was answered, and"
        " whether you came.",
    ),
    why=Wording(
        "At foreningen ved, hvem der kommer, og at du kan vise, hvad du har hjulpet med.",
        "So that the association knows who comes, and you can show what you have helped with.",
    ),
    basis=PUBLIC_TASK,
    until=Wording(
        "Et år for det, der ikke blev til noget. Sletter du din konto, trækkes åbne tilmeldinger"
        " tilbage, og for resten huskes kun, at nogen var der.",
        "A year for what came to nothing. If you delete your account, open sign-ups are withdrawn,"
        " and of the rest only that somebody was there is remembered.",
    ),
    erase=_erase_signups,
    retire=_retire_signups,
)

KEPT: Final = (SIGNUPS,)

"""What is kept of people where hours are concerned."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete
from sqlalchemy.orm import Session

from samspil.core.privacy import Kept, Someone, Wording
from samspil.core.privacy.words import PUBLIC_TASK
from samspil.hours import queries, services
from samspil.hours.models import HoursEntry

UNCONFIRMED_KEPT: Final = timedelta(days=365)


def _erase(session: Session, someone: Someone, _now: datetime) -> None:
    services.erase(session, someone.id)


def _retire(session: Session, now: datetime) -> int:
    past = queries.forgettable(now - UNCONFIRMED_KEPT)
    return len(session.execute(delete(HoursEntry).where(past).returning(HoursEntry.id)).all())


HOURS: Final = Kept(
    table="hours_entries",
    personal=(
        *("association_id", "need_id", "signup_id", "person_id", "day", "minutes", "note"),
        *("entered_by", "automatic", "status", "reason", "decided_by_id", "decided_at"),
        *("created_at", "updated_at"),
    ),
    impersonal=("id",),
    owner="person_id",
    what=Wording(
        "Timer, du har givet som frivillig: hvor, hvornår, hvor længe, og hvad foreningen svarede.",
        "Hours that you gave as a volunteer: where, when, how long, and what the association"
        " answered.",
    ),
    why=Wording(
        "At du kan vise, hvad du har gjort, og foreningen ved, hvad den har fået hjælp til.",
        "So that you can show what you have done, and the association knows what it was given.",
    ),
    basis=PUBLIC_TASK,
    until=Wording(
        "Et år for timer, der ikke blev bekræftet. Sletter du din konto, slettes de straks, og de"
        " bekræftede tæller kun med i foreningens sum, uden dit navn.",
        "A year for hours that were not confirmed. If you delete your account, those go at once,"
        " and the confirmed ones only count in the association's sum, without your name.",
    ),
    erase=_erase,
    retire=_retire,
)

KEPT: Final = (HOURS,)

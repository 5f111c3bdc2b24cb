"""What is kept of people here, why and how long."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete
from sqlalchemy.orm import Session

from samspil.core.privacy import Key, PrivacyRecord, Someone, Wording, deleting
from samspil.core.privacy.registry import PUBLIC_TASK
from samspil.hours import entries, queries
from samspil.hours.models import HoursEntry

UNCONFIRMED_KEPT: Final = timedelta(days=365)


def _erase(session: Session, someone: Someone, _now: datetime) -> None:
    entries.erase(session, someone.id)


def _retire(session: Session, now: datetime) -> int:
    past = queries.forgettable(now - UNCONFIRMED_KEPT)
    return len(session.execute(delete(HoursEntry).where(past).returning(HoursEntry.id)).all())


HOURS_KEPT: Final = PrivacyRecord(
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


CERTIFICATES: Final = PrivacyRecord(
    table="certificates",
    personal=(
        *("person_id", "code", "name", "language", "from_day", "until_day", "minutes", "rows"),
        "created_at",
    ),
    impersonal=("id",),
    owner="person_id",
    keys=(
        Key("code", stays="It is given away to be checked; it ends where the person withdraws it."),
    ),
    what=Wording(
        "Beviser for frivilligt arbejde, som du har lavet: dit navn, foreningerne og timerne.",
        "Certificates of voluntary work that you have made: your name, the associations and the"
        " hours.",
    ),
    why=Wording(
        "At den, du viser et bevis, kan se, at det er ægte. Det kan kun findes med koden.",
        "So that whoever you show one can see that it is genuine. It is found by its code only.",
    ),
    basis=PUBLIC_TASK,
    until=Wording(
        "Indtil du trækker beviset tilbage eller sletter din konto.",
        "Until you withdraw the certificate or delete your account.",
    ),
    erase=deleting("certificates", "person_id"),
)


KEPT: Final = (HOURS_KEPT, CERTIFICATES)

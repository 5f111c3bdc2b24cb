"""What is kept of people here, why and how long."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from samspil.core import audit
from samspil.core.language import text
from samspil.core.privacy import (
    PrivacyRecord,
    Row,
    Someone,
    Wording,
    both,
    deleting,
    older_than,
    rows_where,
    unlinking,
)
from samspil.core.privacy.registry import PUBLIC_TASK
from samspil.signups import child_checks, messages, queries, rules, services, threads
from samspil.signups.models import (
    KIND,
    VOLUNTEER,
    ChildCheck,
    Message,
    ShiftReminder,
    Signup,
    ThreadMark,
)

NOTHING_CAME_OF_IT_KEPT: Final = timedelta(days=365)


def _erase_signups(session: Session, someone: Someone, now: datetime) -> None:
    """Take back what somebody has open, give their places on, and forget who was where."""
    for signup_id in session.scalars(queries.open_ones(someone.id)).all():
        signup, at = services.lock_signup(session, signup_id)
        had_a_place = signup.status == "accepted"
        if rules.is_open(signup):
            services.end_signup(session, signup, at, "withdrawn", now)
            audit.record(session, someone.id, "withdraw", KIND, signup.id)
        if had_a_place and not rules.has_begun(at.need, at.shift, now):
            messages.notify_managers(session, "signup-withdrawn", at, _nobody)
    mine = Signup.person_id == someone.id
    session.execute(delete(Signup).where(mine, Signup.status.not_in(("attended", "absent"))))
    session.execute(update(Signup).where(mine).values(person_id=None, message=""))


def _nobody() -> dict[str, str]:
    return {"person": text("signup.erased")}


def _retire_signups(session: Session, now: datetime) -> int:
    """Those that came to nothing; who was there stays, as long as the person does."""
    past = queries.forgettable(now - NOTHING_CAME_OF_IT_KEPT)
    return len(session.execute(delete(Signup).where(past).returning(Signup.id)).all())


SIGNUPS_KEPT: Final = PrivacyRecord(
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


KEPT_AFTER_LEAVING: Final = timedelta(days=365)


def _retire_checks(session: Session, now: datetime) -> int:
    """Those of people who have not helped there for a while."""
    left = child_checks.of_who_left(now - KEPT_AFTER_LEAVING)
    return len(session.execute(delete(ChildCheck).where(left).returning(ChildCheck.day)).all())


CHILD_CHECKS: Final = PrivacyRecord(
    table=ChildCheck.__tablename__,
    personal=("association_id", "person_id", "status", "day", "by_id"),
    owner="person_id",
    what=Wording(
        "Om en forening har bedt om eller set din børneattest, hvornår, og hvem der noterede det."
        " Aldrig attesten selv.",
        "Whether an association has asked for or seen your child protection certificate, when, and"
        " who noted it. Never the certificate itself.",
    ),
    why=Wording(
        "At foreningen kan overholde loven, før du begynder hos børn under 15 år.",
        "So that the association can keep the law before you begin with children under 15.",
    ),
    basis=PUBLIC_TASK,
    until=Wording(
        "Et år efter, at du sidst hjalp foreningen, eller til du sletter din konto.",
        "A year after you last helped the association, or until you delete your account.",
    ),
    erase=both(
        deleting(ChildCheck.__tablename__, "person_id"),
        unlinking(ChildCheck.__tablename__, "by_id"),
    ),
    retire=_retire_checks,
)


MESSAGES_KEPT: Final = timedelta(days=365)


def _exported(session: Session, someone: Someone) -> list[Row]:
    """Both sides of their own threads; of what others wrote, not who it was."""
    return [
        row if row["sender_id"] == someone.id else row | {"sender_id": None}
        for row in rows_where(session, MESSAGES, threads.about(someone.id))
    ]


def _erase_marks(session: Session, someone: Someone, _now: datetime) -> None:
    theirs = select(Signup.id).where(Signup.person_id == someone.id)
    session.execute(delete(ThreadMark).where(ThreadMark.signup_id.in_(theirs)))


def _erase_messages(session: Session, someone: Someone, _now: datetime) -> None:
    session.execute(delete(Message).where(threads.about(someone.id)))


MESSAGES: Final = PrivacyRecord(
    table=Message.__tablename__,
    personal=("signup_id", "side", "sender_id", "occasion", "text", "sent_at", "hidden_reason"),
    impersonal=("id",),
    what=Wording(
        "Hvad du og foreningen har skrevet til hinanden om en tilmelding.",
        "What you and the association have written to each other about a sign-up.",
    ),
    why=Wording("At I kan aftale, hvordan du hjælper.", "So that you can agree on how you help."),
    basis=PUBLIC_TASK,
    until=Wording(
        "Et år. Sletter du din konto, slettes det, du har skrevet, og det, der er skrevet til dig.",
        "A year. If you delete your account, what you have written and what was written to you is"
        " deleted.",
    ),
    export=_exported,
    erase=_erase_messages,
    retire=older_than(Message.__tablename__, "sent_at", MESSAGES_KEPT),
)


def _marks(session: Session, someone: Someone) -> list[Row]:
    theirs = ThreadMark.signup_id.in_(select(Signup.id).where(Signup.person_id == someone.id))
    return rows_where(session, MARKS, theirs & (ThreadMark.side == VOLUNTEER))


MARKS: Final = PrivacyRecord(
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


REMINDERS: Final = PrivacyRecord(table=ShiftReminder.__tablename__, impersonal=("shift_id", "day"))

KEPT: Final = (SIGNUPS_KEPT, CHILD_CHECKS, REMINDERS, MESSAGES, MARKS)

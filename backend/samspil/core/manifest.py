"""The manifest of core: its own tables, what they keep, its mail and its tasks."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Text, cast, or_, update
from sqlalchemy.orm import Session

from samspil.core.audit import AuditEntry, Change
from samspil.core.domain import Domain
from samspil.core.http.parsing import KEPT_FOR, AnsweredRequest
from samspil.core.mail import TRIAL, delivery, forget
from samspil.core.mail.outbox import Mail, SuppressedAddress, fingerprint
from samspil.core.privacy import export
from samspil.core.privacy.registry import (
    PUBLIC_TASK,
    SECURITY,
    PrivacyRecord,
    Row,
    Someone,
    Wording,
    deleting,
    older_than,
    rows_where,
)
from samspil.core.throttle import Throttle

A_DAY: Final = timedelta(days=1)
CHANGES_KEPT: Final = timedelta(days=5 * 365)


def _erase_changes(session: Session, someone: Someone, _now: datetime) -> None:
    """Forget who it was; and what was written, where it names them. That something changed stays.

    The address must stand by itself: an@example.dk is not named where jan@example.dk is.
    """
    session.execute(update(Change).where(Change.actor_id == someone.id).values(actor_id=None))
    if not someone.email:
        return
    alone = rf"(^|[^\w.+-]){re.escape(someone.email)}($|[^\w-])"
    named = cast(Change.fields, Text).regexp_match(alone, flags="i")
    session.execute(update(Change).where(named).values(fields={}))


def _erase_mails(session: Session, someone: Someone, _now: datetime) -> None:
    forget(session, someone.id, someone.email, someone.name)


def _mails(session: Session, someone: Someone) -> list[Row]:
    mark = fingerprint(someone.email)
    return rows_where(session, MAILS, or_(Mail.person_id == someone.id, Mail.fingerprint == mark))


def _suppressed(session: Session, someone: Someone) -> list[Row]:
    mine = SuppressedAddress.fingerprint == fingerprint(someone.email)
    return rows_where(session, SUPPRESSED, mine)


def _audit(session: Session, someone: Someone) -> list[Row]:
    """What they did, and what was done to their account."""
    mine = or_(
        AuditEntry.actor_id == someone.id,
        AuditEntry.object_id == str(someone.id),
        AuditEntry.facts["person"].astext == str(someone.id),  # such as their role at a place
    )
    return rows_where(session, AUDIT, mine)


AUDIT: Final = PrivacyRecord(
    table=AuditEntry.__tablename__,
    personal=("actor_id", "object_id"),
    impersonal=("id", "at", "action", "kind", "facts"),
    export=_audit,
    what=Wording(
        "Hvem der har gjort hvad og hvornår, som numre uden navne.",
        "Who did what and when, as numbers without names.",
    ),
    why=Wording(
        "At misbrug og fejl kan opklares. Ingen kan rette i den log, heller ikke vi.",
        "So that misuse and mistakes can be cleared up. Nobody can change that log, nor can we.",
    ),
    basis=SECURITY,
    until=Wording(
        "Loggen slettes ikke. Når du har slettet din konto, fører numrene ikke til nogen.",
        "The log is not deleted. Once you have deleted your account, its numbers lead to nobody.",
    ),
)
CHANGES: Final = PrivacyRecord(
    table=Change.__tablename__,
    personal=("actor_id", "fields"),
    impersonal=("id", "at", "kind", "object_id"),
    owner="actor_id",
    what=Wording(
        "Dine rettelser i det, foreninger og medarbejdere skriver.",
        "Your edits of what associations and staff write.",
    ),
    why=Wording(
        "At man kan se, hvad der er ændret, og rette fejl.",
        "So that it can be seen what has changed, and mistakes put right.",
    ),
    basis=PUBLIC_TASK,
    until=Wording(
        "Fem år. Sletter du din konto, glemmes straks, at det var dig.",
        "Five years. If you delete your account, that it was you is forgotten at once.",
    ),
    erase=_erase_changes,
    retire=older_than(Change.__tablename__, "at", CHANGES_KEPT),
)
# What the mail's own nightly job forgets is not retired twice.
MAILS: Final = PrivacyRecord(
    table=Mail.__tablename__,
    personal=("to_address", "said", "listed", "link", "unsubscribe", "fingerprint", "person_id"),
    impersonal=("id", "kind", "language", "state", "problem", "created_at", "ended_at"),
    withheld=("link", "unsubscribe"),
    what=Wording(
        "Mails til dig: hvad de siger, indtil de er sendt, og derefter kun, at de er sendt.",
        "Mails to you: what they say until they are sent, and then only that they were.",
    ),
    why=Wording(
        "At de når frem, og at vi holder op, når de ikke gør.",
        "So that they arrive, and that we stop when they do not.",
    ),
    basis=PUBLIC_TASK,
    until=Wording(
        "Teksten slettes, når mailen er sendt, eller efter 7 dage. Resten slettes efter 30 dage.",
        "The text is deleted when the mail is sent, or after 7 days. The rest after 30 days.",
    ),
    export=_mails,
    erase=_erase_mails,
)
SUPPRESSED: Final = PrivacyRecord(
    table=SuppressedAddress.__tablename__,
    personal=("fingerprint",),
    impersonal=("reason", "since"),
    what=Wording(
        "Et aftryk af en mailadresse, der ikke tager imod, aldrig adressen selv.",
        "A fingerprint of an address that takes no mail, never the address itself.",
    ),
    why=Wording(
        "At vi ikke bliver ved med at sende til den.", "So that we do not keep sending to it."
    ),
    basis=PUBLIC_TASK,
    until=Wording(
        "Et år, også når kontoen er slettet: ellers ville vi begynde at skrive igen.",
        "A year, also when the account is deleted: else we would begin to write again.",
    ),
    export=_suppressed,
)
# When the phone sends something twice, the answer is what it was sent the first time.
RETRIES: Final = PrivacyRecord(
    table=AnsweredRequest.__tablename__,
    personal=("key", "actor_id", "body", "answer"),
    impersonal=("status", "created_at"),
    withheld=("key", "body"),
    owner="actor_id",
    what=Wording(
        "Hvad vi svarede din telefon, da du sendte noget ind.",
        "What we answered your phone when you sent something in.",
    ),
    why=Wording(
        "At det kun sker én gang, selv om telefonen mister forbindelsen og prøver igen.",
        "So that it happens only once, even if the phone loses its connection and tries again.",
    ),
    basis=PUBLIC_TASK,
    until=Wording("Et døgn.", "A day."),
    erase=deleting(AnsweredRequest.__tablename__, "actor_id"),
    retire=older_than(AnsweredRequest.__tablename__, "created_at", KEPT_FOR),
)
# A key cannot be traced back to whom it counts, so nothing of it can be shown to them.
THROTTLES: Final = PrivacyRecord(
    table="throttles",
    personal=("key",),
    impersonal=("count", "ends_at"),
    what=Wording(
        "Hvor mange gange der er prøvet at logge ind, og fra hvilke netværk det er lykkedes, under"
        " et aftryk af mailadresse og netværksadresse.",
        "How many times sign-in has been tried, and from which networks it has worked, under a"
        " fingerprint of mail and network address.",
    ),
    why=Wording(
        "At ingen kan gætte sig til din adgangskode, eller lukke dig ude ved at prøve.",
        "So that nobody can guess your password, or shut you out by trying.",
    ),
    basis=SECURITY,
    until=Wording(
        "Højst et døgn efter, at der må prøves igen. Et netværk, der er lykkedes: 31 dage.",
        "At most a day after trying is allowed again. A network that has worked: 31 days.",
    ),
    retire=older_than("throttles", "ends_at", A_DAY),
)

CORE: Final = Domain(
    name="core",
    models=(AuditEntry, Change, Mail, SuppressedAddress, AnsweredRequest, Throttle),
    mails=(TRIAL,),
    tasks=(*delivery.TASKS, *export.TASKS),
    kept=(AUDIT, CHANGES, MAILS, SUPPRESSED, RETRIES, THROTTLES),
)

"""The jobs of the mail: deliver one, forget old ones."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Final

import structlog
from sqlalchemy import delete, null, select, text, update
from sqlalchemy.orm import Session
from sqlalchemy.sql import func

from samspil.core import jobs, time
from samspil.core.jobs import Work
from samspil.core.mail import mailbox
from samspil.core.mail.message import message
from samspil.core.mail.models import Mail, SuppressedAddress
from samspil.core.mail.outbox import suppress
from samspil.core.mail.transport import Never, NotNow, hand_over

# Reports of mails that came back name one for some days.
KEPT: Final = timedelta(days=30)
# Long enough for somebody to repair what kept them and try again.
FAILED_KEPT: Final = timedelta(days=7)
# Addresses come back to life, and what stands for one is forgotten too.
SUPPRESSED: Final = timedelta(days=365)

log = structlog.get_logger()


class NotDelivered(Exception):  # noqa: N818  # a state of affairs
    """The job's reason to be tried again, without a word of the mail or the server."""


@jobs.task("mail.deliver")
def deliver(work: Work, mail_id: str) -> None:
    """Send a mail, unless it is sent, erased or being sent.

    A lock on its row keeps others from sending it at the same time; when we die, so does the lock.
    Should we die between the server's word that it has the mail and our note of it, it goes twice,
    with the same Message-ID: better than never.
    """
    with work.database.writing.begin() as session:
        mail = _claim(session, uuid.UUID(mail_id))
        if mail is None:
            return
        problem = _attempt(session, work, mail)
    if problem is not None:
        raise NotDelivered(problem)


def _claim(session: Session, mail_id: uuid.UUID) -> Mail | None:
    # The server may take its time while this transaction waits.
    session.execute(text("SET LOCAL idle_in_transaction_session_timeout = '20min'"))
    unsent = select(Mail).where(Mail.id == mail_id, Mail.to_address.is_not(None))
    mail = session.scalars(unsent.with_for_update(skip_locked=True)).one_or_none()
    if mail is None and session.scalars(unsent).one_or_none() is not None:
        raise NotDelivered("somebody else is sending it")
    return mail


def _attempt(session: Session, work: Work, mail: Mail) -> str | None:
    """Try once; returns what was in the way when another try may help."""
    if session.get(SuppressedAddress, mail.fingerprint) is not None:
        mail.end("suppressed")
        return None
    try:
        hand_over(work.settings, str(mail.id), message(mail, work.settings))
    except Never as never:
        mail.problem = str(never)
        log.warning("mail refused", mail=str(mail.id), kind=mail.kind, problem=mail.problem)
        if never.address_is_bad:
            suppress(session, mail.fingerprint, "refused")
            mail.end("suppressed")
        else:
            mail.end("failed")
        return None
    except NotNow as later:
        mail.problem = str(later)
        if work.last_try:
            mail.state = "failed"
            mail.ended_at = func.now()
        return mail.problem
    mail.problem = None
    mail.end("sent")
    return None


@jobs.task("mail.forget")
def forget(work: Work, mark: str, address: str = "", name: str = "") -> None:
    """Delete what lies in the folder for an address, by its fingerprint, or tells of somebody."""
    mailbox.forget(work.settings.mail_dir, mark, [address, name])


@jobs.every("23 3 * * *", "mail.tidy")
def tidy(work: Work) -> None:
    """Forget what is no longer needed."""
    now = time.now()
    with work.database.writing.begin() as session:
        session.execute(
            update(Mail)
            .where(Mail.state == "failed", Mail.ended_at < now - FAILED_KEPT)
            .values(to_address=None, said=null(), link=None, unsubscribe=None, listed=null())
        )
        session.execute(delete(Mail).where(Mail.created_at < now - KEPT))
        session.execute(delete(SuppressedAddress).where(SuppressedAddress.since < now - SUPPRESSED))
    mailbox.forget_older(work.settings.mail_dir, now - KEPT)


TASKS: Final = (deliver, forget, tidy)

"""Delivering mail: to an SMTP server, or to a folder where there is none; bounces."""

from __future__ import annotations

import contextlib
import email
import os
import re
import smtplib
import ssl
import uuid
from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage, Message
from email.policy import default
from pathlib import Path
from typing import Final, Literal, cast
from urllib.parse import unquote, urlsplit

import structlog
from sqlalchemy import delete, null, select, text, update
from sqlalchemy.orm import Session
from sqlalchemy.sql import func

from samspil.core import jobs, time
from samspil.core.jobs import Work
from samspil.core.mail import mailbox
from samspil.core.mail.message import message
from samspil.core.mail.outbox import Mail, SuppressedAddress, suppress
from samspil.settings import Settings

# For each step of the conversation; a busy server may think for a while.
PATIENCE_SECONDS: Final = 60.0
PERMANENT: Final = range(500, 600)


class TemporaryFailure(Exception):  # noqa: N818  # a state of affairs
    """It did not go, but may later. The text is ours: a server's own may hold an address."""


class PermanentFailure(Exception):  # noqa: N818
    """The server will never take this mail; `address_is_bad` when that is for its address."""

    def __init__(self, problem: str, *, address_is_bad: bool) -> None:
        super().__init__(problem)
        self.address_is_bad = address_is_bad


def hand_over(settings: Settings, mail_id: str, message: EmailMessage) -> None:
    """Hand a mail over.

    Raises:
        TemporaryFailure: try again later.
        PermanentFailure: do not.
    """
    if settings.smtp_url is None:
        into_folder(settings.mail_dir, mail_id, message)
    else:
        to_server(settings.smtp_url, settings, message)


def to_server(url: str, settings: Settings, message: EmailMessage) -> None:
    """Hand a mail over to the SMTP server; done once the server has said that it has it."""
    to = message["To"].addresses[0].addr_spec
    try:
        server = _connect(url, settings)
    except smtplib.SMTPResponseException as error:
        raise TemporaryFailure(f"the server answers {error.smtp_code} before the mail") from None
    except (smtplib.SMTPException, OSError) as error:
        raise TemporaryFailure(f"no connection to the server: {type(error).__name__}") from None
    try:
        server.send_message(message, settings.mail_from, [to])
    except smtplib.SMTPRecipientsRefused as error:
        [(code, answer)] = error.recipients.values()
        raise _refusal("recipient", code, answer) from None
    except smtplib.SMTPSenderRefused as error:
        raise TemporaryFailure(f"the server answers {error.smtp_code} to the sender") from None
    except smtplib.SMTPDataError as error:
        raise _refusal("content", error.smtp_code, error.smtp_error) from None
    except (smtplib.SMTPException, OSError) as error:
        raise TemporaryFailure(f"the connection broke: {type(error).__name__}") from None
    finally:
        # The mail is over, one way or the other: how the goodbye goes is nobody's concern, and
        # waiting for it would only give the worker time to die before it has noted what it did.
        with contextlib.suppress(smtplib.SMTPException, OSError):
            server.putcmd("QUIT")
        server.close()


def _connect(url: str, settings: Settings) -> smtplib.SMTP:
    parts = urlsplit(url)
    host = parts.hostname or ""
    # Asking the resolver for our own name can take long, and is no better.
    ours = urlsplit(settings.public_url).hostname or "localhost"
    context = ssl.create_default_context()
    server: smtplib.SMTP
    if parts.scheme == "smtps":
        server = smtplib.SMTP_SSL(
            host, parts.port or 465, ours, timeout=PATIENCE_SECONDS, context=context
        )
    else:
        server = smtplib.SMTP(host, parts.port or 587, ours, timeout=PATIENCE_SECONDS)
    try:
        if parts.scheme == "smtp":
            server.ehlo()
            if server.has_extn("starttls"):
                server.starttls(context=context)
                server.ehlo()
            elif parts.password is not None:
                raise smtplib.SMTPNotSupportedError  # a password never goes unencrypted
        if parts.password is not None:
            server.login(unquote(parts.username or ""), unquote(parts.password))
    except BaseException:
        server.close()
        raise
    return server


def _refusal(of: str, code: int, answer: bytes | str) -> TemporaryFailure | PermanentFailure:
    said = answer.decode(errors="replace") if isinstance(answer, bytes) else answer
    found = re.match(r"\s*([245]\.\d{1,3}\.\d{1,3})\b", said)
    status = found[1] if found else None
    problem = f"the server answers {code}{f' {status}' if status else ''} to the {of}"
    if code not in PERMANENT:
        return TemporaryFailure(problem)
    bad = of == "recipient" and (
        is_bad_address(status) if status else code in {550, 551, 553}  # no such mailbox
    )
    return PermanentFailure(problem, address_is_bad=bad)


def is_bad_address(status: str) -> bool:
    """Whether an enhanced status code (RFC 3463) says that the address itself takes no mail.

    A full mailbox, a mail that is too long and above all a rule against us as the sender are no
    faults of the address: one wrong setting must not shut everybody out.
    """
    return bool(re.fullmatch(r"5\.1\.(?:0|1|2|3|6|10)|5\.2\.1|5\.4\.4", status))


def into_folder(folder: Path, mail_id: str, message: EmailMessage) -> None:
    """Keep a mail as a file that only we can read: whole or not at all, and once."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        written = folder / f".{mail_id}.{os.getpid()}"
        try:
            with open(written, "wb", opener=_private) as file:
                file.write(message.as_bytes())
            written.replace(folder / f"{mail_id}.eml")
        finally:
            written.unlink(missing_ok=True)
    except OSError as error:
        raise TemporaryFailure(f"the folder takes no file: {type(error).__name__}") from None


def _private(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NOFOLLOW, 0o600)


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
    except PermanentFailure as error:
        mail.problem = str(error)
        log.warning("mail refused", mail=str(mail.id), kind=mail.kind, problem=mail.problem)
        if error.address_is_bad:
            suppress(session, mail.fingerprint, "refused")
            mail.end("suppressed")
        else:
            mail.end("failed")
        return None
    except TemporaryFailure as error:
        mail.problem = str(error)
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


# Delivery reports (RFC 3464): a mail has come back, and its address takes no more.

MOST_BYTES: Final = 1_000_000
_ID = re.compile(r"<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@[^<>@\s]+>", re.IGNORECASE)

Verdict = Literal["suppressed", "no report", "not final", "not ours"]


def take_report(session: Session, raw: bytes) -> Verdict:
    """Read a report; when it says for good that an address takes no mail, none is sent there.

    Anybody can write a report. What proves one is our own mail's id in it, which nobody else knows,
    and only the address that this mail went to is suppressed, whichever the report names.
    """
    message = email.message_from_bytes(raw[:MOST_BYTES], policy=default)
    if message.get_content_type() != "multipart/report":
        return "no report"
    if not any(_is_final(fields) for fields in _recipients(message)):
        return "not final"
    for mail_id in _mails(message):
        mail = session.get(Mail, mail_id)
        if mail is not None:
            suppress(session, mail.fingerprint, "bounced")
            mail.problem = "came back"
            return "suppressed"
    return "not ours"


def _recipients(message: Message) -> Iterator[Message]:
    for part in message.walk():
        if part.get_content_type() == "message/delivery-status":
            # The first block is about the report itself.
            yield from cast(list[Message], part.get_payload())[1:]


def _is_final(fields: Message) -> bool:
    failed = str(fields.get("Action", "")).strip().lower() == "failed"
    found = re.match(r"\d\.\d{1,3}\.\d{1,3}", str(fields.get("Status", "")).strip())
    return failed and found is not None and is_bad_address(found[0])


def _mails(message: Message) -> Iterator[uuid.UUID]:
    """The ids of the mails of ours that the report encloses, whole or by their headers."""
    for part in message.walk():
        if part.get_content_type() == "text/rfc822-headers":
            payload = cast(bytes, part.get_payload(decode=True))
            enclosed: Message = email.message_from_bytes(payload, policy=default)
        elif part.get_content_type() == "message/rfc822":
            enclosed = cast(list[Message], part.get_payload())[0]
        else:
            continue
        found = _ID.fullmatch(str(enclosed.get("Message-ID", "")).strip())
        if found:
            yield uuid.UUID(found[1])

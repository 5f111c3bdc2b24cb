"""Delivery reports (RFC 3464): a mail has come back, and its address takes no more."""

from __future__ import annotations

import email
import re
import uuid
from collections.abc import Iterator
from email.message import Message
from email.policy import default
from typing import Final, Literal, cast

from sqlalchemy.orm import Session

from samspil.core.mail.delivery import is_bad_address
from samspil.core.mail.outbox import Mail, suppress

MOST_BYTES: Final = 1_000_000
_ID = re.compile(r"<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@[^<>@\s]+>", re.IGNORECASE)

Verdict = Literal["suppressed", "no report", "not final", "not ours"]


def take(session: Session, raw: bytes) -> Verdict:
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

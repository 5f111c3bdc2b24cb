"""The demonstration's mailbox: everybody's mails for all to see, where none reaches anybody."""

from __future__ import annotations

import uuid
from typing import Any

from flask import Response

from samspil.core.errors import NotFound
from samspil.core.http import Access, Blueprint, open_to, private_answer, settings
from samspil.core.mail import mailbox
from samspil.core.mail.mailbox import StoredMail
from samspil.demo.schemas import MailsOut, MailsQuery, WholeMailOut

blp = Blueprint(
    "demo", __name__, description="The demonstration's mailbox; not in production, nor with SMTP"
)


@blp.get("/demo/mails")
@blp.query(MailsQuery)
@blp.response(200, MailsOut)
@open_to(Access.ANYONE)
def list_mails(query: dict[str, Any]) -> Response:
    """The newest hundred mails, newest first."""
    _must_be_shown()
    items = [_short(received) for received in mailbox.newest(settings().mail_dir, query["to"])]
    return private_answer({"items": items, "next_cursor": None})


@blp.get("/demo/mails/<uuid:mail_id>")
@blp.response(200, WholeMailOut)
@open_to(Access.ANYONE)
def get_mail(mail_id: uuid.UUID) -> Response:
    """A mail with what it says."""
    _must_be_shown()
    received = mailbox.one(settings().mail_dir, str(mail_id))
    if received is None:
        raise NotFound
    return private_answer(_short(received) | {"text": received.text, "html": received.html})


def _must_be_shown() -> None:
    if not settings().shows_mails:
        raise NotFound


def _short(received: StoredMail) -> dict[str, Any]:
    return {
        "id": received.id,
        "to": received.to,
        "subject": received.subject,
        "sent_at": received.sent_at,
    }

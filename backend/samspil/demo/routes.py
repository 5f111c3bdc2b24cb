"""The demonstration's mailbox: everybody's mails for all to see, where none reaches anybody."""

from __future__ import annotations

import uuid
from operator import attrgetter
from typing import Any, ClassVar

from flask import Response
from marshmallow import fields

from samspil.core.builders import Sources, builder
from samspil.core.errors import NotFound
from samspil.core.fields import Schema, Text
from samspil.core.http import Access, Blueprint, open_to, private_answer, settings
from samspil.core.mail import mailbox


class MailsQuery(Schema):
    """Whose mails."""

    to = Text(longest=254, load_default=None, metadata={"description": "Only those to this one"})


class MailOut(Schema):
    """A mail in a list."""

    read: ClassVar[Sources] = {"sent_at": attrgetter("sent_at")}  # as the mail itself says it

    id = fields.UUID(required=True)
    to = fields.String(required=True)
    subject = fields.String(required=True)
    sent_at = fields.AwareDateTime(required=True)


class MailsOut(Schema):
    """The newest hundred, newest first."""

    items = fields.List(fields.Nested(MailOut), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class WholeMailOut(MailOut):
    """A mail with what it says, in both forms."""

    text = fields.String(required=True)
    html = fields.String(required=True)


_mail = builder(MailOut)
_whole_mail = builder(WholeMailOut)

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
    items = [_mail(received) for received in mailbox.newest(settings().mail_dir, query["to"])]
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
    return private_answer(_whole_mail(received))


def _must_be_shown() -> None:
    if not settings().shows_mails:
        raise NotFound

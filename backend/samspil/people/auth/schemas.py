"""Schemas of registering, signing in and mailed links."""

from __future__ import annotations

from marshmallow import fields
from marshmallow.validate import OneOf

from samspil.core.fields import Choice, Email, Line, Password, Schema, YesNo
from samspil.core.language import LANGUAGES
from samspil.people.rules import SHORTEST_PASSWORD, PersonName

LONGEST_TOKEN = 100


class AccountIn(Schema):
    """What it takes to have an account."""

    email = Email(required=True)
    name = PersonName(required=True)
    password = Password(required=True, shortest=SHORTEST_PASSWORD)
    language = Choice(LANGUAGES, metadata={"description": "Else that of Accept-Language."})
    guardian_email = Email(
        allow_none=True, load_default=None, metadata={"description": "Of somebody under 15."}
    )


class LoginIn(Schema):
    """An address and its password; `tokens` for programs, which get them in the answer."""

    email = Email(required=True)
    password = Password(required=True)
    tokens = YesNo(load_default=False)


class AddressIn(Schema):
    """Where a link is to be sent."""

    email = Email(required=True)


class EverywhereIn(Schema):
    """What ends beside the sessions."""

    calendars = YesNo(
        load_default=True, metadata={"description": "Also the address of one's calendar."}
    )


class TokensOut(Schema):
    """A program's tokens; a browser's are cookies, and this is empty."""

    access_token = fields.String()
    refresh_token = fields.String()


class NothingOut(Schema):
    """Nothing, whatever has happened."""


class LinkIn(Schema):
    """A link out of a mail."""

    token = Line(longest=LONGEST_TOKEN, required=True)


class LinkUseIn(LinkIn):
    """A link whose button was pressed, with what its purpose needs."""

    password = Password(shortest=SHORTEST_PASSWORD, load_default=None)
    name = PersonName(load_default=None)
    refuse = YesNo(
        load_default=False,
        metadata={"description": "A no: the link ends, and what it offered goes to others."},
    )


class LinkedAssociationOut(Schema):
    """The association that a link is about."""

    slug = fields.String(required=True)
    name = fields.String(required=True)


class LinkedNeedOut(Schema):
    """The need that a link is about."""

    id = fields.UUID(required=True)
    title = fields.String(required=True)


class LinkedShiftOut(Schema):
    """The shift that a link is about."""

    id = fields.UUID(required=True)
    starts_at = fields.AwareDateTime(required=True)
    ends_at = fields.AwareDateTime(required=True)


class LinkedOverlapOut(LinkedShiftOut):
    """Another shift at the same time."""

    signup = fields.UUID(required=True)
    need = fields.Nested(LinkedNeedOut, required=True)


class LinkedSignupOut(Schema):
    """The sign-up that came of a link."""

    id = fields.UUID(required=True)
    status = fields.String(required=True)
    position_in_line = fields.Integer(required=True, allow_none=True)


class LinkLookOut(Schema):
    """What a link would do."""

    purpose = fields.String(required=True)
    email = fields.String(required=True, metadata={"description": "Masked."})
    needs = fields.List(
        fields.String(validate=OneOf(("name", "password"))),
        required=True,
        metadata={"description": "What must come with its use."},
    )
    name = fields.String(metadata={"description": "Whose account it is about."})
    new_email = fields.String(metadata={"description": "The account's address now, masked."})
    association = fields.Nested(LinkedAssociationOut)
    role = fields.String()
    need = fields.Nested(LinkedNeedOut)
    shift = fields.Nested(LinkedShiftOut, allow_none=True)
    overlaps = fields.List(
        fields.Nested(LinkedOverlapOut),
        metadata={"description": "Other shifts at the same time; using the link says yes to it."},
    )
    until = fields.AwareDateTime(metadata={"description": "Until when an offer stands."})


class LinkUseOut(Schema):
    """What a link did."""

    purpose = fields.String(required=True)
    signed_in = fields.Boolean(required=True)
    association = fields.Nested(LinkedAssociationOut)
    need = fields.Nested(LinkedNeedOut)
    shift = fields.Nested(LinkedShiftOut, allow_none=True)
    signup = fields.Nested(LinkedSignupOut)

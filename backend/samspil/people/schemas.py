"""Schemas of one's own account, profile and data, and of interests."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, ClassVar, Final

from marshmallow import ValidationError, fields, validates_schema
from marshmallow.validate import OneOf

from samspil.core.auth import Actor
from samspil.core.builders import Sources, builder
from samspil.core.fields import (
    Choice,
    Day,
    Email,
    Line,
    Many,
    Nested,
    Password,
    Schema,
    Slug,
    Text,
    Whole,
    YesNo,
)
from samspil.core.fields import Number as NumberIn
from samspil.core.geo import DENMARK
from samspil.core.inbox import Waiting
from samspil.core.language import LANGUAGES, text
from samspil.core.time import local
from samspil.people import guardians
from samspil.people.models import HALF_DAYS, OPTIONAL, LoginSession, Profile
from samspil.people.rules import SHORTEST_PASSWORD, LanguageCode, PersonName
from samspil.places.models import Place

LONGEST_ABOUT: Final = 2_000


class MyAssociationOut(Schema):
    """What somebody takes part in."""

    slug = fields.String(required=True)
    name = fields.String(required=True)
    role = fields.String(required=True)
    status = fields.String(required=True)


class ConsentOut(Schema):
    """A yes that stands."""

    purpose = Choice(OPTIONAL, required=True)
    given_at = fields.DateTime(required=True)


class LoginSessionOut(Schema):
    """Where somebody is signed in."""

    id = fields.UUID(required=True)
    created_at = fields.DateTime(required=True)
    used_at = fields.DateTime(required=True)
    current = fields.Boolean(required=True)


class GuardianOut(Schema):
    """Who says yes for somebody below 15."""

    email = fields.String(required=True, metadata={"description": "Masked."})
    consented = fields.Boolean(required=True)


class MeOut(Schema):
    """Oneself."""

    id = fields.UUID(required=True)
    name = fields.String(required=True)
    email = fields.String(required=True)
    verified = fields.Boolean(required=True)
    language = fields.String(required=True)
    has_password = fields.Boolean(required=True)
    administrator = fields.Boolean(required=True)
    areas = fields.List(fields.String(), required=True)
    under_15_waiting = fields.Boolean(required=True)
    guardian = fields.Nested(GuardianOut, required=True, allow_none=True)
    associations = fields.List(fields.Nested(MyAssociationOut), required=True)
    consents = fields.List(fields.Nested(ConsentOut), required=True)
    sessions = fields.List(fields.Nested(LoginSessionOut), required=True)
    demo = fields.Boolean(required=True)
    read: ClassVar[Sources] = {
        "verified": lambda person: person.verified_at is not None,
        "has_password": lambda person: person.password_hash is not None,
        "areas": lambda person: sorted(person.areas),
        "under_15_waiting": guardians.is_missing,
        "guardian": guardians.document,
    }


class InboxPlaceOut(Schema):
    """An association."""

    slug = fields.String(required=True)
    name = fields.String(required=True)


class InboxEntryOut(Schema):
    """One thing that waits."""

    id = fields.UUID(required=True)
    title = fields.String(required=True, metadata={"description": "Who or what it is"})
    about = fields.String(required=True)
    at = fields.AwareDateTime(required=True, allow_none=True)
    number = fields.Integer(
        required=True,
        allow_none=True,
        metadata={"description": "Minutes of hours; how many come to, or lack for, a shift"},
    )
    direct = fields.Boolean(
        required=True, metadata={"description": "It can be done without a look at more of it"}
    )


class WaitingOut(Schema):
    """Things of one kind that wait in one place."""

    kind = fields.String(required=True)
    count = fields.Integer(required=True)
    since = fields.AwareDateTime(required=True)
    association = fields.Nested(InboxPlaceOut, required=True, allow_none=True)
    entries = fields.List(fields.Nested(InboxEntryOut), required=True)


class InboxOut(Schema):
    """All that waits for one, what has waited longest first."""

    items = fields.List(fields.Nested(WaitingOut), required=True)
    total = fields.Integer(required=True)


def waiting_document(one: Waiting) -> dict[str, Any]:
    """WaitingOut."""
    return {
        "kind": one.kind,
        "count": one.count,
        "since": local(one.since),
        "association": one.place and {"slug": one.place[0], "name": one.place[1]},
        "entries": [asdict(entry) for entry in one.entries],
    }


class MeIn(Schema):
    """What may be changed of oneself."""

    name = PersonName()
    language = Choice(LANGUAGES)
    guardian_email = Email(
        allow_none=True,
        metadata={"description": "Until that guardian has said yes; null takes one away."},
    )


class PasswordIn(Schema):
    """Another password."""

    current = Password(required=True)
    new = Password(required=True, shortest=SHORTEST_PASSWORD)


class NewEmailIn(Schema):
    """Another address."""

    email = Email(required=True)
    password = Password(required=True)


class HomeIn(Schema):
    """Where somebody is at home: a place, or a point that is rounded to about 100 m."""

    place = Slug()
    lat = NumberIn(DENMARK[1], DENMARK[3], key="field.outside-denmark")
    lon = NumberIn(DENMARK[0], DENMARK[2], key="field.outside-denmark")

    @validates_schema
    def _one_of_both(self, data: dict[str, Any], **_: Any) -> None:
        if data.keys() not in ({"place"}, {"lat", "lon"}):
            raise ValidationError(text("field.home"))


class OwnProfileIn(Schema):
    """A whole profile; what is left out is forgotten."""

    home = Nested(HomeIn, load_default=None, allow_none=True)
    about = Text(longest=LONGEST_ABOUT, load_default="")
    interests = Many(Slug(), load_default=list)
    skills = Many(Line(longest=60), load_default=list)
    languages = Many(LanguageCode(), load_default=list)
    availability = Many(Choice(HALF_DAYS), most=len(HALF_DAYS), load_default=list)
    available_from = Day(load_default=None, allow_none=True)
    available_until = Day(load_default=None, allow_none=True)
    max_distance_m = Whole(500, 50_000, load_default=None, allow_none=True)
    birth_year = Whole(1900, 2100, load_default=None, allow_none=True)
    guardian_email = Email(
        load_default=None,
        allow_none=True,
        metadata={"description": "Needed with a birth year of somebody who may be under 15."},
    )

    @validates_schema
    def _in_order(self, data: dict[str, Any], **_: Any) -> None:
        first, last = data["available_from"], data["available_until"]
        if first and last and last < first:
            raise ValidationError(text("field.after-from"), "available_until")


class HomePlaceOut(Schema):
    """A town."""

    slug = fields.String(required=True)
    name = fields.String(required=True)


class HomeOut(Schema):
    """Where somebody is at home; the position is the town's, or their own rounded one."""

    place = fields.Nested(HomePlaceOut, required=True, allow_none=True)
    position = fields.Dict(required=True, allow_none=True)


class OwnProfileOut(Schema):
    """A whole profile."""

    home = fields.Nested(HomeOut, required=True, allow_none=True)
    about = fields.String(required=True)
    interests = fields.List(fields.String(), required=True)
    skills = fields.List(fields.String(), required=True)
    languages = fields.List(fields.String(), required=True)
    availability = fields.List(fields.String(), required=True)
    available_from = fields.Date(required=True, allow_none=True)
    available_until = fields.Date(required=True, allow_none=True)
    max_distance_m = fields.Integer(required=True, allow_none=True)
    birth_year = fields.Integer(required=True, allow_none=True)


me_item = builder(MeOut, but={"associations", "consents", "sessions"})
consent_item = builder(ConsentOut)
_session_item = builder(LoginSessionOut, but={"current"})
_profile_document = builder(OwnProfileOut, but={"home"})


def session_item(session: LoginSession, actor: Actor) -> dict[str, Any]:
    """LoginSessionOut, as seen from the session that the actor is in."""
    return _session_item(session) | {"current": session.id == actor.session_id}


def profile_document(profile: Profile | None, place: Place | None) -> dict[str, Any]:
    """OwnProfileOut; of a profile that nobody has written yet, everything is empty."""
    profile = profile or Profile(about="", interests=[], skills=[], languages=[], availability=[])
    town = None if place is None else {"slug": place.slug, "name": place.name}
    home = None if profile.home is None else {"place": town, "position": profile.home}
    return _profile_document(profile) | {"home": home}


class ErasureIn(Schema):
    """The wish to have one's account erased."""

    password = Text(
        longest=200,
        load_default=None,
        allow_none=True,
        metadata={"description": "Of an account that has one"},
    )


class ControllerOut(Schema):
    """Who answers for what is kept."""

    name = fields.String(required=True)


class KeptOut(Schema):
    """One kind of thing that is kept."""

    what = fields.String(required=True)
    why = fields.String(required=True)
    basis = fields.String(required=True, metadata={"description": "The legal basis"})
    until = fields.String(required=True, metadata={"description": "How long"})


class PrivacyOut(Schema):
    """What is kept of people, why and how long."""

    controller = fields.Nested(ControllerOut, required=True)
    processor = fields.String(
        required=True, metadata={"description": "Who runs the service for the controller"}
    )
    rows = fields.List(fields.Nested(KeptOut), required=True)


class InterestOut(Schema):
    """An interest and its name in the reader's language."""

    slug = fields.String(required=True)
    label = fields.String(required=True)


class InterestsOut(Schema):
    """All interests."""

    items = fields.List(fields.Nested(InterestOut), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


# Schemas of registering, signing in and mailed links.

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

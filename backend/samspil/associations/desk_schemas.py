"""The schemas of an association's desk: what managers and staff send and see."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from marshmallow import ValidationError, fields, validates_schema

from samspil.associations import rules
from samspil.associations.merging import UNDONE_FOR
from samspil.associations.models import KINDS, LANGUAGES, ROLES, STATES, Association, Invitation
from samspil.associations.rules import Standing
from samspil.associations.schemas import (
    AssociationName,
    AssociationOut,
    AssociationRefOut,
    ContactIn,
    Prose,
    association_document,
    cvr,
    language_code,
    website,
)
from samspil.core.builders import Inside, Sources, builder
from samspil.core.fields import (
    Choice,
    Day,
    Email,
    Id,
    Line,
    Many,
    Nested,
    Schema,
    Slug,
    Text,
    Whole,
    YesNo,
)
from samspil.core.http.parsing import UploadedFile
from samspil.core.language import text
from samspil.core.time import local
from samspil.places.schemas import PositionIn
from samspil.search.paging import DEFAULT_LIMIT, MOST_LIMIT

MOST_PURPOSE = 10_000


class ProfileIn(Schema):
    """What an association says of itself; what is left out stays as it is."""

    slug = Slug()
    kind = Choice(KINDS)
    name = AssociationName()
    summary = Line(longest=160)
    purpose = Prose(longest=MOST_PURPOSE, metadata={"description": "Markdown"})
    lang = Choice(LANGUAGES)
    cvr = cvr(allow_none=True)
    interests = Many(Slug())
    towns = Many(Slug(), metadata={"minItems": 1, "description": "Slugs of /places"})
    address = Line(
        longest=200,
        allow_none=True,
        metadata={"description": "Shown to everybody: never anybody's home"},
    )
    position = Nested(
        PositionIn,
        allow_none=True,
        metadata={"description": "Of its own house; without it, it stands at its towns"},
    )
    contact = Nested(ContactIn)
    website = website(allow_none=True)
    languages = Many(language_code())
    step_free = YesNo(allow_none=True)

    @validates_schema
    def _somewhere(self, data: dict[str, Any], **_: Any) -> None:
        if data.get("towns") == []:
            raise ValidationError(text("field.association.no-town"), "towns")


class RegistrationIn(ProfileIn):
    """A new association, network or initiative."""

    class Meta(ProfileIn.Meta):
        """marshmallow's options."""

        exclude = ("slug",)

    id = Id(metadata={"description": "Of the sender's own making, for what is written offline"})
    kind = Choice(KINDS, required=True)
    name = AssociationName(required=True)
    summary = Line(longest=160, required=True)
    purpose = Prose(longest=MOST_PURPOSE, required=True, metadata={"description": "Markdown"})
    interests = Many(Slug(), required=True)
    towns = Many(Slug(), required=True, metadata={"minItems": 1, "description": "Slugs of /places"})
    contact = Nested(ContactIn, required=True)
    languages = Many(language_code(), required=True)


class RoleIn(Schema):
    """What somebody is to be in an association."""

    role = Choice(ROLES, required=True)


class InvitationIn(RoleIn):
    """Whom to invite, and as what."""

    email = Email(required=True)


class NewPictureIn(Schema):
    """A picture, and what it shows for who cannot see it."""

    file = UploadedFile(required=True)  # type: ignore[no-untyped-call]  # flask-smorest's own
    alt = Line(longest=300, required=True)


class PictureIn(Schema):
    """What a picture shows, and which place it has among the others, from 0."""

    alt = Line(longest=300)
    rank = Whole(0, 1000)


class ClaimIn(Schema):
    """Why somebody says that they run an association."""

    message = Prose(longest=1000, required=True)


class ClaimedOut(Schema):
    """A claim that staff will decide on."""

    id = fields.UUID(required=True)
    created_at = fields.AwareDateTime(required=True)


class DeclarationIn(Schema):
    """For which year an association gives its word that it obtains the certificates."""

    year = Whole(2000, 2100, required=True, metadata={"description": "This one"})


class DeclarationOut(Schema):
    """This year's declaration that the association obtains child protection certificates."""

    year = fields.Integer(required=True)
    made_at = fields.AwareDateTime(
        required=True, allow_none=True, metadata={"description": "None: it is due"}
    )
    by = fields.String(
        required=True, allow_none=True, metadata={"description": "Who made it, if still here"}
    )


class MayOut(Schema):
    """What the reader can do."""

    edit = fields.Boolean(required=True)
    invite = fields.Boolean(required=True)
    change_members = fields.Boolean(required=True)
    see_history = fields.Boolean(required=True)
    declare = fields.Boolean(required=True)
    leave = fields.Boolean(required=True)
    verify = fields.Boolean(required=True)
    decline = fields.Boolean(required=True)
    approve = fields.Boolean(required=True)
    hide = fields.Boolean(required=True)
    show = fields.Boolean(required=True)
    merge = fields.Boolean(required=True)


class MemberOut(Schema):
    """Somebody who takes part."""

    id = fields.UUID(required=True)
    name = fields.String(required=True)
    role = fields.String(required=True, metadata={"enum": list(ROLES)})
    since = fields.AwareDateTime(required=True)
    email = fields.String(metadata={"description": "For those who run it, and staff"})


class InvitationOut(Schema):
    """An invitation that nobody has answered."""

    id = fields.UUID(required=True)
    email = fields.String(required=True)
    role = fields.String(required=True, metadata={"enum": list(ROLES)})
    created_at = fields.AwareDateTime(required=True)
    expires_at = fields.AwareDateTime(required=True)


class MergeOut(Schema):
    """An association that was merged into this one, which can still be undone."""

    id = fields.UUID(required=True)
    name = fields.String(required=True)
    slug = fields.String(required=True)
    made_at = fields.AwareDateTime(required=True)
    by = fields.String(
        required=True, allow_none=True, metadata={"description": "Who did it, if still here"}
    )
    until = fields.AwareDateTime(
        required=True, metadata={"description": "How long it can be undone"}
    )


class DeskOut(AssociationOut):
    """An association as those see it who run it, take part in it, or are in charge of it."""

    purpose = fields.String(required=True, metadata={"description": "Markdown"})
    status = fields.String(required=True, metadata={"enum": list(STATES)})
    hidden_reason = fields.String(required=True, allow_none=True)
    approved_from = fields.Date(required=True, allow_none=True)
    role = fields.String(required=True, allow_none=True, metadata={"enum": [*ROLES, None]})
    may = fields.Nested(MayOut, required=True)
    declaration = fields.Nested(DeclarationOut, required=True)
    members = fields.List(fields.Nested(MemberOut), required=True)
    invitations = fields.List(
        fields.Nested(InvitationOut), metadata={"description": "For those who run it, and staff"}
    )
    merges = fields.List(fields.Nested(MergeOut), metadata={"description": "For staff"})


def merge_document(row: Any) -> dict[str, Any]:
    """MergeOut, from a row of `merging.merges_into`."""
    return {
        "id": row.Merge.id,
        "name": row.name,
        "slug": row.slug,
        "made_at": local(row.Merge.made_at),
        "by": row.by,
        "until": local(row.Merge.made_at + UNDONE_FOR),
    }


def desk_document(
    row: Any,
    standing: Standing,
    members: Sequence[Any],
    invitations: Sequence[Invitation],
    declaration: dict[str, Any],
    merges: Sequence[Any],
) -> dict[str, Any]:
    """DeskOut, from the row of `queries.in_any_state` and what belongs to it."""
    association: Association = row.Association
    document = association_document(row) | {
        "purpose": association.purpose,
        "status": association.status,
        "hidden_reason": association.hidden_reason,
        "approved_from": association.approved_from,
        "role": standing.role,
        "may": rules.may(standing, association),
        "members": [member_document(member, standing) for member in members],
        "declaration": declaration,
    }
    if standing.runs_it:
        document["invitations"] = [invitation_document(one) for one in invitations]
    if standing.staff:
        document["merges"] = [merge_document(one) for one in merges]
    return document


def declaration_document(year: int, row: Any) -> dict[str, Any]:
    """DeclarationOut, from the row of `queries.declaration_of`, if there is one."""
    if row is None:
        return {"year": year, "made_at": None, "by": None}
    return {"year": year, "made_at": local(row.made_at), "by": row.by}


def member_document(row: Any, standing: Standing) -> dict[str, Any]:
    """MemberOut, from a row of `queries.members`."""
    document = _member(row)
    return document | ({"email": row.email} if standing.runs_it else {})


_member = builder(MemberOut, but={"email"})
invitation_document = builder(InvitationOut)


# The shapes of the staff's desk for associations.

# As long as a mail takes it.
LONGEST_REASON = 300


class QueueQuery(Schema):
    """Which associations, and which part of them."""

    status = Choice(("pending", "public", "hidden"))
    without_manager = YesNo()
    q = Text(longest=100)
    limit = Whole(1, MOST_LIMIT, load_default=DEFAULT_LIMIT)
    cursor = Text(longest=500)


class NothingIn(Schema):
    """Nothing is needed."""


class ReasonIn(Schema):
    """Why, in words that are told to whom it concerns."""

    reason = Line(longest=LONGEST_REASON, required=True)


class ApprovalIn(Schema):
    """The first and the last day of an approval; without both there is none any more."""

    first = Day(required=True, allow_none=True, data_key="from")
    last = Day(required=True, allow_none=True, data_key="until")

    @validates_schema
    def _period(self, data: dict[str, Any], **_: Any) -> None:
        first, last = data.get("first"), data.get("last")
        if (first is None) != (last is None) or (first and last and last < first):
            raise ValidationError(text("field.association.period"), "until")


class MergeIn(Schema):
    """The association that stays."""

    into = Slug(required=True)


class QueuedOut(AssociationRefOut):
    """An association in the staff's list."""

    status = fields.String(required=True, metadata={"enum": list(STATES)})
    created_at = fields.AwareDateTime(required=True)
    summary = fields.String(required=True)
    managers = fields.Integer(required=True, metadata={"description": "How many run it"})
    verified = fields.Boolean(required=True)
    approved_until = fields.Date(required=True, allow_none=True)
    declared = fields.Boolean(
        required=True,
        metadata={"description": "That it obtains child protection certificates, this year"},
    )


class QueueOut(Schema):
    """A page of associations, oldest first."""

    items = fields.List(fields.Nested(QueuedOut), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class NamedOut(Schema):
    """An association, named."""

    slug = fields.String(required=True)
    name = fields.String(required=True)


class ClaimantOut(Schema):
    """Who says that they run an association."""

    id = fields.UUID(required=True)
    name = fields.String(required=True)
    email = fields.String(required=True, allow_none=True)


class ClaimOut(Schema):
    """A claim that waits."""

    read: ClassVar[Sources] = {"association": Inside("association_"), "person": Inside("person_")}

    id = fields.UUID(required=True)
    association = fields.Nested(NamedOut, required=True)
    person = fields.Nested(ClaimantOut, required=True)
    message = fields.String(required=True)
    created_at = fields.AwareDateTime(required=True)


class ClaimsOut(Schema):
    """A page of claims, oldest first."""

    items = fields.List(fields.Nested(ClaimOut), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


# From rows of `queries.for_staff` and `queries.open_claims`.
queue_item = builder(QueuedOut)
claim_document = builder(ClaimOut)

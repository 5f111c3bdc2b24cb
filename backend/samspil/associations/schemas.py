"""The schemas of associations, and the fields of forms that only they have."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from operator import attrgetter
from typing import Any, ClassVar, Final

import orjson
from marshmallow import fields
from orjson import Fragment

from samspil import formats
from samspil.associations import rules
from samspil.associations.models import KINDS, LANGUAGES, PICTURE_STATES, AssociationPicture
from samspil.core.builders import Sources, builder
from samspil.core.fields import Choice, Email, Line, Many, Schema, Slug, Text
from samspil.core.language import Message
from samspil.core.pictures import picture_addresses
from samspil.core.text import markdown
from samspil.places.schemas import MultiPointOut, NearQuery, PlaceRefOut, PointOut
from samspil.search.near import fragment, whole
from samspil.search.results import FoundOut, ResultsOut

PICTURES: Final = "/api/v1/pictures"


LONGEST_ADDRESS: Final = 500


class Prose(Text):
    """Text of several lines that says something."""

    default_error_messages = {  # noqa: RUF012  # marshmallow's own way to declare messages
        "empty": Message("field.required")
    }

    def __init__(self, *, longest: int, **options: Any) -> None:
        super().__init__(longest=longest, **options)
        self.metadata = {"minLength": 1, **self.metadata}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        said = super()._deserialize(value, attr, data, **kwargs)
        if not said:
            raise self.make_error("empty")
        return said


# A name goes into mails to others, whose programs make links of addresses.
_LINKABLE: Final = re.compile(r"[<>@\\]|//|\w{2,}\.\w{2,}")


class PlainLine(Line):
    """A line that no mail program makes a link of; who uses it words "linkable"."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        name = super()._deserialize(value, attr, data, **kwargs)
        if _LINKABLE.search(name):
            raise self.make_error("linkable")
        return name


class AssociationName(PlainLine):
    """What an association is called."""

    default_error_messages = {  # noqa: RUF012  # marshmallow's own way to declare messages
        "linkable": Message("field.association.name")
    }

    def __init__(self, **options: Any) -> None:
        super().__init__(longest=120, **options)


class ReadLine(Line):
    """A line that must be readable as something certain, and is kept as that."""

    def __init__(self, longest: int, read: Callable[[str], str], key: str, **options: Any) -> None:
        messages = {"unreadable": Message(f"field.association.{key}")}
        super().__init__(longest=longest, error_messages=messages, **options)
        self.read = read

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        line = super()._deserialize(value, attr, data, **kwargs)
        try:
            return self.read(line)
        except ValueError:
            raise self.make_error("unreadable") from None


def cvr(**options: Any) -> ReadLine:
    """A CVR number; blanks and DK before it are let be."""
    return ReadLine(20, _cvr, "cvr", **options)


def website(**options: Any) -> ReadLine:
    """An http(s) address."""
    return ReadLine(LONGEST_ADDRESS, formats.web_address, "website", **options)


def phone(**options: Any) -> ReadLine:
    """A telephone number."""
    return ReadLine(40, formats.telephone, "phone", **options)


def language_code(**options: Any) -> ReadLine:
    """A language's code by ISO 639."""
    field = ReadLine(3, formats.language_code, "language", **options)
    field.metadata = {**field.metadata, "pattern": f"^{formats.LANGUAGE_CODE}$"}
    return field


def _cvr(line: str) -> str:
    number = line.upper().removeprefix("DK").replace(" ", "").replace("-", "")
    if not rules.is_cvr(number):
        raise ValueError
    return number


class ContactIn(Schema):
    """A role to write to or call, never a private person's."""

    name = Line(longest=120, allow_none=True)
    email = Email(allow_none=True)
    phone = phone(allow_none=True)


class AssociationsQuery(NearQuery):
    """A search for associations."""

    q = Text(longest=100)
    interest = Many(Slug())
    kind = Many(Choice(KINDS))


class ContactOut(Schema):
    """A role to write to or call, never a private person's."""

    name = fields.String(required=True, allow_none=True)
    email = fields.String(required=True, allow_none=True)
    phone = fields.String(required=True, allow_none=True)


class LocatedOut(Schema):
    """Where a row is."""

    read: ClassVar[Sources] = {
        "places": lambda row: Fragment(row.places),
        "positions": lambda row: fragment(row.positions),
        "position": lambda row: fragment(row.position),
        "distance_m": lambda row: whole(row.distance_m),
    }

    places = fields.List(fields.Nested(PlaceRefOut), required=True)
    positions = fields.Nested(MultiPointOut, required=True, allow_none=True)
    position = fields.Nested(
        PointOut,
        required=True,
        allow_none=True,
        metadata={"description": "The one nearest to the search, else the first"},
    )
    position_accuracy = fields.String(
        required=True, allow_none=True, metadata={"enum": ["exact", "town", None]}
    )
    distance_m = fields.Integer(required=True, allow_none=True)


class AssociationRefOut(Schema):
    """An association, named."""

    slug = fields.String(required=True)
    name = fields.String(required=True)
    kind = fields.String(required=True, metadata={"enum": list(KINDS)})


class AssociationItemOut(AssociationRefOut, LocatedOut):
    """An association in a list."""

    id = fields.UUID(required=True)
    summary = fields.String(required=True)
    lang = fields.String(required=True, metadata={"enum": list(LANGUAGES)})
    interests = fields.List(fields.String(), required=True)
    open_needs = fields.Integer(required=True)
    reply_days = fields.Integer(required=True, allow_none=True)
    verified = fields.Boolean(required=True)
    approved = fields.Boolean(required=True)
    demo = fields.Boolean(required=True)


class PictureOut(Schema):
    """A picture in several widths, for `srcset`."""

    id = fields.UUID(required=True)
    alt = fields.String(required=True)
    width = fields.Integer(
        required=True, metadata={"description": "Of the largest variant, in pixels"}
    )
    height = fields.Integer(required=True)
    status = fields.String(
        required=True,
        metadata={
            "enum": list(PICTURE_STATES),
            "description": "Being prepared for a moment after the upload; failed where the file"
            " turned out to be damaged. Only those at the desk see others than ready ones.",
        },
    )
    sizes = fields.Dict(
        keys=fields.String(),
        values=fields.String(),
        required=True,
        metadata={
            "description": "Addresses by width in pixels; empty unless it is ready",
            "example": {"480": "/api/v1/pictures/…/480.webp"},
        },
    )


class AssociationOut(AssociationItemOut):
    """An association."""

    read: ClassVar[Sources] = LocatedOut.read | {
        "purpose_html": lambda row: markdown(row.Association.purpose),
        "contact": lambda row: contact(row.Association.contact),
        "pictures": lambda row: [picture(**kept) for kept in orjson.loads(row.pictures)],
        "updated_at": attrgetter("Association.updated_at"),
        **{
            name: f"Association.{name}"
            for name in ("address", "website", "languages", "cvr", "step_free", "approved_until")
        },
    }

    purpose_html = fields.String(required=True)
    address = fields.String(required=True, allow_none=True)
    contact = fields.Nested(ContactOut, required=True)
    website = fields.String(required=True, allow_none=True)
    languages = fields.List(fields.String(), required=True)
    cvr = fields.String(required=True, allow_none=True)
    step_free = fields.Boolean(required=True, allow_none=True)
    approved_until = fields.Date(required=True, allow_none=True)
    pictures = fields.List(fields.Nested(PictureOut), required=True)
    updated_at = fields.AwareDateTime(required=True)


class FoundAssociationOut(AssociationItemOut, FoundOut):
    """An association in a list that words may have been searched in."""


class AssociationsOut(ResultsOut):
    """A page of associations."""

    items = fields.List(fields.Nested(FoundAssociationOut), required=True)


def contact(kept: dict[str, Any]) -> dict[str, Any]:
    """ContactOut, from what is kept."""
    return {name: kept.get(name) for name in ("name", "email", "phone")}


def picture(
    id: str,  # noqa: A002
    alt: str,
    width: int,
    height: int,
    status: str,
) -> dict[str, Any]:
    """PictureOut, from what is kept."""
    addresses = picture_addresses(uuid.UUID(id), PICTURES) if status == "ready" else {}
    return {
        "id": id,
        "alt": alt,
        "width": width,
        "height": height,
        "status": status,
        "sizes": {str(wide): address for wide, address in addresses.items()},
    }


def picture_document(kept: AssociationPicture) -> dict[str, Any]:
    """PictureOut, from a row."""
    return picture(str(kept.id), kept.alt, kept.width, kept.height, kept.status)


# From a row of a search, and from the row of `queries.one`.
association_item = builder(AssociationItemOut)
association_document = builder(AssociationOut)

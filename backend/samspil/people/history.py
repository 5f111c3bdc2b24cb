"""The history of a thing: who changed which of its fields, and when."""

from __future__ import annotations

import uuid
from typing import ClassVar

from marshmallow import fields
from sqlalchemy import select

from samspil.core.audit import Change
from samspil.core.builders import Inside, Sources, builder
from samspil.core.fields import Schema
from samspil.people.models import Person
from samspil.search.paging import Listing, newest_first


class PersonRefOut(Schema):
    """A person, named."""

    name = fields.String(required=True)


class ChangeOut(Schema):
    """One saving: the fields that differ, each before and after."""

    read: ClassVar[Sources] = {
        "at": "Change.at",
        "by": Inside(if_any="name"),
        "fields_": "Change.fields",
    }

    at = fields.AwareDateTime(required=True)
    by = fields.Nested(PersonRefOut, required=True, allow_none=True)
    fields_ = fields.Dict(
        keys=fields.String(),
        values=fields.List(fields.Raw()),
        required=True,
        data_key="fields",
        metadata={"example": {"name": ["Klubben", "Foreningen"]}},
    )


class HistoryOut(Schema):
    """A page of a history, newest first."""

    items = fields.List(fields.Nested(ChangeOut), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


def history(kind: str, object_id: uuid.UUID) -> Listing:
    """The changes of an object, newest first, with who made each, if they are still here."""
    rows = (
        select(Change, Person.name)
        .outerjoin(Person, (Person.id == Change.actor_id) & Person.erased_at.is_(None))
        .where(Change.kind == kind, Change.object_id == object_id)
    )
    return newest_first(rows, Change.at, Change.id)


# From a row of `history`.
change_document = builder(ChangeOut)

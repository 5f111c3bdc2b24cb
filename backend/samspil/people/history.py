"""The history of a thing: who changed which of its fields, and when."""

from __future__ import annotations

import uuid
from typing import Any

from marshmallow import fields
from sqlalchemy import select

from samspil.core.audit import Change
from samspil.core.fields import Schema
from samspil.core.time import local
from samspil.people.models import Person
from samspil.search.paging import Listing, newest_first


class PersonRefOut(Schema):
    """A person, named."""

    name = fields.String(required=True)


class ChangeOut(Schema):
    """One saving: the fields that differ, each before and after."""

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


def change_document(row: Any) -> dict[str, Any]:
    """ChangeOut, from a row of `history`."""
    return {
        "at": local(row.Change.at),
        "by": None if row.name is None else {"name": row.name},
        "fields": row.Change.fields,
    }

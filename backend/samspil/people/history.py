"""The history of a thing: who changed which of its fields, what else was done, and when."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any, ClassVar, Final

from marshmallow import fields
from sqlalchemy import DateTime, Uuid, cast, literal, null, select, union_all
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import aliased

from samspil.core.audit import AuditEntry, Change
from samspil.core.builders import Inside, Sources, builder
from samspil.core.db import AnySelect
from samspil.core.fields import Schema
from samspil.people.models import Person
from samspil.search.paging import Listing, newest_first

# As long as changes are kept: the log itself is never deleted.
SHOWN_FOR: Final = timedelta(days=5 * 365)


class PersonRefOut(Schema):
    """A person, named."""

    name = fields.String(required=True)


class ChangeOut(Schema):
    """One saving, with the fields that differ, each before and after; or one thing done."""

    read: ClassVar[Sources] = {
        "by": Inside(if_any="name"),
        "person": "concerned",
        "fields_": "fields",
    }

    id = fields.UUID(required=True)
    at = fields.AwareDateTime(required=True)
    by = fields.Nested(PersonRefOut, required=True, allow_none=True)
    fields_ = fields.Dict(
        keys=fields.String(),
        values=fields.List(fields.Raw()),
        required=True,
        data_key="fields",
        metadata={"example": {"name": ["Klubben", "Foreningen"]}},
    )
    kind = fields.String(
        required=True, metadata={"description": "Of what: the thing itself, or a shift of it, …"}
    )
    action = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "What was done; None for a saving", "example": "invite"},
    )
    person = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "Whom it was about, if anybody, and if they are still here"},
    )
    moment = fields.AwareDateTime(
        required=True,
        allow_none=True,
        metadata={"description": "When the shift begins that it was about, if it was about one"},
    )
    facts = fields.Dict(
        keys=fields.String(),
        values=fields.Raw(),
        required=True,
        metadata={"description": "States and numbers that go with it", "example": {"year": 2026}},
    )


class HistoryOut(Schema):
    """A page of a history, newest first."""

    items = fields.List(fields.Nested(ChangeOut), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


def savings(*, moment: Any = None) -> AnySelect:
    """All savings, for `history`; `moment` is a column with the beginning of a shift."""
    return select(
        *(Change.id, Change.at, Change.actor_id, Change.kind, Change.fields),
        cast(null(), AuditEntry.action.type).label("action"),
        cast(null(), Uuid).label("person_id"),
        _moment(moment),
        literal({}, JSONB).label("facts"),
    )


def acts(*, person: Any = None, moment: Any = None) -> AnySelect:
    """All that the log has, for `history`.

    `person` is a column with the id of whom it is about, where the log itself does not say so.
    """
    said = AuditEntry.facts["person"].astext if person is None else person
    return select(
        *(AuditEntry.id, AuditEntry.at, AuditEntry.actor_id, AuditEntry.kind),
        literal({}, JSONB).label("fields"),
        AuditEntry.action,
        cast(said, Uuid).label("person_id"),
        _moment(moment),
        AuditEntry.facts,
    )


def _moment(of: Any) -> Any:
    return (cast(null(), DateTime(timezone=True)) if of is None else of).label("moment")


def history(*sources: AnySelect, now: datetime) -> Listing:
    """These savings and acts, newest first, with the names of those who are still here."""
    every = union_all(*sources).subquery("every")
    actor, concerned = aliased(Person), aliased(Person)
    rows = (
        select(every, actor.name, concerned.name.label("concerned"))
        .outerjoin(actor, (actor.id == every.c.actor_id) & actor.erased_at.is_(None))
        .outerjoin(concerned, (concerned.id == every.c.person_id) & concerned.erased_at.is_(None))
        .where(every.c.at > now - SHOWN_FOR)
    )
    return newest_first(rows, every.c.at, every.c.id)


def of_object(
    kind: str, object_id: uuid.UUID, actions: Collection[str]
) -> tuple[AnySelect, AnySelect]:
    """An object's savings, and what else was done to it by these names."""
    return (
        savings().where(Change.kind == kind, Change.object_id == object_id),
        acts().where(
            AuditEntry.kind == kind,
            AuditEntry.object_id == str(object_id),
            AuditEntry.action.in_(actions),
        ),
    )


_item = builder(ChangeOut)
# Ids lead nowhere from here.
_SHOWN: Final = ("role", "year", "count", "status", "starts_at")


def change_document(row: Any) -> dict[str, Any]:
    """ChangeOut, from a row of `history`."""
    document = _item(row)
    facts = document["facts"]
    return document | {"facts": {name: facts[name] for name in _SHOWN if name in facts}}

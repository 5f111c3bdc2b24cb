"""Who takes part in an association, who is invited, and what has been changed."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select, tuple_

from samspil.associations.editing import KIND
from samspil.associations.models import Invitation, Membership
from samspil.core.db import AnySelect
from samspil.core.history import Change, changes_of
from samspil.people.models import Person
from samspil.search import near
from samspil.search.near import Page
from samspil.search.paging import read_id, read_moment


def members(association_id: uuid.UUID) -> AnySelect:
    """(id, name, email, role, since) of those who take part, those who run it first."""
    return (
        select(Person.id, Person.name, Person.email, Membership.role, Membership.since)
        .join(Membership, Membership.person_id == Person.id)
        .where(Membership.association_id == association_id)
        .order_by(Membership.role != "manager", Person.name.collate(near.DANISH), Person.id)
    )


def invitations(association_id: uuid.UUID, now: datetime) -> Select[Invitation]:
    """The invitations that can still be accepted, oldest first."""
    return (
        select(Invitation)
        .where(Invitation.association_id == association_id, Invitation.expires_at > now)
        .order_by(Invitation.created_at, Invitation.id)
    )


def history(object_id: uuid.UUID, page: Page, kind: str = KIND) -> AnySelect:
    """(Change, name) of a page of the history of an association, or of another kind of thing.

    And one more; the newest comes first.
    """
    rows = (
        changes_of(kind, object_id)
        .outerjoin(Person, (Person.id == Change.actor_id) & Person.erased_at.is_(None))
        .add_columns(Person.name)
        .limit(page.limit + 1)
    )
    if (last := page.after(read_moment, read_id)) is not None:
        rows = rows.where(tuple_(Change.at, Change.id) < tuple_(last[0], last[1]))
    return rows


def history_key(row: Any) -> tuple[str, str]:
    """The sort key of a row of `history`."""
    return row.Change.at.isoformat(), row.Change.id.hex

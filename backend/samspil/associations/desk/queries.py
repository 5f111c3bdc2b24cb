"""Who takes part in an association, who is invited, and what has been changed."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Select, or_, select, tuple_

from samspil.associations import claims as declarations
from samspil.associations.access import managers_of
from samspil.associations.editing import KIND
from samspil.associations.models import Association, Claim, Invitation, Membership
from samspil.core.db import AnySelect
from samspil.core.history import Change, changes_of
from samspil.people.models import Person
from samspil.search import near, words
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


# Associations and claims as staff see them.


def associations(args: Mapping[str, Any], page: Page, year: int) -> AnySelect:
    """A page of associations and one more, oldest first; `declared` is for this year."""
    managers = managers_of(Association.id)
    rows = (
        select(
            Association.id,
            Association.slug,
            Association.name,
            Association.kind,
            Association.status,
            Association.created_at,
            Association.summary,
            managers.label("managers"),
            Association.verified_at.is_not(None).label("verified"),
            Association.approved_until,
            declarations.is_made(year).label("declared"),
        )
        .where(Association.status != "merged")
        .order_by(Association.created_at, Association.id)
        .limit(page.limit + 1)
    )
    if "status" in args:
        rows = rows.where(Association.status == args["status"])
    if "without_manager" in args:
        rows = rows.where((managers == 0) == args["without_manager"])
    if q := args.get("q"):
        named = Association.name.icontains(q, autoescape=True)
        rows = rows.where(or_(named, words.matches(Association.search, q)))
    if (last := page.after(read_moment, read_id)) is not None:
        rows = rows.where(tuple_(Association.created_at, Association.id) > tuple_(last[0], last[1]))
    return rows


def claims(page: Page) -> AnySelect:
    """A page of the open claims and one more, oldest first."""
    rows = (
        select(
            Claim.id,
            Claim.message,
            Claim.created_at,
            Claim.person_id,
            Person.name.label("person_name"),
            Person.email,
            Association.slug,
            Association.name.label("association_name"),
        )
        .join(Person, Person.id == Claim.person_id)
        .join(Association, Association.id == Claim.association_id)
        .where(Claim.status == "open")
        .order_by(Claim.created_at, Claim.id)
        .limit(page.limit + 1)
    )
    if (last := page.after(read_moment, read_id)) is not None:
        rows = rows.where(tuple_(Claim.created_at, Claim.id) > tuple_(last[0], last[1]))
    return rows


def queue_key(row: Any) -> tuple[str, str]:
    """The sort key of a row of both."""
    return row.created_at.isoformat(), row.id.hex

"""Associations and claims as staff see them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import or_, select, tuple_

from samspil.associations import declarations
from samspil.associations.models import Association, Claim
from samspil.associations.telling import managers_of
from samspil.core.db import AnySelect
from samspil.people.models import Person
from samspil.search import words
from samspil.search.near import Page
from samspil.search.paging import read_id, read_moment


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


def key(row: Any) -> tuple[str, str]:
    """The sort key of a row of both."""
    return row.created_at.isoformat(), row.id.hex

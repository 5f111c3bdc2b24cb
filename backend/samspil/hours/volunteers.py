"""Everybody who has helped an association: how often, how long, and when last."""

from __future__ import annotations

import uuid
from typing import Final

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from samspil.associations.access import Desk
from samspil.associations.rules import MANAGER
from samspil.core import audit
from samspil.core.auth import Actor
from samspil.core.errors import must
from samspil.core.language import text
from samspil.core.time import local
from samspil.hours.models import HoursEntry
from samspil.needs.models import Need, Shift
from samspil.people.models import Person
from samspil.registers import tables
from samspil.search.paging import Listing, newest_first
from samspil.signups.models import ChildCheck, Signup

TAKEN: Final = "export-contacts"


def of_association(association_id: uuid.UUID, q: str = "") -> Listing:
    """(id, name, email, times, last_at, minutes, check_status, check_day), who came last first."""
    minutes = (
        select(func.coalesce(func.sum(HoursEntry.minutes), 0))
        .where(
            HoursEntry.association_id == association_id,
            HoursEntry.person_id == Person.id,
            HoursEntry.status == "confirmed",
        )
        .correlate(Person)
        .scalar_subquery()
    )
    came = (
        select(
            Signup.person_id,
            func.count().label("times"),
            func.max(func.coalesce(Shift.starts_at, Signup.changed_at)).label("last_at"),
        )
        .join(Need, Need.id == Signup.need_id)
        .outerjoin(Shift, Shift.id == Signup.shift_id)
        .where(Need.association_id == association_id, Signup.status == "attended")
        .group_by(Signup.person_id)
        .subquery("came")
    )
    rows = (
        select(
            Person.id,
            Person.name,
            Person.email,
            came.c.times,
            came.c.last_at,
            minutes.label("minutes"),
            ChildCheck.status.label("check_status"),
            ChildCheck.day.label("check_day"),
        )
        .join(came, came.c.person_id == Person.id)
        .outerjoin(
            ChildCheck,
            (ChildCheck.person_id == Person.id) & (ChildCheck.association_id == association_id),
        )
    )
    if q:
        named = Person.name.icontains(q, autoescape=True)
        rows = rows.where(or_(named, Person.email.icontains(q, autoescape=True)))
    return newest_first(rows, came.c.last_at, Person.id)


def table(session: Session, actor: Actor, opened: Desk) -> str:
    """All of them as a table for a spreadsheet; that it was taken is noted.

    Raises:
        Forbidden: the person does not manage the association.
    """
    must(opened.standing.role == MANAGER)
    audit.record(session, actor.id, TAKEN, "association", opened.association.id)
    columns = ("name", "email", "times", "hours", "last", "check")
    listing = of_association(opened.association.id)
    rows: list[list[str | float | None]] = [[text(f"volunteers.{column}") for column in columns]]
    for row in session.execute(listing.rows.order_by(listing.by.desc())):
        last = f"{local(row.last_at):%d.%m.%Y}"
        check = text(f"volunteers.check.{row.check_status or 'none'}")
        rows.append([row.name, row.email, row.times, round(row.minutes / 60, 2), last, check])
    return tables.csv_text(rows, decimal=",")

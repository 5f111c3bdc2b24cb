"""Who has a place?"""

from __future__ import annotations

import uuid

from sqlalchemy import Select, select

from samspil.associations.models import Association
from samspil.core.db import AnySelect
from samspil.needs.models import Need, Shift
from samspil.people.models import Person
from samspil.search import near
from samspil.signups.models import Signup
from samspil.signups.rules import HOLDING


def shift(shift_id: uuid.UUID) -> AnySelect:
    """(Need, Shift) of a shift."""
    return select(Need, Shift).join(Need, Need.id == Shift.need_id).where(Shift.id == shift_id)


def need(need_id: uuid.UUID) -> Select[Need]:
    """A need."""
    return select(Need).where(Need.id == need_id)


def slug_of(association_id: uuid.UUID) -> Select[str]:
    """An association's slug."""
    return select(Association.slug).where(Association.id == association_id)


def to_remind(shift_id: uuid.UUID) -> AnySelect:
    """(Signup, Person) of those who are to come to a shift, in the order they signed up."""
    return (
        select(Signup, Person)
        .join(Person, Person.id == Signup.person_id)
        .where(Signup.shift_id == shift_id, Signup.status == "accepted")
        .order_by(Signup.number)
    )


def crew(need_id: uuid.UUID, shift_id: uuid.UUID | None) -> AnySelect:
    """(name, email, Shift) of those with a place at a need, or at one of its shifts alone."""
    rows = (
        select(Person.name, Person.email, Shift)
        .select_from(Signup)
        .join(Person, Person.id == Signup.person_id)
        .outerjoin(Shift, Shift.id == Signup.shift_id)
        .where(Signup.need_id == need_id, Signup.status.in_(HOLDING))
        .order_by(Shift.starts_at.nulls_first(), Person.name.collate(near.DANISH), Signup.id)
    )
    return rows if shift_id is None else rows.where(Signup.shift_id == shift_id)

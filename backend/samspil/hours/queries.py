"""Which hours and certificates: the statements that read them."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from typing import Final

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    exists,
    extract,
    func,
    literal,
    or_,
    select,
    union,
)

from samspil.associations.models import Association, Membership
from samspil.core.db import AnySelect
from samspil.hours.models import Certificate, HoursEntry
from samspil.hours.rules import HELPING
from samspil.needs.models import Need, Shift
from samspil.people.models import Person
from samspil.search.paging import Listing, newest_first
from samspil.signups.models import Signup

# More than anybody writes down in a year; what is beyond it is in the sums.
MOST_IN_A_YEAR: Final = 1_000


def entry_rows() -> AnySelect:
    """(HoursEntry, need_title, need_lang, association_slug, association_name) of entries."""
    return (
        select(
            HoursEntry,
            Need.title.label("need_title"),
            Need.lang.label("need_lang"),
            Association.slug.label("association_slug"),
            Association.name.label("association_name"),
        )
        .join(Association, Association.id == HoursEntry.association_id)
        .outerjoin(Need, Need.id == HoursEntry.need_id)
    )


def one(entry_id: uuid.UUID) -> AnySelect:
    """One entry as its volunteer sees it."""
    return entry_rows().where(HoursEntry.id == entry_id)


def of_person(person_id: uuid.UUID, year: int) -> AnySelect:
    """Somebody's entries of a year, latest day first."""
    return (
        entry_rows()
        .where(HoursEntry.person_id == person_id, in_year(year))
        .order_by(HoursEntry.day.desc(), HoursEntry.created_at.desc(), HoursEntry.id.desc())
        .limit(MOST_IN_A_YEAR)
    )


def by_month(person_id: uuid.UUID, year: int) -> AnySelect:
    """(month, slug, name, status, minutes): what somebody has given in a year."""
    month = extract("month", HoursEntry.day).label("month")
    return (
        select(
            month,
            Association.slug,
            Association.name,
            HoursEntry.status,
            func.sum(HoursEntry.minutes).label("minutes"),
        )
        .join(Association, Association.id == HoursEntry.association_id)
        .where(HoursEntry.person_id == person_id, in_year(year), HoursEntry.status != "declined")
        .group_by(month, Association.slug, Association.name, HoursEntry.status)
    )


def years(person_id: uuid.UUID) -> Select[int]:
    """The years in which somebody has given hours, latest first."""
    year = extract("year", HoursEntry.day).label("year")
    return select(year).where(HoursEntry.person_id == person_id).distinct().order_by(year.desc())


def helped(person_id: uuid.UUID) -> AnySelect:
    """(id, slug, name) of the associations that somebody may enter hours for, by name."""
    member = select(Membership.association_id).where(Membership.person_id == person_id)
    helping = (
        select(Need.association_id)
        .join(Signup, Signup.need_id == Need.id)
        .where(Signup.person_id == person_id, Signup.status.in_(HELPING))
    )
    return (
        select(Association.id, Association.slug, Association.name)
        .where(Association.id.in_(union(member, helping)), Association.status != "merged")
        .order_by(Association.name, Association.id)
    )


def needs_helped(person_id: uuid.UUID) -> AnySelect:
    """(association_id, id, title) of the needs that somebody has or had a place at, by title."""
    mine = exists().where(
        Signup.need_id == Need.id, Signup.person_id == person_id, Signup.status.in_(HELPING)
    )
    return (
        select(Need.association_id, Need.id, Need.title).where(mine).order_by(Need.title, Need.id)
    )


def signup_on(person_id: uuid.UUID, need_id: uuid.UUID, day: date) -> Select[uuid.UUID]:
    """The ids of somebody's places at a need's shifts of a day, the earliest first."""
    begins = func.date(func.timezone("Europe/Copenhagen", Shift.starts_at))
    return (
        select(Signup.id)
        .join(Shift, Shift.id == Signup.shift_id)
        .where(
            Signup.person_id == person_id,
            Signup.need_id == need_id,
            Signup.status.in_(HELPING),
            begins == day,
        )
        .order_by(Shift.starts_at, Signup.id)
    )


def for_signup(signup_id: uuid.UUID, day: date) -> Select[uuid.UUID]:
    """The id of the entry for a sign-up on a day."""
    return select(HoursEntry.id).where(HoursEntry.signup_id == signup_id, HoursEntry.day == day)


def minutes_on(person_id: uuid.UUID, day: date, but: uuid.UUID | None = None) -> Select[int]:
    """How much somebody has entered for a day, but for one entry."""
    return select(func.coalesce(func.sum(HoursEntry.minutes), 0)).where(
        HoursEntry.person_id == person_id,
        HoursEntry.day == day,
        HoursEntry.status != "declined",
        HoursEntry.id.is_distinct_from(literal(but, HoursEntry.id.type)),
    )


def of_association(association_id: uuid.UUID, status: str | None) -> Listing:
    """The hours given to an association, latest entered first."""
    rows = entry_rows_with_people().where(HoursEntry.association_id == association_id)
    if status is not None:
        rows = rows.where(HoursEntry.status == status)
    return newest_first(rows, HoursEntry.created_at, HoursEntry.id)


def entry_rows_with_people() -> AnySelect:
    """`entry_rows` with the name of who gave them."""
    return (
        entry_rows()
        .outerjoin(Person, Person.id == HoursEntry.person_id)
        .add_columns(Person.name.label("person_name"))
    )


def sums(association_id: uuid.UUID, year: int) -> AnySelect:
    """(waiting, confirmed): entries that wait, of all years, and a year's confirmed minutes."""
    waiting = func.count().filter(HoursEntry.status == "waiting")
    confirmed = func.coalesce(
        func.sum(HoursEntry.minutes).filter(HoursEntry.status == "confirmed", in_year(year)), 0
    )
    return select(waiting.label("waiting"), confirmed.label("confirmed")).where(
        HoursEntry.association_id == association_id
    )


def confirmed(
    person_id: uuid.UUID, first: date, last: date, association_id: uuid.UUID | None
) -> AnySelect:
    """(association_id, name, need_title, first, last, minutes) of somebody's confirmed hours.

    From one day to another, both included; a row for each association and need.
    """
    rows = (
        select(
            Association.id.label("association_id"),
            Association.name,
            Need.title.label("need_title"),
            func.min(HoursEntry.day).label("first"),
            func.max(HoursEntry.day).label("last"),
            func.sum(HoursEntry.minutes).label("minutes"),
        )
        .join(Association, Association.id == HoursEntry.association_id)
        .outerjoin(Need, Need.id == HoursEntry.need_id)
        .where(
            HoursEntry.person_id == person_id,
            HoursEntry.status == "confirmed",
            HoursEntry.day.between(first, last),
        )
        .group_by(Association.id, Association.name, Need.title)
        .order_by(func.sum(HoursEntry.minutes).desc(), Association.name, Need.title)
    )
    if association_id is not None:
        rows = rows.where(HoursEntry.association_id == association_id)
    return rows


def in_year(year: int) -> ColumnElement[bool]:
    """The entries of a year."""
    return HoursEntry.day.between(date(year, 1, 1), date(year, 12, 31))


def forgettable(before: datetime) -> ColumnElement[bool]:
    """What nobody has confirmed, and nobody has touched since a moment."""
    unconfirmed = or_(HoursEntry.status == "waiting", HoursEntry.status == "declined")
    return and_(unconfirmed, HoursEntry.updated_at < before)


def associations_of(person_id: uuid.UUID) -> Select[uuid.UUID]:
    """The ids of the associations that somebody has given hours."""
    return select(HoursEntry.association_id).where(HoursEntry.person_id == person_id)


def certificates_of(person_id: uuid.UUID) -> Select[Certificate]:
    """Somebody's certificates, newest first."""
    return (
        select(Certificate)
        .where(Certificate.person_id == person_id)
        .order_by(Certificate.created_at.desc(), Certificate.id.desc())
    )


def count_certificates(person_id: uuid.UUID) -> Select[int]:
    """How many somebody has."""
    return select(func.count()).where(Certificate.person_id == person_id)


def of_code(code: str) -> Select[Certificate]:
    """The one with a code."""
    return select(Certificate).where(Certificate.code == code)

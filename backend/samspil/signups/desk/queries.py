"""Which sign-ups does an association see?"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, SQLColumnExpression, and_, func, or_, select, tuple_
from sqlalchemy.orm import aliased

from samspil.core.db import AnySelect
from samspil.needs.models import Need, Shift
from samspil.people.models import Person
from samspil.search.near import Page
from samspil.search.paging import read_id, read_moment
from samspil.signups.checks.models import ChildCheck
from samspil.signups.models import Signup
from samspil.signups.queries import shown
from samspil.signups.threads.models import ASSOCIATION
from samspil.signups.threads.queries import unread_by

# What has no date of its own comes after what has.
_SOME_DAY: Final = datetime(2099, 12, 31, tzinfo=UTC)


class Group(NamedTuple):
    """Sign-ups that are looked at together, and in which order."""

    states: Sequence[str]
    by: SQLColumnExpression[datetime]
    newest_first: bool = False

    @property
    def holds(self) -> ColumnElement[bool]:
        """What is in it; with its shift cancelled, nothing is to be done about one any more."""
        in_state = Signup.status.in_(self.states)
        if self.newest_first:
            return or_(in_state, Shift.cancelled_at.is_not(None))
        return and_(in_state, Shift.cancelled_at.is_(None))


# Who has waited longest comes first; what happens next comes first; what is past, newest first.
GROUPS: Final[Mapping[str, Group]] = {
    "unanswered": Group(("applied",), Signup.created_at),
    "coming": Group(("accepted",), func.coalesce(Shift.starts_at, _SOME_DAY)),
    "waiting": Group(("waitlisted",), Signup.created_at),
    "past": Group(("attended", "absent", "declined", "withdrawn"), Signup.changed_at, True),
}
ALL: Final = Group((), Signup.created_at, newest_first=True)


class Wanted(NamedTuple):
    """Which of an association's sign-ups; None and nothing leave open."""

    association_id: uuid.UUID
    need_id: uuid.UUID | None = None
    shift_id: uuid.UUID | None = None
    states: Sequence[str] = ()

    def conditions(self) -> list[ColumnElement[bool]]:
        """The same in SQL."""
        found = [Need.association_id == self.association_id]
        if self.need_id is not None:
            found.append(Signup.need_id == self.need_id)
        if self.shift_id is not None:
            found.append(Signup.shift_id == self.shift_id)
        if self.states:
            found.append(Signup.status.in_(self.states))
        return found


def of_association(wanted: Wanted, group: Group, page: Page) -> AnySelect:
    """A page of sign-ups in a group's order and one more, with who it is and `sorted_by`."""
    rows = _with_people().add_columns(group.by.label("sorted_by")).where(*wanted.conditions())
    if group.states:
        rows = rows.where(group.holds)
    order = tuple_(group.by, Signup.id)
    last = page.after(read_moment, read_id)
    if last is not None:
        after = tuple_(last[0], last[1])
        rows = rows.where(order < after if group.newest_first else order > after)
    if group.newest_first:
        rows = rows.order_by(group.by.desc(), Signup.id.desc())
    else:
        rows = rows.order_by(group.by, Signup.id)
    return rows.limit(page.limit + 1)


def key(row: Any) -> tuple[str, str]:
    """The sort key of a row of a page."""
    return row.sorted_by.isoformat(), row.Signup.id.hex


def counts(wanted: Wanted) -> AnySelect:
    """How many there are in each group, whichever states are asked for."""
    counted = [func.count().filter(group.holds).label(name) for name, group in GROUPS.items()]
    anyhow = wanted._replace(states=())
    return (
        select(*counted)
        .join(Need, Need.id == Signup.need_id)
        .outerjoin(Shift, Shift.id == Signup.shift_id)
        .where(*anyhow.conditions())
    )


def one(signup_id: uuid.UUID) -> AnySelect:
    """One sign-up with an association's columns."""
    return _with_people().where(Signup.id == signup_id)


def _with_people() -> AnySelect:
    noted_by = aliased(Person)
    return (
        shown()
        .outerjoin(Person, Person.id == Signup.person_id)
        .outerjoin(noted_by, (noted_by.id == ChildCheck.by_id) & noted_by.erased_at.is_(None))
        .add_columns(
            Person.name.label("person_name"),
            Person.email.label("person_email"),
            noted_by.name.label("check_by"),
            unread_by(ASSOCIATION).label("unread_by_association"),
        )
    )

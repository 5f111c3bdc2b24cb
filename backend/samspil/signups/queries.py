"""Which sign-ups?"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Select,
    SQLColumnExpression,
    and_,
    case,
    exists,
    func,
    not_,
    or_,
    select,
)
from sqlalchemy.orm import aliased

from samspil.associations.models import Association
from samspil.core.audit import AuditEntry
from samspil.core.db import AnySelect
from samspil.core.time import local
from samspil.needs.models import Need, NeedPlace, Shift
from samspil.people.models import Person, Profile
from samspil.places.queries import place_refs
from samspil.search import near
from samspil.search.paging import Listing, newest_first, read_moment, read_text
from samspil.signups import child_checks
from samspil.signups.models import (
    ASSOCIATION,
    KIND,
    OPEN_STATES,
    VOLUNTEER,
    ChildCheck,
    Message,
    Signup,
    ThreadMark,
)

WAITING: Final = and_(Signup.status == "waitlisted", Signup.offered_until.is_(None))


def at(need_id: uuid.UUID, shift_id: uuid.UUID | None) -> ColumnElement[bool]:
    """The sign-ups for a shift, or for a need as a whole."""
    return and_(Signup.need_id == need_id, Signup.shift_id.is_not_distinct_from(shift_id))


def has_shifts(need_id: uuid.UUID) -> Select[bool]:
    """Whether a need has any."""
    return select(exists().where(Shift.need_id == need_id))


def open_one(
    person_id: uuid.UUID, need_id: uuid.UUID, shift_id: uuid.UUID | None
) -> Select[uuid.UUID]:
    """The id of somebody's open sign-up here."""
    return select(Signup.id).where(
        Signup.person_id == person_id, at(need_id, shift_id), Signup.status.in_(OPEN_STATES)
    )


def open_ones(person_id: uuid.UUID) -> Select[uuid.UUID]:
    """The ids of somebody's open sign-ups, in the order in which turns at needs are taken."""
    return (
        select(Signup.id)
        .where(Signup.person_id == person_id, Signup.status.in_(OPEN_STATES))
        .order_by(Signup.need_id, Signup.id)
    )


def overlapping(person_id: uuid.UUID, shift: Shift) -> AnySelect:
    """(Signup.id, Shift, Need.id, Need.title) of somebody's open shifts at the time of another."""
    return (
        select(Signup.id, Shift, Need.id.label("need_id"), Need.title)
        .join(Shift, Shift.id == Signup.shift_id)
        .join(Need, Need.id == Signup.need_id)
        .where(
            Signup.person_id == person_id,
            Signup.status.in_(OPEN_STATES),
            Shift.cancelled_at.is_(None),
            Shift.starts_at < shift.ends_at,
            Shift.ends_at > shift.starts_at,
        )
        .order_by(Shift.starts_at, Signup.id)
    )


def coming_places(need_id: uuid.UUID, now: datetime) -> Select[int | None, int | None]:
    """(capacity, taken) of all coming shifts of a need together; None where there are none.

    Those that are cancelled want nobody.
    """
    return select(
        func.sum(Shift.capacity).label("capacity"), func.sum(Shift.taken).label("taken")
    ).where(Shift.need_id == need_id, Shift.cancelled_at.is_(None), Shift.ends_at > now)


def with_shifts_over(since: datetime, now: datetime) -> Select[uuid.UUID]:
    """The ids of needs that take people and have shifts which ended in this time."""
    return (
        select(Shift.need_id)
        .join(Need, Need.id == Shift.need_id)
        .where(Need.status.in_(("published", "filled", "paused")))
        .where(Shift.ends_at > since, Shift.ends_at <= now)
        .distinct()
    )


def next_number(need_id: uuid.UUID, shift_id: uuid.UUID | None) -> Select[int]:
    """The place in the order of arrival of the next who comes."""
    return select(func.coalesce(func.max(Signup.number), 0) + 1).where(at(need_id, shift_id))


def next_waiting(need_id: uuid.UUID, shift_id: uuid.UUID | None) -> Select[Signup]:
    """Who is first on the waiting list and has no offer yet."""
    return select(Signup).where(at(need_id, shift_id), WAITING).order_by(Signup.number).limit(1)


def birth_year(person_id: uuid.UUID) -> Select[int | None]:
    """When somebody was born, if they have said so."""
    return select(Profile.birth_year).where(Profile.person_id == person_id)


def position_in_line() -> ColumnElement[int | None]:
    """How many wait at the same place up to this sign-up, which waits; None for others."""
    before = aliased(Signup)
    ahead = (
        select(func.count())
        .where(
            before.need_id == Signup.need_id,
            before.shift_id.is_not_distinct_from(Signup.shift_id),
            before.status == "waitlisted",
            before.number <= Signup.number,
        )
        .correlate(Signup)
        .scalar_subquery()
    )
    return case((Signup.status == "waitlisted", ahead), else_=None)


def line(signup: Signup) -> Select[int]:
    """How many wait at the same place up to this sign-up."""
    return select(func.count()).where(
        at(signup.need_id, signup.shift_id),
        Signup.status == "waitlisted",
        Signup.number <= signup.number,
    )


def signup_rows() -> AnySelect:
    """(Signup, Need, Shift, Association, position_in_line, …) of sign-ups."""
    return (
        select(
            Signup,
            Need.id.label("need_id"),
            Need.title.label("need_title"),
            Shift,
            Association.slug.label("association_slug"),
            Association.name.label("association_name"),
            position_in_line().label("position_in_line"),
            unread_by(VOLUNTEER).label("unread"),
            Need.children_under_15,
            Profile.birth_year,
            ChildCheck.status.label("check_status"),
            ChildCheck.day.label("check_day"),
        )
        .join(Need, Need.id == Signup.need_id)
        .join(Association, Association.id == Need.association_id)
        .outerjoin(Shift, Shift.id == Signup.shift_id)
        .outerjoin(Profile, Profile.person_id == Signup.person_id)
        .outerjoin(ChildCheck, child_checks.for_signup())
    )


def newest(rows: AnySelect) -> Listing:
    """Sign-ups, the newest first."""
    return newest_first(rows, Signup.created_at, Signup.id)


def forgettable(before: datetime) -> ColumnElement[bool]:
    """What came to nothing, and was settled before a moment: by a no, or with its shift."""
    nothing = or_(Signup.status == "declined", Signup.status == "withdrawn")
    cancelled = select(Shift.id).where(Shift.cancelled_at < before)
    return or_(and_(nothing, Signup.changed_at < before), Signup.shift_id.in_(cancelled))


# Which sign-ups of one's own, and what has happened to them?

# What the log calls what happens to a sign-up, of which a volunteer is told.
STEPS: Final = (
    *("sign-up", "put-in-line", "accept", "decline", "reopen", "offer", "take", "expire-offer"),
    *("withdraw", "attended", "absent"),
)


def own_signups(
    person_id: uuid.UUID, need_id: uuid.UUID | None, over: bool | None, now: datetime
) -> Listing:
    """Somebody's sign-ups, the newest first.

    Args:
        person_id: whose.
        need_id: of one need alone.
        over: only what is over, or only what is not.
        now: by which to tell.
    """
    rows = _own_rows().where(Signup.person_id == person_id)
    if need_id is not None:
        rows = rows.where(Signup.need_id == need_id)
    if over is not None:
        rows = rows.where(_is_over(now) if over else not_(_is_over(now)))
    return newest(rows)


def own_signup(person_id: uuid.UUID, signup_id: uuid.UUID) -> AnySelect:
    """One sign-up of somebody's."""
    return _own_rows().where(Signup.id == signup_id, Signup.person_id == person_id)


def steps(signup_id: uuid.UUID) -> Select[AuditEntry]:
    """What has happened to a sign-up, in order."""
    return (
        select(AuditEntry)
        .where(
            AuditEntry.kind == KIND,
            AuditEntry.object_id == str(signup_id),
            AuditEntry.action.in_(STEPS),
        )
        .order_by(AuditEntry.at, AuditEntry.id)
    )


def _is_over(now: datetime) -> ColumnElement[bool]:
    """It came to nothing, or its time is past."""
    past = or_(
        and_(Shift.id.is_not(None), Shift.ends_at <= now),
        and_(Shift.id.is_(None), Need.until_day.is_not(None), Need.until_day < local(now).date()),
    )
    return or_(Signup.status.not_in(OPEN_STATES), past)


def _own_rows() -> AnySelect:
    """`signup_rows` with where it is, whom to ask, and how soon they answer."""
    return signup_rows().add_columns(
        Need.lang.label("need_lang"),
        Need.address,
        place_refs(NeedPlace, NeedPlace.need_id == Need.id).label("places"),
        near.nearest_point(None, Need.positions).label("position"),
        Need.position_accuracy,
        Need.contact.label("need_contact"),
        Association.contact.label("association_contact"),
        Association.reply_days,
    )


# Which sign-ups does an association see?

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
    q: str = ""

    def conditions(self) -> list[ColumnElement[bool]]:
        """The same in SQL."""
        found = [Need.association_id == self.association_id]
        if self.need_id is not None:
            found.append(Signup.need_id == self.need_id)
        if self.shift_id is not None:
            found.append(Signup.shift_id == self.shift_id)
        if self.states:
            found.append(Signup.status.in_(self.states))
        if self.q:
            who = aliased(Person)
            named = exists().where(
                who.id == Signup.person_id, who.name.icontains(self.q, autoescape=True)
            )
            said = Signup.message.icontains(self.q, autoescape=True)
            titled = Need.title.icontains(self.q, autoescape=True)
            found.append(or_(named, said, titled))
        return found


class Sort(NamedTuple):
    """Another order of a list than its group's own."""

    by: SQLColumnExpression[Any]
    newest_first: bool = False
    read: Callable[[Any], Any] = read_moment


SORTS: Final[Mapping[str, Sort]] = {
    "oldest": Sort(Signup.created_at),
    "newest": Sort(Signup.created_at, newest_first=True),
    "name": Sort(func.coalesce(Person.name, "").collate(near.DANISH), read=read_text),
    "need": Sort(Need.title.collate(near.DANISH), read=read_text),
    "day": Sort(func.coalesce(Shift.starts_at, _SOME_DAY)),
}


def desk_signups(wanted: Wanted, group: Group, sort: str | None = None) -> Listing:
    """Sign-ups with who it is, in one of SORTS or in the group's own order."""
    rows = _with_people().where(*wanted.conditions())
    if group.states:
        rows = rows.where(group.holds)
    order = Sort(group.by, group.newest_first) if sort is None else SORTS[sort]
    return Listing(rows, order.by, Signup.id, descending=order.newest_first, read=order.read)


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


def desk_signup(signup_id: uuid.UUID) -> AnySelect:
    """One sign-up with an association's columns."""
    return _with_people().where(Signup.id == signup_id)


def _with_people() -> AnySelect:
    noted_by = aliased(Person)
    return (
        signup_rows()
        .outerjoin(Person, Person.id == Signup.person_id)
        .outerjoin(noted_by, (noted_by.id == ChildCheck.by_id) & noted_by.erased_at.is_(None))
        .add_columns(
            Person.name.label("person_name"),
            Person.email.label("person_email"),
            noted_by.name.label("check_by"),
            case(
                (Shift.id.is_not(None), Shift.capacity - Shift.taken),
                else_=Need.wanted - Need.taken,
            ).label("places_left"),
            unread_by(ASSOCIATION).label("unread_by_association"),
            _helped_before().label("helped_before"),
        )
    )


def _helped_before() -> ColumnElement[int]:
    """How often the person of a row has come to the same association before."""
    earlier, its = aliased(Signup), aliased(Need)
    return (
        select(func.count())
        .select_from(earlier)
        .join(its, its.id == earlier.need_id)
        .where(
            earlier.person_id == Signup.person_id,
            earlier.status == "attended",
            earlier.id != Signup.id,
            its.association_id == Need.association_id,
        )
        .correlate(Signup, Need)
        .scalar_subquery()
    )


def unread_by(side: str) -> ColumnElement[int]:
    """How many of the other side's messages a side has not read, for the sign-up of a row.

    What was written with the sign-up itself stands in it, and is not counted.
    """
    read_until = (
        select(ThreadMark.read_until)
        .where(ThreadMark.signup_id == Signup.id, ThreadMark.side == side)
        .correlate(Signup)
        .scalar_subquery()
    )
    return (
        select(func.count())
        .where(
            Message.signup_id == Signup.id,
            Message.side == (ASSOCIATION if side == VOLUNTEER else VOLUNTEER),
            Message.occasion.is_distinct_from("sign-up"),
            (Message.sent_at <= read_until).is_not(True),  # nor where nothing was ever read
        )
        .correlate(Signup)
        .scalar_subquery()
    )

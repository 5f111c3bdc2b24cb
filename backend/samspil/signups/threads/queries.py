"""Which messages?"""

from __future__ import annotations

import uuid
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select, tuple_

from samspil.associations.models import Association
from samspil.core.db import AnySelect
from samspil.needs.models import Need, Shift
from samspil.people.models import Person
from samspil.search.near import Page
from samspil.search.paging import read_id, read_moment
from samspil.signups.models import ASSOCIATION, VOLUNTEER, Message, Signup, ThreadMark


def thread(signup_id: uuid.UUID) -> AnySelect:
    """(Signup, Need, Shift) that a thread is about."""
    return (
        select(Signup, Need, Shift)
        .join(Need, Need.id == Signup.need_id)
        .outerjoin(Shift, Shift.id == Signup.shift_id)
        .where(Signup.id == signup_id)
    )


def messages(signup_id: uuid.UUID, page: Page) -> AnySelect:
    """(Message, sender) of a page of a thread and one more, newest first."""
    rows = _with_senders().where(Message.signup_id == signup_id)
    last = page.after(read_moment, read_id)
    if last is not None:
        rows = rows.where(tuple_(Message.sent_at, Message.id) < tuple_(last[0], last[1]))
    return rows.order_by(Message.sent_at.desc(), Message.id.desc()).limit(page.limit + 1)


def one(message_id: uuid.UUID) -> AnySelect:
    """(Message, sender) of one."""
    return _with_senders().where(Message.id == message_id)


def _with_senders() -> AnySelect:
    return select(Message, Person.name.label("sender")).join(Person, Person.id == Message.sender_id)


def key(row: Any) -> tuple[str, str]:
    """The sort key of a row of `messages`."""
    return row.Message.sent_at.isoformat(), row.Message.id.hex


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


def unread_count(signup_id: uuid.UUID, side: str) -> Select[int]:
    """The same for one sign-up."""
    return select(unread_by(side)).select_from(Signup).where(Signup.id == signup_id)


def reported(ids: Any) -> AnySelect:
    """(Message, sender, need's title, need's id) for those who decide on reports."""
    return (
        _with_senders()
        .join(Signup, Signup.id == Message.signup_id)
        .join(Need, Need.id == Signup.need_id)
        .add_columns(Need.title, Need.id.label("need_id"))
        .where(Message.id.in_(ids))
    )


def association_of(message_id: uuid.UUID) -> Select[Association]:
    """Whose need a message is about."""
    return (
        select(Association)
        .join(Need, Need.association_id == Association.id)
        .join(Signup, Signup.need_id == Need.id)
        .join(Message, Message.signup_id == Signup.id)
        .where(Message.id == message_id)
    )


def about(person_id: uuid.UUID) -> ColumnElement[bool]:
    """What somebody wrote, and what was written to them as a volunteer."""
    theirs = select(Signup.id).where(Signup.person_id == person_id)
    return or_(Message.sender_id == person_id, Message.signup_id.in_(theirs))

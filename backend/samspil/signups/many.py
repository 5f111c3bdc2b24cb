"""Answer many volunteers at once, each as one alone is answered.

A batch is one transaction. What cannot be done for one of them is undone for that one alone, and
is said in the answer; the others stand. The same batch again answers the same and mails nobody.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

from sqlalchemy import case, select
from sqlalchemy.orm import Session

from samspil.associations.access import Desk
from samspil.core.auth import Actor
from samspil.core.db import AnySelect
from samspil.core.errors import NotFound, NotSignedIn, Problem
from samspil.needs.models import Need
from samspil.people.locks import lock_if_there
from samspil.signups import answering, rules, services
from samspil.signups.answering import Yes
from samspil.signups.models import Signup
from samspil.signups.rules import NoPlaceLeft

# A turn at a need's places is as long as a batch; others who sign up wait for it.
MOST_AT_ONCE: Final = 25

Answer = Callable[[Session, Actor, uuid.UUID, Yes, datetime], Signup]


def _wait(session: Session, actor: Actor, one: uuid.UUID, said: Yes, now: datetime) -> Signup:
    return answering.wait(session, actor, one, said.waiting_message, now)


def _decline(session: Session, actor: Actor, one: uuid.UUID, said: Yes, now: datetime) -> Signup:
    return answering.decline(session, actor, one, said.message, now)


def _reopen(session: Session, actor: Actor, one: uuid.UUID, _said: Yes, now: datetime) -> Signup:
    return answering.reopen(session, actor, one, now)


ACTS: Final[dict[str, Answer]] = {
    "accept": answering.accept,
    "wait": _wait,
    "decline": _decline,
    "reopen": _reopen,
}


class Outcome(NamedTuple):
    """What became of one sign-up of a batch: its state, or why nothing was done."""

    id: uuid.UUID
    status: str | None
    problem: Problem | None = None


def answer(
    session: Session,
    actor: Actor,
    opened: Desk,
    act: str,
    wanted: Sequence[uuid.UUID],
    said: Yes,
    now: datetime,
) -> list[Outcome]:
    """Answer sign-ups of one association in one way; an outcome for each, in the order asked.

    Places go to those who came first. Those with no place are declined before those with one, so
    that nobody is offered a place by the same batch that declines them.

    Args:
        session: the transaction.
        actor: who runs the association.
        opened: the association.
        act: one of ACTS.
        wanted: ids of sign-ups, at most MOST_AT_ONCE.
        said: to each of them; those who are put on the waiting list get its words for that.
        now: the moment of it.

    Raises:
        NotSignedIn: who answers has been erased.
    """
    rows = session.execute(_of_association(opened.association.id, wanted)).all()
    _lock(session, actor, rows)
    outcomes = {row.id: _one(session, actor, act, row.id, said, now) for row in rows}
    return [outcomes.get(one) or Outcome(one, None, NotFound()) for one in wanted]


def _of_association(association_id: uuid.UUID, wanted: Sequence[uuid.UUID]) -> AnySelect:
    holds = case((Signup.status.in_(rules.HOLDING), 1), else_=0)
    return (
        select(Signup.id, Signup.person_id, Signup.need_id, Signup.shift_id)
        .join(Need, Need.id == Signup.need_id)
        .where(Need.association_id == association_id, Signup.id.in_(wanted))
        .order_by(holds, Signup.need_id, Signup.shift_id, Signup.number)
    )


def _lock(session: Session, actor: Actor, rows: Iterable[Any]) -> None:
    """Take all turns of a batch in the one order: people by their ids, then needs by theirs."""
    people = {row.person_id for row in rows if row.person_id is not None}
    for person_id in sorted(people | {actor.id}):
        if lock_if_there(session, person_id) is None and person_id == actor.id:
            raise NotSignedIn
    for need_id in sorted({row.need_id for row in rows}):
        services.lock_seats(session, need_id, None)


def _one(
    session: Session, actor: Actor, act: str, signup_id: uuid.UUID, said: Yes, now: datetime
) -> Outcome:
    try:
        with session.begin_nested():
            return Outcome(signup_id, ACTS[act](session, actor, signup_id, said, now).status)
    except NoPlaceLeft:
        # They are on the waiting list already: that is what a yes is where none is left.
        return Outcome(signup_id, "waitlisted")
    except Problem as problem:
        return Outcome(signup_id, None, problem)

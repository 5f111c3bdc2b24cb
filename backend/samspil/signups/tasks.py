"""What sign-ups leave for later."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Integer, cast, func, select, update
from sqlalchemy.orm import Session

from samspil.associations.models import Association
from samspil.core import jobs, time
from samspil.core.errors import NotFound
from samspil.needs.models import Need
from samspil.needs.services import count_open_needs
from samspil.signups import links, queries, services
from samspil.signups.models import Signup


@jobs.task(services.EXPIRE)
def expire_offer(work: jobs.Work, signup_id: str) -> None:
    """Pass a place on that was offered and not taken in time."""
    with work.database.writing.begin() as session:
        try:
            signup, at = services.lock_signup(session, uuid.UUID(signup_id))
        except NotFound:  # erased since
            return
        services.expire_offer(session, signup, at, time.now())


@jobs.task(links.ANSWER_GUEST)
def answer_guest(work: jobs.Work, link_id: str) -> None:
    """Ask a guest by mail whether the sign-up is theirs."""
    with work.database.writing.begin() as session:
        links.answer_guest(session, link_id)


@jobs.task(services.COUNT_OPEN_NEEDS)
def count_needs(work: jobs.Work, association_id: str) -> None:
    """Count an association's open needs anew, when one of them is full or is so no longer."""
    with work.database.writing.begin() as session:
        count_open_needs(session, time.now(), [uuid.UUID(association_id)])


@jobs.every("7 * * * *", "volunteering.count-shifts")
def count_shifts(work: jobs.Work) -> None:
    """Count the coming shifts' places anew where one has passed; a day back, for a pause."""
    now = time.now()
    with work.database.writing() as session:
        passed = session.scalars(queries.with_shifts_over(now - timedelta(days=1), now)).all()
    for need_id in passed:
        with work.database.writing.begin() as session:
            at = services.lock_seats(session, need_id, None)
            services.count_shifts(session, at.need, now)


# How soon associations answer, as their pages and the matching say.

LOOKED_BACK: Final = timedelta(days=365)
# Of one or two answers no habit can be told.
FEWEST: Final = 3
_A_DAY: Final = 86_400


def write_reply_times(session: Session, now: datetime) -> int:
    """Write each association's median of days to a first answer, in whole days and at least one.

    An association that has answered too few within a year has none. Returns how many have changed;
    the editors' versions stay.
    """
    days = _days(now)
    changed = session.execute(
        update(Association)
        .where(Association.reply_days.is_distinct_from(days))
        .values(reply_days=days, updated_at=Association.updated_at)
        .returning(Association.id)
        .execution_options(synchronize_session=False)
    )
    return len(changed.all())


def _days(now: datetime) -> ColumnElement[int | None]:
    waited = func.extract("epoch", Signup.answered_at - Signup.created_at) / _A_DAY
    median = func.percentile_cont(0.5).within_group(waited)
    return (
        select(cast(func.greatest(1, func.ceil(median)), Integer))
        .select_from(Signup)
        .join(Need, Need.id == Signup.need_id)
        .where(
            Need.association_id == Association.id,
            Signup.answered_at.is_not(None),
            Signup.created_at >= now - LOOKED_BACK,
        )
        .having(func.count() >= FEWEST)
        .correlate(Association)
        .scalar_subquery()
    )


# What is reckoned every night.


@jobs.every("17 2 * * *", "volunteering.note-reply-times")
def note_reply_times(work: jobs.Work) -> None:
    """Write down how soon associations answer."""
    with work.database.writing.begin() as session:
        write_reply_times(session, time.now())

"""What sign-ups leave for later."""

from __future__ import annotations

import uuid
from datetime import timedelta

from samspil.core import jobs, time
from samspil.core.errors import NotFound
from samspil.needs.services import count_open_needs
from samspil.signups import mailed, offers, places, queries, services
from samspil.signups.places import COUNT_OPEN_NEEDS


@jobs.task(offers.EXPIRE)
def expire_offer(work: jobs.Work, signup_id: str) -> None:
    """Pass a place on that was offered and not taken in time."""
    with work.database.writing.begin() as session:
        try:
            signup, at = services.turn_at(session, uuid.UUID(signup_id))
        except NotFound:  # erased since
            return
        offers.expire(session, signup, at, time.now())


@jobs.task(mailed.ANSWER_GUEST)
def answer_guest(work: jobs.Work, link_id: str) -> None:
    """Ask a guest by mail whether the sign-up is theirs."""
    with work.database.writing.begin() as session:
        mailed.answer_guest(session, link_id)


@jobs.task(COUNT_OPEN_NEEDS)
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
            at = places.take_turn(session, need_id, None)
            places.count_shifts(session, at.need, now)

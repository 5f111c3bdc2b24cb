"""How soon associations answer, as their pages and the matching say."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Integer, cast, func, select, update
from sqlalchemy.orm import Session

from samspil.associations.models import Association
from samspil.needs.models import Need
from samspil.signups.models import Signup

LOOKED_BACK: Final = timedelta(days=365)
# Of one or two answers no habit can be told.
FEWEST: Final = 3
_A_DAY: Final = 86_400


def note_reply_times(session: Session, now: datetime) -> int:
    """Write each association's median of days to a first answer, in whole days and at least one.

    An association that has answered too few within a year has none. Returns how many have changed;
    the editors' editions stay.
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

"""Taking turns: who changes the same thing waits in line for it, in the order they came.

The lock only keeps order, and lasts until the transaction ends; what must never break is guarded by
the database's constraints. Whoever takes several turns takes them in one order everywhere: a person
before a need, and things of one kind by their ids.
"""

from __future__ import annotations

import uuid

from sqlalchemy import func, literal_column, select
from sqlalchemy.orm import Session


def wait_for_turn(session: Session, kind: str, thing: uuid.UUID) -> None:
    """Go on once nobody before us works on this thing any more.

    What is read from then on is as they left it.
    """
    key = func.hashtextextended(f"{kind} {thing}", literal_column("0"))
    session.execute(select(func.pg_advisory_xact_lock(key)))

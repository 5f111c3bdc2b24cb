"""For whom a crew's names and addresses are."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from samspil.associations import queries as associations
from samspil.associations.access import must
from samspil.associations.rules import MANAGER, Standing, may_see_desk
from samspil.core.auth import Actor
from samspil.core.errors import NotFound


def must_manage(session: Session, actor: Actor, found: Any) -> Any:
    """The row of a need that somebody manages; its first column is the need.

    Staff help an association with much, but need nobody's addresses for it.

    Raises:
        NotFound: there is none, or the association's desk is not this person's.
        Forbidden: the person does not manage the association.
    """
    if found is None:
        raise NotFound
    role = session.scalar(associations.role_of(actor.id, found.Need.association_id))
    if not may_see_desk(Standing.of(actor, role)):
        raise NotFound
    must(role == MANAGER)
    return found

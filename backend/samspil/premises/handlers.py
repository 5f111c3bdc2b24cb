"""What suggestions do when something happens to the associations they became."""

from __future__ import annotations

from sqlalchemy import update
from sqlalchemy.orm import Session

from samspil.associations.events import Merged
from samspil.core.events import on
from samspil.premises.models import Suggestion


@on(Merged)
def move_suggestions(session: Session, event: Merged) -> None:
    """What the open map suggested became the association that stays."""
    session.execute(
        update(Suggestion)
        .where(Suggestion.association_id == event.source_id)
        .values(association_id=event.target_id, updated_at=Suggestion.updated_at)
    )

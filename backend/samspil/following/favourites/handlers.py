"""What favourites do when something happens to associations."""

from __future__ import annotations

from sqlalchemy.orm import Session

from samspil.associations.events import Merged
from samspil.core.events import on
from samspil.following.favourites import services


@on(Merged)
def move_favourites(session: Session, event: Merged) -> None:
    """Who liked an association that stands twice likes the one that stays."""
    services.move(session, event.source_id, event.target_id)

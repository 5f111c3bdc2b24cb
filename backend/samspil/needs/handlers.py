"""What needs do when something happens to their associations."""

from __future__ import annotations

from sqlalchemy.orm import Session

from samspil.associations.events import Merged, Renamed, VisibilityChanged
from samspil.core import time
from samspil.core.events import on
from samspil.needs import services


@on(VisibilityChanged)
def show_as_association(session: Session, event: VisibilityChanged) -> None:
    """An association's needs are seen while it is."""
    services.show_as_association(session, event.association_id)
    services.count_open_needs(session, time.now(), [event.association_id])


@on(Renamed)
def find_by_name(session: Session, event: Renamed) -> None:
    """Needs are found by the name their association has now."""
    services.reindex_needs(session, event.association_id)


@on(Merged)
def move_needs(session: Session, event: Merged) -> None:
    """Needs follow their association into the one it was merged into."""
    services.move_needs(session, event.source_id, event.target_id)
    services.show_as_association(session, event.target_id)
    services.reindex_needs(session, event.target_id)
    services.count_open_needs(session, time.now(), [event.source_id, event.target_id])

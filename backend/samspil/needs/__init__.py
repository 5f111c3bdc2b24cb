"""Needs and their shifts: the manifest of the domain."""

from __future__ import annotations

from typing import Final

from sqlalchemy.orm import Session

from samspil.associations.privacy import (
    CONTACT_UNTIL,
    CONTACT_WHY,
    contact_eraser,
    contact_export,
    register_memory,
)
from samspil.associations.services import Merged, Renamed, VisibilityChanged
from samspil.core import time
from samspil.core.domain import Domain, on
from samspil.core.privacy import PrivacyRecord, Wording
from samspil.core.privacy.registry import PUBLIC_TASK
from samspil.needs import models, routes, services

# What is kept of people where needs are concerned.

NEEDS_KEPT: Final = PrivacyRecord(
    table="needs",
    personal=("contact",),
    impersonal=(
        *("id", "association_id", "title", "summary", "description", "lang", "tasks", "benefits"),
        *("requirements", "skills", "languages", "interests", "helps", "commitment", "pattern"),
        *("slots", "hours_per_week", "from_day", "until_day", "address", "wanted", "taken"),
        *("minimum_age", "children_under_15", "step_free", "public_transport", "intake"),
        *("takes_whole", "deadline", "status", "unsaid", "shown", "hidden_reason"),
        *("published_at", "renewed_at", "open_until", "expiry_told_at", "demo", "search"),
        *("positions", "position_accuracy", "created_at", "updated_at"),
    ),
    what=Wording(
        "Hvem man spørger om en opgave: en rolle, eller et menneske, der har sagt ja.",
        "Whom to ask about a task: a role, or a person who has agreed.",
    ),
    why=CONTACT_WHY,
    basis=PUBLIC_TASK,
    until=CONTACT_UNTIL,
    export=contact_export("needs", "title"),
    erase=contact_eraser("needs"),
)


KEPT: Final = (
    NEEDS_KEPT,
    register_memory("imported_needs"),
    PrivacyRecord(table="need_places", impersonal=("need_id", "place_id", "rank")),
    PrivacyRecord(
        table="shifts",
        impersonal=(
            *("id", "need_id", "starts_at", "ends_at", "capacity", "taken", "minimum_crew"),
            *("changed_at", "cancelled_at", "reminded_for"),
        ),
    ),
)


# What needs do when something happens to their associations.


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


NEEDS: Final = Domain(
    name="needs",
    models=(models.Need, models.NeedPlace, models.Shift, models.ImportedNeed),
    texts=(services.TEXTS,),
    kept=KEPT,
    handlers=(show_as_association, find_by_name, move_needs),
    blueprints=(routes.blp,),
)

"""Premises and spaces: the manifest of the domain."""

from __future__ import annotations

from typing import Final

from sqlalchemy import update
from sqlalchemy.orm import Session

from samspil.associations.privacy import (
    CONTACT_UNTIL,
    CONTACT_WHY,
    contact_eraser,
    contact_export,
    register_memory,
)
from samspil.associations.services import Merged
from samspil.core.domain import Domain, on
from samspil.core.privacy import PrivacyRecord, Wording
from samspil.core.privacy.registry import PUBLIC_TASK
from samspil.premises import models, routes
from samspil.premises.models import Suggestion
from samspil.premises.registers import PremisesRegister

# What is kept of people where premises are concerned.

PREMISES_KEPT: Final = PrivacyRecord(
    table="premises",
    personal=("contact",),
    impersonal=(
        *("id", "slug", "name", "operator", "summary", "description", "lang", "place_id"),
        *("address", "features", "parking", "transport", "house_rules", "demo", "search"),
        *("positions", "position_accuracy", "created_at", "updated_at"),
    ),
    what=Wording(
        "Hvem man spørger om et lokale: en rolle, eller et menneske, der har sagt ja.",
        "Whom to ask about premises: a role, or a person who has agreed.",
    ),
    why=CONTACT_WHY,
    basis=PUBLIC_TASK,
    until=CONTACT_UNTIL,
    export=contact_export("premises", "slug", "name"),
    erase=contact_eraser("premises"),
)
SUGGESTIONS: Final = PrivacyRecord(
    table="suggestions",
    personal=("tags",),
    impersonal=(
        *("id", "osm_id", "kind", "name", "position", "status", "association_id"),
        *("premises_id", "created_at", "updated_at"),
    ),
    what=Wording(
        "Hvad det åbne kort OpenStreetMap skriver om et sted, også en kontakt, hvis den står der.",
        "What the open map OpenStreetMap says of a place, also a contact if it stands there.",
    ),
    why=Wording(
        "At medarbejdere kan afgøre, om stedet skal med her.",
        "So that staff can decide whether the place belongs here.",
    ),
    basis=PUBLIC_TASK,
    until=Wording(
        "Så længe forslaget står her; et afvist forslag bliver, så det ikke kommer igen.",
        "As long as the suggestion stands here; a rejected one stays, so that it does not return.",
    ),
)

KEPT: Final = (
    PREMISES_KEPT,
    SUGGESTIONS,
    register_memory("imported_premises"),
    PrivacyRecord(
        table="spaces",
        impersonal=(
            *("id", "premises_id", "name", "rank", "capacity", "area_m2", "floor"),
            *("activities", "features", "equipment"),
        ),
    ),
    PrivacyRecord(table="parts", impersonal=("id", "premises_id", "name")),
    PrivacyRecord(table="space_parts", impersonal=("space_id", "part_id")),
    PrivacyRecord(table="opening_hours", impersonal=("premises_id", "weekday", "opens", "closes")),
)


# What suggestions do when something happens to the associations they became.


@on(Merged)
def move_suggestions(session: Session, event: Merged) -> None:
    """What the open map suggested became the association that stays."""
    session.execute(
        update(Suggestion)
        .where(Suggestion.association_id == event.source_id)
        .values(association_id=event.target_id, updated_at=Suggestion.updated_at)
    )


PREMISES: Final = Domain(
    name="premises",
    models=(
        models.Premises,
        models.Part,
        models.Space,
        models.SpacePart,
        models.OpeningHours,
        models.ImportedPremises,
        models.Suggestion,
    ),
    kept=(*KEPT,),
    handlers=(move_suggestions,),
    registers=(PremisesRegister,),
    blueprints=(routes.blp,),
)

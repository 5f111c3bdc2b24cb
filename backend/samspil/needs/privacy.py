"""What is kept of people where needs are concerned."""

from __future__ import annotations

from typing import Final

from samspil.associations.privacy import (
    CONTACT_UNTIL,
    CONTACT_WHY,
    contact_erased,
    contact_exported,
    register_memory,
)
from samspil.core.privacy import Kept, Wording
from samspil.core.privacy.words import PUBLIC_TASK

NEEDS: Final = Kept(
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
    export=contact_exported("needs", "title"),
    erase=contact_erased("needs"),
)


KEPT: Final = (
    NEEDS,
    register_memory("imported_needs"),
    Kept(table="need_places", impersonal=("need_id", "place_id", "rank")),
    Kept(
        table="shifts",
        impersonal=(
            *("id", "need_id", "starts_at", "ends_at", "capacity", "taken", "minimum_crew"),
            *("changed_at", "cancelled_at", "reminded_for"),
        ),
    ),
)

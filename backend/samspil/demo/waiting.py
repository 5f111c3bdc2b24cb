"""What waits for the demonstration's employee: a registration, a claim and a report."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from samspil.associations.models import Association, Claim, Membership
from samspil.associations.services import add_association
from samspil.core.db import new_id
from samspil.moderation.models import Report
from samspil.people.models import Person
from samspil.places.models import Place

CLAIMED: Final = "skakklubben-taarnet"
REPORTED: Final = "boderne-kystgruppe"


def add_waiting(
    session: Session,
    associations: Mapping[str, Association],
    places: Mapping[str, Place],
    now: datetime,
) -> Association:
    """Add what waits; returns the association that has been registered."""
    bente = Person(
        id=new_id(),
        email="bente@demo.example",
        name="Bente Begynder",
        language="da",
        verified_at=now,
        areas=[],
        demo=True,
    )
    session.add(bente)
    session.flush()  # what waits names her
    registered = add_association(
        session,
        {
            "slug": "strikkeklubben-ret-og-vrang",
            "kind": "association",
            "name": "Strikkeklubben Ret og Vrang",
            "summary": "Vi strikker sammen og lærer fra os, hver anden torsdag aften.",
            "purpose": "Alle kan være med, **også dem, der aldrig har holdt en pind**.\n\n"
            "Vi mødes på biblioteket og strikker huer og sokker til dem, der mangler.",
            "lang": "da",
            "interests": ["crafts", "neighbourhood"],
            "contact": {"name": "Formanden", "email": "formand@demo.example", "phone": None},
            "languages": ["da"],
            "step_free": True,
            "status": "pending",
            "demo": True,
        },
        [places["hornbaek"]],
        None,
    )
    session.add_all(
        [
            Membership(
                association_id=registered.id,
                person_id=bente.id,
                role="manager",
                since=now - timedelta(days=2),
            ),
            Claim(
                association_id=associations[CLAIMED].id,
                person_id=bente.id,
                message="Jeg blev valgt til formand på generalforsamlingen i sidste måned. "
                "Referatet ligger hos kassereren.",
                created_at=now - timedelta(days=1),
            ),
            Report(
                kind="association",
                object_id=associations[REPORTED].id,
                reason="Gruppen holdt op sidste år. Ingen svarer på mails.",
                created_at=now - timedelta(hours=5),
            ),
        ]
    )
    return registered

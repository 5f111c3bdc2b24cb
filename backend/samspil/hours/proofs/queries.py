"""Which certificates?"""

from __future__ import annotations

import uuid

from sqlalchemy import Select, func, select

from samspil.hours.proofs.models import Certificate


def of_person(person_id: uuid.UUID) -> Select[Certificate]:
    """Somebody's certificates, newest first."""
    return (
        select(Certificate)
        .where(Certificate.person_id == person_id)
        .order_by(Certificate.created_at.desc(), Certificate.id.desc())
    )


def count(person_id: uuid.UUID) -> Select[int]:
    """How many somebody has."""
    return select(func.count()).where(Certificate.person_id == person_id)


def of_code(code: str) -> Select[Certificate]:
    """The one with a code."""
    return select(Certificate).where(Certificate.code == code)

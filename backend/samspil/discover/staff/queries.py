"""How much waits for staff, over all domains."""

from __future__ import annotations

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import DeclarativeBase

from samspil.associations.models import Association, Claim, Membership
from samspil.core.db import AnySelect
from samspil.moderation.models import Report
from samspil.premises.models import Suggestion


def waiting() -> AnySelect:
    """One row of counts."""
    run_by_somebody = exists(
        select(Membership.person_id).where(
            Membership.association_id == Association.id, Membership.role == "manager"
        )
    )
    return select(
        _count(Association, Association.status == "pending").label("pending"),
        _count(Claim, Claim.status == "open").label("claims"),
        _count(Report, Report.status == "open").label("reports"),
        _count(Association, Association.status == "public", ~run_by_somebody).label(
            "without_manager"
        ),
        _count(Suggestion, Suggestion.status == "open").label("suggestions"),
    )


def _count(table: type[DeclarativeBase], *conditions: ColumnElement[bool]) -> ColumnElement[int]:
    return select(func.count()).select_from(table).where(*conditions).scalar_subquery()

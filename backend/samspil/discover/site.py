"""What this installation is, as every page and client is told."""

from __future__ import annotations

from typing import Any

from orjson import Fragment
from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from samspil.associations.models import Association
from samspil.places.queries import municipality
from samspil.settings import Settings


def site(session: Session, settings: Settings) -> dict[str, Any] | None:
    """SiteOut; None before the geodata is loaded."""
    demo = exists(select(Association.id).where(Association.demo)).label("demo")
    row = session.execute(municipality().add_columns(demo)).first()
    if row is None:
        return None
    return {
        "name": "Samspil",
        "municipality": row.name,
        "authority": settings.authority or f"{row.name} Kommune",
        "demo": row.demo,
        "public_url": settings.public_url,
        "map_style_url": settings.map_style_url,
        "accessibility_statement_url": settings.accessibility_statement_url,
        "bounds": [row.west, row.south, row.east, row.north],
        "centre": Fragment(row.centre),
    }

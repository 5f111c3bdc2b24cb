"""What this installation is, for every page and client, and the paths of its pages."""

from __future__ import annotations

from typing import Any

from marshmallow import fields
from orjson import Fragment
from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from samspil.associations.models import Association
from samspil.core.fields import Schema
from samspil.places.queries import municipality
from samspil.places.schemas import PointOut
from samspil.settings import Settings

PATHS = {"need": "/opgaver", "association": "/foreninger", "premises": "/lokaler"}


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


class SiteOut(Schema):
    """What this installation is."""

    name = fields.String(required=True)
    municipality = fields.String(required=True)
    authority = fields.String(required=True)
    demo = fields.Boolean(required=True)
    public_url = fields.String(required=True)
    map_style_url = fields.String(required=True, allow_none=True)
    accessibility_statement_url = fields.String(required=True, allow_none=True)
    bounds = fields.List(fields.Float(), required=True, metadata={"minItems": 4, "maxItems": 4})
    centre = fields.Nested(PointOut, required=True)


def url_of(kind: str, identifier: Any) -> str:
    """The path of a thing's page."""
    return f"{PATHS[kind]}/{identifier}"

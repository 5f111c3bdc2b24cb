"""The shapes of the common list, the map and the installation."""

from __future__ import annotations

import re
from typing import Any, ClassVar

import orjson
from marshmallow import ValidationError, fields

from samspil.core import geo
from samspil.core.builders import Sources, builder
from samspil.core.fields import Choice, Many, Schema, Slug, Text
from samspil.core.language import Message, text
from samspil.discover.queries import KINDS
from samspil.needs.schemas import NeedFiltersQuery
from samspil.places.schemas import NearQuery, PlaceRefOut, PointOut
from samspil.search.near import fragment, whole
from samspil.search.results import FoundOut, ResultsOut
from samspil.site import url_of

DECIMAL = re.compile(r"-?[0-9]{1,3}(\.[0-9]{1,20})?", re.ASCII)


class Box(fields.String):
    """west,south,east,north in degrees, within Denmark; read as a tuple of floats."""

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> Any:
        numbers = str(value).split(",")
        box = None
        if len(numbers) == len(geo.EDGES) and all(DECIMAL.fullmatch(n) for n in numbers):
            box = geo.clipped_to_denmark(*map(float, numbers))
        if box is None:
            raise ValidationError(text("field.bbox"))
        return box


class DiscoverQuery(NearQuery):
    """A search over everything."""

    q = Text(longest=100)
    interest = Many(Slug())
    kind = Many(Choice(KINDS))


class MapQuery(NeedFiltersQuery):
    """What to show on a piece of the map."""

    bbox = Box(
        required=True,
        error_messages={"required": Message("field.required")},
        metadata={"description": "west,south,east,north", "example": "12.4,56.0,12.6,56.1"},
    )
    kind = Many(Choice(KINDS))


class DiscoverItemOut(Schema):
    """Something near you."""

    read: ClassVar[Sources] = {
        "places": lambda row: fragment(row.places),
        "position": lambda row: fragment(row.position),
        "distance_m": lambda row: whole(row.distance_m),
        "url": lambda row: url_of(row.kind, row.slug or row.id),
    }

    kind = fields.String(required=True, metadata={"enum": list(KINDS)})
    id = fields.UUID(required=True)
    slug = fields.String(required=True, allow_none=True)
    title = fields.String(required=True)
    subtitle = fields.String(required=True, allow_none=True)
    summary = fields.String(required=True)
    lang = fields.String(required=True)
    interests = fields.List(fields.String(), required=True)
    places = fields.List(fields.Nested(PlaceRefOut), required=True)
    position = fields.Nested(PointOut, required=True, allow_none=True)
    distance_m = fields.Integer(required=True, allow_none=True)
    url = fields.String(required=True, metadata={"description": "The page's path"})


class FoundThingOut(DiscoverItemOut, FoundOut):
    """Something in a list that words may have been searched in."""


class DiscoverOut(ResultsOut):
    """A page of everything."""

    items = fields.List(fields.Nested(FoundThingOut), required=True)


class MapPropertiesOut(Schema):
    """A thing, or with `cluster` how many things."""

    cluster = fields.Boolean()
    count = fields.Integer()
    bbox = fields.List(fields.Float())
    kind = fields.String(metadata={"enum": list(KINDS)})
    id = fields.UUID()
    slug = fields.String(allow_none=True)
    title = fields.String()
    subtitle = fields.String(allow_none=True)
    lang = fields.String()
    url = fields.String()


class FeatureOut(Schema):
    """A GeoJSON Feature with a point."""

    type = fields.Constant("Feature", required=True)
    id = fields.String()
    geometry = fields.Nested(PointOut, required=True)
    properties = fields.Nested(MapPropertiesOut, required=True)


class MapOut(Schema):
    """A GeoJSON FeatureCollection of at most 500 features, else of clusters."""

    type = fields.Constant("FeatureCollection", required=True)
    features = fields.List(fields.Nested(FeatureOut), required=True)
    total = fields.Integer(required=True)
    clustered = fields.Boolean(required=True)


discover_item = builder(DiscoverItemOut)


def map_document(rows: list[Any]) -> dict[str, Any]:
    """MapOut, from the rows of `queries.on_map`."""
    total = rows[0].total if rows else 0
    return {
        "type": "FeatureCollection",
        "features": [_feature(row) for row in rows],
        "total": total,
        "clustered": any(row.kind == "cluster" for row in rows),
    }


def _feature(row: Any) -> dict[str, Any]:
    geometry = orjson.Fragment(row.point)
    if row.kind == "cluster":
        properties = {
            "cluster": True,
            "count": row.count,
            "bbox": [row.west, row.south, row.east, row.north],
        }
        return {"type": "Feature", "geometry": geometry, "properties": properties}
    return {
        "type": "Feature",
        "id": f"{row.kind}:{row.id}:{row.number.strip('{}')}",
        "geometry": geometry,
        "properties": {
            "kind": row.kind,
            "id": row.id,
            "slug": row.slug,
            "title": row.title,
            "subtitle": row.subtitle,
            "lang": row.lang,
            "url": url_of(row.kind, row.slug or row.id),
        },
    }


class OverviewOut(Schema):
    """How many of each kind wait for staff."""

    pending = fields.Integer(
        required=True, metadata={"description": "Registered associations to be verified"}
    )
    claims = fields.Integer(
        required=True, metadata={"description": "People who say they run an association"}
    )
    reports = fields.Integer(required=True, metadata={"description": "Reports of something public"})
    without_manager = fields.Integer(
        required=True, metadata={"description": "Public associations that nobody here runs"}
    )
    suggestions = fields.Integer(
        required=True, metadata={"description": "Things on the open map that may belong here"}
    )

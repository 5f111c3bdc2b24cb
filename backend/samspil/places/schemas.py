"""Schemas of places and addresses, and of every search's position."""

from __future__ import annotations

from typing import Any, ClassVar

from marshmallow import ValidationError, fields, validates_schema

from samspil.core import geo
from samspil.core.builders import Sources, builder
from samspil.core.fields import Number, Schema, Slug, Text, Whole, YesNo
from samspil.core.language import text
from samspil.places.models import KINDS
from samspil.search.paging import DEFAULT_LIMIT, MOST_LIMIT

DEFAULT_ADDRESSES = 8
MOST_ADDRESSES = 20
WEST, SOUTH, EAST, NORTH = geo.DENMARK


class PositionQuery(Schema):
    """A position in Denmark, or none."""

    lat = Number(SOUTH, NORTH, key="field.outside-denmark")
    lon = Number(WEST, EAST, key="field.outside-denmark")

    @validates_schema
    def _complete(self, data: dict[str, Any], **_: Any) -> None:
        for one, other in (("lat", "lon"), ("lon", "lat")):
            if one in data and other not in data:
                raise ValidationError(text("field.both-lat-lon"), other)


class PositionIn(Schema):
    """A position in Denmark."""

    lat = Number(SOUTH, NORTH, key="field.outside-denmark", required=True)
    lon = Number(WEST, EAST, key="field.outside-denmark", required=True)


class PageQuery(Schema):
    """Paging: how many, and after which."""

    limit = Whole(1, MOST_LIMIT, load_default=DEFAULT_LIMIT)
    cursor = Text(longest=500)
    with_total = YesNo(load_default=False)


class NearQuery(PositionQuery, PageQuery):
    """Where a search starts and how far it goes."""

    place = Slug(metadata={"description": "A place's slug instead of a position"})
    radius_m = Whole(1, geo.MOST_RADIUS_M, metadata={"description": "Metres; default 10000"})

    @validates_schema
    def _one_start(self, data: dict[str, Any], **_: Any) -> None:
        if "place" in data and ("lat" in data or "lon" in data):
            raise ValidationError(text("field.place-or-position"), "place")
        if "radius_m" in data and not data.keys() & {"place", "lat", "lon"}:
            raise ValidationError(text("field.radius-without-position"), "radius_m")


class PlacesQuery(PositionQuery):
    """Completion of a place's name, or the places nearest to a position."""

    q = Text(longest=100)
    limit = Whole(1, MOST_LIMIT, load_default=MOST_LIMIT)


class PointOut(Schema):
    """GeoJSON Point, [lon, lat]."""

    type = fields.Constant("Point", required=True)
    coordinates = fields.List(
        fields.Float(), required=True, metadata={"minItems": 2, "maxItems": 2}
    )


class MultiPointOut(Schema):
    """GeoJSON MultiPoint, [[lon, lat], …]."""

    type = fields.Constant("MultiPoint", required=True)
    coordinates = fields.List(
        fields.List(fields.Float(), metadata={"minItems": 2, "maxItems": 2}), required=True
    )


class PlaceRefOut(Schema):
    """A place, named."""

    slug = fields.String(required=True)
    name = fields.String(required=True)


class PlaceOut(PlaceRefOut):
    """A town, village, hamlet or quarter."""

    kind = fields.String(required=True, metadata={"enum": list(KINDS)})
    postcode = fields.String(required=True)
    position = fields.Nested(PointOut, required=True)
    distance_m = fields.Integer(required=True, allow_none=True)
    read: ClassVar[Sources] = {"position": lambda place: place.position}


class PlacesOut(Schema):
    """A list of places; always whole."""

    items = fields.List(fields.Nested(PlaceOut), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class AddressesQuery(Schema):
    """The beginning of an address."""

    q = Text(longest=100, required=True)
    limit = Whole(1, MOST_ADDRESSES, load_default=DEFAULT_ADDRESSES)


class AddressOut(Schema):
    """An address and where it is."""

    text = fields.String(required=True, metadata={"example": "Skolevej 12, 9990 Skagen"})
    position = fields.Nested(PointOut, required=True)
    read: ClassVar[Sources] = {"position": lambda address: address.position}


class AddressesOut(Schema):
    """A list of addresses; always whole, and empty where no address service is to be had."""

    items = fields.List(fields.Nested(AddressOut), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class OutlineOut(Schema):
    """The municipality's outline as a GeoJSON Feature."""

    type = fields.Constant("Feature", required=True)
    geometry = fields.Dict(required=True)
    properties = fields.Dict(required=True)


place_item = builder(PlaceOut, but={"distance_m"})
address_item = builder(AddressOut)

"""Tables of geography: localities, official areas, addresses."""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from samspil.core.db import Base, Id, Moment, TextArray
from samspil.core.geo import GeoJSON, Shape

KINDS: Final = ("town", "village", "hamlet", "district")
MUNICIPALITY: Final = "municipality"
POSTCODE: Final = "postcode"
PARISH: Final = "parish"
PLACE: Final = "place"
ADDRESS: Final = "address"
AREA_LAYERS: Final = (MUNICIPALITY, POSTCODE, PARISH)
LAYERS: Final = (*AREA_LAYERS, PLACE, ADDRESS)


class Place(Base):
    """A locality that people name when they say where: a town, a village, a quarter."""

    __tablename__ = "places"
    __table_args__ = (
        CheckConstraint(f"kind IN {KINDS}", name="kind"),
        CheckConstraint("postcode ~ '^[0-9]{4}$'", name="postcode"),
        Index("ix_places_position", "position", postgresql_using="gist"),
    )

    id: Mapped[Id]
    slug: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    kind: Mapped[str]
    postcode: Mapped[str]
    position: Mapped[GeoJSON] = mapped_column(Shape("POINT"))
    spellings: Mapped[TextArray] = mapped_column(
        comment="folded: the name and what else people call it"
    )


class Area(Base):
    """An official area, by layer and the authority's code."""

    __tablename__ = "areas"
    __table_args__ = (
        CheckConstraint(f"layer IN {AREA_LAYERS}", name="layer"),
        CheckConstraint("layer <> 'municipality' OR drawing IS NOT NULL", name="drawing"),
        Index("uq_areas_layer_code", "layer", "code", unique=True),
        Index("ix_areas_outline", "outline", postgresql_using="gist"),
    )

    id: Mapped[Id]
    layer: Mapped[str]
    code: Mapped[str]
    name: Mapped[str]
    outline: Mapped[GeoJSON] = mapped_column(Shape("MULTIPOLYGON"))
    drawing: Mapped[str | None] = mapped_column(comment="GeoJSON, coarser, for phones")


class Address(Base):
    """Where a house with a number stands."""

    __tablename__ = "addresses"
    __table_args__ = (
        Index("ix_addresses_position", "position", postgresql_using="gist"),
        Index(
            "ix_addresses_search_text",
            "search_text",
            postgresql_using="gin",
            postgresql_ops={"search_text": "gin_trgm_ops"},
        ),
    )

    id: Mapped[Id]
    text: Mapped[str] = mapped_column(unique=True, comment="as it is written on a letter")
    search_text: Mapped[str]
    position: Mapped[GeoJSON] = mapped_column(Shape("POINT"))


class ImportedLayer(Base):
    """A layer that came from an authority's file: the base data no longer speaks for it."""

    __tablename__ = "imported_layers"
    __table_args__ = (CheckConstraint(f"layer IN {LAYERS}", name="layer"),)

    layer: Mapped[str] = mapped_column(primary_key=True)
    source: Mapped[str] = mapped_column(comment="the file's name")
    features: Mapped[int]
    imported_at: Mapped[Moment]

"""What is kept of geography: localities and the municipality's outline."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from samspil.core.db import Base, Id, Words
from samspil.core.geo import GeoJSON, Shape

KINDS = ("town", "village", "hamlet", "district")
LAYERS = ("municipality",)


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
    spellings: Mapped[Words] = mapped_column(
        comment="folded: the name and what else people call it"
    )


class Area(Base):
    """An official area, by layer and the authority's code."""

    __tablename__ = "areas"
    __table_args__ = (
        CheckConstraint(f"layer IN ('{LAYERS[0]}')", name="layer"),
        Index("uq_areas_layer_code", "layer", "code", unique=True),
        Index("ix_areas_outline", "outline", postgresql_using="gist"),
    )

    id: Mapped[Id]
    layer: Mapped[str]
    code: Mapped[str]
    name: Mapped[str]
    outline: Mapped[GeoJSON] = mapped_column(Shape("MULTIPOLYGON"))

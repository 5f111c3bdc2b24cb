"""The tables of municipal premises and their bookable spaces."""

from __future__ import annotations

import uuid
from datetime import time
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from samspil.associations.models import LANGUAGES, Association
from samspil.core.db import Base, Dated, Id, TextArray
from samspil.core.geo import GeoJSON, Located, Shape
from samspil.core.time import WEEKDAYS
from samspil.places.models import Place
from samspil.registers.importing import Imported
from samspil.search.words import SearchIndex

FEATURES = (
    "step_free",
    "accessible_toilet",
    "hearing_loop",
    "lift",
    "accessible_parking",
    "low_vision",
)
SUGGESTED = ("association", "premises")
SUGGESTION_STATUSES = ("open", "accepted", "rejected")
ACTIVITIES = (
    "ball_games",
    "badminton",
    "gymnastics",
    "dance",
    "yoga",
    "swimming",
    "meetings",
    "lectures",
    "workshops",
    "music",
    "theatre",
    "cooking",
    "exhibitions",
    "outdoor",
    "children",
    "dining",
)


class Premises(Base, Located, Dated):
    """A building or ground with spaces to use. `features` are facts about getting in and around."""

    __tablename__ = "premises"
    __table_args__ = (
        CheckConstraint(f"lang IN {LANGUAGES}", name="lang"),
        CheckConstraint("length(summary) <= 160", name="summary"),
        Index("ix_premises_positions", "positions", postgresql_using="gist"),
        Index("ix_premises_search", "search", postgresql_using="gin"),
    )

    id: Mapped[Id]
    slug: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    operator: Mapped[str]
    summary: Mapped[str]
    description: Mapped[str] = mapped_column(comment="Markdown")
    lang: Mapped[str] = mapped_column(server_default="da")
    place_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Place.id), index=True)
    address: Mapped[str | None]
    features: Mapped[TextArray]
    contact: Mapped[dict[str, Any]] = mapped_column(JSONB, comment="a role's name, email, phone")
    parking: Mapped[str | None]
    transport: Mapped[str | None]
    house_rules: Mapped[TextArray]
    demo: Mapped[bool] = mapped_column(server_default="false")
    search: Mapped[Any] = mapped_column(
        SearchIndex, deferred=True, comment="the words it can be found by"
    )

    spaces: Mapped[list[Space]] = relationship(order_by="Space.rank")
    opening_hours: Mapped[list[OpeningHours]] = relationship(
        order_by="(OpeningHours.weekday, OpeningHours.opens)"
    )


class Part(Base):
    """The smallest piece of a building that can be occupied: half a hall, a room."""

    __tablename__ = "parts"
    __table_args__ = (UniqueConstraint("premises_id", "name"),)

    id: Mapped[Id]
    premises_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Premises.id, ondelete="CASCADE"))
    name: Mapped[str]


class Space(Base):
    """What can be booked: a room, a hall, half a hall. It is made of parts."""

    __tablename__ = "spaces"
    __table_args__ = (
        CheckConstraint("capacity >= 1", name="capacity"),
        CheckConstraint("area_m2 >= 1", name="area_m2"),
        UniqueConstraint("premises_id", "name"),
    )

    id: Mapped[Id]
    premises_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Premises.id, ondelete="CASCADE"))
    name: Mapped[str]
    rank: Mapped[int]
    capacity: Mapped[int] = mapped_column(comment="persons")
    area_m2: Mapped[int | None]
    floor: Mapped[str | None]
    activities: Mapped[TextArray]
    features: Mapped[TextArray] = mapped_column(comment="what it has beyond the premises' own")
    equipment: Mapped[TextArray]

    parts: Mapped[list[Part]] = relationship(secondary="space_parts", order_by=Part.name)


class SpacePart(Base):
    """That a space takes up a part."""

    __tablename__ = "space_parts"

    space_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(Space.id, ondelete="CASCADE"), primary_key=True
    )
    part_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(Part.id, ondelete="CASCADE"), primary_key=True, index=True
    )


class OpeningHours(Base):
    """When premises are open on a weekday (0 is Monday), on a local clock."""

    __tablename__ = "opening_hours"
    __table_args__ = (
        CheckConstraint(f"weekday BETWEEN 0 AND {len(WEEKDAYS) - 1}", name="weekday"),
        CheckConstraint("closes > opens", name="period"),
    )

    premises_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(Premises.id, ondelete="CASCADE"), primary_key=True
    )
    weekday: Mapped[int] = mapped_column(primary_key=True)
    opens: Mapped[time] = mapped_column(primary_key=True)
    closes: Mapped[time]


class ImportedPremises(Base, Imported):
    """What a register last said of premises."""

    __tablename__ = "imported_premises"

    object_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(Premises.id, ondelete="SET NULL"), index=True
    )


class Suggestion(Base, Dated):
    """Something on the open map that may be an association or premises; staff decide.

    A decided one stays, so that the next look at the map does not suggest it again.
    """

    __tablename__ = "suggestions"
    __table_args__ = (
        CheckConstraint(f"kind IN {SUGGESTED}", name="kind"),
        CheckConstraint(f"status IN {SUGGESTION_STATUSES}", name="status"),
        Index("ix_suggestions_position", "position", postgresql_using="gist"),
    )

    id: Mapped[Id]
    osm_id: Mapped[str] = mapped_column(unique=True, comment="node/1, way/1, relation/1")
    kind: Mapped[str]
    name: Mapped[str]
    position: Mapped[GeoJSON] = mapped_column(Shape("POINT"))
    tags: Mapped[dict[str, str]] = mapped_column(JSONB, comment="as given; ODbL")
    status: Mapped[str] = mapped_column(server_default="open")
    association_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(Association.id, ondelete="SET NULL"), index=True
    )
    premises_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(Premises.id, ondelete="SET NULL"), index=True
    )

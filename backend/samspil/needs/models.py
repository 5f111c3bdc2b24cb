"""What is kept of needs and their shifts."""

from __future__ import annotations

import uuid
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, func, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from samspil.associations.models import LANGUAGES, Association
from samspil.core.db import Base, Dated, Id, Moment, TextArray
from samspil.core.geo import Located
from samspil.places.models import Place
from samspil.registers.importing import Imported
from samspil.search.words import SearchIndex

STATUSES = ("draft", "published", "paused", "filled", "closed")
COMMITMENTS = ("once", "recurring", "ongoing")
INTAKES = ("instant", "reviewed")
# What a draft's author may leave open although the row has a value for it.
UNSAID = ("place", "commitment", "wanted")
PUBLISHED = text("status = 'published'")
PUBLISHED_REMOTE = text("status = 'published' AND positions IS NULL")


class Need(Base, Located, Dated):
    """What an association needs people for. Without positions it is done from home.

    `slots` ("tue-evening") is derived from the weekly pattern or the shifts, `open_until` from
    deadline, expiry and last shift, `search` from all that is written, `shown` from the state of
    its association: the service keeps them, so that a search reads one row.
    """

    __tablename__ = "needs"
    __table_args__ = (
        CheckConstraint(f"status IN {STATUSES}", name="status"),
        CheckConstraint(f"commitment IN {COMMITMENTS}", name="commitment"),
        CheckConstraint(f"intake IN {INTAKES}", name="intake"),
        CheckConstraint(f"lang IN {LANGUAGES}", name="lang"),
        CheckConstraint("length(summary) <= 160", name="summary"),
        CheckConstraint("cardinality(requirements) <= 3", name="requirements"),
        CheckConstraint("wanted >= 1", name="wanted"),
        CheckConstraint("taken BETWEEN 0 AND wanted", name="taken"),
        CheckConstraint("minimum_age BETWEEN 0 AND 99", name="minimum_age"),
        CheckConstraint("hours_per_week > 0", name="hours_per_week"),
        CheckConstraint("until_day >= from_day", name="days"),
        CheckConstraint("hidden_reason IS NULL OR NOT shown", name="hidden"),
        CheckConstraint(
            "status = 'draft' OR (published_at IS NOT NULL AND open_until IS NOT NULL)",
            name="published",
        ),
        CheckConstraint("status = 'draft' OR unsaid = '{}'", name="said"),
        CheckConstraint(f"unsaid <@ ARRAY{list(UNSAID)}", name="unsaid"),
        Index(
            "ix_needs_positions", "positions", postgresql_using="gist", postgresql_where=PUBLISHED
        ),
        Index("ix_needs_search", "search", postgresql_using="gin", postgresql_where=PUBLISHED),
        Index("ix_needs_remote", "id", postgresql_where=PUBLISHED_REMOTE),
        Index("ix_needs_published_at", "published_at", "id", postgresql_where=PUBLISHED),
    )

    id: Mapped[Id]
    association_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Association.id), index=True)
    title: Mapped[str]
    summary: Mapped[str]
    description: Mapped[str] = mapped_column(comment="Markdown")
    lang: Mapped[str] = mapped_column(server_default="da")
    tasks: Mapped[TextArray]
    benefits: Mapped[TextArray]
    requirements: Mapped[TextArray]
    skills: Mapped[TextArray]
    languages: Mapped[TextArray]
    interests: Mapped[TextArray]
    helps: Mapped[str | None]
    commitment: Mapped[str]
    pattern: Mapped[list[dict[str, str]]] = mapped_column(
        JSONB, server_default="[]", comment="recurring: weekday, starts, ends on a local clock"
    )
    slots: Mapped[TextArray]
    hours_per_week: Mapped[Decimal | None]
    from_day: Mapped[date | None]
    until_day: Mapped[date | None]
    address: Mapped[str | None]
    wanted: Mapped[int]
    taken: Mapped[int] = mapped_column(server_default="0")
    minimum_age: Mapped[int | None]
    children_under_15: Mapped[bool]
    step_free: Mapped[bool | None]
    public_transport: Mapped[str | None]
    intake: Mapped[str]
    takes_whole: Mapped[bool]
    contact: Mapped[dict[str, Any] | None] = mapped_column(
        JSONB(none_as_null=True), comment="a role's name, email, phone; None: the association's"
    )
    deadline: Mapped[date | None]
    status: Mapped[str] = mapped_column(server_default="draft")
    unsaid: Mapped[TextArray] = mapped_column(
        comment="of a draft: which of place, commitment and wanted nobody has decided yet"
    )
    shown: Mapped[bool] = mapped_column(
        server_default="true", comment="false: hidden by staff, or its association is not public"
    )
    hidden_reason: Mapped[str | None] = mapped_column(comment="by staff, told to its managers")
    published_at: Mapped[Moment | None] = mapped_column(comment="since when it is new to people")
    renewed_at: Mapped[Moment | None] = mapped_column(
        comment="when its association last said that it is still wanted"
    )
    open_until: Mapped[Moment | None]
    expiry_told_at: Mapped[Moment | None] = mapped_column(
        comment="when its managers were told that it ends soon"
    )
    demo: Mapped[bool] = mapped_column(server_default="false")
    search: Mapped[Any] = mapped_column(
        SearchIndex, deferred=True, comment="the words it can be found by"
    )

    association: Mapped[Association] = relationship()


class NeedPlace(Base):
    """A town where a need is done."""

    __tablename__ = "need_places"

    need_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(Need.id, ondelete="CASCADE"), primary_key=True
    )
    place_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Place.id), primary_key=True, index=True)
    rank: Mapped[int]


class Shift(Base):
    """A dated slot of a need, with room for `capacity` people."""

    __tablename__ = "shifts"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="period"),
        CheckConstraint("capacity >= 1", name="capacity"),
        CheckConstraint("taken BETWEEN 0 AND capacity", name="taken"),
        CheckConstraint("minimum_crew BETWEEN 1 AND capacity", name="minimum_crew"),
        Index("ix_shifts_need_id_starts_at", "need_id", "starts_at"),
        Index("ix_shifts_starts_at", "starts_at", postgresql_where=text("cancelled_at IS NULL")),
    )

    id: Mapped[Id]
    need_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Need.id, ondelete="CASCADE"))
    starts_at: Mapped[Moment]
    ends_at: Mapped[Moment]
    capacity: Mapped[int]
    taken: Mapped[int] = mapped_column(server_default="0")
    minimum_crew: Mapped[int | None]
    changed_at: Mapped[Moment] = mapped_column(
        server_default=func.now(), comment="when its association last changed it"
    )
    cancelled_at: Mapped[Moment | None]
    reminded_for: Mapped[Moment | None] = mapped_column(
        comment="the start that who comes has been reminded of"
    )


class ImportedNeed(Base, Imported):
    """What a register last said of a need."""

    __tablename__ = "imported_needs"

    object_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(Need.id, ondelete="SET NULL"), index=True
    )

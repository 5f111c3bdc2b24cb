"""What is kept of associations, networks and initiatives."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from samspil.core.db import Base, Dated, Id, Moment, Words
from samspil.core.geo import Located
from samspil.core.registers import Imported
from samspil.core.words import SearchIndex
from samspil.places.models import Place

KINDS = ("association", "network", "initiative")
LANGUAGES = ("da", "en")


class Association(Base, Located, Dated):
    """Whoever organises volunteers.

    `interests` is an array rather than a table between: every list filters and shows it, and a
    word that is no longer in use does no harm. `search` is written by the service.
    """

    __tablename__ = "associations"
    __table_args__ = (
        CheckConstraint(f"kind IN {KINDS}", name="kind"),
        CheckConstraint(f"lang IN {LANGUAGES}", name="lang"),
        CheckConstraint("cvr ~ '^[0-9]{8}$'", name="cvr"),
        CheckConstraint("length(summary) <= 160", name="summary"),
        CheckConstraint("approved_until >= approved_from", name="approval_period"),
        Index("ix_associations_positions", "positions", postgresql_using="gist"),
        Index(
            "ix_associations_search",
            "search",
            postgresql_using="gin",
        ),
    )

    id: Mapped[Id]
    slug: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    name: Mapped[str]
    summary: Mapped[str]
    purpose: Mapped[str] = mapped_column(comment="Markdown")
    lang: Mapped[str] = mapped_column(server_default="da")
    cvr: Mapped[str | None]
    interests: Mapped[Words]
    address: Mapped[str | None]
    contact: Mapped[dict[str, Any]] = mapped_column(JSONB, comment="a role's name, email, phone")
    website: Mapped[str | None]
    languages: Mapped[Words]
    step_free: Mapped[bool | None]
    reply_days: Mapped[int | None] = mapped_column(comment="median days to a first answer")
    open_needs: Mapped[int] = mapped_column(
        server_default="0", comment="written by volunteering, which this domain does not know"
    )
    verified_at: Mapped[Moment | None]
    approved_from: Mapped[date | None]
    approved_until: Mapped[date | None]
    demo: Mapped[bool] = mapped_column(server_default="false")
    search: Mapped[Any] = mapped_column(
        SearchIndex, deferred=True, comment="the words it can be found by"
    )

    places: Mapped[list[Place]] = relationship(
        secondary="association_places", order_by="AssociationPlace.rank", viewonly=True
    )


class AssociationPlace(Base):
    """A town that an association works in."""

    __tablename__ = "association_places"

    association_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(Association.id, ondelete="CASCADE"), primary_key=True
    )
    place_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Place.id), primary_key=True, index=True)
    rank: Mapped[int]


class ImportedAssociation(Base, Imported):
    """What a register last said of an association."""

    __tablename__ = "imported_associations"

    object_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(Association.id, ondelete="SET NULL"), index=True
    )

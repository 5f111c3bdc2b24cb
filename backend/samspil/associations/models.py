"""The tables of associations, networks and initiatives."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from samspil.core.db import Base, Dated, Id, Moment, TextArray
from samspil.core.geo import Located
from samspil.people.models import Person
from samspil.places.models import Place
from samspil.registers.importing import Imported
from samspil.search.words import SearchIndex

KINDS = ("association", "network", "initiative")
LANGUAGES = ("da", "en")
STATES = ("pending", "public", "hidden", "merged")
ROLES = ("member", "manager")
PICTURE_STATES = ("preparing", "ready", "failed")


class Association(Base, Located, Dated):
    """Whoever organises volunteers.

    `interests` is an array rather than a table between: every list filters and shows it, and a
    word that is no longer in use does no harm. `search` is written by the service.

    One that people have registered is `pending` until staff have verified it; only `public` ones
    are found. A `merged` one has given everything to another, which its address leads to.
    """

    __tablename__ = "associations"
    __table_args__ = (
        CheckConstraint(f"kind IN {KINDS}", name="kind"),
        CheckConstraint(f"lang IN {LANGUAGES}", name="lang"),
        CheckConstraint("cvr ~ '^[0-9]{8}$'", name="cvr"),
        CheckConstraint("length(summary) <= 160", name="summary"),
        CheckConstraint("approved_until >= approved_from", name="approval_period"),
        CheckConstraint(f"status IN {STATES}", name="status"),
        CheckConstraint("(status = 'merged') = (merged_into_id IS NOT NULL)", name="merged"),
        CheckConstraint("(status = 'hidden') = (hidden_reason IS NOT NULL)", name="hidden"),
        Index("ix_associations_positions", "positions", postgresql_using="gist"),
        Index("ix_associations_search", "search", postgresql_using="gin"),
    )

    id: Mapped[Id]
    slug: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    name: Mapped[str]
    summary: Mapped[str]
    purpose: Mapped[str] = mapped_column(comment="Markdown")
    lang: Mapped[str] = mapped_column(server_default="da")
    cvr: Mapped[str | None]
    interests: Mapped[TextArray]
    address: Mapped[str | None]
    contact: Mapped[dict[str, Any]] = mapped_column(JSONB, comment="a role's name, email, phone")
    website: Mapped[str | None]
    languages: Mapped[TextArray]
    step_free: Mapped[bool | None]
    reply_days: Mapped[int | None] = mapped_column(comment="median days to a first answer")
    open_needs: Mapped[int] = mapped_column(
        server_default="0", comment="written by volunteering, which this domain does not know"
    )
    status: Mapped[str] = mapped_column(server_default="public")
    hidden_reason: Mapped[str | None] = mapped_column(comment="by staff, told to its managers")
    merged_into_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("associations.id"), index=True
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


class FormerSlug(Base):
    """An address that an association once had; it leads to the present one."""

    __tablename__ = "association_slugs"

    slug: Mapped[str] = mapped_column(primary_key=True)
    association_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(Association.id, ondelete="CASCADE"), index=True
    )


class Membership(Base):
    """A person's part in an association: one who belongs to it, or one who runs it."""

    __tablename__ = "memberships"
    __table_args__ = (CheckConstraint(f"role IN {ROLES}", name="role"),)

    association_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(Association.id, ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(Person.id, ondelete="CASCADE"), primary_key=True, index=True
    )
    role: Mapped[str]
    since: Mapped[Moment]


class Invitation(Base):
    """An open invitation by mail to take part; accepting it makes a membership of it."""

    __tablename__ = "invitations"
    __table_args__ = (
        CheckConstraint(f"role IN {ROLES}", name="role"),
        CheckConstraint("email = lower(email)", name="email"),
        Index("uq_invitations_association_id_email", "association_id", "email", unique=True),
    )

    id: Mapped[Id]
    association_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(Association.id, ondelete="CASCADE")
    )
    email: Mapped[str] = mapped_column(index=True)
    role: Mapped[str]
    invited_by_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(Person.id, ondelete="SET NULL"), index=True
    )
    created_at: Mapped[Moment]
    expires_at: Mapped[Moment]


class Claim(Base):
    """Somebody's word that they run an association that nobody here runs; staff decide."""

    __tablename__ = "claims"
    __table_args__ = (
        CheckConstraint("status IN ('open', 'accepted', 'declined')", name="status"),
        Index(
            "uq_claims_open",
            "association_id",
            "person_id",
            unique=True,
            postgresql_where=text("status = 'open'"),
        ),
        Index("ix_claims_association_id", "association_id"),
        Index("ix_claims_person_id", "person_id"),
    )

    id: Mapped[Id]
    association_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(Association.id, ondelete="CASCADE")
    )
    person_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Person.id, ondelete="CASCADE"))
    message: Mapped[str]
    status: Mapped[str] = mapped_column(server_default="open")
    created_at: Mapped[Moment]
    decided_at: Mapped[Moment | None]
    decided_by_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(Person.id, ondelete="SET NULL"), index=True
    )


class ChildCheckDeclaration(Base):
    """An association's word, for a year, that it obtains the child-protection certificates."""

    __tablename__ = "child_check_declarations"

    association_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(Association.id, ondelete="CASCADE"), primary_key=True
    )
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    made_at: Mapped[Moment]
    made_by_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(Person.id, ondelete="SET NULL"), index=True
    )


class Merge(Base):
    """An association that was given to another, and all it takes to give it back."""

    __tablename__ = "association_merges"

    id: Mapped[Id]
    source_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(Association.id, ondelete="CASCADE"), unique=True
    )
    target_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(Association.id, ondelete="CASCADE"), index=True
    )
    made_at: Mapped[Moment]
    made_by_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(Person.id, ondelete="SET NULL"), index=True
    )
    record: Mapped[dict[str, Any]] = mapped_column(
        JSONB, comment="keys of rows that were moved, copies of rows that were dropped"
    )


class AssociationPicture(Base):
    """A picture that an association shows, once it is ready; its files are kept by its id."""

    __tablename__ = "association_pictures"
    __table_args__ = (
        CheckConstraint("length(alt) BETWEEN 1 AND 300", name="alt"),
        CheckConstraint("status IN ('preparing', 'ready', 'failed')", name="status"),
        Index("ix_association_pictures_association_id", "association_id", "rank"),
    )

    id: Mapped[Id]
    association_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(Association.id, ondelete="CASCADE")
    )
    rank: Mapped[int]
    alt: Mapped[str] = mapped_column(comment="what it shows, for who cannot see it")
    width: Mapped[int] = mapped_column(comment="of the largest variant, in pixels")
    height: Mapped[int]
    status: Mapped[str] = mapped_column(server_default="ready")
    uploaded_by_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(Person.id, ondelete="SET NULL"), index=True
    )
    created_at: Mapped[Moment]


class ImportedAssociation(Base, Imported):
    """What a register last said of an association."""

    __tablename__ = "imported_associations"

    object_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(Association.id, ondelete="SET NULL"), index=True
    )

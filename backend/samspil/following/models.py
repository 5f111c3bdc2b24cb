"""What is kept of searches that people want to be told of."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, UniqueConstraint, Uuid
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from samspil.associations.models import Association
from samspil.core.db import Base, Dated, Id, Moment
from samspil.needs.models import Need
from samspil.people.models import Person

FREQUENCIES = ("daily", "weekly", "never")


class SavedSearch(Base, Dated):
    """A search for needs that somebody keeps, and how often they are told what is new in it."""

    __tablename__ = "saved_searches"
    __table_args__ = (CheckConstraint(f"frequency IN {FREQUENCIES}", name="frequency"),)

    id: Mapped[Id]
    person_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(Person.id, ondelete="CASCADE"), index=True
    )
    name: Mapped[str]
    filters: Mapped[dict[str, Any]] = mapped_column(
        JSONB, comment="as the search for needs takes them; a position rounded to about 100 m"
    )
    frequency: Mapped[str]
    told_until: Mapped[Moment] = mapped_column(comment="what was published by then is no news")


class Alert(Base):
    """A day's mail to one person of what is new in their searches: there is never a second one."""

    __tablename__ = "search_alerts"

    person_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(Person.id, ondelete="CASCADE"), primary_key=True
    )
    day: Mapped[date] = mapped_column(primary_key=True, comment="in Denmark")
    token_hash: Mapped[bytes] = mapped_column(
        LargeBinary, unique=True, comment="SHA-256 of the secret in the link that ends them"
    )
    search_ids: Mapped[list[uuid.UUID]] = mapped_column(
        ARRAY(Uuid), comment="the searches that its link ends; no key: they may be gone"
    )
    sent_at: Mapped[Moment]


# What is kept of what people like.


class Favourite(Base):
    """A need or an association that somebody wants to find again."""

    __tablename__ = "favourites"
    __table_args__ = (
        CheckConstraint("num_nonnulls(need_id, association_id) = 1", name="one_thing"),
        UniqueConstraint("person_id", "need_id"),
        UniqueConstraint("person_id", "association_id"),
    )

    id: Mapped[Id]
    person_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Person.id, ondelete="CASCADE"))
    need_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(Need.id, ondelete="CASCADE"), index=True
    )
    association_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(Association.id, ondelete="CASCADE"), index=True
    )
    created_at: Mapped[Moment]


# What is kept of personal calendar feeds.


class CalendarFeed(Base):
    """A secret address under which a person's calendar can be read; one for each person."""

    __tablename__ = "calendar_feeds"
    __table_args__ = (UniqueConstraint("secret"),)

    person_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Person.id), primary_key=True)
    secret: Mapped[bytes] = mapped_column(comment="SHA-256 of what is in its address")
    made_at: Mapped[Moment]
    fetched_on: Mapped[date | None] = mapped_column(comment="the last day, no closer")

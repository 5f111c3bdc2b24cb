"""Tables of people: accounts, profiles, consents, sessions and mailed links."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any, Final

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from samspil.core.auth import AREAS
from samspil.core.db import Base, Dated, Id, Moment, TextArray
from samspil.core.geo import Shape
from samspil.core.language import LANGUAGES
from samspil.core.time import PARTS_OF_DAY, WEEKDAYS
from samspil.places.models import Place

# Half days in which somebody may have time: "tue-evening".
HALF_DAYS: Final = tuple(f"{day}-{part}" for day in WEEKDAYS for part in PARTS_OF_DAY)
# What a person may say yes to, each by itself; nothing is on until they do.
OPTIONAL: Final = ("asked_for_needs", "news_by_mail", "shown_as_member")


def _array_of(words: tuple[str, ...]) -> str:
    return f"ARRAY[{', '.join(repr(word) for word in words)}]"


class Interest(Base):
    """Something people like to do; associations and needs are marked with the same words."""

    __tablename__ = "interests"

    slug: Mapped[str] = mapped_column(primary_key=True)
    label_da: Mapped[str]
    label_en: Mapped[str]
    rank: Mapped[int]


class Person(Base, Dated):
    """Somebody with an account, or whose name and address came with a guest's sign-up.

    Erasing blanks the row and keeps its id, so that what others need stays whole.
    """

    __tablename__ = "people"
    __table_args__ = (
        CheckConstraint("email = lower(email)", name="email"),
        CheckConstraint("(erased_at IS NULL) = (email IS NOT NULL)", name="erased"),
        CheckConstraint(f"language IN {LANGUAGES}", name="language"),
        CheckConstraint(f"areas <@ {_array_of(AREAS)}", name="areas"),
    )

    id: Mapped[Id]
    email: Mapped[str | None] = mapped_column(unique=True)
    name: Mapped[str]
    password_hash: Mapped[str | None] = mapped_column(comment="argon2id; none: links only")
    language: Mapped[str] = mapped_column(server_default="da")
    verified_at: Mapped[Moment | None] = mapped_column(comment="when the address was confirmed")
    guardian_email: Mapped[str | None] = mapped_column(comment="of somebody under 15")
    guardian_consented_at: Mapped[Moment | None]
    administrator: Mapped[bool] = mapped_column(server_default="false")
    areas: Mapped[TextArray] = mapped_column(comment="what a municipal employee is in charge of")
    erased_at: Mapped[Moment | None]
    demo: Mapped[bool] = mapped_column(server_default="false")


class Profile(Base, Dated):
    """What a volunteer has told of themselves; all of it optional."""

    __tablename__ = "profiles"
    __table_args__ = (
        CheckConstraint(f"availability <@ {_array_of(HALF_DAYS)}", name="availability"),
        CheckConstraint("available_until >= available_from", name="available"),
        CheckConstraint("max_distance_m BETWEEN 500 AND 50000", name="max_distance"),
        CheckConstraint("birth_year BETWEEN 1900 AND 2100", name="birth_year"),
        Index("ix_profiles_home", "home", postgresql_using="gist"),
    )

    person_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(Person.id, ondelete="CASCADE"), primary_key=True
    )
    home_place_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey(Place.id), index=True)
    home: Mapped[Any | None] = mapped_column(
        Shape("POINT"), comment="the town's point, or their own rounded to about 100 m"
    )
    about: Mapped[str] = mapped_column(server_default="")
    interests: Mapped[TextArray]
    skills: Mapped[TextArray]
    languages: Mapped[TextArray]
    availability: Mapped[TextArray]
    available_from: Mapped[date | None]
    available_until: Mapped[date | None]
    max_distance_m: Mapped[int | None]
    birth_year: Mapped[int | None]


class OptionalConsent(Base):
    """A yes to one optional thing; taking it back ends the row, and a new yes is a new one."""

    __tablename__ = "optional_consents"
    __table_args__ = (
        CheckConstraint(f"purpose IN {OPTIONAL}", name="purpose"),
        Index(
            "uq_optional_consents_standing",
            "person_id",
            "purpose",
            unique=True,
            postgresql_where=text("withdrawn_at IS NULL"),
        ),
        Index("ix_optional_consents_person_id", "person_id"),
    )

    id: Mapped[Id]
    person_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Person.id, ondelete="CASCADE"))
    purpose: Mapped[str]
    given_at: Mapped[Moment]
    withdrawn_at: Mapped[Moment | None]


class LoginSession(Base):
    """A family of tokens: one sign-in on one device, with each refresh a new token in it."""

    __tablename__ = "login_sessions"

    id: Mapped[Id]
    person_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(Person.id, ondelete="CASCADE"), index=True
    )
    refresh_hash: Mapped[bytes] = mapped_column(
        LargeBinary, comment="SHA-256 of the newest refresh token's id"
    )
    previous_hash: Mapped[bytes | None] = mapped_column(
        LargeBinary, comment="of the one before, until it has come twice"
    )
    device_hash: Mapped[bytes] = mapped_column(
        LargeBinary, server_default="", comment="SHA-256 of how the device names itself"
    )
    created_at: Mapped[Moment]
    used_at: Mapped[Moment]
    expires_at: Mapped[Moment]
    ended_at: Mapped[Moment | None]
    end_reason: Mapped[str | None] = mapped_column(comment="signed-out, everywhere, reused, …")


class Link(Base):
    """A secret that is mailed: opening it shows what it would do, its button does it, once.

    Used, it is deleted. Asked for by somebody who need not be who they say, it waits for the job
    that finds out whose it is: until then `data` holds what was `asked`, and nobody its token.
    """

    __tablename__ = "links"

    id: Mapped[Id]
    purpose: Mapped[str]
    token_hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True, comment="SHA-256")
    person_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(Person.id, ondelete="CASCADE"), index=True
    )
    email: Mapped[str] = mapped_column(index=True, comment="where it was sent")
    data: Mapped[dict[str, Any]] = mapped_column(JSONB, server_default="{}")
    created_at: Mapped[Moment]
    expires_at: Mapped[Moment]

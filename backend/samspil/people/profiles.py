"""What people tell of themselves: profiles, interests and consents, all of it optional."""

from __future__ import annotations

import csv
import uuid
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, any_, func, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import InstrumentedAttribute, Session

from samspil.core import audit, geo, language, time
from samspil.core.auth import Actor
from samspil.core.db import new_id
from samspil.core.errors import Invalid, NotFound
from samspil.core.text import fold
from samspil.people import guardians, rules
from samspil.people.accounts import me
from samspil.people.locks import lock_if_there, lock_person
from samspil.people.models import OPTIONAL, Interest, OptionalConsent, Profile
from samspil.places import queries
from samspil.places.models import Place
from samspil.registers import cells
from samspil.registers.columns import Column, Fields

# Of a degree: about 100 metres.
HOME_DECIMALS: Final = 3


def profile_of(person_id: uuid.UUID) -> Select[Profile, Place | None]:
    """(profile, home town) of a person."""
    return (
        select(Profile, Place)
        .outerjoin(Place, Place.id == Profile.home_place_id)
        .where(Profile.person_id == person_id)
    )


def version(session: Session, actor: Actor) -> datetime:
    """When the profile was last changed; without one, when the account was made."""
    changed = session.scalar(select(Profile.updated_at).where(Profile.person_id == actor.id))
    return changed or me(session, actor).created_at


def save(session: Session, actor: Actor, values: Mapping[str, Any], now: datetime) -> None:
    """Keep a whole profile in place of the one before.

    `values` has every field of a profile; `home` is None, {"place": slug} or {"lat", "lon"};
    `guardian_email` is named by somebody who may be under 15.

    Raises:
        Invalid: a place or an interest does not exist, or a guardian is missing.
    """
    profile_values = dict(values)
    person = lock_person(session, actor.id)
    guardians.guardian_of(session, person, profile_values.pop("guardian_email"))
    year = profile_values["birth_year"]
    if year is not None and rules.may_be_under_15(year, time.local(now).date()):
        # Who mistypes a year is asked for a guardian, and sees it before anything is shut.
        guardians.must_be_named(person)
    _must_exist(session, profile_values["interests"])
    profile_values |= _home(session, profile_values.pop("home"))
    profile = session.get(Profile, actor.id)
    if profile is None:
        profile = Profile(person_id=actor.id)
        session.add(profile)
    for field, value in profile_values.items():
        setattr(profile, field, value)
    profile.updated_at = now
    audit.record(session, actor.id, "edit", "profile", actor.id)
    session.flush()  # what is read back is what the database keeps


def _home(session: Session, home: Mapping[str, Any] | None) -> dict[str, Any]:
    if home is None:
        return {"home_place_id": None, "home": None}
    if "place" not in home:
        lat, lon = (round(home[name], HOME_DECIMALS) for name in ("lat", "lon"))
        return {"home_place_id": None, "home": geo.point(lat, lon)}
    place = session.scalars(queries.by_slug(home["place"])).one_or_none()
    if place is None:
        raise Invalid.field("home.place", "field.no-such-place")
    return {"home_place_id": place.id, "home": place.position}


def _must_exist(session: Session, interests: list[str]) -> None:
    known = set(session.scalars(select(Interest.slug).where(Interest.slug.in_(interests))))
    unknown = [number for number, slug in enumerate(interests) if slug not in known]
    if unknown:
        raise Invalid.field(f"interests.{unknown[0]}", "field.no-such-interest")


# This floor knows no associations. Theirs gives, for a person's id,
# [{"slug", "name", "role", "status"}] of what they take part in.
MembershipSource = Callable[[Session, uuid.UUID], Sequence[dict[str, Any]]]

_membership_sources: list[MembershipSource] = []


def membership_source(source: MembershipSource) -> MembershipSource:
    """Register a function of a higher floor that knows memberships; a decorator."""
    _membership_sources.append(source)
    return source


def memberships_of(session: Session, person_id: uuid.UUID) -> list[dict[str, Any]]:
    """What a person takes part in, as `GET /me` shows it."""
    return [one for source in _membership_sources for one in source(session, person_id)]


# Interests: the list that everything is sorted by, its names, and a register's column of them.

LIST: Final = Path(__file__).with_name("interests.csv")
INTERESTS: Final = Column(
    "interests",
    "interesser",
    "By slug or by name, Danish or English, with | between",
    cells.many(str),
    empty=[],
    example="sport|nature",
)


def load_interests(session: Session) -> int:
    """Bring the interests up to date with the list; returns how many it holds."""
    with LIST.open(encoding="utf-8", newline="") as lines:
        rows = [
            {"slug": row["slug"], "label_da": row["da"], "label_en": row["en"], "rank": rank}
            for rank, row in enumerate(csv.DictReader(lines))
        ]
    statement = insert(Interest)
    changed = {name: statement.excluded[name] for name in ("label_da", "label_en", "rank")}
    session.execute(statement.on_conflict_do_update(index_elements=["slug"], set_=changed), rows)
    return len(rows)


def interest_terms(session: Session) -> dict[str, str]:
    """Each interest's names in both languages, for finding things by them."""
    rows = session.execute(select(Interest.slug, Interest.label_da, Interest.label_en))
    return {slug: f"{da} {en}" for slug, da, en in rows}


def interest_names(slugs: Any) -> ColumnElement[str]:
    """The names of a row's interests in both languages, as `interest_terms` gives them."""
    both = func.concat(Interest.label_da, " ", Interest.label_en)
    named = select(func.string_agg(both, " ")).where(Interest.slug == any_(slugs))
    return named.correlate_except(Interest).scalar_subquery().label("interest_names")


def interest_label() -> InstrumentedAttribute[str]:
    """The interest's name in the reader's language."""
    return Interest.label_en if language.current.get() == "en" else Interest.label_da


def interests() -> Select[str, str]:
    """(slug, label) in their fixed order."""
    return select(Interest.slug, interest_label()).order_by(Interest.rank)


class Interests:
    """Interests by slug and by both names."""

    def __init__(self, session: Session) -> None:
        self.words = interest_terms(session)
        self._slugs = {
            fold(name): row.slug
            for row in session.scalars(select(Interest))
            for name in (row.slug, row.label_da, row.label_en)
        }

    def read(self, values: Fields) -> list[str]:
        """Turn the names of a row's interests into slugs; returns what is wrong."""
        reasons, slugs = [], []
        for name in values.get("interests") or []:
            slug = self._slugs.get(fold(name))
            if slug is None:
                reasons.append(f"interests: there is no interest {name[:40]!r}")
            else:
                slugs.append(slug)
        if "interests" in values:
            values["interests"] = list(dict.fromkeys(slugs))
        return reasons


# Consent to optional things: each by itself, off until somebody says yes, ended as easily.


def consents_of(person_id: uuid.UUID) -> Select[str, datetime]:
    """(purpose, given_at) of what a person says yes to now."""
    return (
        select(OptionalConsent.purpose, OptionalConsent.given_at)
        .where(OptionalConsent.person_id == person_id, OptionalConsent.withdrawn_at.is_(None))
        .order_by(OptionalConsent.purpose)
    )


def consent(session: Session, actor: Actor, purpose: str, now: datetime) -> None:
    """Say yes; a second time changes nothing.

    Raises:
        NotFound: there is nothing of that name to say yes to.
    """
    _must_be_optional(purpose)
    lock_person(session, actor.id)
    given = session.execute(
        insert(OptionalConsent)
        .values(id=new_id(), person_id=actor.id, purpose=purpose, given_at=now)
        .on_conflict_do_nothing(
            index_elements=["person_id", "purpose"], index_where=text("withdrawn_at IS NULL")
        )
        .returning(OptionalConsent.id)
    )
    if given.first() is not None:
        audit.record(session, actor.id, "consent", "person", actor.id, purpose=purpose)


def withdraw(session: Session, actor: Actor, purpose: str, now: datetime) -> None:
    """Take a yes back; without one nothing changes.

    Raises:
        NotFound: there is nothing of that name to say yes to.
    """
    _must_be_optional(purpose)
    _end(session, actor.id, purpose, now, by=actor.id)


def withdraw_by_link(session: Session, person_id: uuid.UUID, purpose: str, now: datetime) -> None:
    """The same by a mail's link, which knows no session; nothing of somebody who is erased."""
    _end(session, person_id, purpose, now, by=None)


def _end(
    session: Session, person_id: uuid.UUID, purpose: str, now: datetime, *, by: uuid.UUID | None
) -> None:
    if lock_if_there(session, person_id) is None:
        return
    ended = session.execute(
        update(OptionalConsent)
        .where(
            OptionalConsent.person_id == person_id,
            OptionalConsent.purpose == purpose,
            OptionalConsent.withdrawn_at.is_(None),
        )
        .values(withdrawn_at=now)
        .returning(OptionalConsent.id)
    )
    if ended.first() is not None:
        audit.record(session, by, "withdraw-consent", "person", person_id, purpose=purpose)


def _must_be_optional(purpose: str) -> None:
    if purpose not in OPTIONAL:
        raise NotFound

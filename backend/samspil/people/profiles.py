"""Volunteers' profiles, all of it optional and none of it exact; memberships for `GET /me`."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from samspil.core import audit, geo, time
from samspil.core.auth import Actor
from samspil.core.errors import Invalid
from samspil.people import guardians, rules
from samspil.people.accounts import me
from samspil.people.locks import lock_person
from samspil.people.models import Interest, Profile
from samspil.places import queries as places
from samspil.places.models import Place

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
    place = session.scalars(places.by_slug(home["place"])).one_or_none()
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

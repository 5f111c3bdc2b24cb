"""Which saved searches, who is due a mail, and what is new."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Float, Select, cast, exists, null, or_, select
from sqlalchemy.orm import Session

from samspil.associations.models import Association
from samspil.core import geo
from samspil.core.db import AnySelect
from samspil.following.searches.models import Alert, SavedSearch
from samspil.following.searches.rules import MOST_LISTED, Morning
from samspil.needs.models import Need, NeedPlace
from samspil.needs.queries import Filters, open_needs
from samspil.people.models import Person
from samspil.places.models import Place
from samspil.places.queries import origin_of_search, place_refs
from samspil.search import near as search
from samspil.signups.models import OPEN_STATES, Signup

# One more than a mail can list tells that there are more.
MOST_READ: Final = MOST_LISTED + 1


def of_person(person_id: uuid.UUID) -> Select[SavedSearch]:
    """Somebody's searches, newest first."""
    return (
        select(SavedSearch)
        .where(SavedSearch.person_id == person_id)
        .order_by(SavedSearch.created_at.desc(), SavedSearch.id.desc())
    )


def towns_of(session: Session, found: Iterable[SavedSearch]) -> dict[str, str]:
    """The names of the towns that searches are made around, by their slugs."""
    slugs = {saved.filters["place"] for saved in found if "place" in saved.filters}
    places = session.scalars(select(Place).where(Place.slug.in_(slugs)))
    return {place.slug: place.name for place in places}


def due(morning: Morning) -> Select[uuid.UUID]:
    """Who may have news this morning, and has had no mail today."""
    had_theirs = exists().where(Alert.person_id == Person.id, Alert.day == morning.day)
    waits = _waits(morning).where(SavedSearch.person_id == Person.id).exists()
    return select(Person.id).where(waits, can_be_told(), ~had_theirs)


def waiting(person_id: uuid.UUID, morning: Morning) -> Select[SavedSearch]:
    """Somebody's searches that are due."""
    return (
        _waits(morning)
        .where(SavedSearch.person_id == person_id)
        .order_by(SavedSearch.id)
        .execution_options(populate_existing=True)
    )


def _waits(morning: Morning) -> Select[SavedSearch]:
    return select(SavedSearch).where(
        SavedSearch.frequency.in_(morning.frequencies), SavedSearch.told_until < morning.until
    )


def can_be_told() -> ColumnElement[bool]:
    """Whether somebody may get mails that they can do without: their address is theirs."""
    no_guardian_needed = or_(
        Person.guardian_email.is_(None), Person.guardian_consented_at.is_not(None)
    )
    return Person.erased_at.is_(None) & Person.verified_at.is_not(None) & no_guardian_needed


def news(found: SavedSearch, until: datetime, now: datetime) -> AnySelect:
    """The open needs that a search finds, published since it was told of; nearest first.

    Columns: id, title, association, metres, remote, vague, places. What its person has signed up
    for is no news to them.
    """
    kept: Mapping[str, Any] = found.filters
    filters, table = Filters.of(kept), open_needs(now)
    origin = origin_of_search(kept)
    near = None if origin is None else (origin, kept.get("radius_m", geo.DEFAULT_RADIUS_M))
    apart = null() if origin is None else origin.metres_to(origin.plane_distance(Need.positions))
    metres = cast(apart, Float).label("metres")
    theirs = exists().where(
        Signup.need_id == Need.id,
        Signup.person_id == found.person_id,
        Signup.status.in_(OPEN_STATES),
    )
    return (
        select(
            Need.id,
            Need.title,
            Association.name.label("association"),
            metres,
            Need.positions.is_(None).label("remote"),
            (Need.position_accuracy == "town").label("vague"),
            place_refs(NeedPlace, NeedPlace.need_id == Need.id).label("places"),
        )
        .join(Association, Association.id == Need.association_id)
        .where(
            *table.visible,
            search.located(table, near, placed=filters.placed, remote=filters.from_home),
            *filters.conditions(),
            Need.published_at > found.told_until,
            Need.published_at <= until,
            ~theirs,
        )
        .order_by(metres.nulls_last(), Need.published_at.desc(), Need.id)
        .limit(MOST_READ)
    )

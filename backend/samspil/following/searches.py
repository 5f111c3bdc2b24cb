"""Saved searches: what people keep, change and delete, and what is new in them."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import chain, zip_longest
from typing import Any, Final, Protocol, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Float, Select, cast, exists, func, null, or_, select, update
from sqlalchemy.orm import Session

from samspil.associations.models import Association
from samspil.core import audit, geo
from samspil.core.auth import Actor
from samspil.core.db import AnySelect, add_once, new_id
from samspil.core.errors import Conflict, Invalid, NotFound, RuleBroken
from samspil.core.language import text
from samspil.core.time import at_local, local, weekday_of
from samspil.following.models import Alert, SavedSearch
from samspil.needs.models import Need, NeedPlace
from samspil.needs.queries import Filters, open_needs
from samspil.people.locks import lock_person
from samspil.people.models import Person
from samspil.places.models import Place
from samspil.places.queries import origin_of_search, place_refs
from samspil.search import near as search
from samspil.signups.models import OPEN_STATES, Signup

KIND = "saved-search"


def save(session: Session, actor: Actor, given: Mapping[str, Any], now: datetime) -> SavedSearch:
    """Keep a search; its news begin now. The same id again is the search that it made.

    Raises:
        Invalid: there is no such place.
        RuleBroken: the person has as many as one may have.
        Conflict: the id is another search's.
    """
    lock_person(session, actor.id)
    before = None if given.get("id") is None else session.get(SavedSearch, given["id"])
    if before is not None:
        if before.person_id != actor.id:
            raise Conflict
        return before
    mine = select(func.count()).where(SavedSearch.person_id == actor.id)
    if session.scalars(mine).one() >= MOST_SEARCHES:
        raise RuleBroken("most-searches", most=MOST_SEARCHES)
    saved = SavedSearch(
        id=given.get("id") or new_id(),
        person_id=actor.id,
        name=given["name"],
        filters=_rounded(session, given["filters"]),
        frequency=given["frequency"],
        told_until=now,
    )
    add_once(session, saved)
    audit.record(session, actor.id, "save", KIND, saved.id, frequency=saved.frequency)
    return saved


def lock_own(session: Session, actor: Actor, search_id: uuid.UUID) -> SavedSearch:
    """One of somebody's own searches, locked until the transaction ends.

    Raises:
        NotFound: they have none of this id.
    """
    lock_person(session, actor.id)
    found = session.scalars(
        select(SavedSearch)
        .where(SavedSearch.id == search_id, SavedSearch.person_id == actor.id)
        .execution_options(populate_existing=True)
    ).one_or_none()
    if found is None:
        raise NotFound
    return found


def change(
    session: Session, actor: Actor, saved: SavedSearch, given: Mapping[str, Any], now: datetime
) -> None:
    """Change what a search is called, what it finds or how often it is told of.

    Told of again after a pause, it tells what comes from now on, and no older mail's link ends it.

    Raises:
        Invalid: there is no such place.
    """
    if "filters" in given:
        saved.filters = _rounded(session, given["filters"])
    if saved.frequency == "never" and given.get("frequency", "never") != "never":
        saved.told_until = now
        _end_links(session, saved)
    saved.name = given.get("name", saved.name)
    saved.frequency = given.get("frequency", saved.frequency)
    audit.record(session, actor.id, "edit", KIND, saved.id, fields=sorted(given))
    session.flush()  # what is read back is what the database keeps
    session.refresh(saved)


def delete(session: Session, actor: Actor, saved: SavedSearch) -> None:
    """Forget a search."""
    audit.record(session, actor.id, "delete", KIND, saved.id)
    session.delete(saved)


def _rounded(session: Session, filters: Mapping[str, Any]) -> dict[str, Any]:
    """What is kept of a search: a position is made coarse before it is."""
    if "place" in filters:
        known = select(Place.id).where(Place.slug == filters["place"])
        if session.scalar(known) is None:
            raise Invalid({"filters.place": [text("field.no-such-place")]})
    coarse = {
        name: round(filters[name], POSITION_DECIMALS) for name in ("lat", "lon") if name in filters
    }
    return {**filters, **coarse}


def _end_links(session: Session, saved: SavedSearch) -> None:
    session.execute(
        update(Alert)
        .where(Alert.person_id == saved.person_id)
        .values(search_ids=func.array_remove(Alert.search_ids, saved.id))
    )


# When searches are told of, and what of.

MOST_SEARCHES: Final = 20
MOST_LISTED: Final = 10
POSITION_DECIMALS: Final = 3  # of a degree: about 100 metres

# Mails go at seven on a Danish clock. What failed or was missed then is made up for until ten.
MORNING: Final = range(7, 10)
# The same at every try of the morning, and so long before it that what was published by then is
# committed: else it would be news neither today nor tomorrow.
CLOSES: Final = time(6, 45)


class HasId(Protocol):
    """What can be news in several searches at once."""

    @property
    def id(self) -> UUID:
        """By which it is known again."""


Some = TypeVar("Some", bound=HasId)


@dataclass(frozen=True, slots=True)
class Morning:
    """A day on which mails may go: which frequencies are due, and what is news at the latest."""

    day: date
    until: datetime
    frequencies: tuple[str, ...]


def morning_of(now: datetime) -> Morning | None:
    """The morning that it is; None at other hours."""
    clock = local(now)
    if clock.hour not in MORNING:
        return None
    day = clock.date()
    weekly = ("weekly",) if weekday_of(day) == "mon" else ()
    return Morning(day, at_local(day, CLOSES), ("daily", *weekly))


def interleaved(found: Sequence[Sequence[Some]]) -> list[tuple[int, Some]]:
    """What several searches have found, each thing once, the best of each search first.

    Returns pairs of the search's place and what it found.
    """
    columns = zip_longest(*([(at, one) for one in rows] for at, rows in enumerate(found)))
    met = (pair for pair in chain.from_iterable(columns) if pair is not None)
    return list(_first_of_each(met))


def _first_of_each(met: Iterable[tuple[int, Some]]) -> Iterable[tuple[int, Some]]:
    seen: set[UUID] = set()
    for at, one in met:
        if one.id not in seen:
            seen.add(one.id)
            yield at, one


# Which saved searches, who is due a mail, and what is new.

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
    return select(Person.id).where(waits, may_be_mailed(), ~had_theirs)


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


def may_be_mailed() -> ColumnElement[bool]:
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
    filters, table = Filters.of(kept, now), open_needs(now)
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

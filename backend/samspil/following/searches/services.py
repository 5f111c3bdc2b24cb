"""Keep searches, change them, let them go."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from samspil.core import audit
from samspil.core.auth import Actor
from samspil.core.db import new_id
from samspil.core.errors import Conflict, Invalid, NotFound, RuleBroken
from samspil.core.language import text
from samspil.following.searches.models import Alert, SavedSearch
from samspil.following.searches.rules import MOST_SEARCHES, POSITION_DECIMALS
from samspil.people.locks import lock_person
from samspil.places.models import Place

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
        filters=_kept(session, given["filters"]),
        frequency=given["frequency"],
        told_until=now,
    )
    session.add(saved)
    session.flush()  # the database dates it
    audit.record(session, actor.id, "save", KIND, saved.id, frequency=saved.frequency)
    return saved


def mine(session: Session, actor: Actor, search_id: uuid.UUID) -> SavedSearch:
    """One of somebody's own searches, in their turn: nothing else changes it meanwhile.

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
        saved.filters = _kept(session, given["filters"])
    if saved.frequency == "never" and given.get("frequency", "never") != "never":
        saved.told_until = now
        _end_links(session, saved)
    saved.name = given.get("name", saved.name)
    saved.frequency = given.get("frequency", saved.frequency)
    audit.record(session, actor.id, "edit", KIND, saved.id, fields=sorted(given))
    session.flush()  # what is read back is what the database keeps
    session.refresh(saved)


def let_go(session: Session, actor: Actor, saved: SavedSearch) -> None:
    """Forget a search."""
    audit.record(session, actor.id, "delete", KIND, saved.id)
    session.delete(saved)


def _kept(session: Session, filters: Mapping[str, Any]) -> dict[str, Any]:
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

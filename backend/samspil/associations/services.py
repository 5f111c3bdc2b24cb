"""Adding associations, and the addresses of their pages."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from samspil.associations.models import Association, AssociationPlace, FormerSlug
from samspil.core import geo
from samspil.core.db import new_id
from samspil.core.domain import Event
from samspil.core.errors import Invalid
from samspil.core.text import free_slug, slugify
from samspil.people.profiles import interest_terms
from samspil.places.models import Place
from samspil.places.queries import on_the_map
from samspil.search.words import Findable, search_index

# Pages of ours that stand where an association's would.
RESERVED = frozenset({"ny", "new"})


def add_association(
    session: Session,
    values: Mapping[str, Any],
    places: Sequence[Place],
    position: geo.LatLon | None,
) -> Association:
    """Add an association that works in `places`.

    Args:
        session: the transaction.
        values: the columns people write.
        places: its towns, the main one first.
        position: (lat, lon) of its house; None puts it at its towns.
    """
    association = Association(**{"id": new_id(), **values})
    association.positions, association.position_accuracy = on_the_map(
        places, [] if position is None else [position]
    )
    association.search = search_index(
        session, findable_by(association, places, interest_terms(session))
    )
    session.add(association)
    session.flush()  # its towns refer to it
    session.add_all(
        AssociationPlace(association_id=association.id, place_id=place.id, rank=rank)
        for rank, place in enumerate(places)
    )
    return association


def findable_by(
    association: Association, places: Sequence[Place], words: Mapping[str, str]
) -> Findable:
    """The texts an association is found by; `words` are the interests' names."""
    interests = (words[interest] for interest in association.interests)
    return Findable(
        title=association.name,
        named=[*interests, *(place.name for place in places)],
        summary=association.summary,
        text=[association.purpose],
    )


def slug_for(session: Session, name: str) -> str:
    """A free slug for a new association of this name, which nobody else takes meanwhile."""
    _queue(session)
    beginning = f"{slugify(name)[:80] or 'x'}%"
    now = select(Association.slug).where(Association.slug.like(beginning))
    before = select(FormerSlug.slug).where(FormerSlug.slug.like(beginning))
    return free_slug(name, {*RESERVED, *session.scalars(now), *session.scalars(before)})


def taken_slugs(session: Session) -> set[str]:
    """All that are, or were, an association's, for who adds many."""
    now, before = (
        session.scalars(select(Association.slug)),
        session.scalars(select(FormerSlug.slug)),
    )
    return {*RESERVED, *now, *before}


def change_slug(session: Session, association: Association, slug: str) -> None:
    """Give an association another address; the old one leads to it.

    Raises:
        Invalid: the address is, or was, another one's.
    """
    if slug == association.slug:
        return
    _queue(session)
    former = session.get(FormerSlug, slug)
    taken = session.scalar(select(Association.id).where(Association.slug == slug)) is not None
    others = former is not None and former.association_id != association.id
    if taken or others or slug in RESERVED:
        raise Invalid.field("slug", "field.association.slug-taken")
    session.execute(delete(FormerSlug).where(FormerSlug.slug == slug))
    session.add(FormerSlug(slug=association.slug, association_id=association.id))
    association.slug = slug


def _queue(session: Session) -> None:
    """Let one transaction choose at a time; the unique constraint is for who does not queue."""
    session.execute(
        select(func.pg_advisory_xact_lock(func.hashtextextended("samspil association slugs", 0)))
    )


# What associations tell the floors above them.


@dataclass(frozen=True, slots=True)
class Renamed(Event):
    """An association is called something else: what can be found by its name must follow."""

    association_id: uuid.UUID


@dataclass(frozen=True, slots=True)
class VisibilityChanged(Event):
    """An association has become public or is so no more; what it owns follows."""

    association_id: uuid.UUID


@dataclass(frozen=True, slots=True)
class Merged(Event):
    """An association has given all that it had to another."""

    source_id: uuid.UUID
    target_id: uuid.UUID

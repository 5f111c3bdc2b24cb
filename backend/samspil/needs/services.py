"""What happens to needs."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Select, and_, func, select, update
from sqlalchemy.orm import Session

from samspil.associations.models import Association
from samspil.associations.queries import PUBLIC
from samspil.core import geo
from samspil.core.db import new_id
from samspil.core.language import Texts, text
from samspil.needs import queries, rules
from samspil.needs.models import Need, NeedPlace, Shift
from samspil.people.profiles import interest_terms
from samspil.places.models import Place
from samspil.places.queries import on_the_map
from samspil.search.words import Findable, search_index


def publish_need(
    session: Session,
    association: Association,
    values: Mapping[str, Any],
    places: Sequence[Place],
    positions: Sequence[geo.LatLon],
    shifts: Sequence[Mapping[str, Any]],
    now: datetime,
) -> Need:
    """Write a need and publish it.

    Args:
        session: the transaction.
        association: whose need it is.
        values: the columns people write.
        places: the towns where it is done; none: it is done from home.
        positions: (lat, lon) of the exact spots; none: the towns' points.
        shifts: starts_at, ends_at, capacity, taken, minimum_crew of each.
        now: when it is published, unless `values` say.
    """
    need = Need(id=new_id(), association_id=association.id, status="published", **values)
    need.shown = session.scalars(_is_public(association)).one()
    need.published_at = need.published_at or now
    need.positions, need.position_accuracy = on_the_map(places, positions)
    set_times(need, [(shift["starts_at"], shift["ends_at"]) for shift in shifts])
    need.search = search_index(
        session, findable_by(need, association.name, places, interest_terms(session))
    )
    session.add(need)
    session.flush()  # its towns and shifts refer to it
    session.add_all(
        NeedPlace(need_id=need.id, place_id=place.id, rank=rank)
        for rank, place in enumerate(places)
    )
    session.add_all(Shift(need_id=need.id, **shift) for shift in shifts)
    return need


def _is_public(association: Association) -> Select[bool]:
    """Whether anybody may see it; it stays so until the transaction ends."""
    return select(PUBLIC).where(Association.id == association.id).with_for_update(read=True)


def set_times(need: Need, shifts: Sequence[tuple[datetime, datetime]]) -> None:
    """Derive when a published need is on, and until when it is open, from all its shifts."""
    need.slots = rules.in_order(
        rules.slots_of_pattern(need.pattern) + rules.slots_of_shifts(starts for starts, _ in shifts)
    )
    need.open_until = open_until(need, shifts, need.deadline)


def open_until(
    need: Need, shifts: Sequence[tuple[datetime, datetime]], deadline: date | None
) -> datetime | None:
    """When a need's time is over, or the deadline if that comes first; None for a draft."""
    said_last = need.renewed_at or need.published_at
    if said_last is None:
        return None
    last = max((ends for _, ends in shifts), default=None)
    over = rules.over_at(need.commitment, last, need.from_day, need.until_day)
    return rules.open_until(said_last, deadline, over)


def findable_by(
    need: Need, association: str, places: Sequence[Place], words: Mapping[str, str]
) -> Findable:
    """The texts a need is found by; `words` are the interests' names."""
    interests = (words[interest] for interest in need.interests)
    return Findable(
        title=need.title,
        named=[association, *interests, *(place.name for place in places)],
        summary=need.summary,
        text=[need.description, *need.tasks, *need.skills, need.helps],
    )


def count_open_needs(
    session: Session, now: datetime, of: Sequence[uuid.UUID] | None = None
) -> None:
    """Write associations' numbers of open needs where their own domain shows them.

    Args:
        session: the transaction.
        now: which needs are open.
        of: the ids of the associations; all of them where none are given.
    """
    open_now = (
        select(func.count())
        .where(Need.association_id == Association.id, *queries.open_needs(now).visible)
        .scalar_subquery()
    )
    counted = (
        update(Association)
        .where(Association.open_needs != open_now)
        .values(open_needs=open_now, updated_at=Association.updated_at)
    )
    session.execute(counted if of is None else counted.where(Association.id.in_(of)))


def show_as_association(session: Session, association_id: uuid.UUID) -> None:
    """Let an association's needs be seen while it is, but for those that staff have hidden.

    What else they are does not change: shown again, each is as it was.
    """
    public = select(PUBLIC).where(Association.id == Need.association_id).scalar_subquery()
    shown = and_(public, Need.hidden_reason.is_(None))
    session.execute(
        update(Need)
        .where(Need.association_id == association_id, Need.shown != shown)
        .values(shown=shown, updated_at=Need.updated_at)
    )


def move_needs(session: Session, source_id: uuid.UUID, target_id: uuid.UUID) -> None:
    """Give all needs of one association to another."""
    session.execute(
        update(Need)
        .where(Need.association_id == source_id)
        .values(association_id=target_id, updated_at=Need.updated_at)
    )


def reindex_needs(session: Session, association_id: uuid.UUID) -> None:
    """Let an association's needs be found by what they and their association say now.

    Drafts are found by nothing until they are published.
    """
    found = session.execute(
        select(Need, Association.name)
        .join(Association, Association.id == Need.association_id)
        .where(Need.association_id == association_id, Need.status != "draft")
        .order_by(Need.id)
        .execution_options(populate_existing=True)
    ).all()
    places = _places_of(session, association_id)
    words = interest_terms(session)
    for need, name in found:
        texts = findable_by(need, name, places.get(need.id, []), words)
        session.execute(
            update(Need)
            .where(Need.id == need.id)
            .values(search=search_index(session, texts), updated_at=Need.updated_at)
        )


def _places_of(session: Session, association_id: uuid.UUID) -> dict[uuid.UUID, list[Place]]:
    """The towns of each of an association's needs, in their order."""
    found: dict[uuid.UUID, list[Place]] = {}
    for need_id, place in session.execute(
        select(NeedPlace.need_id, Place)
        .join(Place, Place.id == NeedPlace.place_id)
        .join(Need, Need.id == NeedPlace.need_id)
        .where(Need.association_id == association_id)
        .order_by(NeedPlace.need_id, NeedPlace.rank)
    ):
        found.setdefault(need_id, []).append(place)
    return found


# Where a need is done, in words.

TEXTS: Final[Texts] = {"need.from-home": {"da": "Hjemmefra", "en": "From home"}}


def where(need: Need, towns: Iterable[str]) -> str:
    """Its address and its towns' names, or that it is done from home; in the reader's language."""
    if need.positions is None:
        return text("need.from-home")
    address = need.address or ""
    # People write the town behind the street, or leave it out.
    others = [town for town in towns if town not in address]
    return ", ".join([address, *others] if address else others)

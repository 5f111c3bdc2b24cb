"""Where a need is done: in towns, at exact spots, or from home."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from samspil.associations.registers_shared import positions_of
from samspil.core import geo
from samspil.core.language import text
from samspil.needs.models import Need, NeedPlace
from samspil.organising import queries
from samspil.places.models import Place
from samspil.places.queries import nearest_to
from samspil.places.rules import on_the_map

FIELDS: Final = frozenset({"remote", "places", "positions"})


def is_remote(need: Need) -> bool:
    """Whether it is done from home; one whose place nobody has decided yet is not."""
    return need.positions is None and "place" not in need.unsaid


def towns_of(session: Session, need: Need) -> list[Place]:
    """The towns where it is done, in the order in which they were given."""
    return list(session.scalars(queries.towns(need.id)))


def named(session: Session, slugs: Sequence[str]) -> tuple[list[Place], dict[str, list[str]]]:
    """The towns of these slugs, in their order, and what is wrong with the slugs, by field."""
    found = {}
    if slugs:
        towns = session.scalars(select(Place).where(Place.slug.in_(slugs)))
        found = {place.slug: place for place in towns}
    wrong = {
        f"places.{number}": [text("field.association.no-such-town")]
        for number, slug in enumerate(slugs)
        if slug not in found
    }
    return [found[slug] for slug in slugs if slug in found], wrong


def say(
    session: Session, need: Need, values: Mapping[str, Any], places: Sequence[Place]
) -> Sequence[Place]:
    """Write where a need is done.

    Args:
        session: the transaction.
        need: whose row gets its positions.
        values: of NeedIn: what is said of it anew.
        places: the towns that are said, or stay.

    Returns:
        The towns where it is done now.
    """
    somewhere = values.get("places") or values.get("positions")
    remote = values.get("remote", is_remote(need) and not somewhere)
    positions = values.get("positions", positions_of(need))
    if remote:
        places, positions, need.address = [], [], None
    elif positions and not places:
        places = _nearest(session, positions)
    need.positions, need.position_accuracy = on_the_map(places, positions)
    undecided = [part for part in need.unsaid if part != "place"]
    need.unsaid = undecided if remote or places else ["place", *undecided]
    return places


def move(session: Session, need: Need, places: Sequence[Place]) -> None:
    """Note the towns where it is done."""
    session.execute(delete(NeedPlace).where(NeedPlace.need_id == need.id))
    session.add_all(
        NeedPlace(need_id=need.id, place_id=place.id, rank=rank)
        for rank, place in enumerate(places)
    )


def _nearest(session: Session, positions: Sequence[geo.LatLon]) -> list[Place]:
    """The town nearest to each position, each once: people know places by their towns."""
    nearest = (
        session.scalars(nearest_to(geo.origin_at(lat, lon)).limit(1)).one()
        for lat, lon in positions
    )
    return list(dict.fromkeys(nearest))

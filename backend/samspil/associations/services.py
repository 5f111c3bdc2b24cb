"""What happens to associations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from samspil.associations.models import Association, AssociationPlace
from samspil.core import geo
from samspil.core.db import new_id
from samspil.people.services import interest_words
from samspil.places.models import Place
from samspil.places.rules import on_the_map
from samspil.search.words import search_index


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
        session, findable_by(association, places, interest_words(session))
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
) -> list[str]:
    """The texts an association is found by; `words` are the interests' names."""
    return [
        association.name,
        association.summary,
        association.purpose,
        *(words[interest] for interest in association.interests),
        *(place.name for place in places),
    ]

"""Registering an association, and changing what it says of itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from samspil.associations import rules
from samspil.associations.access import Desk, notify_staff
from samspil.associations.models import Association, AssociationPlace, Membership
from samspil.associations.rules import TooManyWaiting
from samspil.associations.services import (
    Renamed,
    add_association,
    change_slug,
    findable_by,
    slug_for,
)
from samspil.core import audit, geo
from samspil.core.auth import Actor
from samspil.core.db import once
from samspil.core.domain import publish
from samspil.core.errors import Invalid, must
from samspil.core.geo import positions_of
from samspil.core.language import text
from samspil.people.locks import lock_person
from samspil.people.profiles import interest_terms
from samspil.places.models import Place
from samspil.places.queries import on_the_map
from samspil.search.words import search_index

KIND: Final = "association"
# What stands in the history beside what was edited; what changes a field stands there as that.
ACTS: Final = (
    *("register", "declare", "invite", "withdraw-invitation", "join", "leave", "remove-member"),
    *("change-role", "add-picture", "change-picture", "remove-picture", "claim", "accept-claim"),
    *("decline-claim", "merge-in", "undo-merge-in", "merge", "undo-merge"),
)
_PLAIN: Final = (
    *("kind", "name", "summary", "purpose", "lang", "cvr", "interests", "address", "website"),
    *("languages", "step_free"),
)
_STATE: Final = ("status", "hidden_reason", "approved_from", "approved_until")
_NO_CONTACT: Final = {"name": None, "email": None, "phone": None}


def register(
    session: Session, actor: Actor, values: Mapping[str, Any], now: datetime
) -> Association:
    """Let somebody add an association, which they then run and staff must verify.

    Args:
        session: the transaction.
        actor: who becomes its manager.
        values: of RegistrationIn.
        now: since when.

    Raises:
        Invalid: an interest or a town is unknown.
        Conflict: its id is taken.
        TooManyWaiting: the person has registered several that nobody has verified yet.
    """
    lock_person(session, actor.id)  # or many at once would each count the others as not there
    if _waiting(session, actor) >= rules.MOST_PENDING:
        raise TooManyWaiting
    places = _known(session, values)
    plain = {name: values[name] for name in _PLAIN if name in values}
    columns = plain | {
        "slug": slug_for(session, values["name"]),
        "contact": _NO_CONTACT | values["contact"],
        "status": "pending",
    }
    if "id" in values:
        columns["id"] = values["id"]
    with once(session):
        association = add_association(session, columns, places, _position(values))
    session.add(
        Membership(association_id=association.id, person_id=actor.id, role=rules.MANAGER, since=now)
    )
    session.flush()  # the staff to notify are asked of the database
    audit.record(session, actor.id, "register", KIND, association.id)
    notify_staff(session, "associations.registered", association, person=actor.name)
    return association


def _waiting(session: Session, actor: Actor) -> int:
    """How many associations of this person wait to be verified."""
    return session.scalars(
        select(func.count())
        .select_from(Membership)
        .join(Association, Association.id == Membership.association_id)
        .where(Membership.person_id == actor.id, Association.status == "pending")
    ).one()


def edit(session: Session, actor: Actor, desk: Desk, values: Mapping[str, Any]) -> None:
    """Change what an association says of itself.

    Args:
        session: the transaction.
        actor: who changes it.
        desk: as `open_desk` gave it.
        values: of ProfileIn; what is not among them stays.

    Raises:
        Forbidden: the person does not run it.
        Invalid: an interest or a town is unknown, or the new address is taken.
    """
    association = desk.association
    must(rules.may_edit(desk.standing, association))
    places = towns_of(session, association)
    before = fields_of(association, places)
    if "slug" in values:
        change_slug(session, association, values["slug"])
    chosen = _known(session, values)
    for name in _PLAIN:
        if name in values:
            setattr(association, name, values[name])
    if "contact" in values:
        association.contact = _NO_CONTACT | values["contact"]
    if "towns" in values:
        _move(session, association, chosen)
        places = chosen
    if "towns" in values or "position" in values:
        position = _position(values) if "position" in values else own_position(association)
        association.positions, association.position_accuracy = on_the_map(
            places, [] if position is None else [position]
        )
    reindex(session, association, places)
    session.flush()  # readers of the transaction see what is said now
    changed = remember(session, actor, association, before, places)
    if changed:
        audit.record(session, actor.id, "edit", KIND, association.id, fields=sorted(changed))
    if "name" in changed:
        publish(session, Renamed(association.id))


def reindex(session: Session, association: Association, places: Sequence[Place]) -> None:
    """Let an association be found by what it says now."""
    association.search = search_index(
        session, findable_by(association, places, interest_terms(session))
    )


def remember(
    session: Session,
    actor: Actor,
    association: Association,
    before: Mapping[str, Any],
    places: Sequence[Place] | None = None,
) -> frozenset[str]:
    """Keep in the history what differs from `before`; returns the names of those fields."""
    towns = towns_of(session, association) if places is None else places
    after = fields_of(association, towns)
    return audit.record_change(session, KIND, association.id, actor.id, before, after)


def fields_of(association: Association, places: Sequence[Place]) -> dict[str, Any]:
    """All that an association says of itself, and what staff say of it, for its history."""
    position = own_position(association)
    return {name: getattr(association, name) for name in (*_PLAIN, *_STATE)} | {
        "slug": association.slug,
        "contact": dict(association.contact),
        "towns": [place.slug for place in places],
        # To a metre: what the grid gives back differs by less.
        "position": position and {"lat": round(position[0], 5), "lon": round(position[1], 5)},
        "verified": association.verified_at is not None,
    }


def state_of(session: Session, association: Association) -> dict[str, Any]:
    """The same, with its towns asked for."""
    return fields_of(association, towns_of(session, association))


def towns_of(session: Session, association: Association) -> list[Place]:
    """The towns it works in, the main one first."""
    return list(
        session.scalars(
            select(Place)
            .join(AssociationPlace, AssociationPlace.place_id == Place.id)
            .where(AssociationPlace.association_id == association.id)
            .order_by(AssociationPlace.rank)
        )
    )


def own_position(association: Association) -> geo.LatLon | None:
    """(lat, lon) of its own house; None for one that stands at its towns."""
    positions = positions_of(association)
    return (positions[0][0], positions[0][1]) if positions else None


def _position(values: Mapping[str, Any]) -> geo.LatLon | None:
    given = values.get("position")
    return None if given is None else (given["lat"], given["lon"])


def _move(session: Session, association: Association, places: Sequence[Place]) -> None:
    session.execute(
        delete(AssociationPlace).where(AssociationPlace.association_id == association.id)
    )
    session.add_all(
        AssociationPlace(association_id=association.id, place_id=place.id, rank=rank)
        for rank, place in enumerate(places)
    )


def _known(session: Session, values: Mapping[str, Any]) -> list[Place]:
    """The towns that the values name, in their order.

    Raises:
        Invalid: there is no such town, or no such interest.
    """
    slugs = values.get("towns", [])
    found = {place.slug: place for place in session.scalars(_named(slugs))} if slugs else {}
    wrong = {
        f"towns.{number}": [text("field.association.no-such-town")]
        for number, slug in enumerate(slugs)
        if slug not in found
    }
    if interests := values.get("interests"):
        words = interest_terms(session)
        wrong |= {
            f"interests.{number}": [text("field.association.no-such-interest")]
            for number, interest in enumerate(interests)
            if interest not in words
        }
    if wrong:
        raise Invalid(wrong)
    return [found[slug] for slug in slugs]


def _named(slugs: Sequence[str]) -> Any:
    return select(Place).where(Place.slug.in_(slugs))

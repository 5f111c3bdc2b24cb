"""The queries of associations: searches, one page, and what those who run them and staff see."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    ScalarSelect,
    Select,
    Text,
    and_,
    cast,
    exists,
    func,
    or_,
    select,
    true,
)
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.orm import aliased

from samspil.associations import rules
from samspil.associations.models import (
    Association,
    AssociationPicture,
    AssociationPlace,
    ChildCheckDeclaration,
    Claim,
    FormerSlug,
    Invitation,
    Membership,
)
from samspil.core import geo
from samspil.core.auth import Actor
from samspil.core.db import AnySelect
from samspil.people.models import Person
from samspil.people.profiles import interest_names
from samspil.places.queries import place_refs
from samspil.search import near as search
from samspil.search import results, words
from samspil.search.near import Searched
from samspil.search.paging import Listing, Page, read_text
from samspil.search.results import Search
from samspil.search.words import Matches, matches_looked_up

PUBLIC = Association.status == "public"
PICTURE_READY = AssociationPicture.status == "ready"
ASSOCIATIONS = Searched(Association.id, Association.positions, (PUBLIC,), Association.search)


@dataclass(frozen=True, slots=True)
class Filters:
    """What an association must be."""

    q: str | None = None
    interests: Sequence[str] = ()
    kinds: Sequence[str] = ()

    def conditions(self, matches: Matches = words.matches) -> list[ColumnElement[bool]]:
        """As SQL; `matches` says where the query's words are looked up, see `words`."""
        found: list[ColumnElement[bool]] = []
        if self.q:
            found.append(matches(Association.search, self.q))
        if self.interests:
            found.append(Association.interests.overlap(search.words("interests", self.interests)))
        if self.kinds:
            found.append(Association.kind.in_(self.kinds))
        return found


def columns(today: date) -> list[Any]:
    """What an item of a list shows, but for its distance."""
    return [
        Association.id,
        Association.slug,
        Association.name,
        Association.kind,
        Association.summary,
        Association.lang,
        Association.interests,
        place_refs(AssociationPlace, AssociationPlace.association_id == Association.id).label(
            "places"
        ),
        geo.as_geojson(Association.positions).label("positions"),
        Association.position_accuracy,
        Association.open_needs,
        Association.reply_days,
        Association.verified_at.is_not(None).label("verified"),
        is_approved(today).label("approved"),
        Association.demo,
    ]


def is_approved(today: date) -> ColumnElement[bool]:
    """Whether the association may borrow municipal premises today."""
    period = and_(Association.approved_from <= today, Association.approved_until >= today)
    return func.coalesce(period, False)


def near(origin: geo.Origin, radius_m: int, filters: Filters, page: Page, today: date) -> Search:
    """Associations inside the radius, nearest first; with words, those that fit best first."""
    shown, conditions = _listed(filters, today), filters.conditions(matches_looked_up)
    return results.near(ASSOCIATIONS, shown, origin, radius_m, conditions, page, filters.q, _texts)


def by_name(filters: Filters, page: Page, today: date) -> Search:
    """Associations as in a directory: an association has no date that could come next."""
    shown, conditions = _listed(filters, today), filters.conditions(matches_looked_up)
    name = Association.name
    return results.by_name(ASSOCIATIONS, name, shown, conditions, page, filters.q, _texts)


def _listed(filters: Filters, today: date) -> list[Any]:
    for_words = [interest_names(Association.interests)] if filters.q else []
    return [*columns(today), *for_words]


def _texts(row: Any) -> dict[str, str | None]:
    return {
        "title": row.name,
        "interest": row.interest_names,
        "place": row.places,
        "summary": row.summary,
    }


def one(slug: str, today: date) -> AnySelect:
    """The public association with this slug, with an item's columns and its pictures."""
    return _whole(slug, today, PICTURE_READY).where(PUBLIC)


def in_any_state(slug: str, today: date) -> AnySelect:
    """The same whether anybody may see it or not, for its desk: with what is not ready, too."""
    return _whole(slug, today, true())


def _whole(slug: str, today: date, pictures: ColumnElement[bool]) -> AnySelect:
    return select(
        Association,
        *columns(today),
        search.nearest_point(None, Association.positions).label("position"),
        search.metres(None, None),
        _pictures(pictures).label("pictures"),
    ).where(Association.slug == slug)


def _pictures(which: ColumnElement[bool]) -> ColumnElement[str]:
    """An association's pictures as JSON text, in their order."""
    picture = AssociationPicture
    shown = func.json_build_object(
        *("id", picture.id, "alt", picture.alt, "width", picture.width, "height", picture.height),
        *("status", picture.status),
    )
    listed = func.json_agg(aggregate_order_by(shown, picture.rank, picture.id))
    return (
        select(func.coalesce(cast(listed, Text), "[]"))
        .where(picture.association_id == Association.id, which)
        .correlate(Association)
        .scalar_subquery()
    )


def present_slug(slug: str) -> Select[str]:
    """The slug of the association that once had this one, or that was merged into another."""
    merged = aliased(Association)
    into = select(merged.merged_into_id).where(merged.slug == slug)
    renamed = select(FormerSlug.association_id).where(FormerSlug.slug == slug)
    leads_to = or_(
        Association.id == into.scalar_subquery(), Association.id == renamed.scalar_subquery()
    )
    return select(Association.slug).where(leads_to)


def role_of(person_id: uuid.UUID, association_id: uuid.UUID) -> Select[str]:
    """What a person is in an association."""
    return select(Membership.role).where(
        Membership.person_id == person_id, Membership.association_id == association_id
    )


def visible_to(actor: Actor | None) -> ColumnElement[bool]:
    """The associations that somebody may see: public ones, their own, staff all."""
    if actor is None:
        return PUBLIC
    if rules.decides(actor):
        return Association.status != "merged"
    takes_part = (
        select(Membership.person_id)
        .where(Membership.association_id == Association.id, Membership.person_id == actor.id)
        .exists()
    )
    return or_(PUBLIC, takes_part)


# Who takes part in an association, who is invited, and what has been changed.


def members(association_id: uuid.UUID) -> AnySelect:
    """(id, name, email, role, since) of those who take part, those who run it first."""
    return (
        select(Person.id, Person.name, Person.email, Membership.role, Membership.since)
        .join(Membership, Membership.person_id == Person.id)
        .where(Membership.association_id == association_id)
        .order_by(Membership.role != "manager", Person.name.collate(search.DANISH), Person.id)
    )


def invitations(association_id: uuid.UUID, now: datetime) -> Select[Invitation]:
    """The invitations that can still be accepted, oldest first."""
    return (
        select(Invitation)
        .where(Invitation.association_id == association_id, Invitation.expires_at > now)
        .order_by(Invitation.created_at, Invitation.id)
    )


def declaration_of(association_id: uuid.UUID, year: int) -> AnySelect:
    """(made_at, who made it) of an association's declaration, if it has made one."""
    return (
        select(ChildCheckDeclaration.made_at, Person.name.label("by"))
        .outerjoin(
            Person, (Person.id == ChildCheckDeclaration.made_by_id) & Person.erased_at.is_(None)
        )
        .where(
            ChildCheckDeclaration.association_id == association_id,
            ChildCheckDeclaration.year == year,
        )
    )


# Associations and claims as staff see them, oldest first.


def for_staff(args: Mapping[str, Any], year: int) -> Listing:
    """Associations that fit a QueueQuery, with `q` names first; `declared` is for this year."""
    managers = managers_of(Association.id)
    rows = select(
        Association.id,
        Association.slug,
        Association.name,
        Association.kind,
        Association.status,
        Association.created_at,
        Association.summary,
        managers.label("managers"),
        Association.verified_at.is_not(None).label("verified"),
        Association.approved_until,
        is_declared(year).label("declared"),
    ).where(Association.status != "merged")
    if "status" in args:
        rows = rows.where(Association.status == args["status"])
    if "without_manager" in args:
        rows = rows.where((managers == 0) == args["without_manager"])
    if q := args.get("q"):
        named = Association.name.icontains(q, autoescape=True)
        rows = rows.where(or_(named, words.matches(Association.search, q)))
        fits = words.misfit_of_name(Association.name, q)
        name = Association.name.collate(search.DANISH)
        return Listing(rows, name, Association.id, read=read_text, misfit=fits)
    return Listing(rows, Association.created_at, Association.id)


def open_claims() -> Listing:
    """The claims that nobody has decided on."""
    rows = (
        select(
            Claim.id,
            Claim.message,
            Claim.created_at,
            Claim.person_id,
            Person.name.label("person_name"),
            Person.email.label("person_email"),
            Association.slug.label("association_slug"),
            Association.name.label("association_name"),
        )
        .join(Person, Person.id == Claim.person_id)
        .join(Association, Association.id == Claim.association_id)
        .where(Claim.status == "open")
    )
    return Listing(rows, Claim.created_at, Claim.id)


def managers_of(association_id: Any) -> ScalarSelect[int]:
    """How many run the association whose id this column holds."""
    return (
        select(func.count())
        .where(Membership.association_id == association_id, Membership.role == "manager")
        .correlate(Association)
        .scalar_subquery()
    )


def is_declared(year: int) -> ColumnElement[bool]:
    """Whether the association of a row has made its declaration for a year."""
    return (
        exists()
        .where(
            ChildCheckDeclaration.association_id == Association.id,
            ChildCheckDeclaration.year == year,
        )
        .correlate(Association)
    )

"""What associations write of their needs: a draft to begin with, and each change."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from samspil.associations.access import open_desk
from samspil.associations.models import Association
from samspil.core import audit, geo
from samspil.core.auth import Actor
from samspil.core.db import add_once, new_id
from samspil.core.errors import Invalid, must, must_still
from samspil.core.geo import positions_of
from samspil.core.language import text
from samspil.core.time import WEEKDAYS, local
from samspil.needs.models import UNSAID, Need, NeedPlace
from samspil.needs.services import count_open_needs, findable_by, set_times
from samspil.organising import queries, rules, shifts
from samspil.organising.access import WritableNeed
from samspil.organising.moderation import KIND
from samspil.organising.rules import Facts
from samspil.people.profiles import interest_terms
from samspil.places.models import Place
from samspil.places.queries import nearest_to, on_the_map
from samspil.search.words import NOTHING_YET, search_index

ONE_CHANGE: Final = timedelta(minutes=30)
_PLAIN: Final = (
    *("title", "summary", "description", "lang", "tasks", "benefits", "requirements", "skills"),
    *("languages", "interests", "helps", "from_day", "until_day", "deadline", "address"),
    *("minimum_age", "children_under_15", "step_free", "public_transport", "intake"),
    *("takes_whole",),
)
_WRITTEN_APART: Final = (
    *("commitment", "pattern", "hours_per_week", "wanted", "contact", "positions"),
    *("position_accuracy", "unsaid"),
)
_NO_CONTACT: Final = {"name": None, "email": None, "phone": None}
# What the row of a draft has until its author decides.
_FIRST: Final[Mapping[str, Any]] = {
    "summary": "",
    "description": "",
    "commitment": "recurring",
    "pattern": [],
    "wanted": 1,
    "children_under_15": False,
    "intake": "reviewed",
    "takes_whole": False,
}


def create(session: Session, actor: Actor, slug: str, values: Mapping[str, Any]) -> Need:
    """Begin a need as a draft that nobody else sees; the same id again changes nothing.

    Args:
        session: the transaction.
        actor: who writes it.
        slug: of the association whose need it is.
        values: of NewNeedIn.

    Raises:
        NotFound, Forbidden: the association is not this person's to write for.
        Invalid: an interest or a town is unknown, or fields do not go together.
        Conflict: its id is another association's.
    """
    opened = open_desk(session, actor, slug)
    must(opened.standing.runs_it)
    if (before := with_id(session, values.get("id"), opened.association)) is not None:
        return before
    need = Need(
        id=values.get("id") or new_id(),
        association_id=opened.association.id,
        status="draft",
        unsaid=list(UNSAID),
        shown=opened.association.status == "public",
        taken=0,
        search=search_index(session, NOTHING_YET),
        lang=opened.association.lang,
        **_FIRST,
    )
    places = _write(session, need, values, [])
    if "wanted" in values:
        shifts.set_wanted(need, values["wanted"])
    set_times(need, ())
    add_once(session, need)
    set_towns(session, need, places)
    audit.record(session, actor.id, "create", KIND, need.id)
    return need


def with_id(session: Session, id_: uuid.UUID | None, association: Association) -> Need | None:
    """The need that a client has given this id before; None where there is none yet.

    Raises:
        Conflict: it is another association's.
    """
    need = None if id_ is None else session.get(Need, id_)
    must_still(need is None or need.association_id == association.id)
    return need


def add_copy(session: Session, of: Need, association: Association, **values: Any) -> Need:
    """Add a draft that says what another need says, but for `values`; it has no shifts."""
    copy = Need(
        association_id=association.id,
        status="draft",
        shown=association.status == "public",
        taken=0,
        search=search_index(session, NOTHING_YET),
        **{name: getattr(of, name) for name in (*_PLAIN, *_WRITTEN_APART)} | values,
    )
    set_times(copy, ())
    add_once(session, copy)
    set_towns(session, copy, towns_of(session, of))
    return copy


def edit(
    session: Session, actor: Actor, opened: WritableNeed, values: Mapping[str, Any], now: datetime
) -> None:
    """Change what an association says of a need.

    Args:
        session: the transaction.
        actor: who changes it.
        opened: as `open_need` gave it.
        values: of NeedIn; what is not among them stays.
        now: the moment of it.

    Raises:
        Invalid: an interest or a town is unknown, fields do not go together, more people have a
            place than are wanted, or what has been published would lack something.
    """
    need = opened.need
    places = towns_of(session, need)
    before, lacked = content(need, places), missing(session, need, opened.association, now)
    with session.no_autoflush:  # it is written when it is known to be right
        shifts.change_wanted(session, opened, values, now)
        chosen = _write(session, need, values, places)
        if need.status != "draft":
            _must_lack_no_more(lacked, missing(session, need, opened.association, now))
            reindex(session, need, opened.association, chosen)
        set_times(need, session.execute(queries.periods(need.id)).all())
    session.flush()  # what follows is asked of the database
    if PLACE_FIELDS & values.keys():
        set_towns(session, need, chosen)
    changed = keep_changes(session, actor.id, need, before, chosen)
    if changed:
        audit.record(session, actor.id, "edit", KIND, need.id, fields=sorted(changed))
    shifts.recount(session, opened, now)
    if need.status != "draft":
        count_open_needs(session, now, [need.association_id])


def missing(session: Session, need: Need, association: Association, now: datetime) -> list[str]:
    """The fields that keep a need from being published; see `rules.missing`."""
    coming = session.scalars(queries.has_coming_shift(need.id, now)).one()
    facts = Facts(rules.answers(association.contact), coming)
    return rules.missing(need, facts, local(now).date())


def missing_of_row(row: Any, association: Association, today: date) -> list[str]:
    """The same, of a row of `queries.of_association`."""
    facts = Facts(rules.answers(association.contact), row.next_starts_at is not None)
    return rules.missing(row.Need, facts, today)


def content(need: Need, places: Sequence[Place]) -> dict[str, Any]:
    """All that an association says of a need, and what staff say of it, for its history."""
    decided = {"commitment": need.commitment, "wanted": need.wanted} | dict.fromkeys(need.unsaid)
    decided.pop("place", None)
    return (
        {name: getattr(need, name) for name in _PLAIN}
        | decided
        | {
            "status": need.status,
            "hidden_reason": need.hidden_reason,
            "pattern": [dict(line) for line in need.pattern],
            "hours_per_week": None if need.hours_per_week is None else float(need.hours_per_week),
            "contact": need.contact and dict(need.contact),
            "places": [place.slug for place in places],
            "positions": positions_of(need),
            "remote": is_remote(need),
        }
    )


def keep_changes(
    session: Session,
    actor_id: uuid.UUID | None,
    need: Need,
    before: Mapping[str, Any],
    places: Sequence[Place] | None = None,
) -> frozenset[str]:
    """Keep in the history what differs from `before`; returns the names of those fields.

    A draft is saved while it is typed: what one person does to it in a row is one change.
    """
    after = content(need, towns_of(session, need) if places is None else places)
    together = ONE_CHANGE if need.status == "draft" else None
    return audit.record_change(session, KIND, need.id, actor_id, before, after, together)


def reindex(
    session: Session, need: Need, association: Association, places: Sequence[Place]
) -> None:
    """Let a need be found by what it says now.

    A draft is found by nothing: its half-written words are no vocabulary.
    """
    texts = findable_by(need, association.name, places, interest_terms(session))
    need.search = search_index(session, texts)


def _write(
    session: Session, need: Need, values: Mapping[str, Any], places: Sequence[Place]
) -> Sequence[Place]:
    """Set what people write; returns the towns it is in by then."""
    chosen = _chosen_towns(session, values)
    for name in _PLAIN:
        if name in values:
            setattr(need, name, values[name])
    if "hours_per_week" in values:
        hours = values["hours_per_week"]
        need.hours_per_week = None if hours is None else Decimal(str(hours))
    if "contact" in values:
        contact = _NO_CONTACT | (values["contact"] or {})
        need.contact = contact if any(contact.values()) else None
    _set_when(need, values)
    if need.from_day and need.until_day and need.until_day < need.from_day:
        raise Invalid.field("until_day", "field.need.days")
    if PLACE_FIELDS & values.keys():
        return set_place(session, need, values, chosen if "places" in values else places)
    if values.get("address") and is_remote(need):
        raise Invalid.field("address", "field.need.remote")
    return places


def _set_when(need: Need, values: Mapping[str, Any]) -> None:
    if "commitment" in values:
        need.commitment = values["commitment"]
        need.unsaid = [part for part in need.unsaid if part != "commitment"]
    if "pattern" in values:
        lines = sorted(values["pattern"], key=lambda line: (WEEKDAYS.index(line.weekday), line))
        need.pattern = [line._asdict() for line in lines]
        if lines and need.commitment != "recurring":
            raise Invalid.field("pattern", "field.need.pattern")
    elif need.commitment != "recurring":
        need.pattern = []


def _must_lack_no_more(before: Sequence[str], after: Sequence[str]) -> None:
    """What has been published stays whole; what its time has taken from it is no edit's fault."""
    lost = [field for field in after if field not in before]
    if lost:
        raise Invalid({field: [text(f"need.missing.{field}")] for field in lost})


def _chosen_towns(session: Session, values: Mapping[str, Any]) -> list[Place]:
    """The towns that the values name, in their order.

    Raises:
        Invalid: there is no such town, or no such interest.
    """
    slugs, interests = values.get("places", ()), values.get("interests", ())
    towns = {}
    if slugs:
        found = session.scalars(select(Place).where(Place.slug.in_(slugs)))
        towns = {place.slug: place for place in found}
    known = interest_terms(session) if interests else {}
    wrong = {
        f"{field}.{number}": [text(error)]
        for field, asked, there, error in (
            ("places", slugs, towns, "field.association.no-such-town"),
            ("interests", interests, known, "field.association.no-such-interest"),
        )
        for number, name in enumerate(asked)
        if name not in there
    }
    if wrong:
        raise Invalid(wrong)
    return [towns[slug] for slug in slugs]


# Where a need is done: in towns, at exact spots, or from home.

PLACE_FIELDS: Final = frozenset({"remote", "places", "positions"})


def is_remote(need: Need) -> bool:
    """Whether it is done from home; one whose place nobody has decided yet is not."""
    return need.positions is None and "place" not in need.unsaid


def towns_of(session: Session, need: Need) -> list[Place]:
    """The towns where it is done, in the order in which they were given."""
    return list(session.scalars(queries.towns(need.id)))


def set_place(
    session: Session, need: Need, values: Mapping[str, Any], places: Sequence[Place]
) -> Sequence[Place]:
    """Write where a need is done.

    Args:
        session: the transaction.
        need: whose row gets its positions.
        values: of NeedIn: what changes.
        places: the towns that are chosen, or stay.

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


def set_towns(session: Session, need: Need, places: Sequence[Place]) -> None:
    """Write the towns where it is done."""
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

"""What associations write of their needs: the first words, and each change of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from samspil.associations.access import must, open_desk
from samspil.associations.models import Association
from samspil.associations.registers_shared import positions_of
from samspil.core import audit, geo, history
from samspil.core.auth import Actor
from samspil.core.db import new_id
from samspil.core.errors import Conflict, Invalid
from samspil.core.language import text
from samspil.core.time import WEEKDAYS, local
from samspil.core.words import search_index
from samspil.people.services import interest_words
from samspil.places.models import Place
from samspil.places.queries import nearest_to
from samspil.places.rules import on_the_map
from samspil.volunteering.desk import queries, rules
from samspil.volunteering.desk.access import WritableNeed
from samspil.volunteering.desk.rules import Facts
from samspil.volunteering.models import UNSAID, Need, NeedPlace
from samspil.volunteering.moderation import KIND
from samspil.volunteering.services import count_open_needs, findable_by, set_times
from samspil.volunteering.signups import offers
from samspil.volunteering.signups import queries as signups
from samspil.volunteering.signups import rules as places_rules
from samspil.volunteering.signups.places import count_shifts

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
_WHERE: Final = frozenset({"remote", "places", "positions"})
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
    """Begin a need as a draft that nobody else sees.

    Args:
        session: the transaction.
        actor: who writes it.
        slug: of the association whose need it is.
        values: of NewNeedIn.

    Raises:
        NotFound, Forbidden: the association is not this person's to write for.
        Invalid: an interest or a town is unknown, or fields do not go together.
        Conflict: its id is taken.
    """
    opened = open_desk(session, actor, slug)
    must(opened.standing.runs_it)
    need = add_draft(session, opened.association, {"id": new_id(), **values})
    audit.record(session, actor.id, "create", KIND, need.id)
    return need


def add_draft(session: Session, association: Association, values: Mapping[str, Any]) -> Need:
    """Add a draft; see `create`."""
    need = Need(
        id=values["id"],
        association_id=association.id,
        status="draft",
        unsaid=list(UNSAID),
        shown=association.status == "public",
        taken=0,
        search=search_index(session, ()),
        lang=association.lang,
        **_FIRST,
    )
    places = _write(session, need, values, [])
    if "wanted" in values:
        _say_wanted(need, values["wanted"])
    set_times(need, ())
    _add(session, need)
    _move(session, need, places)
    return need


def add_copy(session: Session, of: Need, association: Association, **values: Any) -> Need:
    """Add a draft that says what another need says, but for `values`; it has no shifts."""
    made = Need(
        association_id=association.id,
        status="draft",
        shown=association.status == "public",
        taken=0,
        search=search_index(session, ()),
        **{name: getattr(of, name) for name in (*_PLAIN, *_WRITTEN_APART)} | values,
    )
    set_times(made, ())
    _add(session, made)
    _move(session, made, towns_of(session, of))
    return made


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
    before, lacked = said(need, places), missing(session, need, opened.association, now)
    with session.no_autoflush:  # it is written when it is known to be right
        _change_who_is_counted(session, opened, values)
        if "wanted" in values:
            by_shifts = wanted_by_shifts(session, need, now)
            _change_wanted(need, values["wanted"], by_shifts=by_shifts)
        chosen = _write(session, need, values, places)
        if need.status != "draft":
            _must_lack_no_more(lacked, missing(session, need, opened.association, now))
            reindex(session, need, opened.association, chosen)
        set_times(need, session.execute(queries.periods(need.id)).all())
    session.flush()  # what follows is asked of the database
    if _WHERE & values.keys():
        _move(session, need, chosen)
    changed = remember(session, actor.id, need, before, chosen)
    if changed:
        audit.record(session, actor.id, "edit", KIND, need.id, fields=sorted(changed))
    _pass_on(session, opened, now)
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


def wanted_by_shifts(session: Session, need: Need, now: datetime) -> bool:
    """Whether how many are wanted follows from its coming shifts."""
    if need.takes_whole:
        return False
    return session.execute(signups.coming_places(need.id, now)).one().capacity is not None


def towns_of(session: Session, need: Need) -> list[Place]:
    """Where it is done, in the order in which the towns were given."""
    return list(session.scalars(queries.towns(need.id)))


def said(need: Need, places: Sequence[Place]) -> dict[str, Any]:
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
            "remote": need.positions is None and "place" not in need.unsaid,
        }
    )


def remember(
    session: Session,
    actor_id: Any,
    need: Need,
    before: Mapping[str, Any],
    places: Sequence[Place] | None = None,
) -> frozenset[str]:
    """Keep in the history what differs from `before`; returns the names of those fields."""
    after = said(need, towns_of(session, need) if places is None else places)
    return history.remember(session, KIND, need.id, actor_id, before, after)


def reindex(
    session: Session, need: Need, association: Association, places: Sequence[Place]
) -> None:
    """Let a need be found by what it says now.

    A draft is found by nothing: its half-written words are no vocabulary.
    """
    texts = findable_by(need, association.name, places, interest_words(session))
    need.search = search_index(session, texts)


def _add(session: Session, need: Need) -> None:
    try:
        with session.begin_nested():
            session.add(need)
    except IntegrityError as error:
        raise Conflict from error


def _write(
    session: Session, need: Need, values: Mapping[str, Any], places: Sequence[Place]
) -> Sequence[Place]:
    """Set what people write; returns the towns it is in by then."""
    chosen = _known(session, values)
    for name in _PLAIN:
        if name in values:
            setattr(need, name, values[name])
    if "hours_per_week" in values:
        hours = values["hours_per_week"]
        need.hours_per_week = None if hours is None else Decimal(str(hours))
    if "contact" in values:
        said = _NO_CONTACT | (values["contact"] or {})
        need.contact = said if any(said.values()) else None
    _say_when(need, values)
    if need.from_day and need.until_day and need.until_day < need.from_day:
        raise Invalid.field("until_day", "field.need.days")
    if _WHERE & values.keys():
        return _say_where(session, need, values, chosen if "places" in values else places)
    if need.address is not None and values.get("address") and _is_remote(need):
        raise Invalid.field("address", "field.need.remote")
    return places


def _say_when(need: Need, values: Mapping[str, Any]) -> None:
    if "commitment" in values:
        need.commitment = values["commitment"]
        _decide(need, "commitment")
    if "pattern" in values:
        lines = sorted(values["pattern"], key=lambda line: (WEEKDAYS.index(line.weekday), line))
        need.pattern = [line._asdict() for line in lines]
        if lines and need.commitment != "recurring":
            raise Invalid.field("pattern", "field.need.pattern")
    elif need.commitment != "recurring":
        need.pattern = []


def _say_where(
    session: Session, need: Need, values: Mapping[str, Any], places: Sequence[Place]
) -> Sequence[Place]:
    positions = values.get("positions", positions_of(need))
    if values.get("remote"):
        places, positions, need.address = [], [], None
    elif positions and not places:
        places = _nearest(session, positions)
    need.positions, need.position_accuracy = on_the_map(places, positions)
    if places or values.get("remote"):
        _decide(need, "place")
    elif "place" not in need.unsaid:
        need.unsaid = [*need.unsaid, "place"]
    return places


def _nearest(session: Session, positions: Sequence[geo.LatLon]) -> list[Place]:
    """The town nearest to each position, each once: people know places by their towns."""
    nearest = (
        session.scalars(nearest_to(geo.origin_at(lat, lon)).limit(1)).one()
        for lat, lon in positions
    )
    return list(dict.fromkeys(nearest))


def _is_remote(need: Need) -> bool:
    return need.positions is None and "place" not in need.unsaid


def _decide(need: Need, what: str) -> None:
    need.unsaid = [part for part in need.unsaid if part != what]


def _say_wanted(need: Need, wanted: int) -> None:
    need.wanted = wanted
    _decide(need, "wanted")


def _change_wanted(need: Need, wanted: int, *, by_shifts: bool) -> None:
    if by_shifts and wanted != need.wanted:
        raise Invalid.field("wanted", "field.need.wanted-shifts")
    if wanted < need.taken:
        raise Invalid.field("wanted", "field.need.wanted-taken", taken=need.taken)
    _say_wanted(need, wanted)


def _change_who_is_counted(
    session: Session, opened: WritableNeed, values: Mapping[str, Any]
) -> None:
    """Let `taken` count those at the whole where the need takes people for it, beside shifts."""
    need, whole = opened.need, values.get("takes_whole", opened.need.takes_whole)
    if whole == need.takes_whole or not opened.whole.has_shifts:
        return
    held = session.scalars(queries.holding_the_whole(need.id)).one()
    if held and not whole:
        raise Invalid.field("takes_whole", "field.need.takes-whole", taken=held)
    need.takes_whole = whole
    if whole:
        need.taken, need.wanted = held, max(need.wanted, held)


def _must_lack_no_more(before: Sequence[str], after: Sequence[str]) -> None:
    """What has been published stays whole; what its time has taken from it is no edit's fault."""
    lost = [field for field in after if field not in before]
    if lost:
        raise Invalid({field: [text(f"need.missing.{field}")] for field in lost})


def _pass_on(session: Session, opened: WritableNeed, now: datetime) -> None:
    """Count hands anew, and give places that there are more of now to those who wait."""
    need, whole = opened.need, opened.whole
    if whole.has_shifts:
        count_shifts(session, need, now)
    else:
        need.status = places_rules.need_state(need.status, whole.free)
    session.flush()  # a place is held by a statement of its own
    offers.pass_on(session, whole, now)


def _move(session: Session, need: Need, places: Sequence[Place]) -> None:
    session.execute(delete(NeedPlace).where(NeedPlace.need_id == need.id))
    session.add_all(
        NeedPlace(need_id=need.id, place_id=place.id, rank=rank)
        for rank, place in enumerate(places)
    )


def _known(session: Session, values: Mapping[str, Any]) -> list[Place]:
    """The towns that the values name, in their order.

    Raises:
        Invalid: there is no such town, or no such interest.
    """
    slugs = values.get("places", [])
    found = {}
    if slugs:
        named = session.scalars(select(Place).where(Place.slug.in_(slugs)))
        found = {place.slug: place for place in named}
    wrong = {
        f"places.{number}": [text("field.association.no-such-town")]
        for number, slug in enumerate(slugs)
        if slug not in found
    }
    words = interest_words(session) if values.get("interests") else {}
    wrong |= {
        f"interests.{number}": [text("field.association.no-such-interest")]
        for number, interest in enumerate(values.get("interests", []))
        if interest not in words
    }
    if wrong:
        raise Invalid(wrong)
    return [found[slug] for slug in slugs]

"""The shapes of needs as their associations write them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import time
from typing import Any, Final, NamedTuple

from marshmallow import ValidationError, fields, post_load, validates_schema
from orjson import Fragment

from samspil.associations.models import LANGUAGES
from samspil.associations.schemas import (
    AssociationRefOut,
    ContactIn,
    ContactOut,
    PlainLine,
    contact,
    language_code,
)
from samspil.core.fields import (
    Choice,
    Clock,
    Day,
    Id,
    Line,
    Many,
    Nested,
    Number,
    Schema,
    Slug,
    Text,
    Whole,
    YesNo,
)
from samspil.core.geo import LatLon
from samspil.core.language import Message, text
from samspil.core.time import WEEKDAYS, local
from samspil.needs.models import COMMITMENTS, INTAKES, STATUSES, Need
from samspil.needs.schemas import NeedOut, PatternOut, PeriodOut
from samspil.organising.rules import DAYS, NewDays
from samspil.organising.writing import is_remote
from samspil.places.schemas import PlaceRefOut, PositionIn
from samspil.search.paging import DEFAULT_LIMIT, MOST_LIMIT

MOST_DESCRIPTION = 10_000
MOST_ITEMS = 8


# Fields that only what people write about needs has.

LONGEST_TITLE: Final = 100


class NeedTitle(PlainLine):
    """What a task is called."""

    default_error_messages = {  # noqa: RUF012  # marshmallow's own way to declare messages
        "linkable": Message("field.need.title")
    }

    def __init__(self, **options: Any) -> None:
        super().__init__(longest=LONGEST_TITLE, **options)


class Weekly(NamedTuple):
    """A weekday with times on a local clock."""

    weekday: str
    starts: str
    ends: str


class PatternIn(Schema):
    """A weekday with times on a local clock; what ends before it starts ends the day after."""

    weekday = Choice(WEEKDAYS, required=True)
    starts = Clock(required=True)
    ends = Clock(required=True)

    @validates_schema
    def _lasts(self, data: dict[str, Any], **_: Any) -> None:
        if data.get("starts") == data.get("ends"):
            raise ValidationError(text("field.need.clock-same"), "ends")

    @post_load
    def _as_weekly(self, data: dict[str, Any], **_: Any) -> Weekly:
        return Weekly(data["weekday"], _shown(data["starts"]), _shown(data["ends"]))


class PointIn(PositionIn):
    """A position in Denmark, as (lat, lon)."""

    @post_load
    def _as_point(self, data: dict[str, float], **_: Any) -> LatLon:
        return data["lat"], data["lon"]


def _shown(clock: time) -> str:
    return f"{clock:%H:%M}"


class NeedIn(Schema):
    """What an association says of a need; what is left out stays as it is."""

    title = NeedTitle()
    summary = Line(longest=160, blank=True)
    description = Text(longest=MOST_DESCRIPTION, metadata={"description": "Markdown"})
    lang = Choice(LANGUAGES)
    tasks = Many(Line(longest=200), most=MOST_ITEMS)
    benefits = Many(Line(longest=200), most=MOST_ITEMS)
    requirements = Many(Line(longest=200), most=3)
    skills = Many(Line(longest=100), most=MOST_ITEMS)
    languages = Many(language_code())
    interests = Many(Slug())
    helps = Line(longest=120, allow_none=True)
    commitment = Choice(COMMITMENTS)
    pattern = Many(Nested(PatternIn), metadata={"description": "Of a recurring need"})
    hours_per_week = Number(0.1, 80, allow_none=True)
    from_day = Day(allow_none=True)
    until_day = Day(allow_none=True)
    deadline = Day(allow_none=True, metadata={"description": "The last day to sign up"})
    places = Many(Slug(), metadata={"description": "Slugs of /places"})
    positions = Many(
        Nested(PointIn),
        metadata={"description": "Exact spots; without any, the need stands at its towns"},
    )
    address = Line(
        longest=200,
        allow_none=True,
        metadata={"description": "Shown to everybody: never anybody's home"},
    )
    remote = YesNo(metadata={"description": "Done from home: it has no place then"})
    wanted = Whole(1, 10_000)
    minimum_age = Whole(0, 99, allow_none=True)
    children_under_15 = YesNo()
    step_free = YesNo(allow_none=True)
    public_transport = Line(longest=200, allow_none=True)
    intake = Choice(INTAKES)
    takes_whole = YesNo()
    contact = Nested(
        ContactIn, allow_none=True, metadata={"description": "null: the association's"}
    )

    @validates_schema
    def _either_here_or_there(self, data: dict[str, Any], **_: Any) -> None:
        if data.get("remote") and any(
            data.get(name) for name in ("places", "positions", "address")
        ):
            raise ValidationError(text("field.need.remote"), "remote")


class NewNeedIn(NeedIn):
    """A need to begin with: a title is enough."""

    id = Id(metadata={"description": "Of the sender's own making, for what is written offline"})
    title = NeedTitle(required=True)


class DuplicateIn(Schema):
    """When another season of a need begins."""

    id = Id(metadata={"description": "Of the sender's own making"})
    from_day = Day(
        metadata={"description": "Without it, all days move by years of 52 weeks: the same weekday"}
    )


class DeskNeedsQuery(Schema):
    """Which of an association's needs."""

    status = Choice(STATUSES)
    limit = Whole(1, MOST_LIMIT, load_default=DEFAULT_LIMIT)
    cursor = Text(longest=500)


class DeskNeedItemOut(Schema):
    """A need in its association's list."""

    id = fields.UUID(required=True)
    title = fields.String(required=True)
    summary = fields.String(required=True)
    status = fields.String(required=True, metadata={"enum": list(STATUSES)})
    shown = fields.Boolean(
        required=True, metadata={"description": "false: nobody else sees it in any state"}
    )
    hidden_reason = fields.String(required=True, allow_none=True)
    commitment = fields.String(
        required=True, allow_none=True, metadata={"enum": [*COMMITMENTS, None]}
    )
    wanted = fields.Integer(required=True, allow_none=True)
    taken = fields.Integer(required=True)
    waiting = fields.Integer(required=True, metadata={"description": "On waiting lists"})
    unanswered = fields.Integer(required=True)
    next_shift = fields.Nested(PeriodOut, required=True, allow_none=True)
    open_until = fields.AwareDateTime(required=True, allow_none=True)
    missing_count = fields.Integer(required=True)
    updated_at = fields.AwareDateTime(required=True)


class NeedCountsOut(Schema):
    """How many needs an association has in each state."""

    draft = fields.Integer(required=True)
    published = fields.Integer(required=True)
    paused = fields.Integer(required=True)
    filled = fields.Integer(required=True)
    closed = fields.Integer(required=True)


class DeskNeedsOut(Schema):
    """A page of an association's needs, what was changed last first."""

    items = fields.List(fields.Nested(DeskNeedItemOut), required=True)
    next_cursor = fields.String(required=True, allow_none=True)
    counts = fields.Nested(NeedCountsOut, required=True)


class SpotOut(Schema):
    """A position."""

    lat = fields.Float(required=True)
    lon = fields.Float(required=True)


class MissingOut(Schema):
    """What publishing still needs."""

    field = fields.String(required=True)
    text = fields.String(required=True)


class NeedMayOut(Schema):
    """What the reader can do now."""

    edit = fields.Boolean(required=True)
    publish = fields.Boolean(required=True)
    pause = fields.Boolean(required=True)
    close = fields.Boolean(required=True)
    duplicate = fields.Boolean(required=True)
    delete = fields.Boolean(required=True)
    see_history = fields.Boolean(required=True)


class DeskNeedOut(Schema):
    """A need as it is written, for those of its association."""

    id = fields.UUID(required=True)
    association = fields.Nested(AssociationRefOut, required=True)
    title = fields.String(required=True)
    summary = fields.String(required=True)
    description = fields.String(required=True, metadata={"description": "Markdown"})
    lang = fields.String(required=True, metadata={"enum": list(LANGUAGES)})
    tasks = fields.List(fields.String(), required=True)
    benefits = fields.List(fields.String(), required=True)
    requirements = fields.List(fields.String(), required=True)
    skills = fields.List(fields.String(), required=True)
    languages = fields.List(fields.String(), required=True)
    interests = fields.List(fields.String(), required=True)
    helps = fields.String(required=True, allow_none=True)
    commitment = fields.String(
        required=True, allow_none=True, metadata={"enum": [*COMMITMENTS, None]}
    )
    pattern = fields.List(fields.Nested(PatternOut), required=True)
    hours_per_week = fields.Float(required=True, allow_none=True)
    from_day = fields.Date(required=True, allow_none=True)
    until_day = fields.Date(required=True, allow_none=True)
    deadline = fields.Date(required=True, allow_none=True)
    places = fields.List(fields.Nested(PlaceRefOut), required=True)
    positions = fields.List(fields.Nested(SpotOut), required=True)
    position_accuracy = fields.String(
        required=True, allow_none=True, metadata={"enum": ["exact", "town", None]}
    )
    address = fields.String(required=True, allow_none=True)
    remote = fields.Boolean(required=True)
    wanted = fields.Integer(required=True, allow_none=True)
    wanted_by_shifts = fields.Boolean(
        required=True,
        metadata={"description": "true: it follows from the coming shifts, and is changed there"},
    )
    taken = fields.Integer(required=True)
    minimum_age = fields.Integer(required=True, allow_none=True)
    children_under_15 = fields.Boolean(required=True)
    step_free = fields.Boolean(required=True, allow_none=True)
    public_transport = fields.String(required=True, allow_none=True)
    intake = fields.String(required=True, metadata={"enum": list(INTAKES)})
    takes_whole = fields.Boolean(required=True)
    contact = fields.Nested(ContactOut, required=True, allow_none=True)
    status = fields.String(required=True, metadata={"enum": list(STATUSES)})
    shown = fields.Boolean(required=True)
    hidden_reason = fields.String(required=True, allow_none=True)
    published_at = fields.AwareDateTime(required=True, allow_none=True)
    open_until = fields.AwareDateTime(required=True, allow_none=True)
    updated_at = fields.AwareDateTime(required=True)
    missing = fields.List(fields.Nested(MissingOut), required=True)
    may = fields.Nested(NeedMayOut, required=True)
    preview = fields.Nested(
        NeedOut, required=True, metadata={"description": "As anybody sees it once it is published"}
    )


class MovedOut(Schema):
    """What became of the days of a need in another season."""

    by_days = fields.Integer(required=True, allow_none=True)
    emptied = fields.List(fields.String(metadata={"enum": list(DAYS)}), required=True)


class DuplicateOut(DeskNeedOut):
    """A new draft, for another season."""

    moved = fields.Nested(MovedOut, required=True)


def desk_item(row: Any, missing_count: int) -> dict[str, Any]:
    """DeskNeedItemOut, from a row of `queries.of_association`."""
    need: Need = row.Need
    by_shifts = row.next_starts_at is not None and not need.takes_whole
    return _state(need, wanted_by_shifts=by_shifts) | {
        "id": need.id,
        "title": need.title,
        "summary": need.summary,
        "waiting": row.waiting,
        "unanswered": row.unanswered,
        "next_shift": None
        if row.next_starts_at is None
        else {"starts_at": local(row.next_starts_at), "ends_at": local(row.next_ends_at)},
        "missing_count": missing_count,
    }


def desk_document(
    need: Need,
    row: Any,
    missing: Sequence[str],
    may: Mapping[str, bool],
    preview: Mapping[str, Any],
    *,
    wanted_by_shifts: bool,
) -> dict[str, Any]:
    """DeskNeedOut, from a need, the row of `in_any_state` and what the rules say of it."""
    exact = need.positions is not None and need.position_accuracy == "exact"
    points = need.positions["coordinates"] if exact and need.positions is not None else []
    return (
        {name: getattr(need, name) for name in _AS_WRITTEN}
        | _state(need, wanted_by_shifts=wanted_by_shifts)
        | {
            "association": {
                "slug": row.association_slug,
                "name": row.association_name,
                "kind": row.association_kind,
            },
            "hours_per_week": None if need.hours_per_week is None else float(need.hours_per_week),
            "places": Fragment(row.places),
            "positions": [{"lat": lat, "lon": lon} for lon, lat in points],
            "remote": is_remote(need),
            "wanted_by_shifts": wanted_by_shifts,
            "contact": need.contact and contact(need.contact),
            "published_at": need.published_at and local(need.published_at),
            "missing": [{"field": name, "text": text(f"need.missing.{name}")} for name in missing],
            "may": may,
            "preview": preview,
        }
    )


_AS_WRITTEN = (
    *("id", "title", "summary", "description", "lang", "tasks", "benefits", "requirements"),
    *("skills", "languages", "interests", "helps", "pattern", "from_day", "until_day", "deadline"),
    *("position_accuracy", "address", "minimum_age", "children_under_15", "step_free"),
    *("public_transport", "intake", "takes_whole"),
)


def _state(need: Need, *, wanted_by_shifts: bool) -> dict[str, Any]:
    return {
        "status": need.status,
        "shown": need.shown,
        "hidden_reason": need.hidden_reason,
        "commitment": None if "commitment" in need.unsaid else need.commitment,
        "wanted": None if "wanted" in need.unsaid and not wanted_by_shifts else need.wanted,
        "taken": need.taken,
        "open_until": need.open_until and local(need.open_until),
        "updated_at": local(need.updated_at),
    }


def counts_document(rows: Sequence[Any]) -> dict[str, int]:
    """NeedCountsOut, from the rows of `queries.counts`."""
    found = {row[0]: row[1] for row in rows}
    return {status: found.get(status, 0) for status in STATUSES}


def moved_document(new_days: NewDays) -> dict[str, Any]:
    """MovedOut."""
    return {"by_days": new_days.by, "emptied": list(new_days.emptied)}

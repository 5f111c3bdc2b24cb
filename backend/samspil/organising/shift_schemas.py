"""The shapes of shifts, as their association plans them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, Final

from marshmallow import ValidationError, fields, post_load, validates_schema

from samspil.core.builders import Sources, builder
from samspil.core.fields import Choice, Clock, Day, Id, Many, Moment, Schema, Text, Whole, YesNo
from samspil.core.language import text
from samspil.core.time import WEEKDAYS
from samspil.needs.models import STATUSES
from samspil.needs.schemas import PeriodOut
from samspil.organising import rules
from samspil.search.paging import MOST_LIMIT, ListQuery
from samspil.signups.models import SIGNUP_STATES

LONGEST_MESSAGE: Final = 1_000
_CREW = {"description": "How many it takes at least; at most as many as there is room for."}


def _crew() -> Whole:
    return Whole(1, rules.MOST_PEOPLE, allow_none=True, metadata=_CREW)


class ShiftIn(Schema):
    """A dated slot to come."""

    id = Id(metadata={"description": "Chosen by the client; the same one twice makes one."})
    starts_at = Moment(required=True)
    ends_at = Moment(required=True)
    capacity = Whole(1, rules.MOST_PEOPLE, required=True)
    minimum_crew = _crew()


class ShiftChangesIn(Schema):
    """What changes; who has signed up is told of another time."""

    starts_at = Moment()
    ends_at = Moment()
    capacity = Whole(1, rules.MOST_PEOPLE)
    minimum_crew = _crew()


class WeeklyIn(Schema):
    """The same time of the clock every week, also over the change to summer time and back."""

    weekdays = Many(Choice(WEEKDAYS), most=len(WEEKDAYS), required=True)
    starts = Clock(required=True)
    ends = Clock(required=True, metadata={"description": "Not after `starts`: the next day."})
    from_ = Day(required=True, data_key="from")
    until = Day(required=True, metadata={"description": "At most 366 days after `from`."})
    skip_holidays = YesNo(load_default=False)
    capacity = Whole(1, rules.MOST_PEOPLE, required=True)
    minimum_crew = _crew()
    dry_run = YesNo(load_default=False, metadata={"description": "Show them, and make none."})

    @validates_schema
    def _goes_together(self, data: dict[str, Any], **_: Any) -> None:
        if not data["weekdays"]:
            raise ValidationError(text("field.shift.no-weekday"), "weekdays")
        first, last = data["from_"], data["until"]
        if not first <= last <= first + rules.LONGEST_SPAN:
            words = text("field.shift.span", first=first, days=rules.LONGEST_SPAN.days)
            raise ValidationError(words, "until")


class CancelIn(Schema):
    """A word to those who have signed up; it goes by mail."""

    message = Text(longest=LONGEST_MESSAGE, load_default="")


class RotaQuery(Schema):
    """A page of a need's shifts: those to come, or those that are past."""

    past = YesNo(load_default=False)
    limit = Whole(1, MOST_LIMIT, load_default=MOST_LIMIT)
    cursor = Text(longest=500)


class CrewOut(Schema):
    """Somebody who has signed up; without a name once erased."""

    read: ClassVar[Sources] = {"signup": "id"}

    signup = fields.UUID(required=True)
    name = fields.String(required=True, allow_none=True)
    status = fields.String(required=True, metadata={"enum": list(SIGNUP_STATES)})


class DeskShiftOut(PeriodOut):
    """A shift as its association sees it."""

    id = fields.UUID(required=True)
    capacity = fields.Integer(required=True)
    taken = fields.Integer(required=True, metadata={"description": "Places that are held"})
    waiting = fields.Integer(required=True, metadata={"description": "On the waiting list"})
    minimum_crew = fields.Integer(required=True, allow_none=True)
    cancelled_at = fields.AwareDateTime(required=True, allow_none=True)
    edition = fields.String(
        required=True, metadata={"description": "Its ETag, for `If-Match` on a change."}
    )
    crew = fields.List(fields.Nested(CrewOut), required=True)


class RotaOut(Schema):
    """A page of a need's shifts; those to come soonest first, those past latest first."""

    items = fields.List(fields.Nested(DeskShiftOut), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class WeekQuery(ListQuery):
    """The week that a day is in."""

    limit = Whole(1, MOST_LIMIT, load_default=MOST_LIMIT)
    day = Day(metadata={"description": "In the week; without it, today."})


class NeedRefOut(Schema):
    """The need that a shift is of."""

    id = fields.UUID(required=True)
    title = fields.String(required=True)
    lang = fields.String(required=True)
    status = fields.String(required=True, metadata={"enum": list(STATUSES)})


class WeekShiftOut(DeskShiftOut):
    """A shift among those of all an association's needs."""

    need = fields.Nested(NeedRefOut, required=True)


class WeekOut(Schema):
    """A page of a week's shifts, soonest first."""

    monday = fields.Date(required=True)
    items = fields.List(fields.Nested(WeekShiftOut), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class CopyWeekIn(Schema):
    """Two weeks, each named by a day in it."""

    from_ = Day(required=True, data_key="from")
    to = Day(required=True, metadata={"description": "At most 366 days from `from`."})
    skip_holidays = YesNo(load_default=False)
    dry_run = YesNo(load_default=False, metadata={"description": "Show them, and make none."})

    @post_load
    def _on_mondays(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        return data | {name: rules.week_of(data[name]).day for name in ("from_", "to")}

    @validates_schema
    def _goes_together(self, data: dict[str, Any], **_: Any) -> None:
        first, last = data["from_"], data["to"]
        if rules.week_of(first) == rules.week_of(last):
            raise ValidationError(text("field.shift.same-week"), "to")
        if abs(last - first) > rules.LONGEST_SPAN:
            words = text("field.shift.week-span", days=rules.LONGEST_SPAN.days)
            raise ValidationError(words, "to")


class WeeklyShiftOut(PeriodOut):
    """One date of a weekly shift."""

    read: ClassVar[Sources] = {"starts_at": "period.starts_at", "ends_at": "period.ends_at"}

    holiday = fields.String(
        required=True, allow_none=True, metadata={"description": "The public holiday's name"}
    )
    skipped = fields.Boolean(required=True, metadata={"description": "For the holiday"})
    exists = fields.Boolean(required=True, metadata={"description": "It stands there already"})


class WeeklyOut(Schema):
    """All its dates to come, and how many shifts were made of them."""

    items = fields.List(fields.Nested(WeeklyShiftOut), required=True)
    made = fields.Integer(required=True)


class CopiedShiftOut(WeeklyShiftOut):
    """A shift as it would be in the other week."""

    read: ClassVar[Sources] = {
        "starts_at": "occasion.period.starts_at",
        "ends_at": "occasion.period.ends_at",
        "holiday": "occasion.holiday",
        "skipped": "occasion.skipped",
        "exists": "occasion.exists",
    }

    need = fields.Nested(NeedRefOut, required=True)


class CopyWeekOut(Schema):
    """The week's shifts in the other week, and how many were made."""

    items = fields.List(fields.Nested(CopiedShiftOut), required=True)
    made = fields.Integer(required=True)


_of_shift = builder(DeskShiftOut, but={"waiting", "edition", "crew"})
_of_crew = builder(CrewOut)
_of_occasion = builder(WeeklyShiftOut)
_of_need = builder(NeedRefOut)
_of_copied = builder(CopiedShiftOut, but={"need"})


def shift_document(row: Any, crew: Iterable[Any], version: str) -> dict[str, Any]:
    """DeskShiftOut, from rows of `queries.rota` and `queries.crew`."""
    return _of_shift(row.Shift) | {
        "waiting": row.waiting,
        "edition": f'"{version}"',
        "crew": [_of_crew(one) for one in crew],
    }


def week_document(row: Any, shift: dict[str, Any]) -> dict[str, Any]:
    """WeekShiftOut, from a row of `queries.of_week` and its DeskShiftOut."""
    return shift | {"need": _of_need(row.Need)}


def copied_document(copies: Sequence[Any], made: int) -> dict[str, Any]:
    """CopyWeekOut, from what `shifts.copy_week` answers."""
    return {
        "items": [_of_copied(one) | {"need": _of_need(one.need)} for one in copies],
        "made": made,
    }


def weekly_document(dates: Sequence[rules.Occasion], made: int) -> dict[str, Any]:
    """WeeklyOut."""
    return {"items": [_of_occasion(one) for one in dates], "made": made}

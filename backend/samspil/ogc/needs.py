"""Needs as open data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, DateTime, and_, case, cast, exists, func, or_, select, true
from sqlalchemy.sql.selectable import LateralFromClause

from samspil.associations.models import KINDS, Association
from samspil.core.db import AnySelect
from samspil.core.fields import Choice, Slug, Text
from samspil.core.time import COPENHAGEN, PARTS_OF_DAY, WEEKDAYS
from samspil.needs.models import COMMITMENTS, STATUSES, Need, Shift
from samspil.needs.queries import PLANNED, Filters, columns, next_shift, open_needs
from samspil.needs.schemas import WhenOut
from samspil.ogc import collections as shared
from samspil.ogc.collections import Collection, Period, Property
from samspil.ogc.parameters import Interval, choice, datetime_for, flag, several, string
from samspil.ogc.texts import TEXTS, both
from samspil.site import url_of

ONCE: Final = "once"

PROPERTIES: Final = (
    Property("title", both("Opgave", "Task"), shared.STRING),
    shared.SUMMARY,
    shared.LANG,
    Property("association", both("Forening", "Association"), shared.STRING,
             read=lambda row: row.association_name),
    Property("association_slug", both("Foreningens navn i adresser", "Association's slug"),
             shared.STRING),
    Property("association_kind", both("Slags forening", "Kind of association"),
             {"type": "string", "enum": list(KINDS)}),
    shared.INTERESTS,
    Property("commitment", both("Hvor fast", "How regularly"),
             {"type": "string", "enum": list(COMMITMENTS)}),
    Property("starts_at", both("I gang fra", "On from"), shared.MAYBE_MOMENT,
             read=lambda row: row.begins),
    Property("ends_at", both("I gang til", "On until"), shared.MAYBE_MOMENT,
             read=lambda row: row.ends),
    Property("next_starts_at", both("Næste vagt begynder", "Next shift starts"),
             shared.MAYBE_MOMENT),
    Property("next_ends_at", both("Næste vagt slutter", "Next shift ends"),
             shared.MAYBE_MOMENT),
    Property("weekdays", both("Ugedage", "Weekdays"), shared.list_of(WEEKDAYS),
             read=WhenOut.read["weekdays"]),
    Property("parts_of_day", both("Tider på dagen", "Parts of the day"),
             shared.list_of(PARTS_OF_DAY), read=WhenOut.read["parts_of_day"]),
    Property("hours_per_week", both("Timer om ugen", "Hours a week"), shared.MAYBE_NUMBER,
             read=lambda row: None if row.hours_per_week is None else float(row.hours_per_week)),
    shared.PLACES,
    shared.ADDRESS,
    shared.POSITION_ACCURACY,
    Property("remote", both("Klares hjemmefra", "Done from home"), shared.BOOLEAN,
             read=lambda row: row.positions is None),
    shared.STEP_FREE,
    Property("minimum_age", both("Mindste alder", "Minimum age"), shared.MAYBE_INTEGER),
    Property("wanted", both("Hænder i alt", "Hands wanted"), shared.INTEGER),
    Property("missing", both("Hænder, der mangler", "Hands still missing"), shared.INTEGER),
    Property("status", both("Status", "Status"), {"type": "string", "enum": list(STATUSES)}),
    Property("published_at", both("Slået op", "Published"), shared.MOMENT),
    shared.UPDATED_AT,
    shared.DEMO,
    shared.PAGE,
)  # fmt: skip

FILTERS: Final = (
    string("q", Text(longest=100), TEXTS["parameter.q"]),
    several("interests", Slug(), TEXTS["parameter.interests"]),
    choice(
        "commitment",
        COMMITMENTS,
        both(
            "En enkelt gang, fast, eller når det passer.", "Once, regularly, or whenever it suits."
        ),
    ),
    several(
        "weekdays",
        Choice(WEEKDAYS),
        both("På mindst en af ugedagene.", "On at least one of the weekdays."),
    ),
    several(
        "parts_of_day",
        Choice(PARTS_OF_DAY),
        both("På mindst en af tiderne.", "At one or more of the parts of the day."),
    ),
    string("association_slug", Slug(), both("Kun denne forenings.", "Only this association's.")),
    flag("remote", both("Om opgaven klares hjemmefra.", "Whether the task is done from home.")),
    flag("step_free", both("Om der er trinfri adgang.", "Whether it is step-free.")),
    choice(
        "status",
        STATUSES,
        both(
            "Her er alle opgaver published: andre er ikke åbne.",
            "All tasks here are published: others are not open.",
        ),
    ),
    shared.LANG_IS,
    shared.ACCURACY_IS,
    shared.DEMO_IS,
)


def rows(now: datetime) -> AnySelect:
    """Needs with an item's columns and those that open data adds."""
    coming, dated = next_shift(now), _dated(now)
    begins, ends = _time(dated)
    return (
        select(
            *columns(coming),
            begins.label("begins"),
            ends.label("ends"),
            Need.address,
            Need.step_free,
            Need.minimum_age,
            Need.published_at,
            Need.updated_at,
        )
        .join(Association, Association.id == Need.association_id)
        .outerjoin(coming, true())
        .outerjoin(dated, true())
    )


def _shifts_not_over(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return Shift.need_id == Need.id, PLANNED, Shift.ends_at > now


def _dated(now: datetime) -> LateralFromClause:
    """(begins, ends) of the shifts that are not over."""
    return (
        select(func.min(Shift.starts_at).label("begins"), func.max(Shift.ends_at).label("ends"))
        .where(*_shifts_not_over(now))
        .lateral("dated")
    )


def _midnight(day: Any) -> ColumnElement[datetime]:
    """The moment when a day begins in Denmark."""
    return func.timezone(
        COPENHAGEN.key, cast(day, DateTime(timezone=False)), type_=DateTime(timezone=True)
    )


def _lasting() -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    """From when to when a need is on that does not happen only once."""
    return func.coalesce(_midnight(Need.from_day), Need.published_at), _midnight(Need.until_day + 1)


def _time(dated: LateralFromClause) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    once = Need.commitment == ONCE
    begins, ends = _lasting()
    return case((once, dated.c.begins), else_=begins), case((once, dated.c.ends), else_=ends)


def meets(interval: Interval, now: datetime) -> ColumnElement[bool]:
    """Whether a need is on during an interval; one without a known time always is."""
    shift = list(_shifts_not_over(now))
    begins, ends = _lasting()
    lasting: list[ColumnElement[bool]] = [Need.commitment != ONCE]
    if interval.ends is not None:
        shift.append(Shift.starts_at <= interval.ends)
        lasting.append(begins <= interval.ends)
    if interval.begins is not None:
        shift.append(Shift.ends_at >= interval.begins)
        lasting.append(or_(ends.is_(None), ends > interval.begins))
    undated = ~exists().where(*_shifts_not_over(now))
    once = and_(Need.commitment == ONCE, or_(exists().where(*shift), undated))
    return or_(once, and_(*lasting))


def extent(now: datetime) -> AnySelect:
    """(begins, ends) over all open needs; None is open, and no need at all is no row."""
    dated = _dated(now)
    begins, ends = _time(dated)
    timed = (
        select(begins.label("begins"), ends.label("ends"))
        .outerjoin(dated, true())
        .where(*open_needs(now).visible, begins.is_not(None))
        .subquery()
    )
    goes_on = func.bool_or(timed.c.ends.is_(None))
    return select(
        func.min(timed.c.begins).label("begins"),
        case((goes_on, None), else_=func.max(timed.c.ends)).label("ends"),
    )


def conditions(asked: Mapping[str, Any]) -> list[ColumnElement[bool]]:
    """The filters as SQL."""
    filters = Filters(
        q=asked.get("q"),
        interests=asked.get("interests", ()),
        weekdays=asked.get("weekdays", ()),
        parts_of_day=asked.get("parts_of_day", ()),
        association=asked.get("association_slug"),
        step_free=asked.get("step_free"),
    )
    found = filters.conditions() + shared.equal(
        asked,
        {
            "commitment": Need.commitment,
            "status": Need.status,
            "lang": Need.lang,
            "position_accuracy": Need.position_accuracy,
            "demo": Need.demo,
        },
    )
    if "remote" in asked:
        found.append(Need.positions.is_(None) if asked["remote"] else Need.positions.is_not(None))
    return found


NEEDS: Final = Collection(
    id="needs",
    title=both("Opgaver for frivillige", "Tasks for volunteers"),
    description=both(
        "Åbne opgaver, som foreninger søger frivillige til. En opgave kan foregå flere steder; "
        "klares den hjemmefra, har den ingen position.",
        "Open tasks that associations seek volunteers for. A task may be done in several places; "
        "one that is done from home has no position.",
    ),
    properties=PROPERTIES,
    heading=("title", "association", "places", "starts_at", "missing"),
    filters=FILTERS,
    when=datetime_for(TEXTS["parameter.datetime.needs"]),
    table=open_needs,
    rows=rows,
    conditions=conditions,
    page=lambda row: url_of("need", row.id),
    period=Period(meets, extent),
)

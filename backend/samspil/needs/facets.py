"""How many needs each value of a filter would give."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Text, and_, distinct, func, literal, select, true, union_all

from samspil.core.db import AnySelect
from samspil.needs.models import Need
from samspil.needs.queries import Filters, Near, open_needs
from samspil.people.models import Interest
from samspil.people.profiles import interest_label
from samspil.search import near as search


def facets(near: Near | None, filters: Filters, now: datetime) -> AnySelect:
    """(facet, value, an interest's label, count), each facet without its own filter."""
    table = open_needs(now)
    base = replace(
        filters, interests=(), weekdays=(), parts_of_day=(), commitments=(), remote="include"
    )
    by_interest = _fits(replace(Filters(), interests=filters.interests))
    by_commitment = _fits(replace(Filters(), commitments=filters.commitments))
    hit = (
        select(
            Need.id,
            Need.interests,
            Need.slots,
            Need.commitment,
            Need.positions.is_(None).label("remote"),
            by_interest.label("fits_interest"),
            by_commitment.label("fits_commitment"),
            search.located(table, None, placed=filters.placed, remote=filters.from_home).label(
                "fits_remote"
            ),
        )
        .where(
            *table.visible,
            search.located(table, near, placed=True, remote=True),
            *base.conditions(),
        )
        .cte("hit")
    )
    slots = search.words("slots", filters.slots)
    asks_slots = bool(filters.weekdays or filters.parts_of_day)
    fits_slots = hit.c.slots.overlap(slots) if asks_slots else true()
    fits = {
        "interest": hit.c.fits_interest,
        "slots": fits_slots,
        "commitment": hit.c.fits_commitment,
        "remote": hit.c.fits_remote,
    }

    def others(*own: str) -> list[ColumnElement[bool]]:
        return [condition for name, condition in fits.items() if name not in own]

    interests = search.elements(hit.c.interests, "interests_of_hit")
    slots_of_hit = search.elements(hit.c.slots, "slots_of_hit")
    weekday, part = (func.split_part(slots_of_hit.c.value, "-", n) for n in (1, 2))
    any_part = part.in_(filters.parts_of_day) if filters.parts_of_day else true()
    any_weekday = weekday.in_(filters.weekdays) if filters.weekdays else true()
    remote = func.lower(hit.c.remote.cast(Text))

    def counted(name: str, value: Any, source: Any, *conditions: ColumnElement[bool]) -> AnySelect:
        return (
            select(
                literal(name).label("facet"),
                value.label("value"),
                func.count(distinct(hit.c.id)).label("count"),
            )
            .select_from(source)
            .where(*conditions)
            .group_by(value)
        )

    with_slots = hit.join(slots_of_hit, true())
    parts = union_all(
        counted("interest", interests.c.value, hit.join(interests, true()), *others("interest")),
        counted("weekday", weekday, with_slots, any_part, *others("slots")),
        counted("part_of_day", part, with_slots, any_weekday, *others("slots")),
        counted("commitment", hit.c.commitment, hit, *others("commitment")),
        counted("remote", remote, hit, *others("remote")),
        # An interest that nothing has is still one to choose.
        select(literal("interest"), Interest.slug, literal(0)),
    ).subquery()
    return (
        select(parts.c.facet, parts.c.value, interest_label().label("label"), parts.c.count)
        .outerjoin(Interest, (parts.c.facet == "interest") & (Interest.slug == parts.c.value))
        .order_by(Interest.rank)
    )


def _fits(only: Filters) -> ColumnElement[bool]:
    return and_(true(), *only.conditions())

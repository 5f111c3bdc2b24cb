"""What follows from a need's own words."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.core.time import PARTS_OF_DAY, WEEKDAYS, at_local, local, part_of_day, weekday_of
from samspil.needs.rules import (
    LONGEST_PUBLISHED,
    all_slots,
    in_order,
    open_until,
    over_at,
    slots_of_pattern,
    slots_of_shifts,
)

MOMENTS = st.datetimes(
    datetime(2020, 1, 1),  # noqa: DTZ001
    datetime(2040, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))
CLOCKS = st.times().map(lambda clock: clock.replace(second=0, microsecond=0, tzinfo=None))


def test_without_a_choice_a_slot_is_any() -> None:
    assert len(all_slots()) == 21
    assert all_slots(["tue"]) == ["tue-morning", "tue-afternoon", "tue-evening"]
    assert all_slots([], ["evening"]) == [f"{day}-evening" for day in WEEKDAYS]


@given(st.lists(st.sampled_from(all_slots())))
def test_slots_stand_once_from_monday_morning_to_sunday_evening(slots: list[str]) -> None:
    ordered = in_order(slots)
    assert set(ordered) == set(slots)
    assert ordered == [slot for slot in all_slots() if slot in ordered]


@given(st.lists(st.tuples(st.sampled_from(WEEKDAYS), CLOCKS)))
def test_a_pattern_lies_in_the_slots_it_begins_in(lines: list[tuple[str, time]]) -> None:
    pattern = [
        {"weekday": day, "starts": f"{clock:%H:%M}", "ends": "23:59"} for day, clock in lines
    ]
    expected = {f"{day}-{part_of_day(clock)}" for day, clock in lines}
    assert set(slots_of_pattern(pattern)) == expected


@given(MOMENTS)
def test_a_shift_lies_in_the_slot_of_a_danish_clock(moment: datetime) -> None:
    [slot] = slots_of_shifts([moment])
    clock = local(moment)
    assert slot == f"{weekday_of(clock.date())}-{part_of_day(clock.time())}"
    assert slot.split("-")[1] in PARTS_OF_DAY


@given(MOMENTS, st.none() | DAYS, st.none() | MOMENTS)
def test_a_need_is_open_until_the_first_of_its_ends(
    published: datetime, deadline: date | None, last: datetime | None
) -> None:
    until = open_until(published, deadline, last)
    ends = [published + LONGEST_PUBLISHED]
    if deadline is not None:
        ends.append(at_local(deadline + timedelta(days=1), time()))
        assert until <= ends[-1], "the deadline's whole day belongs to it"
    if last is not None:
        ends.append(last)
    assert until in ends
    assert all(until <= end for end in ends)


DAY = date(2027, 3, 5)
MORNING, NIGHT = (at_local(DAY, time(hour)) for hour in (9, 23))
MIDNIGHT = at_local(DAY + timedelta(days=1), time())


@pytest.mark.parametrize(
    ("commitment", "last_shift_ends", "from_day", "until_day", "over"),
    [
        ("once", MORNING, None, None, MORNING),
        ("once", None, DAY, None, MIDNIGHT),
        ("once", MORNING - timedelta(days=365), DAY, None, MIDNIGHT),
        ("once", MIDNIGHT + timedelta(hours=2), DAY, None, MIDNIGHT + timedelta(hours=2)),
        ("once", MORNING, DAY - timedelta(days=3), DAY, MIDNIGHT),
        ("once", None, None, None, None),
        ("recurring", MORNING, DAY, None, None),
        ("recurring", NIGHT, None, DAY, MIDNIGHT),
        ("ongoing", None, None, DAY, MIDNIGHT),
    ],
)
def test_when_a_need_is_over(
    commitment: str,
    last_shift_ends: datetime | None,
    from_day: date | None,
    until_day: date | None,
    over: datetime | None,
) -> None:
    assert over_at(commitment, last_shift_ends, from_day, until_day) == over

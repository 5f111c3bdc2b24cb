"""What follows from a need's own words."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from samspil.core.time import PARTS_OF_DAY, WEEKDAYS, at_local, local, part_of_day, weekday_of
from samspil.volunteering.rules import (
    LONGEST_PUBLISHED,
    all_slots,
    in_order,
    open_until,
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

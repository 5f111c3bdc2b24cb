"""The Danish clock."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.core.time import (
    WEEKDAYS,
    at_local,
    first_weekday_after,
    local,
    now,
    part_of_day,
    weekday_of,
)

DATES = st.dates(date(2000, 1, 1), date(2099, 12, 31))


def test_now_is_aware() -> None:
    assert now().tzinfo is not None


def test_every_tuesday_at_six_stays_at_six_over_the_change_to_summer_time() -> None:
    before, after = (at_local(date(2027, 3, day), time(18)) for day in (23, 30))
    assert (before.astimezone(UTC).hour, after.astimezone(UTC).hour) == (17, 16)
    assert {local(moment).hour for moment in (before, after)} == {18}


def test_a_skipped_time_is_read_with_the_offset_before() -> None:
    assert at_local(date(2027, 3, 28), time(2, 30)).astimezone(UTC) == datetime(
        2027, 3, 28, 1, 30, tzinfo=UTC
    )


@given(DATES, st.sampled_from(WEEKDAYS))
def test_the_first_weekday_after_a_day_is_within_the_week_and_never_the_day_itself(
    day: date, weekday: str
) -> None:
    found = first_weekday_after(day, weekday)
    assert weekday_of(found) == weekday
    assert 1 <= (found - day).days <= 7


@given(st.times())
def test_every_time_has_one_part_of_the_day(clock: time) -> None:
    expected = "morning" if clock.hour < 12 else "afternoon" if clock.hour < 17 else "evening"
    assert part_of_day(clock) == expected


@pytest.mark.parametrize("day", [date(2027, 3, 27), date(2027, 3, 28), date(2027, 10, 31)])
def test_a_local_moment_comes_back_as_it_was(day: date) -> None:
    for hour in (0, 12, 23):
        back = local(at_local(day, time(hour)))
        assert (back.date(), back.hour) == (day, hour)

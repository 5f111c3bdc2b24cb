"""When a weekly shift is, in all years and in the two nights in which the clock changes."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from samspil.core.time import COPENHAGEN, WEEKDAYS, at_local
from samspil.organising.rules import on_day, weekly

DAYS = st.dates(date(2010, 1, 1), date(2090, 1, 1))
SPRING, AUTUMN = date(2027, 3, 28), date(2027, 10, 31)


def shown(moment: datetime) -> str:
    return moment.astimezone(COPENHAGEN).isoformat()


@given(DAYS, st.times(), st.sets(st.sampled_from(WEEKDAYS), min_size=1))
def test_every_week_it_is_on_its_days_at_its_time(
    first: date, starts: time, weekdays: set[str]
) -> None:
    starts = starts.replace(minute=starts.minute, second=0, microsecond=0)
    ends = (datetime.combine(first, starts) + timedelta(hours=2)).time()
    last = first + timedelta(days=366)
    periods = list(weekly(sorted(weekdays), starts, ends, first, last))  # type: ignore[arg-type]
    days = [first + timedelta(days=number) for number in range(367)]
    assert [p.day for p in periods] == [d for d in days if WEEKDAYS[d.weekday()] in weekdays]
    for period in periods:
        assert period.ends_at > period.starts_at
        clock = period.starts_at.astimezone(COPENHAGEN)
        skipped = at_local(period.day, starts).astimezone(UTC).astimezone(COPENHAGEN)
        assert clock == skipped
        if not time(2) <= starts < time(3):  # the hour that is skipped or comes twice
            assert (clock.date(), clock.time()) == (period.day, starts)


@given(st.integers(2010, 2090), st.sampled_from([3, 10]))
def test_tuesday_at_19_is_19_on_both_sides_of_the_last_sunday(year: int, month: int) -> None:
    turn = date(year, month, 31)
    turn -= timedelta(days=(turn.weekday() + 1) % 7)
    week = timedelta(days=7)
    before, after = weekly(["tue"], time(19), time(21), turn - week, turn + week)
    assert before.day < turn < after.day
    for period in (before, after):
        assert period.starts_at.astimezone(COPENHAGEN).time() == time(19)
    hour = timedelta(hours=1)
    assert after.starts_at - before.starts_at == week + (hour if month == 10 else -hour)


def test_a_time_that_is_skipped_counts_from_the_offset_before() -> None:
    night = on_day(SPRING, time(2, 30), time(4))
    assert shown(night.starts_at) == "2027-03-28T03:30:00+02:00"
    assert shown(night.ends_at) == "2027-03-28T04:00:00+02:00"


def test_a_time_that_comes_twice_is_its_first() -> None:
    night = on_day(AUTUMN, time(2, 30), time(4))
    assert shown(night.starts_at) == "2027-10-31T02:30:00+02:00"
    assert night.ends_at - night.starts_at == timedelta(hours=2, minutes=30)


def test_where_the_change_would_turn_a_shift_round_it_lasts_as_long_as_the_clock_says() -> None:
    night = on_day(SPRING, time(2, 30), time(3, 15))
    assert night.ends_at - night.starts_at == timedelta(minutes=45)


def test_an_end_that_is_not_later_is_the_next_days() -> None:
    assert on_day(SPRING, time(22), time(22)).ends_at.astimezone(COPENHAGEN).date() == date(
        2027, 3, 29
    )
    night = on_day(AUTUMN - timedelta(days=1), time(23), time(7))
    assert night.ends_at - night.starts_at == timedelta(hours=9)

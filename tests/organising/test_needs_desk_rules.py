"""What a need lacks to be published, what can be done with it, and when its next season is."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.associations.rules import Standing
from samspil.core import language
from samspil.core.language import TEXTS
from samspil.needs.models import STATUSES, Need
from samspil.organising import rules
from samspil.organising.rules import Facts

TODAY = date(2027, 3, 1)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
TUESDAYS = [{"weekday": "tue", "starts": "17:00", "ends": "18:30"}]
NOTHING = Facts(answers=False, coming_shift=False)
ANSWERED = Facts(answers=True, coming_shift=False)
WITH_SHIFT = Facts(answers=True, coming_shift=True)
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


def need(**values: Any) -> Need:
    """A need that lacks nothing, but for what is given."""
    usual = {
        "status": "draft",
        "unsaid": [],
        "summary": "Kort",
        "description": "Mere",
        "commitment": "ongoing",
        "pattern": [],
        "takes_whole": False,
        "contact": None,
    }
    return Need(**usual | values)


def missing(facts: Facts = ANSWERED, **values: Any) -> list[str]:
    return rules.missing(need(**values), facts, TODAY)


def test_a_title_alone_lacks_all_the_rest() -> None:
    unsaid = ["place", "commitment", "wanted"]
    lacking = missing(NOTHING, summary="", description="", unsaid=unsaid, commitment="recurring")
    assert lacking == ["summary", "description", "commitment", "places", "wanted", "contact"]


@pytest.mark.parametrize(
    ("lacking", "facts", "values"),
    [
        ([], ANSWERED, {}),
        (["summary"], ANSWERED, {"summary": ""}),
        (["description"], ANSWERED, {"description": ""}),
        (["pattern"], ANSWERED, {"commitment": "recurring"}),
        ([], ANSWERED, {"commitment": "recurring", "pattern": TUESDAYS}),
        ([], WITH_SHIFT, {"commitment": "recurring"}),
        (["from_day"], ANSWERED, {"commitment": "once"}),
        (["from_day"], ANSWERED, {"commitment": "once", "from_day": YESTERDAY}),
        ([], ANSWERED, {"commitment": "once", "from_day": TODAY}),
        ([], ANSWERED, {"commitment": "once", "from_day": YESTERDAY, "until_day": TOMORROW}),
        ([], WITH_SHIFT, {"commitment": "once"}),
        (["until_day"], ANSWERED, {"until_day": YESTERDAY}),
        (["deadline"], ANSWERED, {"deadline": YESTERDAY}),
        ([], ANSWERED, {"deadline": TODAY, "until_day": TODAY}),
        (["wanted"], ANSWERED, {"unsaid": ["wanted"]}),
        ([], WITH_SHIFT, {"unsaid": ["wanted"]}),
        (["wanted"], WITH_SHIFT, {"unsaid": ["wanted"], "takes_whole": True}),
        (["contact"], NOTHING, {"contact": {"name": "Formanden"}}),
        ([], NOTHING, {"contact": {"email": "formand@demo.example"}}),
        ([], NOTHING, {"contact": {"phone": "49 28 00 00"}}),
    ],
)
def test_what_is_missing(lacking: list[str], facts: Facts, values: dict[str, Any]) -> None:
    assert missing(facts, **values) == lacking


def test_all_that_can_be_missing_is_worded_in_both_languages() -> None:
    worded = {key.removeprefix("need.missing.") for key in TEXTS if key.startswith("need.missing.")}
    whole = set(
        missing(
            NOTHING,
            summary="",
            description="",
            unsaid=["place", "commitment", "wanted"],
            until_day=YESTERDAY,
            deadline=YESTERDAY,
        )
    )
    assert whole | {"pattern", "from_day"} == worded
    for field in worded:
        assert set(TEXTS[f"need.missing.{field}"]) == set(language.LANGUAGES)


@pytest.mark.parametrize("status", STATUSES)
def test_what_can_be_done_follows_from_the_state(status: str) -> None:
    may = rules.may(Standing("manager", staff=False), need(status=status))
    assert {what for what, allowed in may.items() if allowed} == {
        *("edit", "publish", "duplicate", "see_history"),
        *{"draft": ["delete"], "paused": ["close"], "closed": []}.get(status, ["pause", "close"]),
    }


@pytest.mark.parametrize("status", STATUSES)
def test_members_only_look(status: str) -> None:
    assert not any(rules.may(Standing("member", staff=False), need(status=status)).values())


@given(DAYS, st.integers(0, 300), st.integers(-60, 60), DAYS)
def test_another_season_keeps_the_weekdays_and_what_lies_between_the_days(
    first: date, length: int, before: int, today: date
) -> None:
    of = need(
        from_day=first,
        until_day=first + timedelta(days=length),
        deadline=first + timedelta(days=before),
    )
    moved = rules.next_season(of, None, today)
    assert moved.by is not None
    assert moved.by % rules.SEASON.days == 0
    assert moved.by >= rules.SEASON.days
    for name in rules.DAYS:
        assert moved.days[name] == getattr(of, name) + timedelta(days=moved.by)
    coming = [day for day in moved.days.values() if day is not None]
    assert min(coming) >= today
    # Not a season later than it must be.
    assert moved.by == rules.SEASON.days or min(coming) - rules.SEASON < today
    assert moved.emptied == ()


@given(DAYS, DAYS, st.integers(0, 300))
def test_a_season_that_begins_on_a_given_day_begins_then(
    first: date, new: date, length: int
) -> None:
    of = need(from_day=first, until_day=first + timedelta(days=length))
    moved = rules.next_season(of, new, TODAY)
    assert moved.days == {
        "from_day": new,
        "until_day": new + timedelta(days=length),
        "deadline": None,
    }
    assert moved.by == (new - first).days


def test_days_with_nothing_to_count_from_are_emptied_and_named() -> None:
    moved = rules.next_season(need(deadline=TOMORROW), TOMORROW, TODAY)
    assert moved.days == {"from_day": TOMORROW, "until_day": None, "deadline": None}
    assert (moved.by, moved.emptied) == (None, ("deadline",))


def test_without_days_nothing_moves() -> None:
    moved = rules.next_season(need(), None, TODAY)
    assert moved.days == dict.fromkeys(rules.DAYS)
    assert (moved.by, moved.emptied) == (None, ())

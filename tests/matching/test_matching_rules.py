"""What holds of every match, whoever asks for whatever."""

import dataclasses
import uuid
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from databases import NOW
from samspil.matching import rules
from samspil.matching.rules import Candidate, Volunteer
from samspil.matching.skills import pattern, skill_stems
from samspil.needs.models import COMMITMENTS
from samspil.people.models import HALF_DAYS

INTERESTS = ("sport", "nature", "care", "animals", "board")
LANGUAGES = ("da", "en", "uk")
SKILLS = ("Regnskab", "fodbold", "God til at forklare", "kørsel", "IT")
DAYS = st.dates(date(2027, 1, 1), date(2027, 12, 31))
SHIFTS = st.datetimes(
    datetime(2027, 3, 2),  # noqa: DTZ001  # Hypothesis adds the zone
    datetime(2027, 12, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)

MANY_ARE_SHUT_OUT = settings(suppress_health_check=[HealthCheck.filter_too_much])


def some(*words: str, most: int = 3) -> Any:
    return st.lists(st.sampled_from(words), max_size=most, unique=True)


@st.composite
def volunteers(draw: st.DrawFn) -> Volunteer:
    first, last = sorted([draw(DAYS), draw(DAYS)])
    return Volunteer(
        located=draw(st.booleans()),
        max_distance_m=draw(st.integers(500, 50_000)),
        interests=frozenset(draw(some(*INTERESTS))),
        skills=tuple(draw(some(*SKILLS))),
        languages=frozenset(draw(some(*LANGUAGES))),
        availability=frozenset(draw(some(*HALF_DAYS, most=6))),
        available_from=draw(st.none() | st.just(first)),
        available_until=draw(st.none() | st.just(last)),
        birth_year=draw(st.none() | st.integers(1930, 2016)),
        commitments=frozenset(draw(some(*COMMITMENTS))),
        step_free=draw(st.booleans()),
    )


@st.composite
def needs(draw: st.DrawFn) -> Candidate:
    wanted = draw(st.integers(1, 50))
    commitment = draw(st.sampled_from(COMMITMENTS))
    remote = draw(st.booleans())
    shifts = sorted(draw(st.lists(SHIFTS, max_size=4))) if commitment == "once" else None
    first, last = sorted([draw(DAYS), draw(DAYS)])
    return Candidate(
        id=draw(st.uuids()),
        metres=None if remote else draw(st.none() | st.floats(0, 60_000)),
        remote=remote,
        title=draw(st.sampled_from(("Fodboldtræner", "Kasserer", "Hjælp til"))),
        interests=draw(some(*INTERESTS, most=2)),
        skills=draw(some(*SKILLS, most=2)),
        languages=draw(some(*LANGUAGES)),
        minimum_age=draw(st.none() | st.integers(10, 25)),
        commitment=commitment,
        slots=draw(some(*HALF_DAYS)),
        shifts=shifts,
        from_day=draw(st.none() | st.just(first)),
        until_day=draw(st.none() | st.just(last)),
        step_free=draw(st.none() | st.booleans()),
        wanted=wanted,
        taken=draw(st.integers(0, wanted)),
        deadline=draw(st.none() | DAYS),
        published_at=NOW - timedelta(days=draw(st.integers(0, 180))),
        reply_days=draw(st.none() | st.integers(0, 40)),
    )


def plain(**values: Any) -> Candidate:
    """A need that suits anybody."""
    usual = dict.fromkeys(Candidate._fields) | {
        "id": uuid.UUID(int=1),
        "metres": 1000.0,
        "remote": False,
        "title": "Hjælp til",
        **dict.fromkeys(("interests", "skills", "languages", "slots"), ()),
        "commitment": "ongoing",
        "wanted": 4,
        "taken": 0,
        "published_at": NOW,
    }
    return Candidate(**usual | values)


def score(volunteer: Volunteer, need: Candidate) -> float:
    found = rules.match(volunteer, need, NOW)
    assert found is not None
    return found.score


@MANY_ARE_SHUT_OUT
@given(volunteers(), needs())
def test_a_score_and_all_its_parts_lie_between_none_and_whole(
    volunteer: Volunteer, need: Candidate
) -> None:
    found = rules.match(volunteer, need, NOW)
    assume(found is not None)
    assert found is not None
    assert 0 <= found.score <= 1
    assert all(0 <= part <= 1 for part in found.parts.values())
    assert found.parts.keys() == volunteer.told.keys()
    for reason in rules.reasons(volunteer, found, NOW):
        assert reason["kind"]


@MANY_ARE_SHUT_OUT
@given(volunteers(), needs(), st.floats(0, 60_000), st.floats(0, 60_000))
def test_nearer_is_never_worse(
    volunteer: Volunteer, need: Candidate, one: float, other: float
) -> None:
    near, far = sorted([one, other])
    found_far = rules.match(volunteer, need._replace(metres=far), NOW)
    assume(found_far is not None)
    assert found_far is not None
    assert score(volunteer, need._replace(metres=near)) >= found_far.score


@given(volunteers(), needs(), st.sampled_from(INTERESTS))
def test_an_interest_more_is_never_worse(
    volunteer: Volunteer, need: Candidate, interest: str
) -> None:
    more = dataclasses.replace(volunteer, interests=volunteer.interests | {interest})
    assert rules.interest_part(more, need, NOW) >= rules.interest_part(volunteer, need, NOW)


@MANY_ARE_SHUT_OUT
@given(volunteers(), needs())
def test_no_gate_lets_through_what_it_is_there_for(volunteer: Volunteer, need: Candidate) -> None:
    assume(rules.match(volunteer, need, NOW) is not None)
    assert need.taken < need.wanted
    assert need.metres is None or need.metres <= volunteer.max_distance_m
    if volunteer.birth_year is not None and need.minimum_age is not None:
        assert NOW.year - volunteer.birth_year >= need.minimum_age
    if volunteer.languages and need.languages:
        assert volunteer.languages & set(need.languages)
    assert not (volunteer.step_free and need.step_free is False)
    if volunteer.available_until is not None:
        assert volunteer.available_until >= NOW.date()
    if need.commitment == "once" and need.slots:
        assert need.shifts
        days = [rules.on_danish_clock(starts)[0] for starts in need.shifts]
        first = volunteer.available_from or date.min
        last = volunteer.available_until or date.max
        assert any(first <= day <= last for day in days)


@given(volunteers(), st.lists(needs(), max_size=6), st.randoms())
def test_the_order_is_the_same_however_the_needs_come(
    volunteer: Volunteer, found: list[Candidate], rng: Any
) -> None:
    matches = [m for need in found if (m := rules.match(volunteer, need, NOW))]
    mixed = list(matches)
    rng.shuffle(mixed)
    scored = [(m.score, m.need.id) for m in rules.ranked(matches)]
    assert scored == [(m.score, m.need.id) for m in rules.ranked(mixed)]


def test_every_weight_moves_something() -> None:
    everything = Volunteer(
        located=True,
        max_distance_m=5000,
        interests=frozenset({"care"}),
        skills=("regnskab",),
        availability=frozenset({"tue-evening"}),
        commitments=frozenset({"recurring"}),
        step_free=True,
    )
    good = plain(
        metres=0.0,
        interests=("care",),
        skills=("Regnskab",),
        slots=("tue-evening",),
        commitment="recurring",
        step_free=True,
        deadline=NOW.date(),
        reply_days=0,
    )
    worse: dict[str, dict[str, Any]] = {
        "distance": {"metres": 4000.0},
        "interest": {"interests": ("board",)},
        "skill": {"skills": ("Klaver",)},
        "availability": {"slots": ("wed-evening",)},
        "commitment": {"commitment": "ongoing"},
        "step_free": {"step_free": None},
        "hands": {"taken": 3},
        "fresh": {"published_at": NOW - timedelta(days=50)},
        "reply": {"reply_days": 9},
    }
    assert worse.keys() == rules.WEIGHTS.keys()
    for kind, values in worse.items():
        assert score(everything, good._replace(**values)) < score(everything, good), kind


def test_all_that_suits_is_told_and_what_counts_most_comes_first() -> None:
    volunteer = Volunteer(
        located=True,
        interests=frozenset({"care"}),
        skills=("god til regnskab",),
        languages=frozenset({"en"}),
        availability=frozenset({"tue-evening"}),
    )
    need = plain(
        interests=("care",),
        skills=("Regnskab",),
        languages=("da", "en"),
        slots=("tue-evening", "wed-evening"),
        reply_days=1,
    )
    found = rules.match(volunteer, need, NOW)
    assert found is not None
    assert rules.reasons(volunteer, found, NOW) == [
        {"kind": "interest", "slug": "care"},
        {"kind": "availability", "half_days": ["tue-evening"]},
        {"kind": "distance", "metres": 1000},
        {"kind": "skill", "skill": "god til regnskab"},
        {"kind": "hands", "missing": 4},
        {"kind": "fresh", "days": 0},
        {"kind": "reply", "days": 1},
        {"kind": "language", "language": "en"},
    ]


def test_a_birthday_later_this_year_counts() -> None:
    assert not rules.is_too_young(2009, 18, NOW)
    assert rules.is_too_young(2010, 18, NOW)
    new_year_in_copenhagen = datetime(2027, 12, 31, 23, 30, tzinfo=UTC)
    assert not rules.is_too_young(2010, 18, new_year_in_copenhagen)


@pytest.mark.parametrize(
    ("moment", "half_day"),
    [
        ("2026-10-24T15:30Z", "sat-evening"),
        ("2026-10-31T15:30Z", "sat-afternoon"),
        ("2027-03-27T15:30Z", "sat-afternoon"),
        ("2027-04-03T15:30Z", "sat-evening"),
        ("2027-03-27T23:30Z", "sun-morning"),
    ],
)
def test_half_days_are_those_of_a_danish_clock(moment: str, half_day: str) -> None:
    assert rules.on_danish_clock(datetime.fromisoformat(moment))[1] == half_day


def test_a_skill_is_known_by_what_it_says() -> None:
    assert skill_stems("God til at køre bil") == {"kor", "bil"} | skill_stems("køre")
    assert skill_stems("god") == frozenset()
    assert pattern(["traen"]) == r"\m(tr(æ|ä|ae)n)"

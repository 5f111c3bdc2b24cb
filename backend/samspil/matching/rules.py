"""Does a need suit a volunteer, how well, and why? Pure: no database, no clock, no words.

Gates say no. What passes them is scored kind by kind, each part from 0 to 1; a match is the mean of
the parts weighed by `WEIGHTS`, over what the volunteer has told of themselves. Every match carries
its reasons as data, for a screen to word.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Any, Final, Literal, NamedTuple

from samspil.core.geo import DEFAULT_RADIUS_M
from samspil.core.time import local, part_of_day, weekday_of
from samspil.matching.skills import Stems, folded_words, skill_stems, speaks_of
from samspil.needs.rules import slot

Kind = Literal[
    "distance",
    "availability",
    "interest",
    "skill",
    "commitment",
    "step_free",
    "hands",
    "fresh",
    "reply",
]
Reason = Mapping[str, Any]

# How much each part counts beside the others. The only place where that is said.
WEIGHTS: Final[Mapping[Kind, float]] = MappingProxyType(
    {
        "interest": 30,
        "availability": 25,
        "distance": 20,
        "skill": 10,
        "commitment": 10,
        "step_free": 10,
        "hands": 5,
        "fresh": 3,
        "reply": 2,
    }
)

# Parts for what is neither a yes nor a no.
AT_HOME: Final = 0.6  # done from home: no way to go, but nobody to meet near home either
ANY_TIME: Final = 0.7  # when it suits: fits all, but nobody's Tuesday evening in particular
NO_SKILL_ASKED: Final = 0.5
UNKNOWN: Final = 0.5
MAIN_INTEREST: Final = 0.8  # the first that a need is marked with
SIDE_INTEREST: Final = 0.6
SOME_OVERLAP: Final = 0.6

STALE_DAYS: Final = 60
SOON_DAYS: Final = 14
SLOW_REPLY_DAYS: Final = 10

# From here on a part is worth telling.
FRESH_DAYS: Final = 7
QUICK_REPLY_DAYS: Final = 3
MANY_MISSING: Final = 0.5


@dataclass(frozen=True)
class Volunteer:
    """What somebody has told of themselves; an empty field is something they have not told."""

    located: bool = False
    max_distance_m: int = DEFAULT_RADIUS_M
    interests: frozenset[str] = frozenset()
    skills: tuple[str, ...] = ()
    languages: frozenset[str] = frozenset()
    availability: frozenset[str] = frozenset()
    available_from: date | None = None
    available_until: date | None = None
    birth_year: int | None = None
    commitments: frozenset[str] = frozenset()
    step_free: bool = False

    @cached_property
    def stems_by_skill(self) -> Mapping[str, Stems]:
        """The stems that each skill is recognised by."""
        return {skill: skill_stems(skill) for skill in self.skills}

    @cached_property
    def all_stems(self) -> Stems:
        """The stems of all skills together: most needs speak of none."""
        return frozenset().union(*self.stems_by_skill.values())

    @cached_property
    def told(self) -> Mapping[Kind, float]:
        """The weights of the kinds that say something about this volunteer."""
        silent: dict[Kind, bool] = {
            "distance": not self.located,
            "interest": not self.interests,
            "availability": not self.availability,
            "commitment": not self.commitments,
            "step_free": not self.step_free,
        }
        return {kind: w for kind, w in WEIGHTS.items() if not silent.get(kind, False)}


class Candidate(NamedTuple):
    """What a match needs to know of a need."""

    id: uuid.UUID
    metres: float | None
    remote: bool
    title: str
    interests: Sequence[str]
    skills: Sequence[str]
    languages: Sequence[str]
    minimum_age: int | None
    commitment: str
    slots: Sequence[str]
    shifts: Sequence[datetime] | None  # of a `once`: starts of those with room, soonest first
    from_day: date | None
    until_day: date | None
    step_free: bool | None
    wanted: int
    taken: int
    deadline: date | None
    published_at: datetime
    reply_days: int | None


@dataclass(frozen=True, slots=True)
class Match:
    """A need that suits: how well, from 0 to 1, and by which parts."""

    need: Candidate
    score: float
    parts: Mapping[Kind, float]

    @property
    def points(self) -> float:
        """What the parts add up to: comparable between volunteers who have told more or less."""
        return weigh(self.parts, WEIGHTS)


def match(volunteer: Volunteer, need: Candidate, now: datetime) -> Match | None:
    """The match of a need with a volunteer; None when a gate is closed."""
    if closed_gate(volunteer, need, now) is not None:
        return None
    parts = parts_of(volunteer, need, now)
    return Match(need, score(parts, volunteer.told), parts)


def ranked(matches: Sequence[Match]) -> list[Match]:
    """Best first; equals by id, so that the same question has the same answer."""
    return sorted(matches, key=lambda found: (-found.score, found.need.id))


# Gates


def closed_gate(volunteer: Volunteer, need: Candidate, now: datetime) -> str | None:
    """The first gate that excludes the need, or None."""
    if is_full(need):
        return "full"
    if is_too_far(volunteer, need):
        return "distance"
    if is_too_young(volunteer.birth_year, need.minimum_age, now):
        return "age"
    if not shares_language(volunteer.languages, need.languages):
        return "language"
    if volunteer.step_free and need.step_free is False:
        return "step_free"
    return None if dates_meet(volunteer, need, now) else "dates"


def is_full(need: Candidate) -> bool:
    """Whether all hands are found, or no coming shift has room."""
    return need.taken >= need.wanted or (_by_shifts(need) and not need.shifts)


def is_too_far(volunteer: Volunteer, need: Candidate) -> bool:
    """Whether a need at a place lies further away than they go; one from home never does."""
    return need.metres is not None and need.metres > volunteer.max_distance_m


def is_too_young(birth_year: int | None, minimum_age: int | None, now: datetime) -> bool:
    """Whether somebody does not reach the age this calendar year; only the year is known."""
    if birth_year is None or minimum_age is None:
        return False
    return local(now).year - birth_year < minimum_age


def shares_language(spoken: frozenset[str], wanted: Sequence[str]) -> bool:
    """Whether they speak one of the languages it can be done in; not told shuts nobody out."""
    return not spoken or not wanted or not spoken.isdisjoint(wanted)


def dates_meet(volunteer: Volunteer, need: Candidate, now: datetime) -> bool:
    """Whether the need has a day on which the volunteer is there."""
    first, last = volunteer.available_from, volunteer.available_until
    today = local(now).date()
    if last is not None and last < today:
        return False
    if _by_shifts(need):
        return any(_there(volunteer, starts) for starts in need.shifts or ())
    begins_too_late = last is not None and need.from_day is not None and need.from_day > last
    over_before = first is not None and need.until_day is not None and need.until_day < first
    return not (begins_too_late or over_before)


def _by_shifts(need: Candidate) -> bool:
    """Whether it happens at its shifts and at no other time."""
    return need.commitment == "once" and bool(need.slots)


def _there(volunteer: Volunteer, moment: datetime) -> bool:
    day, _ = on_danish_clock(moment)
    first, last = volunteer.available_from, volunteer.available_until
    return (first is None or first <= day) and (last is None or day <= last)


# Scores


def score(parts: Mapping[Kind, float], weights: Mapping[Kind, float]) -> float:
    """The mean of the parts, weighed; from 0 to 1."""
    points = total = 0.0
    for kind, part in parts.items():
        weight = weights[kind]
        points += weight * part
        total += weight
    return min(1.0, points / total)


def weigh(parts: Mapping[Kind, float], weights: Mapping[Kind, float]) -> float:
    """The sum of the parts, weighed."""
    return sum(weights.get(kind, 0) * part for kind, part in parts.items())


def parts_of(volunteer: Volunteer, need: Candidate, now: datetime) -> dict[Kind, float]:
    """Each kind's part, from 0 to 1, for the kinds that say something about this volunteer."""
    return {kind: _PARTS[kind](volunteer, need, now) for kind in volunteer.told}


def distance_part(volunteer: Volunteer, need: Candidate, _now: datetime) -> float:
    """Falls linearly from 1 at home to 0 at their limit."""
    if need.metres is None:
        return AT_HOME
    return max(0.0, 1 - need.metres / volunteer.max_distance_m)


def interest_part(volunteer: Volunteer, need: Candidate, _now: datetime) -> float:
    """A need is mostly about its first interest; all of it shared is best."""
    shared = [slug for slug in need.interests if slug in volunteer.interests]
    if not shared:
        return 0.0
    if len(shared) > 1:
        return 1.0
    return MAIN_INTEREST if shared[0] == need.interests[0] else SIDE_INTEREST


def availability_part(volunteer: Volunteer, need: Candidate, _now: datetime) -> float:
    """More the more of its half days they have time; what is done at any time fits all."""
    half_days = half_days_of(volunteer, need)
    if not half_days:
        return ANY_TIME
    shared = volunteer.availability.intersection(half_days)
    if not shared:
        return 0.0
    return SOME_OVERLAP + (1 - SOME_OVERLAP) * len(shared) / len(half_days)


def half_days_of(volunteer: Volunteer, need: Candidate) -> Sequence[str]:
    """The half days a need is on while the volunteer is there; none means any time."""
    if not _by_shifts(need):
        return need.slots
    there = (starts for starts in need.shifts or () if _there(volunteer, starts))
    return list(dict.fromkeys(on_danish_clock(starts)[1] for starts in there))


@lru_cache(maxsize=16384)
def on_danish_clock(moment: datetime) -> tuple[date, str]:
    """The day and half day of a moment; many needs share the same Saturday morning."""
    clock = local(moment)
    return clock.date(), slot(weekday_of(clock.date()), part_of_day(clock.time()))


def skill_part(volunteer: Volunteer, need: Candidate, _now: datetime) -> float:
    """What they are good at is asked for; or something else is."""
    if skill_used(volunteer, need) is not None:
        return 1.0
    return 0.0 if need.skills else NO_SKILL_ASKED


def commitment_part(volunteer: Volunteer, need: Candidate, _now: datetime) -> float:
    """Whether it is once, weekly or now and then, as they wish."""
    return 1.0 if need.commitment in volunteer.commitments else 0.0


def step_free_part(_volunteer: Volunteer, need: Candidate, _now: datetime) -> float:
    """Known to be step-free, or from home, is better than not known."""
    return 1.0 if need.step_free or need.remote else 0.0


def hands_part(_volunteer: Volunteer, need: Candidate, now: datetime) -> float:
    """How large a share of the hands is missing, and how soon they are."""
    days = days_left(need, now)
    soon = 0.0 if days is None else max(0.0, 1 - max(days, 0) / SOON_DAYS)
    return 0.6 * missing_share(need) + 0.4 * soon


def fresh_part(_volunteer: Volunteer, need: Candidate, now: datetime) -> float:
    """Falls from 1 when it is published to 0 two months later."""
    days = (now - need.published_at) / timedelta(days=1)
    return min(1.0, max(0.0, 1 - days / STALE_DAYS))


def reply_part(_volunteer: Volunteer, need: Candidate, _now: datetime) -> float:
    """How quickly the association usually answers."""
    if need.reply_days is None:
        return UNKNOWN
    return max(0.0, 1 - max(need.reply_days, 0) / SLOW_REPLY_DAYS)


_PARTS: Final = {
    "distance": distance_part,
    "availability": availability_part,
    "interest": interest_part,
    "skill": skill_part,
    "commitment": commitment_part,
    "step_free": step_free_part,
    "hands": hands_part,
    "fresh": fresh_part,
    "reply": reply_part,
}


def missing_share(need: Candidate) -> float:
    """The share of the wanted hands that is missing."""
    return (need.wanted - need.taken) / need.wanted


def days_left(need: Candidate, now: datetime) -> int | None:
    """Days until the last day to sign up, or the next shift of what happens once."""
    today = local(now).date()
    days = [need.deadline] if need.deadline else []
    if need.shifts:
        days.append(on_danish_clock(need.shifts[0])[0])
    return min(((day - today).days for day in days), default=None)


def skill_used(volunteer: Volunteer, need: Candidate) -> str | None:
    """The first of their skills that a need's title or its skills speak of."""
    if not volunteer.skills:
        return None
    words = folded_words(" ".join((need.title, *need.skills)))
    if not speaks_of(words, volunteer.all_stems):
        return None
    return next(s for s, stems in volunteer.stems_by_skill.items() if speaks_of(words, stems))


# Reasons


def reasons(volunteer: Volunteer, match: Match, now: datetime) -> list[Reason]:
    """Why it suits, what counts most first; an interest is named by its slug alone."""
    need, parts = match.need, match.parts
    found: list[tuple[float, Reason]] = []

    def add(kind: Kind, **facts: Any) -> None:
        found.append((parts.get(kind, 0) * WEIGHTS[kind], {"kind": kind, **facts}))

    shared = [day for day in half_days_of(volunteer, need) if day in volunteer.availability]
    if need.metres is not None:
        add("distance", metres=round(need.metres))
    if shared:
        add("availability", half_days=shared)
    for slug in need.interests:
        if slug in volunteer.interests:
            add("interest", slug=slug)
    if parts.get("skill") == 1 and (skill := skill_used(volunteer, need)) is not None:
        add("skill", skill=skill)
    if parts.get("commitment", 0) > 0:
        add("commitment", commitment=need.commitment)
    if volunteer.step_free and need.step_free:
        add("step_free")
    if missing_share(need) >= MANY_MISSING:
        add("hands", missing=need.wanted - need.taken)
    if 0 <= (days := (now - need.published_at).days) <= FRESH_DAYS:
        add("fresh", days=days)
    if need.reply_days is not None and need.reply_days <= QUICK_REPLY_DAYS:
        add("reply", days=need.reply_days)
    found.sort(key=lambda pair: -pair[0])
    return [*(reason for _, reason in found), *_without_weight(volunteer, need)]


def _without_weight(volunteer: Volunteer, need: Candidate) -> Iterator[Reason]:
    """What is good to know, but ranks nothing."""
    if need.remote:
        yield {"kind": "remote"}
    if volunteer.availability and not half_days_of(volunteer, need):
        yield {"kind": "any_time"}
    if "da" not in volunteer.languages:
        for language in need.languages:
            if language in volunteer.languages:
                yield {"kind": "language", "language": language}

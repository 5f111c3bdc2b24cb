"""Matches are ordered as people would, and what is not looked at is no loss that matters."""

import uuid
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from databases import NOW
from samspil.demo.measuring import SHOWN, UNBOUNDED, Case, Quality, mean, measure, ndcg, read_cases
from samspil.matching import matches, queries, rules
from samspil.matching.rules import WEIGHTS

CASES = read_cases(Path(__file__).with_name("matching_cases.json"))
# Far below what is measured, far above chance.
LEAST_MARGIN = 0.4
LEAST_QUALITY = 0.8


@pytest.fixture
def qualities(demo_session: Session) -> list[Quality]:
    return measure(demo_session, CASES, NOW)


def test_there_are_enough_people_and_no_need_is_unknown(qualities: list[Quality]) -> None:
    assert len(qualities) == len(CASES) >= 60
    assert sum(quality.held_out for quality in qualities) == len(CASES) // 2
    assert len({case.who for case in CASES}) == len(CASES)


@pytest.mark.parametrize("held_out", [False, True])
def test_matches_beat_both_plain_orders_also_for_people_they_were_not_tuned_on(
    qualities: list[Quality], held_out: bool
) -> None:
    half = [quality for quality in qualities if quality.held_out is held_out]
    match = mean(half, "match")
    assert match >= LEAST_QUALITY
    assert match >= mean(half, "distance_only") + LEAST_MARGIN
    assert match >= mean(half, "newest_first") + LEAST_MARGIN


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.who)
def test_looking_at_few_shows_the_same_as_looking_at_all(
    demo_session: Session, case: Case, now: datetime
) -> None:
    """In the demonstration, which is as large as a municipality, ranks are the very same."""
    ask = (demo_session, case.volunteer, case.origin, SHOWN, now)
    few = matches.ranked_matches(*ask)[:SHOWN]
    every = matches.ranked_matches(*ask, UNBOUNDED)[:SHOWN]
    lost = sum(m.score for m in every) - sum(m.score for m in few)
    assert lost <= 0.05  # of ten scores together: a fresher one may stand in for its equal
    assert len({m.need.id for m in few} & {m.need.id for m in every}) >= len(every) - 2


def test_what_sql_promises_is_what_rules_give(demo_session: Session, now: datetime) -> None:
    """Or more, where a row does not show all: never less, or the best would be passed over."""
    unseen = sum(WEIGHTS[kind] for kind in ("fresh", "hands", "reply"))
    by_title = WEIGHTS["skill"]
    for case in CASES:
        asked = queries.candidates(case.volunteer, case.origin, SHOWN, now, UNBOUNDED)
        # The grid's distance is not quite that on the ground.
        rows = asked.rows(demo_session)
        for row, need in zip(rows, queries.candidates_of(rows), strict=True):
            match = rules.match(case.volunteer, need, now)
            if match is None:
                continue
            seen = {k: p for k, p in match.parts.items() if k not in ("fresh", "hands", "reply")}
            given = rules.weigh(seen, WEIGHTS)
            assert row.promise >= given - by_title - 0.1, (case.who, row.title)
            assert match.points <= row.promise + unseen + by_title + 0.1


def test_the_measure_itself() -> None:
    best, good, other = (uuid.UUID(int=n) for n in range(3))
    grades = {best: 3, good: 1}
    assert ndcg([best, good, other], grades) == 1
    assert ndcg([other], grades) == 0
    assert ndcg([good, best], grades) == pytest.approx(0.70981)

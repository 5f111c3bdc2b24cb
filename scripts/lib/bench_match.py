"""Measures order: that of matches and that of a search for words; and how fast matches come.

Quality: the people of tests/matching/matching_cases.json against the demonstration, as NDCG@10
beside two plain orders of the very same needs; the queries of tests/search/search_cases.json,
beside the order they had before, nearest first. Speed: the real application on the real server over
a hundred thousand needs, a full profile beside the plain near search from the same starts, the two
in turns. Bound: the best ten among the nearest few hundred beside the best ten of all within reach.
"""

import json
import os
import random
import secrets
import statistics
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from bench_load import found
from bench_near import OURS, PORT, TOWNS, machine, samspil, say, serving
from sqlalchemy.orm import Session

from samspil.core.db import make_engine
from samspil.demo.measuring import (
    SHOWN,
    UNBOUNDED,
    Quality,
    mean,
    measure,
    measure_queries,
    positions,
    read_cases,
    read_queries,
    read_towns,
)
from samspil.local import database
from samspil.local.cluster import APP, Cluster
from samspil.matching import matches as services
from samspil.matching.schemas import MatchIn, volunteer_of
from samspil.places.queries import origin_of_search
from samspil.settings import CHECKOUT

CASES = CHECKOUT / "tests" / "matching" / "matching_cases.json"
QUERIES = CHECKOUT / "tests" / "search" / "search_cases.json"
SIZE = 100_000
STARTS = 100
BOUND_STARTS = 30
SECONDS = 3
ROUNDS = 3
CONNECTIONS = (1, 8)
WORST = 8

# A volunteer who has told everything, as a phone would send it.
PROFILE: Mapping[str, Any] = {
    "max_distance_m": 10_000,
    "interests": ["sport", "nature", "climate"],
    "skills": ["fodbold", "regnskab", "god til at forklare"],
    "languages": ["da", "en"],
    "availability": ["tue-evening", "thu-evening", "sat-morning"],
    "birth_year": 1990,
    "commitment": ["recurring", "ongoing"],
}

# wrk calls these: a line is a path, and a body after a blank where it is a match.
WRK_SCRIPT = """
local requests = {}
for line in io.lines(os.getenv("BENCH_REQUESTS")) do
  local path, body = line:match("^(%S+) (.*)$")
  local headers = { ["Content-Type"] = "application/json" }
  requests[#requests + 1] = body and wrk.format("POST", path, headers, body)
    or wrk.format("GET", line)
end
local at = 0
request = function()
  at = at % #requests + 1
  return requests[at]
end
done = function(summary, latency)
  io.write(string.format("FIGURES %d %d %d %d %d\\n", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(95),
    summary.errors.status + summary.errors.timeout + summary.errors.read))
end
"""

Figures = tuple[float, float, float, int]


def main() -> None:
    """Print the four tables."""
    say(f"{machine()}\n")
    with (
        tempfile.TemporaryDirectory(prefix="samspil-bench-") as folder,
        database.private_cluster(Path(folder)) as cluster,
    ):
        environment = os.environ | database.private(cluster).as_environment()
        environment["SAMSPIL_SECRET_KEY"] = secrets.token_hex()
        # What is measured is the match, not the guard at its door.
        environment["SAMSPIL_RATE_LIMIT"] = "1000000000 per minute"
        for command in ("migrate", "load-base", "load-demo"):
            samspil(environment, command)
        print_quality(cluster)
        print_queries(cluster)
        samspil(environment, "load-scale", str(SIZE))
        rng = random.Random(SIZE)  # noqa: S311  # starts, not secrets
        starts = [
            {"lat": round(lat, 3), "lon": round(lon, 3)}
            for lat, lon in positions(rng, read_towns(TOWNS), STARTS)
        ]
        with serving(OURS, PORT, environment):
            print_speed(Path(folder), starts)
        print_bound(cluster, starts[:BOUND_STARTS])


def print_quality(cluster: Cluster) -> None:
    """NDCG@10 by half, the margins, and whom the order serves worst."""
    engine = make_engine(cluster.url(APP, "samspil"))
    with Session(engine) as session:
        people = measure(session, read_cases(CASES), datetime.now(UTC))
    engine.dispose()
    say(f"NDCG@{SHOWN} over {len(people)} hand-made people; the plain orders get the same gates\n")
    say(f"{'':<10}{'':>7}{'':>8}{'':>10}{'':>8}{'margin over':>21}")
    say(
        f"{'half':<10}{'people':>7}{'match':>8}{'distance':>10}{'newest':>8}"
        f"{'distance':>12}{'newest':>9}"
    )
    for name, held_out in (("tuning", False), ("held out", True)):
        half = [person for person in people if person.held_out is held_out]
        match, near, new = (mean(half, of) for of in ("match", "distance_only", "newest_first"))
        plain = f"{name:<10}{len(half):>7}{match:>8.3f}{near:>10.3f}{new:>8.3f}"
        say(f"{plain}{match - near:>12.3f}{match - new:>9.3f}")
    say(f"\nThe {WORST} whom it serves worst (match, distance, newest):")
    worst: list[Quality] = sorted(people, key=lambda person: person.match)[:WORST]
    for one in worst:
        say(f"  {one.match:.2f}  {one.distance_only:.2f}  {one.newest_first:.2f}  {one.who}")


def print_queries(cluster: Cluster) -> None:
    """NDCG@10 of text search by half, and which queries are served worst."""
    engine = make_engine(cluster.url(APP, "samspil"))
    with Session(engine) as session:
        asked = measure_queries(session, read_queries(QUERIES), datetime.now(UTC))
    engine.dispose()
    say(f"\nNDCG@{SHOWN} of {len(asked)} hand-made queries, all of whose hits both orders sort\n")
    say(f"{'half':<10}{'queries':>8}{'best fit':>10}{'nearest':>9}{'margin':>8}")
    for name, held_out in (("tuning", False), ("held out", True)):
        half = [query for query in asked if query.held_out is held_out]
        fit, near = mean(half, "fit"), mean(half, "nearest")
        say(f"{name:<10}{len(half):>8}{fit:>10.3f}{near:>9.3f}{fit - near:>8.3f}")
    say(f"\nThe {WORST} that are served worst (best fit, nearest):")
    for one in sorted(asked, key=lambda query: query.fit)[:WORST]:
        say(f"  {one.fit:.2f}  {one.nearest:.2f}  {one.q}")


def print_speed(folder: Path, starts: Sequence[Mapping[str, float]]) -> None:
    """The near search and the match in turns; of each the best round counts."""
    asked = {
        "near": [f"/api/v1/needs?{urlencode(start)}" for start in starts],
        "match": [f"/api/v1/matches {json.dumps({**PROFILE, **start})}" for start in starts],
    }
    say(f"\n{SIZE:,} needs, {STARTS} starts, best of {ROUNDS} × {SECONDS} s; milliseconds\n")
    say(f"{'connections':>11}  {'search':<8}{'a second':>9}{'p50':>8}{'p95':>8}{'failed':>8}")
    for connections in CONNECTIONS:
        best: dict[str, Figures] = {}
        for number in range(ROUNDS + 1):
            for name, lines in asked.items():
                seen = load(folder, lines, connections)
                if number and (name not in best or seen[1] < best[name][1]):
                    best[name] = seen
        for name, (rate, p50, p95, failed) in best.items():
            say(f"{connections:>11}  {name:<8}{rate:>9.0f}{p50:>8.1f}{p95:>8.1f}{failed:>8}")
        ratios = (best["match"][n] / best["near"][n] for n in (1, 2))
        say(
            "{:>11}  match takes {:.2f} times as long (p50), {:.2f} times (p95)".format("", *ratios)
        )


def load(folder: Path, lines: Sequence[str], connections: int) -> Figures:
    """A second's answers, p50 and p95 in milliseconds, failures."""
    script, requests = folder / "wrk.lua", folder / "requests"
    script.write_text(WRK_SCRIPT, encoding="utf-8")
    requests.write_text("\n".join(lines), encoding="utf-8")
    said = subprocess.run(  # noqa: S603
        [
            *("/usr/bin/wrk", "--threads", "1", "--connections", str(connections)),
            *("--duration", f"{SECONDS}s", "--script", str(script)),
            f"http://127.0.0.1:{PORT}",
        ],
        env=os.environ | {"BENCH_REQUESTS": str(requests)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    answers, duration_us, p50, p95, failed = map(int, found(r"FIGURES (.*)", said).split())
    return answers / (duration_us / 1e6), p50 / 1000, p95 / 1000, failed


def print_bound(cluster: Cluster, starts: Sequence[Mapping[str, float]]) -> None:
    """How many of the best ten of all within reach the bounded walk shows, and what it loses."""
    engine = make_engine(cluster.url(APP, "samspil"))
    now = datetime.now(UTC)
    same, lost, looked_at, took = [], [], [], 0.0
    with Session(engine) as session:
        for start in starts:
            args = MatchIn().load({**PROFILE, **start})
            volunteer, origin = volunteer_of(args), origin_of_search(args)
            shown = services.ranked_matches(session, volunteer, origin, SHOWN, now)[:SHOWN]
            before = time.perf_counter()
            every = services.ranked_matches(session, volunteer, origin, SHOWN, now, UNBOUNDED)
            took += time.perf_counter() - before
            looked_at.append(len(every))
            best = every[:SHOWN]
            same.append(len({m.need.id for m in shown} & {m.need.id for m in best}) / len(best))
            lost.append(_mean_score(best) - _mean_score(shown))
    engine.dispose()
    say(f"\nThe bound, from {len(starts)} starts, beside looking at all that passes the gates")
    say(f"  within reach: {min(looked_at):,} to {max(looked_at):,} needs")
    say(f"  of the best {SHOWN} of all, shown: {statistics.fmean(same):.0%}")
    say(f"  their mean score is lower by: {statistics.fmean(lost):.4f}, at worst {max(lost):.4f}")
    say(f"  looking at all takes {took / len(starts) * 1000:.0f} ms on average")


def _mean_score(matches: Sequence[Any]) -> float:
    return statistics.fmean(match.score for match in matches)


if __name__ == "__main__":
    main()

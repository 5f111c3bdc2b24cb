"""Measures "needs near me" from a thousand needs to a million, beside what is possible.

For each size: the real application on the real server, asked by wrk from the loopback address for
a hundred different starts; a bare Flask route on the same server that runs the very same statements
(`bench_bare`); and those statements alone, prepared, by pgbench. All have as many connections,
share the same cores and take turns. The ratios are what our code costs, and what everything outside
the database does. With --json the figures are kept in a file.
"""

import argparse
import contextlib
import json
import os
import platform
import random
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import bench_load
from bench_load import MARK, Figures, Load, found
from sqlalchemy.orm import Session

from samspil.demo.measuring import positions, read_towns
from samspil.local import database, processes
from samspil.local.cluster import Cluster
from samspil.local.supervise import answers
from samspil.needs import queries
from samspil.needs.queries import Filters
from samspil.needs.schemas import need_item
from samspil.places.queries import origin_of_search
from samspil.search.paging import Page
from samspil.settings import CHECKOUT

PORT = 8191
BARE_PORT = 8192
OURS = "samspil.rsgi:app"
CONNECTIONS = 8
SECONDS = 5
ROUNDS = 2
STARTS = 100
SIZES = (1_000, 100_000, 1_000_000)
TOWNS = CHECKOUT / "geodata" / "denmark_towns.csv"
PLACES = ("helsingoer", "hornbaek", "espergaerde", "tikoeb", "kvistgaard", "aalsgaarde")
WORDS = ("træner", "strand", "cykel", "kaffe", "besøgsven", "lektier")

Asked = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: the application's figures, and the same for one client at a time.

    The other rates are those of the bare route and of the SQL alone.
    """

    needs: int
    search: str
    ours: Figures
    one: Figures
    bare: Figures
    sql_rate: float

    def __str__(self) -> str:
        ours, one, bare = self.ours, self.one, self.bare
        return (
            f"{self.needs:>9,}  {self.search:<9}{ours.rate:>6.0f}{ours.p50:>7.1f}{ours.p95:>7.1f}"
            f"{ours.p99:>7.1f}{ours.processor:>7.2f}{ours.failed + one.failed + bare.failed:>7}"
            f"{one.p50:>9.1f}{one.p95:>6.1f}{bare.rate:>7.0f}{bare.processor:>7.2f}"
            f"{self.sql_rate:>7.0f}{ours.rate / bare.rate:>7.2f}{ours.rate / self.sql_rate:>6.2f}"
        )


HEADS = (
    f"{'needs':>9}  {'search':<9}{'a s':>6}{'p50':>7}{'p95':>7}{'p99':>7}{'CPU':>7}{'failed':>7}"
    f"{'1: p50':>9}{'p95':>6}{'bare':>7}{'CPU':>7}{'SQL':>7}{'/bare':>7}{'/SQL':>6}"
)


def main() -> None:
    """Print the table, then what each process holds in memory."""
    options = read_options()
    started = datetime.now(UTC).isoformat(timespec="seconds")
    lines: list[Line] = []
    memory: dict[str, float] = {}
    say(
        f"{machine()}; {CONNECTIONS} connections, then 1; {options.seconds} s a figure, "
        f"best of {options.rounds}, {STARTS} starts; times in ms, CPU: the server's for an answer"
        f"\n\n{HEADS}"
    )
    with (
        tempfile.TemporaryDirectory(prefix="samspil-bench-") as folder,
        database.private_cluster(Path(folder)) as cluster,
    ):
        environment = (
            os.environ | database.private(cluster).as_environment() | MARK.as_environment()
        )
        environment["SAMSPIL_SECRET_KEY"] = secrets.token_hex()
        # What is measured is the search, not the guard at its door.
        environment["SAMSPIL_RATE_LIMIT"] = "1000000000 per minute"
        for command in ("migrate", "load-base", "load-demo"):
            samspil(environment, command)
        for size in options.sizes:
            before = time.perf_counter()
            samspil(environment, "load-scale", str(size))
            took = time.perf_counter() - before
            searches = dict(cases(size))
            sent = {
                name: bench_load.statements_of(cluster, [searched(one) for one in asked])
                for name, asked in searches.items()
            }
            file = bench_load.kept(Path(folder), sent)
            bare = {"BENCH_STATEMENTS": str(file), "PYTHONPATH": python_path()}
            with (
                serving(OURS, PORT, environment) as server,
                serving("bench_bare:app", BARE_PORT, environment | bare),
            ):
                for name, asked in searches.items():
                    load = Load(Path(folder), options.seconds)
                    paths = [f"/api/v1/needs?{written(one)}" for one in asked]
                    numbers = [f"/{name}/{number}" for number in range(STARTS)]
                    rounds = [
                        Line(
                            needs=size,
                            search=name,
                            ours=load.over_http(PORT, paths, CONNECTIONS),
                            one=load.over_http(PORT, paths, 1),
                            bare=load.over_http(BARE_PORT, numbers, CONNECTIONS),
                            sql_rate=load.alone(cluster, sent[name][:20], CONNECTIONS),
                        )
                        for _ in range(options.rounds)
                    ]
                    lines.append(best(rounds))
                    say(str(lines[-1]))
                memory = memory_of(server.pid) | memory_of(postmaster(cluster))
            say(f"{'':>9}  (filled in {took:.0f} s)")
    for name, megabytes in memory.items():
        say(f"{name}: {megabytes:.0f} MB")
    if options.json:
        kept = {
            "started": started,
            "machine": machine(),
            "lines": [asdict(line) for line in lines],
            "memory_mb": memory,
        }
        options.json.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def best(rounds: Sequence[Line]) -> Line:
    """The best of each figure: what else the machine does slows one down, nothing speeds it up."""

    def quickest(figures: Iterable[Figures]) -> Figures:
        return max(figures, key=lambda one: one.rate)

    return replace(
        rounds[0],
        ours=quickest(line.ours for line in rounds),
        one=quickest(line.one for line in rounds),
        bare=quickest(line.bare for line in rounds),
        sql_rate=max(line.sql_rate for line in rounds),
    )


def read_options() -> argparse.Namespace:
    """What to measure, and for how long."""
    parser = argparse.ArgumentParser(prog="scripts/bench near", description=__doc__)
    parser.add_argument(
        "--sizes",
        type=lambda value: [int(part) for part in value.split(",")],
        default=list(SIZES),
        help="how many needs, ascending, with commas between",
    )
    parser.add_argument("--seconds", type=int, default=SECONDS, help="of load for each figure")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="in turns; the best counts")
    parser.add_argument("--json", type=Path, help="a file to keep the figures in")
    return parser.parse_args()


def cases(size: int) -> Iterator[tuple[str, Sequence[Asked]]]:
    """Each search's name and its hundred parameter sets, the same in every run."""
    rng = random.Random(size)  # noqa: S311  # starts, not secrets
    starts = [
        {"lat": round(lat, 3), "lon": round(lon, 3)}
        for lat, lon in positions(rng, read_towns(TOWNS), STARTS)
    ]
    yield "place", [{"place": PLACES[n % len(PLACES)]} for n in range(STARTS)]
    yield "position", starts
    yield "total", [start | {"with_total": True} for start in starts]
    yield "text", [start | {"q": WORDS[n % len(WORDS)]} for n, start in enumerate(starts)]
    yield (
        "filters",
        [
            start
            | {"interest": ["sport", "nature"], "weekday": ["tue"], "part_of_day": ["evening"]}
            for start in starts
        ],
    )


@contextlib.contextmanager
def serving(
    app: str, port: int, environment: Mapping[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    """An application on our server, two processes as on a small machine."""
    command = [app if part == OURS else part for part in processes.web_server(port).command]
    server = processes.start(command, environment)
    try:
        if not processes.wait_until(lambda: answers(port, "/readyz"), 60):
            raise RuntimeError(f"{app} did not start")
        yield server
    finally:
        processes.stop(server)


def python_path() -> str:
    """Where the bare route is found too."""
    return os.pathsep.join((str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")))


def searched(asked: Asked) -> Callable[[Session], object]:
    """A search as the view runs it."""
    args: dict[str, Any] = {"limit": 20, "with_total": False, **asked}
    origin = origin_of_search(args)
    if origin is None:
        raise ValueError(asked)
    page, now = Page.of(args), datetime.now(UTC)
    search = queries.near(origin, 10_000, Filters.of(args, now), page, now)
    return partial(search.document, page=page, item=need_item)


def written(asked: Asked) -> str:
    """Parameters as an address writes them."""
    values = {name: "true" if value is True else value for name, value in asked.items()}
    return urlencode(values, doseq=True)


def memory_of(parent: int) -> dict[str, float]:
    """Each process's own share of memory (PSS) in MB, the parent's and its children's."""
    found_memory = {}
    for process in (parent, *children(parent)):
        try:
            rollup = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="utf-8")
            name = Path(f"/proc/{process}/comm").read_text(encoding="utf-8").strip()
        except (FileNotFoundError, ProcessLookupError):
            continue  # it has just ended
        found_memory[f"{name} {process}"] = int(found(r"Pss:\s+(\d+)", rollup)) / 1024
    return found_memory


def children(parent: int) -> list[int]:
    """The processes that a process has started, and theirs."""
    try:
        direct = [
            int(child)
            for task in Path(f"/proc/{parent}/task").iterdir()
            for child in (task / "children").read_text(encoding="utf-8").split()
        ]
    except (FileNotFoundError, ProcessLookupError):
        return []  # it has just ended
    return [process for child in direct for process in (child, *children(child))]


def postmaster(cluster: Cluster) -> int:
    """The database server's process."""
    first = (cluster.data / "postmaster.pid").read_text(encoding="utf-8").split()[0]
    return int(first)


def samspil(environment: Mapping[str, str], *command: str) -> None:
    """Run one of the application's own commands."""
    subprocess.run(  # noqa: S603
        [sys.executable, "-m", "samspil.cli", *command],
        env=environment,
        stdout=subprocess.DEVNULL,
        check=True,
    )


def machine() -> str:
    """What this runs on."""
    cpu = "unknown processor"
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            cpu = line.partition(":")[2].strip()
            break
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    return f"{os.cpu_count()} × {cpu}, {pages:.0f} GiB, Linux {platform.release()}"


def say(line: str) -> None:
    """Print at once: each line takes seconds."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()

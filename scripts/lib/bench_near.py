"""Measures "needs near me" from a thousand needs to a million, beside the same SQL alone.

For each size: the real application on the real server, asked by wrk from the loopback address for
a hundred different starts, and then the very statements it runs, prepared, by pgbench with as many
connections on the same cores. The ratio of the two rates is what everything outside the database
costs. With --json the figures are kept in a file.
"""

import argparse
import json
import os
import platform
import random
import re
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import Session

from samspil.core.db import AnySelect, make_engine
from samspil.core.prepared import as_parameters
from samspil.core.text import terms
from samspil.demo.scale import positions, read_towns
from samspil.local import database, processes, services
from samspil.local.cluster import APP, Cluster
from samspil.local.supervise import answers
from samspil.needs import queries
from samspil.needs.queries import Filters
from samspil.places.queries import origin_of_search
from samspil.search.near import Page
from samspil.search.words import look_up, words_meant
from samspil.settings import CHECKOUT

PORT = 8191
CONNECTIONS = 8
SECONDS = 5
STARTS = 100
SIZES = (1_000, 100_000, 1_000_000)
TOWNS = CHECKOUT / "geodata" / "denmark_towns.csv"
PLACES = ("helsingoer", "hornbaek", "espergaerde", "tikoeb", "kvistgaard", "aalsgaarde")
WORDS = ("træner", "strand", "cykel", "kaffe", "besøgsven", "lektier")

# wrk calls these: a request for each start in turn, and the latencies that it does not print.
WRK_SCRIPT = """
local paths = {}
for line in io.lines(os.getenv("BENCH_PATHS")) do paths[#paths + 1] = line end
local at = 0
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at])
end
done = function(summary, latency)
  io.write(string.format("FIGURES %d %d %d %d %d %d\\n", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(95), latency:percentile(99),
    summary.errors.status + summary.errors.timeout + summary.errors.read))
end
"""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table; times in milliseconds, memory in MB."""

    needs: int
    search: str
    rate: float
    p50: float
    p95: float
    p99: float
    failed: int
    sql_rate: float
    ratio: float


def main() -> None:
    """Print the table, then what each process holds in memory."""
    options = read_options()
    started = datetime.now(UTC).isoformat(timespec="seconds")
    lines: list[Line] = []
    memory: dict[str, float] = {}
    say(f"{machine()}; {CONNECTIONS} connections, {SECONDS} s a line, {STARTS} starts\n")
    say(
        f"{'needs':>9}  {'search':<10}{'a second':>9}{'p50 ms':>8}{'p95 ms':>8}{'p99 ms':>8}"
        f"{'failed':>8}{'SQL alone':>11}{'ratio':>7}"
    )
    with (
        tempfile.TemporaryDirectory(prefix="samspil-bench-") as folder,
        database.private_cluster(Path(folder)) as cluster,
    ):
        environment = os.environ | database.private(cluster).as_environment()
        environment["SAMSPIL_SECRET_KEY"] = secrets.token_hex()
        # What is measured is the search, not the guard at its door.
        environment["SAMSPIL_RATE_LIMIT"] = "1000000000 per minute"
        for command in ("migrate", "load-base", "load-demo"):
            samspil(environment, command)
        for size in options.sizes:
            before = time.perf_counter()
            samspil(environment, "load-scale", str(size))
            took = time.perf_counter() - before
            with serving(environment) as server:
                for name, asked in cases(size):
                    line = measure(Path(folder), cluster, size, name, asked)
                    lines.append(line)
                    say(
                        f"{line.needs:>9,}  {line.search:<10}{line.rate:>9.0f}{line.p50:>8.1f}"
                        f"{line.p95:>8.1f}{line.p99:>8.1f}{line.failed:>8}"
                        f"{line.sql_rate:>11.0f}{line.ratio:>7.2f}"
                    )
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


def read_options() -> argparse.Namespace:
    """--sizes and --json."""
    parser = argparse.ArgumentParser(prog="scripts/bench near", description=__doc__)
    parser.add_argument(
        "--sizes",
        type=lambda value: [int(part) for part in value.split(",")],
        default=list(SIZES),
        help="how many needs, ascending, with commas between",
    )
    parser.add_argument("--json", type=Path, help="a file to keep the figures in")
    return parser.parse_args()


def cases(size: int) -> Iterator[tuple[str, Sequence[Mapping[str, Any]]]]:
    """Each search's name and its hundred parameter sets, the same in every run."""
    rng = random.Random(size)  # noqa: S311  # starts, not secrets
    starts = [
        {"lat": round(lat, 3), "lon": round(lon, 3)}
        for lat, lon in positions(rng, read_towns(TOWNS), STARTS)
    ]
    yield "place", [{"place": PLACES[n % len(PLACES)]} for n in range(STARTS)]
    yield "position", starts
    yield "text", [start | {"q": WORDS[n % len(WORDS)]} for n, start in enumerate(starts)]
    yield (
        "filters",
        [
            start
            | {"interest": ["sport", "nature"], "weekday": ["tue"], "part_of_day": ["evening"]}
            for start in starts
        ],
    )


class serving:  # noqa: N801  # reads as a statement
    """The application on its server, two processes as on a small machine."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.environment = environment

    def __enter__(self) -> subprocess.Popen[bytes]:
        web = services.web_server(PORT)
        self.server = services.start(web.command, self.environment)
        if not processes.wait_until(lambda: answers(PORT, "/readyz"), 60):
            raise RuntimeError("the server did not start")
        return self.server

    def __exit__(self, *_: object) -> None:
        services.stop(self.server)


def measure(
    folder: Path,
    cluster: Cluster,
    size: int,
    name: str,
    asked: Sequence[Mapping[str, Any]],
) -> Line:
    """One search over HTTP, then its SQL alone."""
    requests, duration_us, p50, p95, p99, failed = load_http(folder, asked)
    sql_rate = load_sql(folder, cluster, asked)
    rate = requests / (duration_us / 1e6)
    return Line(
        needs=size,
        search=name,
        rate=round(rate, 1),
        p50=p50 / 1000,
        p95=p95 / 1000,
        p99=p99 / 1000,
        failed=failed,
        sql_rate=round(sql_rate, 1),
        ratio=round(rate / sql_rate, 3),
    )


def load_http(folder: Path, asked: Sequence[Mapping[str, Any]]) -> list[int]:
    """Requests, microseconds, p50, p95, p99 (microseconds), failures; warmed up first."""
    script, paths = folder / "wrk.lua", folder / "paths"
    script.write_text(WRK_SCRIPT, encoding="utf-8")
    paths.write_text(
        "\n".join(f"/api/v1/needs?{urlencode(one, doseq=True)}" for one in asked),
        encoding="utf-8",
    )
    for seconds in (2, SECONDS):
        said = subprocess.run(  # noqa: S603
            [
                *("/usr/bin/wrk", "--threads", "1", "--connections", str(CONNECTIONS)),
                *("--duration", f"{seconds}s", "--script", str(script)),
                f"http://127.0.0.1:{PORT}",
            ],
            env=os.environ | {"BENCH_PATHS": str(paths)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    return [int(figure) for figure in found(r"FIGURES (.*)", said).split()]


def load_sql(folder: Path, cluster: Cluster, asked: Sequence[Mapping[str, Any]]) -> float:
    """Transactions a second of the same statements, prepared, one file a start."""
    files: list[str] = []
    engine = make_engine(cluster.url(APP, "samspil"))
    with Session(engine) as session:
        for n, one in enumerate(asked[:20]):
            file = folder / f"near{n}.sql"
            lines = (f"{line};\n" for line in statements(session, one))
            file.write_text("".join(lines), encoding="utf-8")
            files += ["-f", str(file)]
    engine.dispose()
    for seconds in (2, SECONDS):
        said = subprocess.run(  # noqa: S603
            [
                *(newest_pgbench(), "-n", "-M", "prepared", "-c", str(CONNECTIONS), "-j", "1"),
                *("-T", str(seconds), *files),
                *("-h", str(cluster.socket_folder), "-U", "samspil_app", "samspil"),
            ],
            # The same session as the application's.
            env=os.environ | {"PGOPTIONS": "-c jit=off -c max_parallel_workers_per_gather=0"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    return float(found(r"tps = ([0-9.]+)", said))


def statements(session: Session, asked: Mapping[str, Any]) -> list[str]:
    """The statements of a search with their values written in, each on one line."""
    args = {"limit": 20, "with_total": False} | asked
    origin = origin_of_search(args)
    if origin is None:
        raise ValueError(asked)
    search = queries.near(origin, 10_000, Filters.of(args), Page.of(args), datetime.now(UTC))
    rows = search.rows()
    if search.query is None:
        return [written(rows)]
    found = look_up(session, search.query)
    return [written(words_meant(terms(search.query))), written(rows.params(as_parameters(found)))]


def written(select: AnySelect) -> str:
    """A statement with its values, on one line."""
    compiled = select.compile(dialect=postgresql.dialect(), compile_kwargs={"literal_binds": True})
    return str(compiled).replace("%%", "%").replace("\n", " ")


def newest_pgbench() -> str:
    """pgbench of the newest PostgreSQL that is installed."""
    return str(max(Path("/usr/lib/postgresql").glob("*/bin/pgbench")))


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


def found(pattern: str, said: str) -> str:
    """The one group of a pattern that an answer always holds."""
    match = re.search(pattern, said)
    if match is None:
        raise ValueError(said)
    return match[1]


def say(line: str) -> None:
    """Print at once: each line takes seconds."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()

"""Load for `scripts/bench near`: over HTTP by wrk, and the same statements alone by pgbench."""

import contextlib
import os
import re
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
from psycopg import RawCursor, sql
from sqlalchemy import event

from samspil.core.db import SESSION, Database, make_engine
from samspil.local import processes
from samspil.local.cluster import APP, Cluster

MARK = processes.Mark("bench")
WARM_UP_SECONDS = 1

# What a search sends: each with its values, and whether it is prepared.
Statements = Sequence[tuple[str, Sequence[Any], bool]]

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
class Figures:
    """Answers a second, times in milliseconds, and the server's processor time for an answer."""

    rate: float
    p50: float
    p95: float
    p99: float
    failed: int
    processor: float


@dataclass(frozen=True, slots=True)
class Load:
    """Puts what it is given under load for a time; `folder` is for its files."""

    folder: Path
    seconds: int

    def over_http(self, port: int, paths: Sequence[str], connections: int) -> Figures:
        """Ask for the paths in turn; warmed up first."""
        script, listed = self.folder / "wrk.lua", self.folder / "paths"
        script.write_text(WRK_SCRIPT, encoding="utf-8")
        listed.write_text("\n".join(paths), encoding="utf-8")
        for during in (WARM_UP_SECONDS, self.seconds):
            before = _processor_ms()
            said = _run(
                [
                    *("/usr/bin/wrk", "--threads", "1", "--connections", str(connections)),
                    *("--duration", f"{during}s", "--script", str(script)),
                    f"http://127.0.0.1:{port}",
                ],
                BENCH_PATHS=str(listed),
            )
            spent = _processor_ms() - before
        requests, duration_us, *rest = (int(part) for part in found(r"FIGURES (.*)", said).split())
        p50, p95, p99, failed = rest
        rate = requests / (duration_us / 1e6)
        return Figures(rate, p50 / 1e3, p95 / 1e3, p99 / 1e3, failed, spent / requests)

    def alone(self, cluster: Cluster, searches: Sequence[Statements], connections: int) -> float:
        """Searches a second of the statements alone, prepared, one file a search."""
        files: list[str] = []
        for number, statements in enumerate(searches):
            file = self.folder / f"search{number}.sql"
            file.write_text(
                "".join(f"{_written(text, values)};\n" for text, values, _ in statements),
                encoding="utf-8",
            )
            files += ["-f", str(file)]
        for during in (WARM_UP_SECONDS, self.seconds):
            said = _run(
                [
                    *(_newest_pgbench(), "-n", "-M", "prepared", "-c", str(connections), "-j", "1"),
                    *("-T", str(during), *files),
                    *("-h", str(cluster.socket_folder), "-U", "samspil_app", "samspil"),
                ],
                # The same session as the application's.
                PGOPTIONS=" ".join(f"-c {name}={value}" for name, value in SESSION.items()),
            )
        return float(found(r"tps = ([0-9.]+)", said))


def statements_of(
    cluster: Cluster, searches: Sequence[Callable[[Any], object]]
) -> list[Statements]:
    """What each search sends to the database when it is given a session."""
    sent: list[tuple[str, Sequence[Any], bool]] = []

    class Recorder(RawCursor[Any]):
        def execute(self, query: Any, params: Any = None, **options: Any) -> Any:
            sent.append((str(query), list(params or ()), options.get("prepare") is not False))
            return super().execute(query, params, **options)

    engine = make_engine(cluster.url(APP, "samspil"))

    @event.listens_for(engine, "connect")
    def _record(connection: Any, _record: Any) -> None:
        connection.cursor_factory = Recorder

    every: list[Statements] = []
    with Database(engine).session(writes=False) as session:
        session.connection()  # which asks the server for its version
        for search in searches:
            sent.clear()
            search(session)
            every.append(list(sent))
    engine.dispose()
    return every


def kept(folder: Path, searches: Mapping[str, Sequence[Statements]]) -> Path:
    """A file with the statements of searches, as JSON."""
    file = folder / "statements"
    file.write_bytes(orjson.dumps(searches))
    return file


def _written(statement: str, values: Sequence[Any]) -> str:
    """A statement with its values, on one line."""
    literals = [_literal(value) for value in values]
    return re.sub(r"\$(\d+)", lambda at: literals[int(at[1]) - 1], statement).replace("\n", " ")


def _literal(value: Any) -> str:
    literal = sql.Literal(value).as_string(None)
    # pgbench takes a colon before a letter for a variable of its own, between quotes too.
    if isinstance(value, str) and re.search(r":[A-Za-z_]", value):
        return "U&" + literal.replace(":", "\\003A")
    return literal


def _newest_pgbench() -> str:
    return str(max(Path("/usr/lib/postgresql").glob("*/bin/pgbench")))


def _processor_ms() -> float:
    """What the server's processes have used so far."""
    ticks = 0
    for process in processes.marked(MARK):
        with contextlib.suppress(OSError):  # it has ended
            fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK") * 1000


def _run(command: Sequence[str], **environment: str) -> str:
    return subprocess.run(  # noqa: S603
        command, env=os.environ | environment, capture_output=True, text=True, check=True
    ).stdout


def found(pattern: str, said: str) -> str:
    """The one group of a pattern that an answer always holds."""
    match = re.search(pattern, said)
    if match is None:
        raise ValueError(said)
    return match[1]

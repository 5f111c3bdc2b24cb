"""Measures which HTTP server carries the real application best on this machine.

Every server gets the same database with the demonstration data, the same number of processes
and the same load: wrk on the loopback address, two seconds at a time, keep-alive connections as
a reverse proxy holds them. The servers take turns, and of each the best round counts: what else
the machine does slows a round down, nothing speeds it up.
"""

import contextlib
import os
import re
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from samspil.local import database, processes
from samspil.local.supervise import answers

PORT = 8190
MARK = processes.Mark("bench")
PROCESSES = 2
CONNECTIONS = 32
ROUNDS = 3
SECONDS = 2
PATHS = (
    "/healthz",
    "/api/v1/places?q=horn",
    "/api/v1/needs?place=hornbaek",
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A server with its settings, and the command that starts it."""

    name: str
    command: Sequence[str]


@dataclass(frozen=True, slots=True)
class Figures:
    """What wrk has seen: answers a second, the latency of half and of 99 %, and failures.

    `cost` is the processor time of an answer in microseconds: other work on the machine hardly
    changes it.
    """

    rate: float
    median: str
    slowest: str
    failures: int
    cost: float


def main() -> None:
    """Print one line for every server and path."""
    with (
        tempfile.TemporaryDirectory(prefix="samspil-bench-") as folder,
        database.private_cluster(Path(folder)) as cluster,
    ):
        environment = (
            os.environ | database.private(cluster).as_environment() | MARK.as_environment()
        )
        environment["SAMSPIL_SECRET_KEY"] = secrets.token_hex()
        # What is measured is the server, not the guard at its door.
        environment["SAMSPIL_RATE_LIMIT"] = "1000000000 per minute"
        for command in ("migrate", "load-base", "load-demo"):
            subprocess.run(  # noqa: S603
                [sys.executable, "-m", "samspil.cli", command],
                env=environment,
                stdout=subprocess.DEVNULL,
                check=True,
            )
        best: dict[tuple[str, str], Figures] = {}
        for number in range(ROUNDS):
            say(f"Round {number + 1} of {ROUNDS} …")
            for candidate in candidates():
                for path, seen in measure(candidate, environment):
                    key = candidate.name, path
                    best[key] = max(seen, best.get(key, seen), key=lambda figures: figures.rate)
    print_table(best)


def print_table(best: dict[tuple[str, str], Figures]) -> None:
    """The figures, path by path, so that servers stand beside each other."""
    say(f"\n{PROCESSES} processes, {CONNECTIONS} connections, best of {ROUNDS} × {SECONDS} s\n")
    heads = f"{'a second':>9}{'median':>10}{'99 %':>10}{'failed':>8}{'CPU µs':>8}"
    say(f"{'path':<30}{'server':<34}{heads}")
    for (name, path), seen in sorted(best.items(), key=lambda row: PATHS.index(row[0][1])):
        say(
            f"{path:<30}{name:<34}{seen.rate:>9.0f}{seen.median:>10}{seen.slowest:>10}"
            f"{seen.failures:>8}{seen.cost:>8.0f}"
        )


def candidates() -> Iterator[Candidate]:
    """The servers worth comparing: maintained, in the development lock.

    Behind the gateway nobody who is slow keeps a thread; the others are what that costs.
    """
    python, bind = sys.executable, f"127.0.0.1:{PORT}"
    granian = [
        *(python, "-m", "granian", "--port", str(PORT), "--workers", str(PROCESSES)),
        *("--log-level", "warning", "--no-access-log", "--workers-kill-timeout", "5s"),
    ]
    yield Candidate(
        "granian, RSGI, our gateway",
        [*granian, *("--interface", "rsgi", "--http", "1", "--no-ws"), "samspil.rsgi:app"],
    )
    for threads in (2, 4):
        yield Candidate(
            f"granian, WSGI, {threads} blocking threads",
            [
                *(*granian, "--interface", "wsgi", "--blocking-threads", str(threads)),
                "samspil.wsgi:app",
            ],
        )
    for threads in (2, 4):
        yield Candidate(
            f"gunicorn gthread, {threads} threads",
            [
                *(python, "-m", "gunicorn", "samspil.wsgi:app", "--worker-class", "gthread"),
                *("--bind", bind, "--workers", str(PROCESSES), "--log-level", "warning"),
                *("--threads", str(threads), "--keep-alive", "60"),
            ],
        )
    # It has one process only.
    yield Candidate(
        "waitress, 8 threads, one process",
        [python, "-m", "waitress", f"--listen={bind}", "--threads=8", "samspil.wsgi:app"],
    )


def measure(candidate: Candidate, environment: dict[str, str]) -> Iterator[tuple[str, Figures]]:
    """Start the server, warm each path up and put it under load."""
    server = processes.start(candidate.command, environment, output=subprocess.DEVNULL)
    try:
        if not processes.wait_until(lambda: answers(PORT, "/readyz"), 30):
            raise RuntimeError(f"{candidate.name} did not start")
        for path in PATHS:
            load(path, seconds=1)
            yield path, load(path, seconds=SECONDS)
    finally:
        processes.stop(server)
        processes.end_marked(MARK)


def load(path: str, *, seconds: int) -> Figures:
    """Ask for the path from this machine alone, for a bounded time."""
    before = processor_seconds()
    said = subprocess.run(  # noqa: S603
        [
            *("/usr/bin/wrk", "--latency", "--threads", "1", "--connections", str(CONNECTIONS)),
            *("--duration", f"{seconds}s", f"http://127.0.0.1:{PORT}{path}"),
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    spent = processor_seconds() - before
    rate, median, slowest, answered = (
        found(pattern, said)
        for pattern in (
            *(r"Requests/sec:\s+(\S+)", r"50%\s+(\S+)", r"99%\s+(\S+)"),
            r"(\d+) requests in",
        )
    )
    failures = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    return Figures(
        float(rate),
        median,
        slowest,
        int(failures[1]) if failures else 0,
        spent / int(answered) * 1_000_000,
    )


def processor_seconds() -> float:
    """What the server's processes have used so far."""
    ticks = 0
    for process in processes.marked(MARK):
        with contextlib.suppress(OSError):  # it has ended
            fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def found(pattern: str, text: str) -> str:
    """The one group of a pattern that wrk's answer always holds."""
    match = re.search(pattern, text)
    if match is None:
        raise ValueError(text)
    return match[1]


def say(line: str) -> None:
    """Print at once: each line takes seconds."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()

"""Finding and ending processes that an earlier, killed run has left behind.

Process ids written to a file go stale and are given to strangers, so nothing here trusts
one. A process is known by what it *is*: the folder it works in or the mark in its
environment, both read from ``/proc``.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_POLL_SECONDS = 0.02


@dataclass(frozen=True, slots=True)
class Mark:
    """A variable in the environment of all that one data folder's runs start."""

    value: str
    variable: str = "SAMSPIL_RUN"

    def as_environment(self) -> dict[str, str]:
        """What to add to the environment of a process to be found again."""
        return {self.variable: self.value}


def tied_to_us(number: signal.Signals) -> list[str]:
    """The beginning of a command that the kernel is to signal when the starting thread ends."""
    return ["/usr/bin/setpriv", f"--pdeathsig={number.name.removeprefix('SIG')}"]


def working_in(folder: Path, command: str) -> list[int]:
    """Ids of the processes named ``command`` whose working directory is ``folder``."""
    try:
        wanted = folder.stat()
    except FileNotFoundError:
        return []

    def matches(process: Path) -> bool:
        if (process / "comm").read_text().strip() != command:
            return False
        return os.path.samestat((process / "cwd").stat(), wanted)

    return list(_where(matches))


def marked(mark: Mark) -> list[int]:
    """Ids of the processes, other than this one, that carry the mark."""
    wanted = f"{mark.variable}={mark.value}".encode()

    def matches(process: Path) -> bool:
        return wanted in (process / "environ").read_bytes().split(b"\0")

    return [pid for pid in _where(matches) if pid != os.getpid()]


def of_session(leader: int) -> list[int]:
    """Ids of the processes that a session's leader has left; its own may be given away by then."""

    def matches(process: Path) -> bool:
        return int(_stat(process)[3]) == leader

    return list(_where(matches))


def end(find: Callable[[], list[int]], *steps: tuple[signal.Signals, float]) -> bool:
    """Signal what ``find`` finds, ever more firmly, until it finds nothing.

    Each step is a signal and the seconds to wait after it. Returns whether all are gone.
    """
    for number, seconds in steps:
        for pid in find():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, number)
        if wait_until(lambda: not find(), seconds):
            return True
    return False


def wait_until(condition: Callable[[], bool], seconds: float) -> bool:
    """Wait for ``condition``; False when it still does not hold after ``seconds``."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(_POLL_SECONDS)
    return True


def _where(matches: Callable[[Path], bool]) -> Iterator[int]:
    """Live processes for which ``matches`` holds, among those we are allowed to look at."""
    for process in Path("/proc").iterdir():
        if not process.name.isdigit():
            continue
        # Others' processes cannot be read, and any process may end while it is looked at.
        with contextlib.suppress(OSError):
            if matches(process) and not _is_zombie(process):
                yield int(process.name)


def _is_zombie(process: Path) -> bool:
    """Whether the process has ended and only waits for its parent to notice."""
    return _stat(process)[0] == "Z"


def _stat(process: Path) -> list[str]:
    """State, parent, process group, session and so on."""
    # The command stands in brackets and may itself hold any character, brackets too.
    return (process / "stat").read_text().rpartition(")")[2].split()


# The one kind of error a person who starts Samspil is meant to read.


class LocalError(Exception):
    """Something on this machine stands in the way.

    Its text is one line for the person at the terminal, who should learn what is
    wrong and what to do about it without reading a traceback.
    """


class AlreadyRunning(LocalError):  # noqa: N818  # a state of affairs
    """Another run has the database of this folder running."""


# The programs a start runs beside the database, and how each is started and ended.

# Long enough for the requests and jobs under way to finish.
_PATIENCE_SECONDS = 15.0
_HELPERS_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Service:
    """A program that runs for as long as Samspil does."""

    name: str
    command: Sequence[str]


class Running:
    """A started service; start it on the main thread, with whose end the kernel ends it."""

    def __init__(self, service: Service, environment: Mapping[str, str]) -> None:
        self.service = service
        self._environment = environment
        self._process = start(service.command, environment)

    @property
    def exit_code(self) -> int | None:
        """The code it has ended with by itself, or None while it runs."""
        return self._process.poll()

    def start_again(self) -> None:
        """Start it once more, when nothing of the one that has ended is left.

        A web server's helpers outlive it, and would keep its port and answer with an old state.
        """
        leader = self._process.pid
        end(
            lambda: of_session(leader),
            (signal.SIGTERM, _HELPERS_SECONDS),
            (signal.SIGKILL, _HELPERS_SECONDS),
        )
        self._process = start(self.service.command, self._environment)

    def stop(self) -> None:
        """End it and wait until it is gone."""
        stop(self._process)


def services(port: int) -> tuple[Service, ...]:
    """Everything that serves, in the order of starting; it stops in the reverse order."""
    return (Service("The worker", [sys.executable, "-m", "samspil.worker"]), web_server(port))


def web_server(port: int) -> Service:
    """What answers on the port."""
    # PostgreSQL takes a hundred connections, and each of these processes up to ten.
    workers = min(8, max(2, os.cpu_count() or 1))
    command = [
        *(sys.executable, "-m", "granian", "samspil.rsgi:app", "--interface", "rsgi"),
        *("--host", "127.0.0.1", "--port", str(port), "--workers", str(workers)),
        # Over one connection of HTTP/2 come two hundred requests.
        *("--http", "1", "--no-ws"),
        # A worker that is told to stop while it still loads the application misses it.
        *("--respawn-failed-workers", "--workers-kill-timeout", "3s"),
        # What it was asked for may hold a position; only trouble is worth a line.
        *("--no-access-log", "--log-level", "warning"),
    ]
    return Service("The web server", command)


def start(
    command: Sequence[str], environment: Mapping[str, str], *, output: int | None = None
) -> subprocess.Popen[bytes]:
    """Start a program that the kernel ends when we are gone, deaf to the terminal's Ctrl-C.

    What it says goes where ours goes, or to ``output`` (such as ``subprocess.DEVNULL``).
    """
    return subprocess.Popen(  # noqa: S603
        [*tied_to_us(signal.SIGTERM), "--", *command],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=output,
        start_new_session=True,
    )


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a program that ``start`` has started, kindly, then firmly, and wait until it is gone."""
    process.terminate()
    try:
        process.wait(_PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def end_marked(mark: Mark) -> bool:
    """End whatever carries the mark, whoever started it; returns whether all are gone."""
    return end(lambda: marked(mark), (signal.SIGTERM, _PATIENCE_SECONDS), (signal.SIGKILL, 5.0))

"""Finding and ending processes that an earlier, killed run has left behind.

Process ids written to a file go stale and are given to strangers, so nothing here trusts
one. A process is known by what it *is*: the folder it works in or the mark in its
environment, both read from ``/proc``.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from samspil.settings import SHORTEST_SECRET

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


# The secret that signs tokens: made once, kept where only we can read it.


def kept_in(data: Path) -> str:
    """The data folder's secret; the first start makes one, as does one after it was emptied."""
    file = data / "secret"
    try:
        kept = file.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        kept = ""
    if len(kept) >= SHORTEST_SECRET:
        return kept
    made = secrets.token_urlsafe(48)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as writing:
        os.fchmod(descriptor, 0o600)
        writing.write(made)
    return made


# The one kind of error a person who starts Samspil is meant to read.


class LocalError(Exception):
    """Something on this machine stands in the way.

    Its text is one line for the person at the terminal, who should learn what is
    wrong and what to do about it without reading a traceback.
    """


class AlreadyRunning(LocalError):  # noqa: N818  # a state of affairs
    """Another run has the database of this folder running."""

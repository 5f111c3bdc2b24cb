"""What must hold before anything is installed, started or changed.

Looked at twice: by ``scripts/start`` before it installs anything, with whatever Python the
machine has (so this needs the standard library alone), and by the supervisor with the data
folder locked, when it counts.
"""

import argparse
import contextlib
import fcntl
import os
import socket
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from samspil.local import processes
from samspil.local.processes import LocalError


@dataclass(frozen=True, slots=True)
class Options:
    """What the person who starts Samspil may choose."""

    port: int
    data: Path
    empty: bool


def main() -> int:
    """Refuse what the supervisor would refuse, while nothing has been done yet."""
    given = options()
    try:
        refuse_demonstration_in_production(given)
        if (given.data / "lock").exists():
            with locked(given.data) as mark:
                # What is left of a killed run may hold the port; the supervisor ends it.
                if not processes.marked(mark):
                    refuse_taken_port(given.port)
        else:
            refuse_taken_port(given.port)
    except LocalError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def options() -> Options:
    """What the command line asks for; wrong words end the program with a line that says so."""
    parser = argparse.ArgumentParser(prog="scripts/start", description="Starts Samspil.")
    parser.add_argument("--port", type=_port, default=8000, help="default: 8000")
    parser.add_argument("--data", type=Path, default=Path("var"), help="default: var")
    parser.add_argument("--empty", action="store_true", help="without demonstration data")
    given = parser.parse_args()
    return Options(port=given.port, data=given.data.absolute(), empty=given.empty)


def _port(text: str) -> int:
    if text.isdecimal() and 0 < int(text) < 65536:  # noqa: PLR2004
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a port (1 to 65535)")


def refuse_demonstration_in_production(options: Options) -> None:
    """Invented people and needs have no place beside real ones."""
    if os.environ.get("SAMSPIL_ENV") == "production" and not options.empty:
        raise LocalError(
            "SAMSPIL_ENV=production takes no demonstration data; start it with --empty."
        )


def refuse_taken_port(port: int) -> None:
    """Say so now: a server that fails later would leave its database half-prepared."""
    with socket.socket() as probe:
        # As the server does; a connection that has just ended does not hold the port.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise LocalError(
                f"Port {port} is not free ({error.strerror}); choose one with --port."
            ) from None


@contextlib.contextmanager
def locked(data: Path) -> Iterator[processes.Mark]:
    """Hold the data folder for this run; yields the mark of all its runs' processes."""
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = (data / "lock").open("ab")
    except OSError as error:
        raise LocalError(f"No data can be kept in {data}: {error.strerror}.") from None
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise LocalError(f"Samspil is already running on {data}.") from None
        file = os.fstat(lock.fileno())
        yield processes.Mark(f"{file.st_dev}-{file.st_ino}")


if __name__ == "__main__":
    sys.exit(main())

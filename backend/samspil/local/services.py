"""The programs a start runs beside the database, and how each is started and ended."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samspil.local import processes

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
        processes.end(
            lambda: processes.of_session(leader),
            (signal.SIGTERM, _HELPERS_SECONDS),
            (signal.SIGKILL, _HELPERS_SECONDS),
        )
        self._process = start(self.service.command, self._environment)

    def stop(self) -> None:
        """End it and wait until it is gone."""
        stop(self._process)


def services(port: int) -> tuple[Service, ...]:
    """Everything that serves, in the order of starting; it stops in the reverse order."""
    return (
        Service("The worker", [sys.executable, "-m", "samspil.worker"]),
        web_server(port),
    )


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
        [*processes.tied_to_us(signal.SIGTERM), "--", *command],
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


def end_marked(mark: processes.Mark) -> bool:
    """End whatever carries the mark, whoever started it; returns whether all are gone."""
    return processes.end(
        lambda: processes.marked(mark),
        (signal.SIGTERM, _PATIENCE_SECONDS),
        (signal.SIGKILL, 5.0),
    )

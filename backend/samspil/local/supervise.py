"""Starts Samspil on this machine, watches over it and stops all of it again.

``scripts/start`` runs this once everything is installed. It either brings Samspil up whole or
says in one line what stands in the way; on Ctrl-C, SIGTERM or a failing part it stops what it
has started, last first, and leaves no process behind.
"""

import contextlib
import http.client
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable, Mapping

from samspil import settings
from samspil.local import database, preconditions, processes
from samspil.local.cluster import Cluster
from samspil.local.database import secret_of
from samspil.local.preconditions import Options
from samspil.local.processes import LocalError, Mark

_READY_SECONDS = 60.0
_WATCH_SECONDS = 0.5
# A part that ends so often in this time is not started again.
_MOST_ENDS = 5
_WITHIN_SECONDS = 120.0
_FIRST_WAIT_SECONDS = 1.0


class _Stopped(Exception):  # noqa: N818
    """Someone asked us to stop before everything was up."""


def main() -> int:
    """Run until told to stop; the code is 0 after a clean stop, else 1."""
    stopping = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        # Under nohup a closed terminal is not a reason to stop.
        if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, lambda *_: stopping.set())
    try:
        Supervisor(preconditions.options(), stopping).run()
    except _Stopped:
        return 0
    except LocalError as error:
        _say(str(error), error=True)
        return 1
    return 0


class Supervisor:
    """One run of Samspil on one data folder."""

    def __init__(self, options: Options, stopping: threading.Event) -> None:
        self.options = options
        self.stopping = stopping
        self.cluster: Cluster | None = None
        self.running: list[processes.Running] = []

    def run(self) -> None:
        """Bring everything up, watch over it until told to stop, and take it down."""
        preconditions.refuse_demonstration_in_production(self.options)
        _refuse_wrong_settings()
        with preconditions.locked(self.options.data) as mark, contextlib.ExitStack() as on_exit:
            if not processes.end_marked(mark):
                raise LocalError("Processes of an earlier run do not end.")
            preconditions.refuse_taken_port(self.options.port)
            environment = self._environment(mark, self._database(on_exit))
            on_exit.callback(processes.end_marked, mark)
            self._prepare(environment)
            self._serve(environment, on_exit)
            self._wait_until_ready()
            _say(f"Samspil is ready at http://127.0.0.1:{self.options.port}")
            self._watch()

    def _database(self, on_exit: contextlib.ExitStack) -> database.Addresses:
        """The database named by the environment, checked, or the private one, started."""
        addresses = database.named()
        if addresses is not None:
            database.check(addresses)
            return addresses
        cluster = database.private_cluster(self.options.data)
        if not cluster.data.exists():
            _say("Making the database …")
        cluster.start()
        on_exit.callback(cluster.stop)
        self.cluster = cluster
        return database.private(cluster)

    def _environment(self, mark: Mark, addresses: database.Addresses) -> dict[str, str]:
        """What every program we start is told; what the person has set wins."""
        defaults = {
            "SAMSPIL_PUBLIC_URL": f"http://127.0.0.1:{self.options.port}",
            "SAMSPIL_SECRET_KEY": secret_of(self.options.data),
            "SAMSPIL_FILES_DIR": str(self.options.data / "files"),
            "SAMSPIL_MAIL_DIR": str(self.options.data / "mail"),
        }
        return defaults | os.environ | addresses.as_environment() | mark.as_environment()

    def _prepare(self, environment: Mapping[str, str]) -> None:
        """Bring the database up to date, with the places and what else this run shows."""
        steps = [("migrate", "Migrating the database"), ("load-base", "Loading the places")]
        if not self.options.empty:
            steps.append(("load-demo", "Loading the demonstration data"))
        for command, what in steps:
            self._run(command, what, environment)

    def _run(self, command: str, what: str, environment: Mapping[str, str]) -> None:
        """Run one of Samspil's own commands to its end, or until told to stop."""
        process = processes.start([sys.executable, "-m", "samspil.cli", command], environment)
        try:
            while process.poll() is None:
                self._check()
        finally:
            processes.stop(process)
        if process.returncode != 0:
            raise LocalError(f"{what} failed (samspil {command}).")

    def _serve(self, environment: Mapping[str, str], on_exit: contextlib.ExitStack) -> None:
        for service in processes.services(self.options.port):
            running = processes.Running(service, environment)
            on_exit.callback(running.stop)
            self.running.append(running)

    def _wait_until_ready(self) -> None:
        def is_ready() -> bool:
            self._check()
            return answers(self.options.port, "/readyz")

        if not processes.wait_until(is_ready, _READY_SECONDS):
            raise LocalError(f"Samspil does not answer on port {self.options.port}.")

    def _watch(self) -> None:
        """Wait until told to stop; a part that ends by itself is started again."""
        watched = [_Watched(running) for running in self.running]
        with contextlib.suppress(_Stopped):
            while True:
                self._check_database(_WATCH_SECONDS)
                for one in watched:
                    one.keep()

    def _check(self, seconds: float = 0.02) -> None:
        """Raise when we are to stop, or a part has ended, now or within ``seconds``."""
        self._check_database(seconds)
        for running in self.running:
            if running.exit_code is not None:
                raise LocalError(
                    f"{running.service.name} has ended by itself (code {running.exit_code})."
                )

    def _check_database(self, seconds: float) -> None:
        """Raise when we are to stop, or our own database has ended: nothing works without it."""
        if self.stopping.wait(seconds):
            raise _Stopped
        if self.cluster is not None and self.cluster.has_ended():
            raise LocalError(f"The database has ended by itself; see {self.cluster.log}.")


class Restarts:
    """The ends of one part: the sooner they follow each other, the longer it waits."""

    def __init__(self, ends: Iterable[float] = ()) -> None:
        self._ends = deque(ends, maxlen=_MOST_ENDS)

    def ended(self, now: float) -> float | None:
        """How many seconds to wait with the next start, or None when it keeps ending.

        Args:
            now: the moment of the end, on a clock that only goes forward.
        """
        self._ends.append(now)
        lately = sum(now - end < _WITHIN_SECONDS for end in self._ends)
        if lately >= _MOST_ENDS:
            return None
        wait: float = _FIRST_WAIT_SECONDS * 2 ** (lately - 1)
        return wait


class _Watched:
    """A part that is kept running."""

    def __init__(self, running: processes.Running) -> None:
        self._running = running
        self._restarts = Restarts()
        self._again_at: float | None = None

    def keep(self) -> None:
        """Start it again when its time has come; raise when it keeps ending by itself."""
        code, now = self._running.exit_code, time.monotonic()
        if code is None:
            return
        if self._again_at is None:
            self._again_at = now + self._wait(code, now)
        elif now >= self._again_at:
            self._running.start_again()
            self._again_at = None

    def _wait(self, code: int, now: float) -> float:
        ended = f"{self._running.service.name} has ended by itself"
        wait = self._restarts.ended(now)
        if wait is None:
            raise LocalError(
                f"{ended} {_MOST_ENDS} times within {_WITHIN_SECONDS:.0f} s (last code {code}); "
                "what it said stands above."
            )
        _say(f"{ended} (code {code}); it is started again in {wait:.0f} s.", error=True)
        return wait


def _refuse_wrong_settings() -> None:
    """Name a wrong setting before anything is made."""
    # Where the private database will be is not known yet.
    private = {"SAMSPIL_DATABASE_URL": "postgresql://"}
    try:
        settings.from_environment(private | {k: v for k, v in os.environ.items() if v})
    except settings.SettingsError as error:
        raise LocalError(f"{error}.") from None


def answers(port: int, path: str) -> bool:
    """Whether our own server answers 200."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == http.HTTPStatus.OK
    except OSError:
        return False
    finally:
        connection.close()


def _say(line: str, *, error: bool = False) -> None:
    sys.stderr.write(line + "\n") if error else sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())

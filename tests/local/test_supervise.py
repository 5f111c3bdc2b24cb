"""Starting, watching and stopping Samspil: real programs, real kills."""

import contextlib
import itertools
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from samspil.local import preconditions, processes
from samspil.local.cluster import APP, OWNER, SUPERUSER, Cluster
from samspil.local.supervise import Restarts, answers

NUMBERS = itertools.count()


@pytest.fixture
def port() -> int:
    return free_port()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
    return number


class Start:
    """A supervisor started as scripts/start starts it."""

    def __init__(self, data: Path, port: int, *options: str, **environment: str) -> None:
        self.data = data
        self.port = port
        inherited = {k: v for k, v in os.environ.items() if not k.startswith("SAMSPIL_")}
        # Files, not pipes: whoever outlives a killed supervisor would hold a pipe open.
        self.output = data.with_name(f"{data.name}-{next(NUMBERS)}.out")
        self.errors = self.output.with_suffix(".err")
        with self.output.open("w") as output, self.errors.open("w") as errors:
            self.process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "samspil.local.supervise"),
                    *(f"--data={data}", f"--port={port}", *options),
                ],
                env=inherited | environment,
                stdout=output,
                stderr=errors,
            )

    def wait_until_ready(self) -> None:
        line = f"Samspil is ready at http://127.0.0.1:{self.port}\n"

        def is_ready_or_over() -> bool:
            return line in self.output.read_text() or self.process.poll() is not None

        assert processes.wait_until(is_ready_or_over, 120)
        assert line in self.output.read_text(), self.errors.read_text()

    def refusal(self) -> str:
        """What it says on ending by itself without having been ready."""
        assert self.process.wait(timeout=120) == 1
        assert "ready" not in self.output.read_text()
        return self.errors.read_text()

    def database_processes(self) -> list[int]:
        return processes.working_in(self.data / "postgres" / "data", "postgres")

    def descendants(self) -> list[int]:
        """All processes this run has, but itself."""
        file = (self.data / "lock").stat()
        mark = processes.Mark(f"{file.st_dev}-{file.st_ino}")
        return processes.marked(mark) + self.database_processes()


@contextlib.contextmanager
def started(data: Path, port: int, *options: str, **environment: str) -> Iterator[Start]:
    start = Start(data, port, *options, **environment)
    try:
        start.wait_until_ready()
        yield start
    finally:
        start.process.terminate()
        start.process.wait()


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Start]:
    """One that several tests look at, and that is well again after each."""
    with started(tmp_path_factory.mktemp("running"), free_port(), "--empty") as start:
        yield start


def status(port: int, path: str) -> int:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
        code: int = answer.status
    return code


def test_it_serves_and_refuses_a_second_start(running: Start, port: int) -> None:
    assert status(running.port, "/readyz") == 200
    second = Start(running.data, port, "--empty").refusal()
    assert second == f"Samspil is already running on {running.data}.\n"
    assert status(running.port, "/readyz") == 200


def test_jobs_are_done_and_a_worker_s_mails_stay_with_the_data(running: Start) -> None:
    worker = child_of(running, "samspil.worker")
    environment = Path(f"/proc/{worker}/environ").read_text().split("\0")
    assert f"SAMSPIL_MAIL_DIR={running.data / 'mail'}" in environment
    with psycopg.connect(database_of(running.data, APP), autocommit=True) as connection:
        connection.execute(DEFER, [MAIL.format(1)])
        assert processes.wait_until(lambda: connection.execute(WAITING).rowcount == 0, 60)


def test_after_kill_9_it_comes_back_with_nothing_lost_and_stops_without_a_trace(
    tmp_path: Path, port: int
) -> None:
    with started(tmp_path, port, "--empty") as first:
        with psycopg.connect(database_of(tmp_path, OWNER)) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 42 AS answer")
        # All at once but the web server's helpers, which know no better than to go on.
        killed = [first.process.pid, web_server_of(first), *first.database_processes()]
        for pid in killed:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        first.process.wait()
        helpers = first.descendants()
        assert helpers
    with started(tmp_path, port, "--empty") as again:
        assert not set(helpers) & set(again.descendants())
        assert status(port, "/readyz") == 200
        with psycopg.connect(database_of(tmp_path, OWNER)) as connection:
            assert connection.execute("SELECT answer FROM kept").fetchone() == (42,)
        again.process.send_signal(signal.SIGTERM)
        assert again.process.wait(timeout=120) == 0
        assert again.descendants() == []
        preconditions.refuse_taken_port(port)


MAIL = "01890000-0000-7000-8000-00000000000{}"
DEFER = (
    "SELECT procrastinate_defer_jobs_v1(ARRAY[ROW('default', 'mail.deliver', 0, NULL, NULL,"
    """ jsonb_build_object('mail_id', %s::text), NULL)::procrastinate_job_to_defer_v1])"""
)
WAITING = "SELECT FROM procrastinate_jobs WHERE task_name = 'mail.deliver'"


def test_a_worker_that_is_killed_is_started_again_and_its_jobs_go_on(running: Start) -> None:
    with psycopg.connect(database_of(running.data, APP), autocommit=True) as connection:
        for number in range(2):
            killed = child_of(running, "samspil.worker")
            os.kill(killed, signal.SIGKILL)
            connection.execute(DEFER, [MAIL.format(number)])
            assert processes.wait_until(lambda: connection.execute(WAITING).rowcount == 0, 60)
            assert status(running.port, "/readyz") == 200
            assert running.process.poll() is None
    ended = "The worker has ended by itself (code -9); it is started again in {} s."
    said = [line for line in running.errors.read_text().splitlines() if "worker" in line]
    assert said == [ended.format(1), ended.format(2)]


def test_a_web_server_that_is_killed_answers_again_and_leaves_no_old_helper(
    running: Start,
) -> None:
    killed = web_server_of(running)
    before = set(processes.of_session(killed))
    os.kill(killed, signal.SIGKILL)
    assert processes.wait_until(lambda: children_of(running, "granian") not in ([], [killed]), 60)
    assert processes.wait_until(lambda: answers(running.port, "/readyz"), 60)
    assert not before & set(running.descendants())
    assert len(before) > 1
    assert "The web server has ended by itself (code -9)" in running.errors.read_text()


def test_a_part_that_keeps_dying_ends_all_with_a_line_that_says_so(
    tmp_path: Path, port: int
) -> None:
    def kill_the_next() -> bool:
        for pid in children_of(start, "samspil.worker"):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        return start.process.poll() is not None

    with started(tmp_path, port, "--empty") as start:
        assert processes.wait_until(kill_the_next, 120)
        assert start.process.wait() == 1
        *earlier, last = start.errors.read_text().splitlines()
        assert last == (
            "The worker has ended by itself 5 times within 120 s (last code -9);"
            " what it said stands above."
        )
        assert len(earlier) == 4
        assert start.descendants() == []


def test_the_database_s_own_end_ends_all(tmp_path: Path, port: int) -> None:
    with started(tmp_path, port, "--empty") as start:
        postmaster = (tmp_path / "postgres" / "data" / "postmaster.pid").read_text().split()[0]
        os.kill(int(postmaster), signal.SIGKILL)
        assert start.process.wait(timeout=120) == 1
        assert "The database has ended by itself; see " in start.errors.read_text()
        assert start.descendants() == []


def test_the_wait_grows_with_ends_in_a_row_and_begins_anew_after_a_quiet_while() -> None:
    restarts = Restarts()
    assert [restarts.ended(now) for now in (0, 10, 20, 30, 119.9)] == [1, 2, 4, 8, None]
    quiet = Restarts()
    assert [quiet.ended(200.0 * number) for number in range(8)] == [1] * 8


def test_a_taken_port_is_one_line_and_nothing_is_made(tmp_path: Path, port: int) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        line = Start(tmp_path, port).refusal()
    assert line == f"Port {port} is not free (Address already in use); choose one with --port.\n"
    assert not (tmp_path / "postgres").exists()


def test_production_refuses_demonstration_data_before_anything_is_made(
    tmp_path: Path, port: int
) -> None:
    line = Start(tmp_path / "new", port, SAMSPIL_ENV="production").refusal()
    assert line == ("SAMSPIL_ENV=production takes no demonstration data; start it with --empty.\n")
    assert not (tmp_path / "new").exists()


def test_a_server_without_postgis_is_one_line_that_says_what_to_do(
    tmp_path: Path, port: int
) -> None:
    with Cluster(tmp_path / "server", durable=False) as server:
        with psycopg.connect(
            host=str(server.socket_folder), user=SUPERUSER, dbname="postgres", autocommit=True
        ) as connection:
            connection.execute(f"CREATE ROLE {APP} LOGIN")
            connection.execute(f"CREATE DATABASE plain OWNER {APP}")
        line = Start(
            tmp_path / "data", port, SAMSPIL_DATABASE_URL=server.url(APP, "plain")
        ).refusal()
    assert line.count("\n") == 1
    assert "lacks the extension postgis" in line
    assert "CREATE EXTENSION IF NOT EXISTS" in line


def test_a_server_that_does_not_answer_is_one_line(tmp_path: Path, port: int) -> None:
    url = f"postgresql://nobody:secret@127.0.0.1:{port}/none"
    line = Start(tmp_path, port, SAMSPIL_DATABASE_URL=url).refusal()
    assert line.count("\n") == 1
    assert "No connection" in line
    assert "secret" not in line


@pytest.mark.parametrize(
    ("name", "value"),
    [("SAMSPIL_ENV", "staging"), ("SAMSPIL_DATABASE_URL", "mysql://db/samspil")],
)
def test_a_wrong_setting_is_named_before_anything_is_made(
    name: str, value: str, tmp_path: Path, port: int
) -> None:
    line = Start(tmp_path / "new", port, "--empty", **{name: value}).refusal()
    assert line.count("\n") == 1
    assert name in line
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("wrong", ["0", "65536", "-1", "http", "8000.0"])
def test_a_wrong_port_is_named(wrong: str, tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", preconditions.__name__, "--data", str(tmp_path), f"--port={wrong}"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 2
    assert f"{wrong!r} is not a port" in ran.stderr


def database_of(data: Path, role: str) -> str:
    url = Cluster(data / "postgres").url(role, "samspil")
    return url.replace("postgresql+psycopg:", "postgresql:")


def web_server_of(start: Start) -> int:
    """The main process of the web server."""
    return child_of(start, "granian")


def child_of(start: Start, module: str) -> int:
    """The supervisor's child that runs a module."""
    [leader] = children_of(start, module)
    return leader


def children_of(start: Start, module: str) -> list[int]:
    """The supervisor's children that run a module."""
    found = []
    # Any of them, and the supervisor too, may end while it is looked at.
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        children = Path(f"/proc/{start.process.pid}/task/{start.process.pid}/children").read_text()
        for pid in map(int, children.split()):
            with contextlib.suppress(FileNotFoundError, ProcessLookupError):
                if module in Path(f"/proc/{pid}/cmdline").read_text().split("\0"):
                    found.append(pid)
    return found

"""Starting, watching and stopping Samspil: real programs, real kills."""

import contextlib
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


@pytest.fixture
def port() -> int:
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
        self.process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "samspil.local.supervise",
                f"--data={data}",
                f"--port={port}",
                *options,
            ],
            env=inherited | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def wait_until_ready(self) -> None:
        assert self.process.stdout is not None
        lines = []
        for line in self.process.stdout:
            lines.append(line)
            if line == f"Samspil is ready at http://127.0.0.1:{self.port}\n":
                return
        raise AssertionError("".join(lines) + self.process.communicate()[1])

    def refusal(self) -> str:
        """What it says on ending by itself without having been ready."""
        said, refused = self.process.communicate(timeout=60)
        assert "ready" not in said
        assert self.process.returncode == 1
        return refused

    def descendants(self) -> list[int]:
        """All processes this run has, but itself."""
        with (self.data / "lock").open() as lock:
            file = os.fstat(lock.fileno())
        mark = processes.Mark(f"{file.st_dev}-{file.st_ino}")
        server = processes.working_in(self.data / "postgres" / "data", "postgres")
        return processes.marked(mark) + server

    def kill_everything(self) -> None:
        for pid in [self.process.pid, *self.descendants()]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.process.communicate()


@contextlib.contextmanager
def started(data: Path, port: int, *options: str, **environment: str) -> Iterator[Start]:
    start = Start(data, port, *options, **environment)
    try:
        start.wait_until_ready()
        yield start
    finally:
        start.process.terminate()
        start.process.communicate()


def status(port: int, path: str) -> int:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
        code: int = answer.status
    return code


def test_it_serves_refuses_a_second_start_and_stops_without_a_trace(
    tmp_path: Path, port: int
) -> None:
    with started(tmp_path, port, "--empty") as first:
        assert status(port, "/readyz") == 200

        second = Start(tmp_path, port + 1, "--empty").refusal()
        assert second == f"Samspil is already running on {tmp_path}.\n"
        assert status(port, "/readyz") == 200

        first.process.send_signal(signal.SIGTERM)
        assert first.process.wait(timeout=30) == 0
        assert first.descendants() == []
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", port))


def test_after_kill_9_of_everything_it_comes_back_with_nothing_lost(
    tmp_path: Path, port: int
) -> None:
    with started(tmp_path, port, "--empty") as first:
        with psycopg.connect(database_of(tmp_path, OWNER)) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 42 AS answer")
        first.kill_everything()
    with started(tmp_path, port, "--empty"):
        assert status(port, "/readyz") == 200
        with psycopg.connect(database_of(tmp_path, OWNER)) as connection:
            assert connection.execute("SELECT answer FROM kept").fetchone() == (42,)


def test_when_only_helpers_survive_the_next_start_ends_them(tmp_path: Path, port: int) -> None:
    with started(tmp_path, port, "--empty") as first:
        survivors = first.descendants()
        leader = min(survivors, key=lambda pid: pid != web_server_of(first))
        for pid in (first.process.pid, leader):
            os.kill(pid, signal.SIGKILL)
        first.process.communicate()
    with started(tmp_path, port, "--empty") as again:
        assert not set(survivors) & set(again.descendants())
        assert status(port, "/readyz") == 200


def test_a_part_that_dies_ends_all_with_a_line_that_says_so(tmp_path: Path, port: int) -> None:
    with started(tmp_path, port, "--empty") as start:
        os.kill(web_server_of(start), signal.SIGKILL)
        assert start.process.stderr is not None
        assert "The web server has ended by itself" in start.process.stderr.read()
        assert start.process.wait(timeout=30) == 1
        assert start.descendants() == []


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
    """The main process of the web server: the supervisor's only child that carries the mark."""
    children = Path(f"/proc/{start.process.pid}/task/{start.process.pid}/children").read_text()
    [leader] = set(map(int, children.split())) & set(start.descendants()) - set(
        processes.working_in(start.data / "postgres" / "data", "postgres")
    )
    return leader

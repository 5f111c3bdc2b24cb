"""The private PostgreSQL: real servers, real kills."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from samspil.local import processes
from samspil.local.cluster import APP, OWNER, SUPERUSER, Cluster
from samspil.local.processes import LocalError

NAME = "samspil"


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with Cluster(tmp_path_factory.mktemp("cluster"), durable=False) as running:
        running.ensure_database(NAME)
        yield running


def connect(cluster: Cluster, role: str, database: str = NAME) -> closing[psycopg.Connection]:
    return closing(
        psycopg.connect(
            host=str(cluster.socket_folder), user=role, dbname=database, autocommit=True
        )
    )


def value(cluster: Cluster, role: str, query: str) -> object:
    with connect(cluster, role) as connection:
        row = connection.execute(query).fetchone()
    assert row is not None
    return row[0]


def test_the_owner_makes_tables_and_the_application_cannot(cluster: Cluster) -> None:
    with connect(cluster, OWNER) as owner:
        owner.execute("CREATE TABLE made_by_owner (id int)")
    with connect(cluster, APP) as app, pytest.raises(psycopg.errors.InsufficientPrivilege):
        app.execute("CREATE TABLE made_by_app (id int)")
    owned = "SELECT count(*) FROM pg_class WHERE relowner = current_user::regrole"
    assert value(cluster, APP, owned) == 0


def test_the_database_has_what_the_searches_need(cluster: Cluster) -> None:
    assert str(value(cluster, APP, "SELECT postgis_lib_version()")) >= "3.3"
    assert value(cluster, APP, "SHOW jit") == "off"
    assert value(cluster, APP, "SELECT lower('ÆØÅ')") == "æøå"
    towns = (
        "SELECT array_agg(t ORDER BY t COLLATE \"da-x-icu\") FROM unnest('{Ø,Å,A,Z,Æ}'::text[]) t"
    )
    assert value(cluster, APP, towns) == ["A", "Z", "Æ", "Ø", "Å"]


def test_an_existing_database_is_left_as_it_is(cluster: Cluster) -> None:
    with connect(cluster, OWNER) as owner:
        owner.execute("CREATE TABLE kept AS SELECT 42 AS answer")
    cluster.ensure_database(NAME)
    assert value(cluster, OWNER, "SELECT answer FROM kept") == 42


def test_it_listens_nowhere_but_in_a_closed_folder(cluster: Cluster) -> None:
    assert value(cluster, SUPERUSER, "SHOW listen_addresses") == ""
    assert cluster.socket_folder.stat().st_mode & 0o777 == 0o700


def test_the_log_holds_nothing_that_a_person_sent(cluster: Cluster) -> None:
    secret = "56.0381"
    with connect(cluster, APP) as app:
        with pytest.raises(psycopg.errors.InvalidTextRepresentation):
            app.execute("SELECT %s::text::int", [secret])
        with pytest.raises(psycopg.errors.SyntaxError):
            app.execute(f"SELECT {secret} FROM")
        with pytest.raises(psycopg.errors.RaiseException):
            app.execute(f"DO $$ BEGIN RAISE EXCEPTION '{secret}' USING DETAIL = '{secret}'; END $$")
    with connect(cluster, APP, "template1") as other:
        other.execute("SELECT pg_sleep(0), %s::text", [secret])
    log = cluster.log.read_text()
    assert "ready to accept connections" in log
    assert secret not in log


def test_a_running_cluster_is_refused_to_others_and_stays_unharmed(cluster: Cluster) -> None:
    with pytest.raises(LocalError, match="already running"):
        Cluster(cluster.folder, durable=False).start()
    assert value(cluster, APP, "SELECT 1") == 1


def test_stopping_ends_every_process(tmp_path: Path) -> None:
    with Cluster(tmp_path, durable=False) as stopped:
        assert processes.working_in(stopped.data, "postgres")
    assert not processes.working_in(stopped.data, "postgres")


def test_after_kill_9_of_everything_it_comes_back_with_what_was_committed(tmp_path: Path) -> None:
    starter = start_in_another_process(tmp_path)
    killed = Cluster(tmp_path)
    with connect(killed, OWNER) as owner:
        owner.execute("CREATE TABLE kept AS SELECT 42 AS answer")
    for pid in [*processes.working_in(killed.data, "postgres"), starter.pid]:
        # Some end by themselves on losing the others.
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    starter.communicate()
    # Worst case: the id in the server's stale lock file now belongs to a living process.
    (killed.data / "postmaster.pid").write_text(f"{os.getppid()}\n{killed.data}\n")

    with Cluster(tmp_path) as again:
        assert value(again, OWNER, "SELECT answer FROM kept") == 42


def test_the_server_ends_when_its_starter_is_killed(tmp_path: Path) -> None:
    starter = start_in_another_process(tmp_path)
    starter.kill()
    starter.communicate()
    data = Cluster(tmp_path).data
    assert processes.wait_until(lambda: not processes.working_in(data, "postgres"), 20)


def test_a_path_too_long_for_a_socket_works(tmp_path: Path) -> None:
    deep = tmp_path / ("deep" * 30) / ("deeper" * 30)
    with Cluster(deep, durable=False) as running:
        assert running.data.is_relative_to(deep)
        assert not running.socket_folder.is_relative_to(deep)
        running.ensure_database(NAME)
        assert value(running, APP, "SELECT 1") == 1
    assert not running.socket_folder.exists()


def test_a_folder_that_other_users_cannot_reach_works(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    with Cluster(closed / "with a 'quoted' name", durable=False) as running:
        running.ensure_database(NAME)
        assert value(running, APP, "SELECT 1") == 1


def test_files_left_half_made_are_made_anew(tmp_path: Path) -> None:
    (tmp_path / "data.unfinished").mkdir()
    (tmp_path / "data.unfinished" / "PG_VERSION").write_text("15\n")
    with Cluster(tmp_path, durable=False) as running:
        assert not processes.working_in(tmp_path / "data.unfinished", "postgres")
        assert running.data.is_dir()


def test_a_folder_with_something_else_in_it_is_left_untouched(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "letter.txt").write_text("Dear all")
    with pytest.raises(LocalError, match="left untouched"):
        Cluster(tmp_path, durable=False).start()
    assert (tmp_path / "data" / "letter.txt").read_text() == "Dear all"


def start_in_another_process(folder: Path) -> subprocess.Popen[str]:
    """A durable cluster with its database, started by a process that waits to be killed."""
    program = (
        "import pathlib, signal, sys; from samspil.local.cluster import Cluster;"
        "cluster = Cluster(pathlib.Path(sys.argv[1])); cluster.start();"
        f"cluster.ensure_database({NAME!r}); print('up', flush=True); signal.pause()"
    )
    starter = subprocess.Popen(
        [sys.executable, "-c", program, str(folder)], stdout=subprocess.PIPE, text=True
    )
    assert starter.stdout is not None
    assert starter.stdout.readline() == "up\n"
    return starter

"""How a command finds the private database: running or not, it is left as it was."""

import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from samspil.local.database import Addresses, private, private_cluster, reached
from samspil.local.processes import LocalError
from samspil.settings import CHECKOUT


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose database does not run."""
    folder = tmp_path_factory.mktemp("data")
    with private_cluster(folder) as cluster:
        private(cluster)
    return folder


def answers(addresses: Addresses) -> bool:
    url = make_url(addresses.owner).set(drivername="postgresql")
    with psycopg.connect(url.render_as_string(hide_password=False)) as connection:
        return connection.execute("SELECT PostGIS_Version() IS NOT NULL").fetchone() == (True,)


def is_running(data: Path) -> bool:
    return (private_cluster(data).data / "postmaster.pid").exists()


def test_a_database_that_does_not_run_is_started_for_the_while(data: Path) -> None:
    with reached(data, {}) as addresses:
        assert answers(addresses)
    assert not is_running(data)


def test_one_that_runs_is_used_and_goes_on_running(data: Path) -> None:
    with private_cluster(data):
        with reached(data, {}) as addresses:
            assert answers(addresses)
        assert is_running(data)


def test_it_is_stopped_when_the_command_fails(data: Path) -> None:
    with pytest.raises(ZeroDivisionError), reached(data, {}):
        raise ZeroDivisionError
    assert not is_running(data)


def test_none_is_made_where_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(LocalError, match="There is no database in"), reached(tmp_path, {}):
        pass
    assert list(tmp_path.iterdir()) == []


def test_the_server_in_the_environment_goes_first(tmp_path: Path) -> None:
    named = {"SAMSPIL_DATABASE_URL": "postgresql://somewhere/samspil"}
    with reached(tmp_path, named) as addresses:
        assert addresses == Addresses(*["postgresql://somewhere/samspil"] * 2)


def test_what_a_start_needs_is_looked_at_before_any_package_is_installed() -> None:
    """`scripts/start` runs it with the machine's Python, which has none of ours."""
    alone = [sys.executable, "-S", "-c", "import samspil.local.preconditions"]
    environment = {"PYTHONPATH": str(CHECKOUT / "backend"), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(alone, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr

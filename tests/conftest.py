"""One private PostgreSQL a run; every worker has its own clones, every test its own transaction."""

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine
from flask.testing import FlaskClient
from psycopg import RawCursor
from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session

from databases import BASE, DEMO, NOW, InOneTransaction, Recorder, Server, app_on
from factories.pages import build_frontend
from locked import watched, whoever_writes_for_a_person_has_locked_them  # noqa: F401
from samspil.core.http import Application
from samspil.local.cluster import Cluster
from stage import Stage, as_it_was, set_up

CLUSTER = pytest.StashKey[Cluster]()


def _start(config: pytest.Config) -> Path:
    """Start the run's cluster in the process that ends last."""
    folder = Path(tempfile.mkdtemp(prefix="samspil-tests-"))
    cluster = Cluster(folder, durable=False)
    cluster.start()
    config.stash[CLUSTER] = cluster
    Server(folder, "controller").make_templates()
    return folder


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell a worker of pytest-xdist where the cluster is; the first one asking starts it."""
    started = node.config.stash.get(CLUSTER, None)
    folder = started.folder if started else _start(node.config)
    node.workerinput["cluster"] = str(folder)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the cluster and leave nothing behind."""
    cluster = config.stash.get(CLUSTER, None)
    if cluster is not None:
        cluster.stop()
        shutil.rmtree(cluster.folder)


@pytest.fixture(scope="session")
def server(request: pytest.FixtureRequest) -> Server:
    """The run's PostgreSQL."""
    worker = getattr(request.config, "workerinput", None)
    if worker is None:
        return Server(_start(request.config), "only")
    return Server(Path(worker["cluster"]), worker["workerid"])


@pytest.fixture
def now() -> Iterator[datetime]:
    """The moment at which the test happens: the clock stands still."""
    with time_machine.travel(NOW, tick=False):
        yield NOW


@pytest.fixture(scope="session")
def frontend(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small built frontend."""
    return build_frontend(tmp_path_factory.mktemp("frontend"))


@pytest.fixture(scope="session")
def empty_app(server: Server, frontend: Path) -> Iterator[Application]:
    """The application on a database of places and interests only."""
    application = app_on(server, BASE, frontend)
    yield application
    application.database.engine.dispose()


@pytest.fixture(scope="session")
def demo_app(server: Server, frontend: Path) -> Iterator[Application]:
    """The application on the demonstration data, which tests read but never change."""
    application = app_on(server, DEMO, frontend)
    yield application
    application.database.engine.dispose()


@pytest.fixture(scope="session")
def lasting_stage(server: Server, frontend: Path) -> Iterator[Stage]:
    """An application with a world of people and things, made once."""
    with set_up(server, frontend) as stage:
        yield stage


@pytest.fixture
def stage(lasting_stage: Stage, now: datetime) -> Iterator[Stage]:  # noqa: ARG001
    """The same, as if it had been made for this test: what a test changes is undone."""
    with as_it_was(lasting_stage):
        yield lasting_stage


@pytest.fixture
def connection(empty_app: Application) -> Iterator[Connection]:
    """A connection in a transaction that is rolled back."""
    with empty_app.database.engine.connect() as connection:
        transaction = connection.begin()
        yield connection
        transaction.rollback()


@pytest.fixture
def app(
    empty_app: Application,
    connection: Connection,
    monkeypatch: pytest.MonkeyPatch,
    now: datetime,  # noqa: ARG001  # the clock stands still
) -> Application:
    """The application inside the test's transaction."""
    monkeypatch.setattr(empty_app, "database", InOneTransaction(connection))
    return empty_app


@pytest.fixture
def session(app: Application) -> Iterator[Session]:
    """A session that sees and writes what the application does."""
    with app.database.writing() as session:
        yield session


@pytest.fixture
def client(app: Application) -> FlaskClient:
    """A reader of the application inside the test's transaction."""
    return app.test_client()


@pytest.fixture
def demo(demo_app: Application, now: datetime) -> FlaskClient:  # noqa: ARG001
    """A reader of the demonstration."""
    return demo_app.test_client()


@pytest.fixture
def demo_session(demo_app: Application, now: datetime) -> Iterator[Session]:  # noqa: ARG001
    """A session on the demonstration, for comparing answers with what is kept."""
    with demo_app.database.session(writes=False) as session:
        yield session


@pytest.fixture
def own_app(
    server: Server,
    frontend: Path,
    now: datetime,  # noqa: ARG001  # the clock stands still
) -> Iterator[Application]:
    """The application on a database of this test's own, where commits and connections are real."""
    application = app_on(server, BASE, frontend)
    yield application
    application.database.engine.dispose()
    server.drop(application.database.engine.url.database or "")


@pytest.fixture
def statements() -> Recorder:
    """Records the SQL that is sent, also past SQLAlchemy: `with statements(engine) as sent`."""

    @contextlib.contextmanager
    def record(engine: Engine) -> Iterator[list[str]]:
        sent: list[str] = []
        engine.connect().close()  # the first one asks the server what it is
        execute = RawCursor.execute

        def recorded(cursor: Any, query: Any, *values: Any, **options: Any) -> Any:
            if "SAVEPOINT" not in query:  # they are the test's transaction, not the search's
                sent.append(query)
            return execute(cursor, query, *values, **options)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(RawCursor, "execute", recorded)
            yield sent

    return record

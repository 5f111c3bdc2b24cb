"""One private PostgreSQL a run; every worker has its own clones, every test its own transaction."""

import contextlib
import dataclasses
import itertools
import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest
import time_machine
from click.testing import CliRunner
from flask.testing import FlaskClient
from psycopg import sql
from sqlalchemy import Connection, Engine, event
from sqlalchemy.orm import Session, sessionmaker

from factories.pages import build_frontend
from samspil.app import create_app
from samspil.cli import main
from samspil.core.db import Database
from samspil.core.http import Application
from samspil.core.time import COPENHAGEN
from samspil.local.cluster import APP, OWNER, SUPERUSER, Cluster
from samspil.settings import Settings

# A Monday four weeks before the change to summer time. The demonstration is dated from it.
NOW = datetime(2027, 3, 1, 10, 0, tzinfo=COPENHAGEN)
BASE, DEMO = "template_base", "template_demo"

CLUSTER = pytest.StashKey[Cluster]()


class Server:
    """The run's PostgreSQL, with two templates: the base alone, and the demonstration on it."""

    def __init__(self, folder: Path, worker: str) -> None:
        self.cluster = Cluster(folder, durable=False)
        self._worker = worker
        self._numbers = itertools.count()

    def settings(self, database: str) -> Settings:
        """What the application is told to use this database."""
        return Settings(
            self.cluster.url(APP, database),
            self.cluster.url(OWNER, database),
            rate_limit="1000000 per minute",  # the clock stands still: no window ever ends
        )

    def samspil(self, database: str, command: str) -> str:
        """Run one of Samspil's commands on a database, at the moment `NOW`."""
        settings = self.settings(database)
        environment = {
            "SAMSPIL_DATABASE_URL": settings.database_url,
            "SAMSPIL_OWNER_DATABASE_URL": settings.owner_database_url,
        }
        with time_machine.travel(NOW, tick=False):
            done = CliRunner().invoke(main, [command], env=environment, catch_exceptions=False)
        assert done.exit_code == 0, done.output
        return done.output

    def make_templates(self) -> None:
        """Make them as `scripts/start` makes its database."""
        self.cluster.ensure_database(BASE)
        self.samspil(BASE, "migrate")
        self.samspil(BASE, "load-base")
        self._copy(BASE, DEMO)
        self.samspil(DEMO, "load-demo")
        with self._superuser(DEMO) as connection:
            connection.execute("ANALYZE")  # autovacuum is off here, and plans need figures

    def clone(self, template: str) -> str:
        """A new database like the template; returns its name."""
        name = f"{self._worker}_{next(self._numbers)}"
        self._copy(template, name)
        return name

    def drop(self, database: str) -> None:
        """Remove a database that nobody uses any more."""
        with self._superuser("postgres") as connection:
            connection.execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(database)))

    def _copy(self, template: str, name: str) -> None:
        statement = sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {}").format(
            sql.Identifier(name), sql.Identifier(OWNER), sql.Identifier(template)
        )
        with self._superuser("postgres") as connection:
            connection.execute(statement)

    @contextlib.contextmanager
    def _superuser(self, database: str) -> Iterator[psycopg.Connection]:
        with psycopg.connect(
            host=str(self.cluster.socket_folder), user=SUPERUSER, dbname=database, autocommit=True
        ) as connection:
            yield connection


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


def _application(server: Server, template: str, frontend: Path) -> Application:
    settings = dataclasses.replace(
        server.settings(server.clone(template)),
        frontend_dir=frontend,
        public_url="https://samspil.example",
    )
    return create_app(settings)


@pytest.fixture(scope="session")
def empty_app(server: Server, frontend: Path) -> Iterator[Application]:
    """The application on a database of places and interests only."""
    application = _application(server, BASE, frontend)
    yield application
    application.database.engine.dispose()


@pytest.fixture(scope="session")
def demo_app(server: Server, frontend: Path) -> Iterator[Application]:
    """The application on the demonstration data, which tests read but never change."""
    application = _application(server, DEMO, frontend)
    yield application
    application.database.engine.dispose()


class InOneTransaction(Database):
    """A database whose sessions all share one connection; nothing they commit stays."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection.engine)
        self.writing = self.reading = sessionmaker(
            connection, expire_on_commit=False, join_transaction_mode="create_savepoint"
        )


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
    application = _application(server, BASE, frontend)
    yield application
    application.database.engine.dispose()
    server.drop(application.database.engine.url.database or "")


Recorder = Callable[[Engine], contextlib.AbstractContextManager[list[str]]]


@pytest.fixture
def statements() -> Recorder:
    """Records the SQL that an engine sends: `with statements(engine) as sent`."""

    @contextlib.contextmanager
    def record(engine: Engine) -> Iterator[list[str]]:
        sent: list[str] = []

        def add(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
            if "SAVEPOINT" not in statement:  # they are the test's transaction, not the search's
                sent.append(statement)

        event.listen(engine, "before_cursor_execute", add)
        try:
            yield sent
        finally:
            event.remove(engine, "before_cursor_execute", add)

    return record

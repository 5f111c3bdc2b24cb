"""The databases of a run: two templates in one private PostgreSQL, and their clones."""

import contextlib
import dataclasses
import itertools
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import psycopg
import time_machine
from click.testing import CliRunner
from psycopg import sql
from sqlalchemy import Connection, Engine
from sqlalchemy.orm import sessionmaker

from samspil.app import create_app
from samspil.cli import main
from samspil.core.db import Database, make_engine
from samspil.core.domain import install
from samspil.core.http import Application
from samspil.core.time import COPENHAGEN
from samspil.domains import DOMAINS
from samspil.local.cluster import APP, OWNER, SUPERUSER, Cluster
from samspil.settings import Settings

# Before anything is asked of what domains hand over.
install(DOMAINS)

# A Monday four weeks before the change to summer time. The demonstration is dated from it.
NOW = datetime(2027, 3, 1, 10, 0, tzinfo=COPENHAGEN)
BASE, DEMO = "template_base", "template_demo"


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
            secret_key="a secret that only the tests know",
            files_dir=self.cluster.folder / "files",
            mail_dir=self.cluster.folder / "mail",
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
        self.analyze(DEMO)

    def analyze(self, database: str) -> None:
        """Count what a database holds: plans need figures, and autovacuum is off here."""
        with self._superuser(database) as connection:
            connection.execute("ANALYZE")

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


def app_on(server: Server, template: str, frontend: Path) -> Application:
    """The application on a clone of its own; who asks for it drops that."""
    settings = dataclasses.replace(
        server.settings(server.clone(template)),
        frontend_dir=frontend,
        public_url="https://samspil.example",
    )
    # A hundred rivals call it from as many threads: no gateway limits how many get in at once.
    return create_app(settings, Database(make_engine(settings.database_url)))


Recorder = Callable[[Engine], contextlib.AbstractContextManager[list[str]]]


class InOneTransaction(Database):
    """A database whose sessions all share one connection; nothing they commit stays."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection.engine)
        self.writing = self.reading = sessionmaker(
            connection, expire_on_commit=False, join_transaction_mode="create_savepoint"
        )

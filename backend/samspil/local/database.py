"""The database a start uses: a private cluster, or the server that the settings name."""

import contextlib
import os
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import psycopg
from psycopg import sql
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from samspil.local.cluster import APP, EXTENSIONS, OWNER, Cluster
from samspil.local.processes import AlreadyRunning, LocalError
from samspil.settings import SHORTEST_SECRET

_DATABASE: Final = "samspil"
_OLDEST_SERVER: Final = 15
_CONNECT_SECONDS: Final = 10


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the application and the migrations find the database."""

    app: str
    owner: str

    def as_environment(self) -> dict[str, str]:
        """The variables by which every part of Samspil is told."""
        return {"SAMSPIL_DATABASE_URL": self.app, "SAMSPIL_OWNER_DATABASE_URL": self.owner}


def named(environ: Mapping[str, str] = os.environ) -> Addresses | None:
    """The server that the environment names, if it does."""
    app = environ.get("SAMSPIL_DATABASE_URL", "").strip()
    owner = environ.get("SAMSPIL_OWNER_DATABASE_URL", "").strip()
    if owner and not app:
        raise LocalError("SAMSPIL_OWNER_DATABASE_URL is set, but SAMSPIL_DATABASE_URL is not.")
    return Addresses(app, owner or app) if app else None


def private(cluster: Cluster) -> Addresses:
    """The database in a started private cluster, made when it is not there."""
    cluster.ensure_database(_DATABASE)
    return Addresses(cluster.url(APP, _DATABASE), cluster.url(OWNER, _DATABASE))


def private_cluster(folder: Path) -> Cluster:
    """The private cluster of a data folder."""
    return Cluster(folder / "postgres")


@contextlib.contextmanager
def reached(data: Path, environ: Mapping[str, str] = os.environ) -> Iterator[Addresses]:
    """The database for a command: the named server, or the private one of a data folder.

    One that does not run is started, and stopped when the command has done its work.

    Raises LocalError when there is none, or it does not start.
    """
    addresses = named(environ)
    if addresses is not None:
        yield addresses
        return
    cluster = private_cluster(data)
    if not cluster.data.exists():
        raise LocalError(f"There is no database in {data}; run scripts/start once.")
    with contextlib.ExitStack() as on_exit:
        with contextlib.suppress(AlreadyRunning):
            cluster.start()
            on_exit.callback(cluster.stop)
        yield private(cluster)


def check(addresses: Addresses) -> None:
    """Make sure that a named server can hold Samspil, before anything is written to it.

    Raises LocalError when it cannot be reached, is too old, or lacks an extension that the
    owner's role may not create.
    """
    try:
        url = make_url(addresses.owner)
        conninfo = url.set(drivername="postgresql").render_as_string(hide_password=False)
    except ArgumentError:
        raise LocalError(
            "SAMSPIL_DATABASE_URL is not an address such as postgresql://user:password@host/name."
        ) from None
    place = f"{url.host or url.query.get('host') or 'this machine'}, database {url.database}"
    try:
        with psycopg.connect(
            conninfo, autocommit=True, connect_timeout=_CONNECT_SECONDS
        ) as connection:
            version = connection.info.server_version // 10_000
            if version < _OLDEST_SERVER:
                raise LocalError(
                    f"The server on {place} is PostgreSQL {version}; "
                    f"Samspil needs {_OLDEST_SERVER} or newer."
                )
            for extension in EXTENSIONS:
                _ensure_extension(connection, extension, place)
    except psycopg.OperationalError as error:
        reason = str(error).strip().splitlines()[-1]
        raise LocalError(f"No connection to the server on {place}: {reason}") from None


def _ensure_extension(connection: psycopg.Connection, name: str, place: str) -> None:
    """Find the extension in the database or create it."""
    found = connection.execute("SELECT FROM pg_extension WHERE extname = %s", [name]).fetchone()
    if found is not None:
        return
    create = sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(name))
    try:
        connection.execute(create)
    except psycopg.OperationalError:
        raise
    except psycopg.Error:
        available = connection.execute(
            "SELECT FROM pg_available_extensions WHERE name = %s", [name]
        ).fetchone()
        remedy = (
            f"as its superuser, run in that database: {create.as_string(connection)}"
            if available is not None
            else "install it on that server (Debian: apt-get install postgresql-postgis)"
        )
        raise LocalError(f"The server on {place} lacks the extension {name}; {remedy}") from None


def secret_of(data: Path) -> str:
    """The data folder's secret; the first start makes one, as does one after it was emptied."""
    file = data / "secret"
    try:
        kept = file.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        kept = ""
    if len(kept) >= SHORTEST_SECRET:
        return kept
    made = secrets.token_urlsafe(48)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as writing:
        os.fchmod(descriptor, 0o600)
        writing.write(made)
    return made

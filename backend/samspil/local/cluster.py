"""A private PostgreSQL that lives in a folder, starts and stops with us and needs no setting up.

Three things make it safe to keep one in any folder, for any user:

* **No network, no password.** It listens on a Unix socket in a folder that only its user may
  enter, and knows its clients by their operating-system user (``peer``).
* **Folders are handed over as open directories.** PostgreSQL refuses to run as root. Started by
  root it runs as the package's ``postgres`` user, which may not be able to walk to the data
  folder (say, under ``/root``), and a Unix socket's path must fit in 107 bytes. So the folders
  are opened here and named ``/proc/self/fd/N`` to the server: the kernel resolves that without
  walking the path, and it is short.
* **Nothing outlives us.** The kernel signals the server when its starter dies; what still
  remains of a killed run is found by the folder it works in, never by a stale process id.
"""

import contextlib
import fcntl
import hashlib
import os
import pwd
import shutil
import signal
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, Final, Self

import psycopg
from psycopg import sql
from sqlalchemy import URL

from samspil.local import processes
from samspil.local.processes import AlreadyRunning, LocalError

SUPERUSER: Final = "postgres"
OWNER: Final = "samspil_owner"
APP: Final = "samspil_app"
EXTENSIONS: Final = ("postgis", "pg_trgm", "fuzzystrmatch", "btree_gist")

_SERVER_ACCOUNT = "postgres"
_INSTALLATIONS = Path("/usr/lib/postgresql")
_CONTROL_FILES = Path("/usr/share/postgresql")
_SOCKET_NAME = ".s.PGSQL.5432"
_SOCKET_PATH_BYTES = 107
_LOG_BYTES_KEPT = 10_000_000
# Recovery after a crash replays the log first; it takes as long as it takes, within reason.
_START_SECONDS = 300.0
_STOP_STEPS = ((signal.SIGINT, 60.0), (signal.SIGQUIT, 20.0), (signal.SIGKILL, 10.0))

# Errors carry what a person sent, positions among it, and reach the client anyway; the server's
# log keeps to its own affairs (``log`` lies above ``error`` there) and drops every detail.
_SILENCE = {
    "log_min_messages": "log",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_statement": "none",
    "log_min_duration_statement": "-1",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
    "log_checkpoints": "off",
    "log_connections": "off",
    "log_disconnections": "off",
}
_SETTINGS = _SILENCE | {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "random_page_cost": "1.1",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}
# Autovacuum is off with them: it would hold the template that tests copy, at times of its choosing.
_FOR_TESTS_ONLY = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
}


class Cluster:
    """A private PostgreSQL in ``folder``; with ``durable=False`` quick and lost by a power cut.

    Use it as a context manager, or pair ``start`` with ``stop``, on the main thread: the kernel
    takes the end of the starting thread for the end of the starter.
    """

    def __init__(self, folder: Path, *, durable: bool = True) -> None:
        self.folder = folder.absolute()
        self.durable = durable
        self.data = self.folder / "data"
        self.log = self.folder / "server.log"
        self._account = _account()
        self._lock: IO[bytes] | None = None
        self._server: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    @property
    def socket_folder(self) -> Path:
        """Where the socket is, and what to pass as ``psql -h``."""
        near = self.folder / "socket"
        if len(os.fsencode(near / _SOCKET_NAME)) <= _SOCKET_PATH_BYTES:
            return near
        key = hashlib.sha256(os.fsencode(self.folder)).hexdigest()[:16]
        return _runtime_folder() / f"samspil-{os.geteuid()}-{key}"

    def start(self) -> None:
        """Start the server, making its files first where there are none, and wait until it serves.

        Raises LocalError when the folder is in use by another run, belongs to another user or
        holds something that is not ours, or when the server does not come up.
        """
        try:
            self._make_folder(self.folder, 0o755)
            self._take_lock()
        except PermissionError as error:
            raise LocalError(f"No permission to keep a database in {self.folder}.") from error
        try:
            self._end_leftovers()
            if not (self.data / "PG_VERSION").exists():
                self._initialise()
            self._serve()
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Stop the server, roll back what is unfinished, and wait until it is gone."""
        server, self._server = self._server, None
        if server is not None:
            for number, seconds in _STOP_STEPS:
                server.send_signal(number)
                with contextlib.suppress(subprocess.TimeoutExpired):
                    server.wait(seconds)
                    break
        if self._lock is not None:
            if self.socket_folder.parent != self.folder:
                with contextlib.suppress(OSError):
                    self.socket_folder.rmdir()
            self._lock.close()
            self._lock = None

    def has_ended(self) -> bool:
        """Whether the server that was started has gone by itself."""
        return self._server is not None and self._server.poll() is not None

    def url(self, role: str, database: str) -> str:
        """The SQLAlchemy address of ``database`` for ``role``."""
        return URL.create(
            "postgresql+psycopg",
            username=role,
            database=database,
            query={"host": str(self.socket_folder)},
        ).render_as_string(hide_password=False)

    def ensure_database(self, name: str) -> None:
        """Make sure that the database, its two roles and the extensions exist.

        The owner owns the database and migrates it; the application's role owns nothing and gets
        what the migrations grant.
        """
        with self._connect("postgres") as connection:
            for role in (OWNER, APP):
                if not _exists(connection, "pg_roles", "rolname", role):
                    connection.execute(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(role)))
            # Compiling a plan costs more than any search here takes.
            connection.execute(sql.SQL("ALTER ROLE {} SET jit = off").format(sql.Identifier(APP)))
            if not _exists(connection, "pg_database", "datname", name):
                connection.execute(
                    sql.SQL(
                        "CREATE DATABASE {} OWNER {} TEMPLATE template0 ENCODING 'UTF8'"
                    ).format(sql.Identifier(name), sql.Identifier(OWNER))
                )
        with self._connect(name) as connection:
            for extension in EXTENSIONS:
                connection.execute(
                    sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(extension))
                )

    @contextlib.contextmanager
    def _connect(self, database: str) -> Iterator[psycopg.Connection]:
        """A connection as the superuser, each statement its own transaction."""
        with psycopg.connect(
            host=str(self.socket_folder),
            user=SUPERUSER,
            dbname=database,
            autocommit=True,
            options="-c client_min_messages=warning",
        ) as connection:
            yield connection

    def _take_lock(self) -> None:
        """Make this run the only one that handles the folder, until it stops or dies."""
        lock = (self.folder / "lock").open("ab")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.close()
            raise AlreadyRunning(f"The database in {self.folder} is already running.") from None
        self._lock = lock

    def _end_leftovers(self) -> None:
        """End what a killed run has left, so that the data folder has one server at most.

        With the lock held and no server alive, the server's own lock files are certainly stale;
        PostgreSQL would believe them if the process id in them had been given to someone else.
        """

        def alive() -> list[int]:
            return processes.working_in(self.data, "postgres")

        gone = processes.end(
            alive, (signal.SIGTERM, 30.0), (signal.SIGQUIT, 20.0), (signal.SIGKILL, 10.0)
        )
        if not gone:
            raise LocalError(f"A database server of an earlier run in {self.data} does not end.")
        (self.data / "postmaster.pid").unlink(missing_ok=True)
        (self.socket_folder / f"{_SOCKET_NAME}.lock").unlink(missing_ok=True)

    def _initialise(self) -> None:
        """Make the server's files aside and move them into place when they are complete."""
        if self.data.exists():
            raise LocalError(f"{self.data} exists, but holds no database; it is left untouched.")
        unfinished = self.folder / "data.unfinished"
        if unfinished.exists():
            shutil.rmtree(unfinished)
        self._make_folder(unfinished, 0o700, self._account)
        with _opened(unfinished) as place:
            made = subprocess.run(  # noqa: S603
                [
                    *self._as_server(_newest_installation() / "initdb"),
                    *("-D", _name(place), "-U", SUPERUSER),
                    *("--encoding=UTF8", "--locale=C.UTF-8", "--auth=peer", "--no-instructions"),
                    *([] if self.durable else ["--no-sync"]),
                ],
                pass_fds=[place],
                cwd="/",
                env=_environment(),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                check=False,
            )
        if made.returncode != 0:
            reason = (made.stderr.strip() or made.stdout.strip()).splitlines()[-1:]
            raise LocalError(f"initdb failed in {unfinished}: {' '.join(reason)}")
        unfinished.rename(self.data)

    def _serve(self) -> None:
        """Start the server on the files and wait until it takes connections."""
        installation = _installation_of(self.data)
        self._make_folder(self.socket_folder, 0o700, self._account)
        self._write("pg_hba.conf", f"local all all peer map={OWNER}\n")
        self._write("pg_ident.conf", self._identities())
        if self.log.exists() and self.log.stat().st_size > _LOG_BYTES_KEPT:
            self.log.replace(self.log.with_suffix(".log.1"))
        with (
            _opened(self.data) as data,
            _opened(self.socket_folder) as socket,
            self.log.open("ab") as log,
        ):
            settings = _SETTINGS | ({} if self.durable else _FOR_TESTS_ONLY)
            settings["unix_socket_directories"] = _name(socket)
            self._server = subprocess.Popen(  # noqa: S603
                [
                    *self._as_server(installation / "postgres"),
                    *("-D", _name(data)),
                    *(f"--{name}={value}" for name, value in settings.items()),
                ],
                pass_fds=[data, socket],
                cwd="/",
                env=_environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                # Ctrl-C reaches every process of the terminal's group; we stop it in our order.
                start_new_session=True,
            )
        if not processes.wait_until(lambda: self.has_ended() or self._is_ready(), _START_SECONDS):
            raise LocalError(f"PostgreSQL has not come up; see {self.log}.")
        if self.has_ended():
            raise LocalError(f"PostgreSQL did not start; see {self.log}.")

    def _is_ready(self) -> bool:
        """Whether the server says so in its own file; asking it by connecting fills its log."""
        try:
            lines = (self.data / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return False
        return len(lines) > 7 and lines[7].strip() == "ready"  # noqa: PLR2004

    def _identities(self) -> str:
        """Who may connect as which role: whoever runs Samspil, as each of the three."""
        user = pwd.getpwuid(os.geteuid()).pw_name
        return "".join(f'{OWNER} "{user}" {role}\n' for role in (SUPERUSER, OWNER, APP))

    def _write(self, name: str, text: str) -> None:
        """Replace one of the server's files, in one step and still owned by its user."""
        fresh = self.data / f"{name}.fresh"
        fresh.write_text(text)
        fresh.chmod(0o600)
        os.chown(fresh, self._account.pw_uid, self._account.pw_gid)
        fresh.replace(self.data / name)

    def _as_server(self, program: Path) -> list[str]:
        """The command that runs ``program`` as the server's user and ends it after us."""
        command = processes.tied_to_us(signal.SIGINT)
        if self._account.pw_uid != os.geteuid():
            uid, gid = self._account.pw_uid, self._account.pw_gid
            command += [f"--reuid={uid}", f"--regid={gid}", "--init-groups"]
        return [*command, "--", str(program)]

    @staticmethod
    def _make_folder(folder: Path, mode: int, owner: pwd.struct_passwd | None = None) -> None:
        """Make the folder, or check that the one there is safe: not a link, ours, as closed."""
        with contextlib.suppress(FileExistsError):
            folder.mkdir(mode=mode, parents=True)
            folder.chmod(mode)
            if owner is not None:
                os.chown(folder, owner.pw_uid, owner.pw_gid)
        if owner is None:
            return
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != owner.pw_uid:
            raise LocalError(f"{folder} is not a folder of the user {owner.pw_name}.")
        if stat.S_IMODE(found.st_mode) & 0o077:
            raise LocalError(f"{folder} is open to other users; run: chmod 700 {folder}")


def _account() -> pwd.struct_passwd:
    """The user the server runs as: ours, or the package's when we are root."""
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid())
    try:
        return pwd.getpwnam(_SERVER_ACCOUNT)
    except KeyError:
        raise LocalError(
            f"PostgreSQL cannot run as root and there is no user {_SERVER_ACCOUNT}; "
            "run: apt-get install postgresql-postgis"
        ) from None


def _newest_installation() -> Path:
    """The programs of the newest PostgreSQL here that has PostGIS."""
    versions = sorted(
        int(folder.name)
        for folder in _INSTALLATIONS.glob("*")
        if folder.name.isdigit()
        and (folder / "bin" / "postgres").exists()
        and (_CONTROL_FILES / folder.name / "extension" / "postgis.control").exists()
    )
    if not versions:
        raise LocalError(
            "PostgreSQL with PostGIS is not installed; run: apt-get install postgresql-postgis"
        )
    return _INSTALLATIONS / str(versions[-1]) / "bin"


def _installation_of(data: Path) -> Path:
    """The programs of the PostgreSQL version that made these files."""
    version = (data / "PG_VERSION").read_text().strip()
    programs = _INSTALLATIONS / version / "bin"
    if not (programs / "postgres").exists():
        raise LocalError(
            f"The database in {data} was made by PostgreSQL {version}; "
            f"run: apt-get install postgresql-{version}-postgis-3"
        )
    return programs


def _runtime_folder() -> Path:
    """A folder with a short path where only we may put things, or everyone only their own."""
    if os.geteuid() == 0:
        return Path("/run")
    named = Path(os.environ.get("XDG_RUNTIME_DIR") or "/tmp")  # noqa: S108
    return named if named.is_dir() and len(os.fsencode(named)) < 50 else Path("/tmp")  # noqa: S108, PLR2004


def _environment() -> dict[str, str]:
    """What the server sees of our environment: nothing, so that no PG… variable sways it."""
    return {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}


@contextlib.contextmanager
def _opened(folder: Path) -> Iterator[int]:
    """The folder as an open directory; a link in its place is refused."""
    place = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        yield place
    finally:
        os.close(place)


def _name(place: int) -> str:
    """The path by which a child reaches the open directory it was handed."""
    return f"/proc/self/fd/{place}"


def _exists(connection: psycopg.Connection, catalogue: str, column: str, name: str) -> bool:
    """Whether a catalogue of the server has a row of this name."""
    query = sql.SQL("SELECT FROM {} WHERE {} = %s").format(
        sql.Identifier(catalogue), sql.Identifier(column)
    )
    return connection.execute(query, [name]).fetchone() is not None

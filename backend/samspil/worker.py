"""Runs the jobs: `python -m samspil.worker`. Any number may run; each job is run by one."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import logging
import signal
import sys
import traceback
from types import TracebackType
from typing import Final

import psycopg
import structlog
from procrastinate import PsycopgConnector
from procrastinate.exceptions import ConnectorException
from sqlalchemy import make_url
from sqlalchemy.exc import DBAPIError

from samspil.core import jobs
from samspil.core.db import SESSION, Database, make_engine
from samspil.core.domain import install
from samspil.domains import DOMAINS
from samspil.settings import Settings, SettingsError, from_environment
from samspil.site import site

CONCURRENCY: Final = 4
AGAIN_SECONDS: Final = 5.0
DATABASE_ERRORS: Final = (ConnectorException, DBAPIError, psycopg.OperationalError)

log = structlog.get_logger()


def main() -> int:
    """Run jobs until stopped to stop, then finish those under way; the code is 0 after that."""
    try:
        settings = from_environment()
    except SettingsError as error:
        sys.stderr.write(f"{error}.\n")
        return 1
    _log_without_values()
    if settings.production and settings.smtp_url is None:
        log.warning("no SAMSPIL_SMTP_URL: mails reach nobody", kept_in=str(settings.mail_dir))
    install(DOMAINS)
    asyncio.run(run(settings))
    return 0


async def run(settings: Settings) -> None:
    """Run jobs until SIGTERM or Ctrl-C; a database that goes away is waited for."""
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    # Asking a connection whether it lives costs a job nothing; to find out in it, a minute's wait.
    engine = make_engine(settings.database_url, pool_size=CONCURRENCY, pool_pre_ping=True)
    database = Database(engine)
    try:
        while not stopping.is_set():
            try:
                await _until(stopping, settings, database)
            except DATABASE_ERRORS as error:
                log.warning("the database is away", error=type(error).__name__)
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(stopping.wait(), AGAIN_SECONDS)
    finally:
        database.engine.dispose()


async def _until(stopping: asyncio.Event, settings: Settings, database: Database) -> None:
    settings = await asyncio.to_thread(_with_authority, settings, database)
    with jobs.app.replace_connector(_connector(settings.database_url)) as app:
        async with app.open_async():
            await jobs.rescue(app.job_manager)
            options = jobs.run_options(settings, database, CONCURRENCY)
            working = asyncio.create_task(app.run_worker_async(**options))
            stopped = asyncio.create_task(stopping.wait())
            await asyncio.wait({working, stopped}, return_when=asyncio.FIRST_COMPLETED)
            stopped.cancel()
            working.cancel()  # lets the jobs under way finish
            with contextlib.suppress(asyncio.CancelledError):
                await working


def _with_authority(settings: Settings, database: Database) -> Settings:
    """The settings with the name of who runs this, which mails are sent in."""
    with database.session(writes=False) as session:
        about = site(session, settings)
    return (
        settings if about is None else dataclasses.replace(settings, authority=about["authority"])
    )


def _connector(url: str) -> PsycopgConnector:
    """The worker's own few connections, to listen and to note what is done."""
    address = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    options = " ".join(f"-c {name}={value}" for name, value in SESSION.items())
    return PsycopgConnector(
        conninfo=address,
        min_size=1,
        max_size=3,
        timeout=10.0,
        kwargs={"connect_timeout": 5, "options": options},
    )


class _WithoutValues(logging.Formatter):
    """Tells where an error came from; its text may hold what a person has written."""

    def formatException(  # noqa: N802  # the library's name
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        kind, _, trace = ei
        frames = [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(trace)]
        return " ".join([kind.__name__ if kind else "", *frames[-6:]])


def _log_without_values() -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(_WithoutValues("%(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])


if __name__ == "__main__":
    sys.exit(main())

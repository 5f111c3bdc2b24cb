"""The database that a command works on: the named server, or the private one under a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from sqlalchemy import Engine, make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from samspil import migrations
from samspil.core.db import in_vain, make_engine
from samspil.local.database import reached
from samspil.local.errors import LocalError
from samspil.settings import SettingsError, from_environment


@contextmanager
def transaction(data: Path, *, keep: bool = True) -> Iterator[Session]:
    """A session of the owner's: all of it, or nothing when the block fails.

    Args:
        data: holds the private database, where the environment names no server; one that does not
            run is started for the while.
        keep: False rolls back in the end, for a dry run.
    """
    try:
        with reached(data) as addresses:
            settings = from_environment(os.environ | addresses.as_environment())
            engine = make_engine(settings.owner_database_url)
            try:
                _must_be_current(engine)
                with Session(engine) as session:
                    yield session
                    if keep:
                        session.commit()
            except OperationalError as error:
                if in_vain(error):
                    raise click.ClickException(
                        "Others are working on what this changes; try again in a little while."
                    ) from error
                place = make_url(settings.owner_database_url)
                raise click.ClickException(f"The database does not answer: {place!r}") from error
            finally:
                engine.dispose()
    except (LocalError, SettingsError) as error:
        raise click.ClickException(str(error)) from error


def _must_be_current(engine: Engine) -> None:
    with engine.connect() as connection:
        if not migrations.is_current(connection):
            raise click.ClickException(
                "The database is not up to date with this version of Samspil; "
                "run scripts/start once, or samspil migrate."
            )

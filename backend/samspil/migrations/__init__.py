"""The schema's history, and whether a database has it all."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

FOLDER = Path(__file__).parent


def config(connection: Connection | None = None) -> Config:
    """Alembic's configuration, without an ini file."""
    made = Config()
    made.set_main_option("script_location", str(FOLDER))
    made.attributes["connection"] = connection
    return made


@cache
def head() -> str | None:
    """The newest revision there is."""
    return ScriptDirectory.from_config(config()).get_current_head()


def is_current(connection: Connection) -> bool:
    """Whether a database has every migration."""
    return MigrationContext.configure(connection).get_current_revision() == head()

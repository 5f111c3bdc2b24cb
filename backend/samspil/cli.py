"""The command line: `samspil …`, or `python -m samspil.cli …`."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import click
import orjson
from alembic import command
from sqlalchemy import Connection, make_url, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from samspil import migrations
from samspil.app import create_app
from samspil.commands.imports import IMPORTS, import_geodata, import_osm, suggestions
from samspil.commands.operators import administrator, areas, bounce, show_jobs, sign_out, try_mail
from samspil.core import time
from samspil.core.audit import APPEND_ONLY
from samspil.core.db import in_vain, make_engine
from samspil.core.domain import install
from samspil.demo.load import load_demonstration
from samspil.demo.measuring import load_scale
from samspil.domains import DOMAINS
from samspil.needs.services import count_open_needs
from samspil.people.profiles import load_interests
from samspil.places.services import load_municipality, load_places
from samspil.settings import Settings, SettingsError, from_environment


@click.group()
def main() -> None:
    """Keep a Samspil installation."""
    install(DOMAINS)


for one in (
    import_geodata,
    import_osm,
    suggestions,
    show_jobs,
    try_mail,
    bounce,
    administrator,
    areas,
    sign_out,
    *IMPORTS,
):
    main.add_command(one)


@main.command()
def migrate() -> None:
    """Bring the database's schema up to date, and let the application's role use it."""
    settings = _settings()
    with _owner(settings) as connection:
        command.upgrade(migrations.config(connection), "head")
        app_role = make_url(settings.database_url).username
        if app_role and app_role != make_url(settings.owner_database_url).username:
            _grant(connection, app_role)


def _grant(connection: Connection, role: str) -> None:
    """The application reads and writes rows; the schema is not its own."""
    name = connection.dialect.identifier_preparer.quote_identifier(role)
    for statement in (
        f"GRANT USAGE ON SCHEMA public TO {name}",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {name}",
        f"REVOKE INSERT, UPDATE, DELETE ON alembic_version, spatial_ref_sys FROM {name}",
        f"REVOKE UPDATE, DELETE ON {', '.join(APPEND_ONLY)} FROM {name}",
        f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {name}",
    ):
        connection.execute(text(statement))
    connection.commit()


@main.command("load-base")
def load_base() -> None:
    """Load places, the municipality's outline and the interests; again changes nothing."""
    settings = _settings()
    with _writing(settings) as session:
        places = load_places(session, settings.geodata_dir / "places.csv")
        name = load_municipality(session, settings.geodata_dir / "municipality.geojson")
        interests = load_interests(session)
        count_open_needs(session, time.now())
    click.echo(f"{name}: {places} places, {interests} interests")


@main.command("load-demo")
def load_demo() -> None:
    """Load the demonstration data into a database that has no associations."""
    settings = _settings()
    if settings.production:
        _fail("Demonstration data does not go into a production database (SAMSPIL_ENV).")
    with _writing(settings) as session:
        loaded = load_demonstration(session, time.now())
        count_open_needs(session, time.now())
    click.echo(
        f"demonstration: {loaded.associations} associations, {loaded.premises} premises, "
        f"{loaded.needs} needs, {loaded.accounts} accounts, {loaded.volunteers} volunteers"
        if loaded
        else "demonstration: there are associations already; nothing loaded"
    )


@main.command("load-scale")
@click.argument("needs", type=click.IntRange(1, 10_000_000))
def load_scale_command(needs: int) -> None:
    """Fill up to this many needs, spread as people live in Denmark, for measuring."""
    settings = _settings()
    if settings.production:
        _fail("Needs for measuring do not go into a production database (SAMSPIL_ENV).")
    with _owner(settings) as connection:
        added = load_scale(connection, settings.geodata_dir / "denmark_towns.csv", needs)
    click.echo(f"{added} needs added")


@main.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), required=False)
def openapi(file: Path | None) -> None:
    """Write the OpenAPI document, for generating clients from."""
    placeholder = "postgresql+psycopg://nobody@/nothing"
    app = create_app(Settings(placeholder, placeholder, secret_key=secrets.token_hex()))
    document = app.test_client().get("/api/v1/openapi.json").get_json()
    written = orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS)
    if file is None:
        sys.stdout.buffer.write(written)
    else:
        file.write_bytes(written)


def _settings() -> Settings:
    try:
        return from_environment()
    except SettingsError as error:
        _fail(str(error))


def _fail(message: str) -> NoReturn:
    raise click.ClickException(message)


@contextmanager
def _owner(settings: Settings) -> Iterator[Connection]:
    """A connection of the role that owns the schema."""
    engine = make_engine(settings.owner_database_url)
    try:
        with engine.connect() as connection:
            yield connection
    except OperationalError as error:
        if in_vain(error):
            _fail("Others are working on what this changes; try again in a little while.")
        _fail(f"The database does not answer: {make_url(settings.owner_database_url)!r}")
    finally:
        engine.dispose()


@contextmanager
def _writing(settings: Settings) -> Iterator[Session]:
    """A transaction of the owner's: all of it, or nothing."""
    with _owner(settings) as connection, Session(connection) as session, session.begin():
        yield session


if __name__ == "__main__":
    main()

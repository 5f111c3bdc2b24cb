"""`samspil import-osm` and `samspil suggestions`: what the open map has, and staff's decisions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from samspil.commands.database import transaction
from samspil.premises.models import SUGGESTION_STATUSES
from samspil.premises.osm import OsmError, read_osm
from samspil.premises.suggestions import (
    NotOpen,
    OperatorMissing,
    accept,
    listed,
    reject,
    suggest,
)
from samspil.registers.tables import printable

_DATA = click.option(
    "--data",
    type=click.Path(path_type=Path),
    default="var",
    show_default=True,
    help="Where the private database is, unless SAMSPIL_DATABASE_URL names a server.",
)


@click.command("import-osm")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would be suggested, and change nothing.")
@_DATA
def import_osm(file: Path, dry_run: bool, data: Path) -> None:
    """Suggest clubs, community centres, sports grounds and the like from the open map.

    FILE is Overpass JSON (`[out:json]`, with `out center` for ways and relations). What stands
    here already is not suggested, nor what was rejected; nothing that people have written changes.
    `samspil suggestions` shows the suggestions, accepts and rejects them.
    """
    try:
        mapped = list(read_osm(file))
    except (OsmError, OSError) as error:
        raise click.ClickException(printable(str(error))) from error
    with transaction(data, keep=not dry_run) as session:
        counts = suggest(session, mapped)
    click.echo(
        f"{counts['new']:,} new suggestions, {counts['changed']:,} changed, "
        f"{counts['unchanged']:,} unchanged, {counts['decided']:,} decided before, "
        f"{counts['known']:,} that stand here already, "
        f"{counts['outside']:,} outside the municipality"
    )
    if dry_run:
        click.echo("A dry run: nothing was changed.")


@click.group()
def suggestions() -> None:
    """What the open map suggests. Data © OpenStreetMap contributors, ODbL."""


@suggestions.command("list")
@click.option("--status", type=click.Choice(SUGGESTION_STATUSES), default="open", show_default=True)
@_DATA
def list_suggestions(status: str, data: Path) -> None:
    """List suggestions: id, kind, name, where."""
    with transaction(data) as session:
        for one in session.scalars(listed(status)):
            lon, lat = one.position["coordinates"]
            link = f"https://www.openstreetmap.org/{one.osm_id}"
            click.echo(
                f"{one.osm_id}  {one.kind:<11}  {printable(one.name)}  {lat:.5f} {lon:.5f}  {link}"
            )


@suggestions.command("accept")
@click.argument("osm_id")
@click.option("--operator", help="Who runs the premises, where the map does not say.")
@click.option(
    "--public",
    is_flag=True,
    help="The association's position is a public place, no home: put it on the map.",
)
@_DATA
def accept_suggestion(osm_id: str, operator: str | None, public: bool, data: Path) -> None:
    """Make a suggestion an association or premises."""
    with transaction(data) as session:
        try:
            made = accept(session, osm_id, operator=operator, public=public)
        except NotOpen:
            raise click.ClickException(f"{osm_id}: no such open suggestion") from None
        except OperatorMissing:
            raise click.ClickException(
                f"{osm_id}: the map does not say who runs it; say so with --operator"
            ) from None
        slug, table = made.slug, made.__tablename__
    click.echo(f"{table}: {slug}")


@suggestions.command("reject")
@click.argument("osm_ids", nargs=-1, required=True)
@_DATA
def reject_suggestions(osm_ids: Sequence[str], data: Path) -> None:
    """Let suggestions never come again."""
    with transaction(data) as session:
        for osm_id in osm_ids:
            try:
                click.echo(f"rejected: {printable(reject(session, osm_id))}")
            except NotOpen:
                raise click.ClickException(f"{osm_id}: no such open suggestion") from None

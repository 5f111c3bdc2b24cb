"""`samspil import-geodata`: what authorities publish, into the places' layers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from samspil.commands.people import transaction
from samspil.core import time
from samspil.places.importing.features import shown
from samspil.places.importing.reading import DEFAULT_MOST_BYTES
from samspil.places.importing.services import FileRefused, Imported, Options, import_files
from samspil.places.models import LAYERS
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

_HEADINGS = ("layer", "features", "repaired", "refused", "left out", "file")
_TABLE = "{:<12}  {:>8}  {:>8}  {:>7}  {:>8}  {}"


@click.command("import-geodata")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--layer", type=click.Choice(LAYERS), help="What the files hold; else they tell.")
@click.option("--dry-run", is_flag=True, help="Say what would come in, and change nothing.")
@click.option("--skip-refused", is_flag=True, help="Take the rest when some features are faulty.")
@click.option(
    "--max-mb",
    type=click.IntRange(1, 100_000),
    default=DEFAULT_MOST_BYTES // 1_000_000,
    show_default=True,
    help="The largest file that is read.",
)
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    default="var",
    show_default=True,
    help="Where the private database is, unless SAMSPIL_DATABASE_URL names a server.",
)
def import_geodata(
    files: Sequence[Path],
    layer: str | None,
    dry_run: bool,
    skip_refused: bool,
    max_mb: int,
    data: Path,
) -> None:
    """Import boundaries, postcode areas, parishes, places or addresses.

    FILES are GeoJSON, JSON as DAWA gave it, or GeoPackage, in WGS84 or EPSG:25832. Each layer
    replaces the one there was; either all files go in, or none.
    """
    options = Options(layer, skip_refused, max_mb * 1_000_000)
    try:
        with transaction(data, keep=not dry_run) as session:
            done = import_files(session, files, time.now(), options)
    except FileRefused as refused:
        raise click.ClickException(str(refused)) from refused
    _tell(done)
    if dry_run:
        click.echo("A dry run: nothing was changed.")


def _tell(done: Sequence[Imported]) -> None:
    for line in (_HEADINGS, *map(_line, done)):
        click.echo(_TABLE.format(*line))
    for one in done:
        for refused in one.refused:
            click.echo(refused.about(Path(one.file)), err=True)
        if one.kept:
            names = ", ".join(one.kept)
            click.echo(f"Kept, for they are in use, though {shown(one.file)} has them not: {names}")


def _line(one: Imported) -> tuple[str, ...]:
    counts = (one.features, one.repaired, len(one.refused), one.left_out)
    return one.layer, *(f"{count:,}" for count in counts), shown(one.file)


# `samspil import-osm` and `samspil suggestions`: what the open map has, and staff's decisions.

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

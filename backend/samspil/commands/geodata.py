"""`samspil import-geodata`: what authorities publish, into the places' layers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from samspil.commands.database import transaction
from samspil.core import time
from samspil.places.importing.errors import shown
from samspil.places.importing.reading import DEFAULT_MOST_BYTES
from samspil.places.importing.services import FileRefused, Imported, Options, import_files
from samspil.places.models import LAYERS

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

"""The commands that import registers, geodata and suggestions from the open map."""

from __future__ import annotations

import csv
import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click
from sqlalchemy import select
from sqlalchemy.orm import Session

from samspil.commands.operators import transaction
from samspil.core import time
from samspil.domains import DOMAINS
from samspil.needs.services import count_open_needs
from samspil.places.importing.features import excerpt
from samspil.places.importing.services import (
    DEFAULT_MOST_BYTES,
    FileRefused,
    ImportResult,
    Options,
    import_files,
)
from samspil.places.models import LAYERS, Place
from samspil.premises.models import SUGGESTION_STATUSES
from samspil.premises.osm import OsmError, read_osm
from samspil.premises.suggestions import (
    NotOpen,
    OperatorMissing,
    accept,
    reject,
    suggest,
    suggestions_in,
)
from samspil.registers.columns import header, markdown_table, template
from samspil.registers.importing import ImportRunning, Outcome, Register, import_rows
from samspil.registers.tables import Table, TableError, printable
from samspil.settings import CHECKOUT

SOME_REFUSED = 3

_DATA = click.option(
    "--data",
    type=click.Path(path_type=Path),
    default="var",
    show_default=True,
    help="Where the private database is, unless SAMSPIL_DATABASE_URL names a server.",
)

_HELP = """Import {what} from a register's CSV FILE.

The file has semicolons or commas, is UTF-8 or Windows-1252, and its first line names the columns
(--columns lists them, --template prints a file to start from). A row that is new is added, one
that has changed is changed, and what people have edited here since stays, unless --force. A faulty
row is named with its line and all that is wrong with it; the others go in.

Ends with 0 when every row went in, with 3 when some were refused, with 1 when nothing was done.
"""


def _command(register: type[Register]) -> click.Command:
    """The command that imports one kind of register."""

    @click.command(f"import-{register.name}", help=_HELP.format(what=register.what))
    @click.argument("file", required=False, type=click.Path(path_type=Path))
    @click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
    @click.option("--force", is_flag=True, help="Let the register's word stand above people's.")
    @click.option(
        "--source",
        default="municipality",
        show_default=True,
        help="Which register it is: external ids are its own.",
    )
    @click.option("--template", "wants_template", is_flag=True, help="Print a file to start from.")
    @click.option("--columns", "wants_columns", is_flag=True, help="Print what the columns hold.")
    @_DATA
    def command(
        file: Path | None,
        dry_run: bool,
        force: bool,
        source: str,
        wants_template: bool,
        wants_columns: bool,
        data: Path,
    ) -> None:
        if wants_template:
            click.echo(template(register.columns, {"towns": _some_town()}), nl=False)
        elif wants_columns:
            click.echo(markdown_table(register.columns))
        elif file is None:
            raise click.UsageError("FILE is missing.")
        else:
            _import(file, register, data, source, dry_run=dry_run, force=force)

    return command


def _import(
    file: Path, register: type[Register], data: Path, source: str, *, dry_run: bool, force: bool
) -> None:
    try:
        table = Table(file, header(register.columns))
    except (TableError, OSError) as error:
        raise click.ClickException(printable(str(error))) from error
    if table.unknown:
        unknown = ", ".join(name[:40] for name in table.unknown[:20])
        click.echo(f"Columns that are not used: {printable(unknown)}")
    counts: Counter[str] = Counter()
    with table, transaction(data, keep=not dry_run) as session:
        now = time.now()
        _require_places(session)
        try:
            for outcome in import_rows(session, register(session, source, now), table, force=force):
                _print_outcome(outcome)
                counts[outcome.kind] += 1
                counts["kept"] += bool(outcome.kept)
                taken = outcome.kind != "refused"
                counts["left out"] += taken and bool(outcome.entry.values.left_out)
        except ImportRunning:
            raise click.ClickException(
                "Another such import is running; try again when it is done."
            ) from None
        if not dry_run:
            count_open_needs(session, now)
    click.echo(_summary(counts))
    if dry_run:
        click.echo("A dry run: nothing was changed.")
    if counts["refused"]:
        raise SystemExit(SOME_REFUSED)


def _require_places(session: Session) -> None:
    if session.scalar(select(Place.id).limit(1)) is None:
        raise click.ClickException("There are no places yet: run samspil load-base first.")


def _print_outcome(outcome: Outcome) -> None:
    entry = outcome.entry
    name = printable(f"{entry.name} ({entry.key})" if entry.name else entry.key)
    where = f"line {entry.line}"
    for line, reason in outcome.reasons:
        click.echo(
            f"line {line}: refused: {name}{': ' if name else ''}{printable(reason)}", err=True
        )
    if outcome.kind == "new":
        click.echo(f"{where}: new: {name}")
    if outcome.changed:
        click.echo(f"{where}: changed: {name}: {printable(', '.join(outcome.changed))}")
    if outcome.kept:
        click.echo(f"{where}: kept as edited here: {name}: {printable(', '.join(outcome.kept))}")
    if outcome.kind in {"new", "changed"}:
        for left_out in entry.values.left_out:
            click.echo(f"{where}: left out: {name}: {left_out}")


def _summary(counts: Counter[str]) -> str:
    kinds = ("new", "changed", "unchanged", "refused")
    counted = ", ".join(f"{counts[kind]:,} {kind}" for kind in kinds)
    return (
        f"{counted}; {counts['kept']:,} with edits kept, {counts['left out']:,} not wholly public"
    )


def _some_town() -> str:
    """A town of this installation's, for the template."""
    folder = Path(os.environ.get("SAMSPIL_GEODATA_DIR") or CHECKOUT / "geodata")
    with (folder / "places.csv").open(encoding="utf-8", newline="") as lines:
        return next(csv.DictReader(lines))["name"]


IMPORTS: Final = tuple(_command(one) for domain in DOMAINS for one in domain.registers)


# `samspil import-geodata`: what authorities publish, into the places' layers.

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
@_DATA
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
    _print_geodata(done)
    if dry_run:
        click.echo("A dry run: nothing was changed.")


def _print_geodata(done: Sequence[ImportResult]) -> None:
    for line in (_HEADINGS, *map(_line, done)):
        click.echo(_TABLE.format(*line))
    for one in done:
        for refused in one.refused:
            click.echo(refused.about(Path(one.file)), err=True)
        if one.kept:
            names = ", ".join(one.kept)
            click.echo(
                f"Kept, for they are in use, though {excerpt(one.file)} has them not: {names}"
            )


def _line(one: ImportResult) -> tuple[str, ...]:
    counts = (one.features, one.repaired, len(one.refused), one.left_out)
    return one.layer, *(f"{count:,}" for count in counts), excerpt(one.file)


# `samspil import-osm` and `samspil suggestions`: what the open map has, and staff's decisions.


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
        for one in session.scalars(suggestions_in(status)):
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

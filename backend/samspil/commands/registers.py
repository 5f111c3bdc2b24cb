"""`samspil import-associations`, `import-premises`, `import-needs`: a register's CSV."""

from __future__ import annotations

import csv
import os
from collections import Counter
from pathlib import Path
from typing import Final

import click
from sqlalchemy import select
from sqlalchemy.orm import Session

from samspil.commands.people import transaction
from samspil.core import time
from samspil.domains import DOMAINS
from samspil.needs.services import count_open_needs
from samspil.places.models import Place
from samspil.registers.columns import described, header, template
from samspil.registers.importing import Busy, Outcome, Register, bring_in
from samspil.registers.tables import Table, TableError, printable
from samspil.settings import CHECKOUT

SOME_REFUSED = 3

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
    @click.option(
        "--data",
        type=click.Path(path_type=Path),
        default="var",
        show_default=True,
        help="Where the private database is, unless SAMSPIL_DATABASE_URL names a server.",
    )
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
            click.echo(described(register.columns))
        elif file is None:
            raise click.UsageError("FILE is missing.")
        else:
            _import(file, register, data, source, dry_run=dry_run, force=force)

    return command


def _import(
    file: Path,
    register: type[Register],
    data: Path,
    source: str,
    *,
    dry_run: bool,
    force: bool,
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
            for outcome in bring_in(session, register(session, source, now), table, force=force):
                _tell(outcome)
                counts[outcome.kind] += 1
                counts["kept"] += bool(outcome.kept)
                taken = outcome.kind != "refused"
                counts["left out"] += taken and bool(outcome.entry.said.left_out)
        except Busy:
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


def _tell(outcome: Outcome) -> None:
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
        for left_out in entry.said.left_out:
            click.echo(f"{where}: left out: {name}: {left_out}")


def _summary(counts: Counter[str]) -> str:
    kinds = ("new", "changed", "unchanged", "refused")
    told = ", ".join(f"{counts[kind]:,} {kind}" for kind in kinds)
    return f"{told}; {counts['kept']:,} with edits kept, {counts['left out']:,} not wholly public"


def _some_town() -> str:
    """A town of this installation's, for the template."""
    folder = Path(os.environ.get("SAMSPIL_GEODATA_DIR") or CHECKOUT / "geodata")
    with (folder / "places.csv").open(encoding="utf-8", newline="") as lines:
        return next(csv.DictReader(lines))["name"]


IMPORTS: Final = tuple(_command(one) for domain in DOMAINS for one in domain.registers)

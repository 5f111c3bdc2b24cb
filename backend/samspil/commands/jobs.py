"""`samspil jobs` and `samspil bounce`: what waits, has failed or come back."""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path
from typing import Final

import click
import orjson

from samspil.commands.database import transaction
from samspil.core.jobs_listed import STATES, Listed, listed, retry
from samspil.core.mail import lift
from samspil.core.mail.bounces import MOST_BYTES, take
from samspil.core.tables import printable

_DATA = click.option(
    "--data",
    type=click.Path(path_type=Path),
    default="var",
    show_default=True,
    help="Where the private database is, unless SAMSPIL_DATABASE_URL names a server.",
)
_SHOWN: Final = 100


@click.command("jobs")
@click.option("--retry", "job_id", type=int, help="Run a failed job once more, now.")
@_DATA
def show_jobs(job_id: int | None, data: Path) -> None:
    """Show the jobs that wait, run, wait to be tried again, have failed or are stuck.

    Stuck is what no living worker runs, or what should have begun five minutes ago. The code is 1
    when something has failed or is stuck, for whatever watches over this machine.
    """
    with transaction(data) as session:
        if job_id is not None and not retry(session, job_id):
            raise click.ClickException(f"{job_id}: no such failed job")
        found = listed(session)
    counts = Counter(job.state for job in found)
    click.echo(", ".join(f"{counts[state]:,} {state}" for state in STATES))
    for job in found[:_SHOWN]:
        click.echo(_line(job))
    if len(found) > _SHOWN:
        click.echo(f"… and {len(found) - _SHOWN:,} more")
    if counts["failed"] or counts["stuck"]:
        sys.exit(1)


def _line(job: Listed) -> str:
    arguments = printable(orjson.dumps(job.arguments).decode())
    moment = job.at.strftime("%Y-%m-%d %H:%M:%S UTC")
    return f"{job.id:>8}  {job.state:<8}  {job.tries:>2} tries  {moment}  {job.task}  {arguments}"


@click.command("bounce")
@click.option("--lift", "address", metavar="ADDRESS", help="Send mail to this address again.")
@_DATA
def bounce(address: str | None, data: Path) -> None:
    """Read a delivery report from standard input, from the mail server's pipe.

    A report that says for good that an address takes no mail ends all mail to it, when it encloses
    a mail of ours. The code is 75 when the database does not answer, so that the mail server brings
    the report again.
    """
    try:
        with transaction(data) as session:
            if address is not None:
                said = "lifted" if lift(session, address) else "was not suppressed"
            else:
                said = take(session, sys.stdin.buffer.read(MOST_BYTES))
    except click.ClickException as error:
        error.show()
        sys.exit(os.EX_TEMPFAIL)
    click.echo(said)

"""`samspil jobs`, `try-mail` and `bounce`: what waits, has failed, gets there or comes back."""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path
from typing import Final

import click
import orjson

from samspil.commands.people import transaction
from samspil.core.jobs import STATES, Listed, listed, retry
from samspil.core.language import LANGUAGES, Language
from samspil.core.mail import TRIAL, Letter, lift, send
from samspil.core.mail.bounces import MOST_BYTES, take
from samspil.registers.tables import printable

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


@click.command("try-mail")
@click.argument("address")
@click.option("--language", type=click.Choice(LANGUAGES), default="da", show_default=True)
@_DATA
def try_mail(address: str, language: Language, data: Path) -> None:
    """Send a mail to ADDRESS as everything else is sent, to see whether it gets there.

    The worker sends it; `samspil jobs` shows it for as long as it waits.
    """
    with transaction(data) as session:
        try:
            mail = send(session, Letter(address, language, TRIAL.name))
        except ValueError as error:
            raise click.ClickException(f"{printable(address)}: {error}") from None
        state = mail.state
    click.echo(state)


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

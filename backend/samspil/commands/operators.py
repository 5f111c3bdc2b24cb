"""The commands for operators: administrators, areas, sign-out, jobs, mail."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import click
import orjson
from sqlalchemy import Engine, make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from samspil import migrations
from samspil.core import time
from samspil.core.auth import AREAS
from samspil.core.db import in_vain, make_engine
from samspil.core.errors import NotFound, RuleBroken
from samspil.core.jobs import STATES, JobStatus, retry, unfinished
from samspil.core.language import LANGUAGES, Language
from samspil.core.mail import TRIAL, NewMail, lift, send
from samspil.core.mail.delivery import MOST_BYTES, take_report
from samspil.core.text import visible
from samspil.formats import is_mail_address
from samspil.local.database import reached
from samspil.local.processes import LocalError
from samspil.people import staffing
from samspil.people.proof import by_email
from samspil.registers.tables import printable
from samspil.settings import SettingsError, from_environment

_DATA = click.option(
    "--data",
    type=click.Path(path_type=Path),
    default="var",
    show_default=True,
    help="Where the private database is, unless SAMSPIL_DATABASE_URL names a server.",
)


class _Address(click.ParamType[str]):
    """A mail address, in lower case."""

    name = "email"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        address = value.strip().lower()
        if not is_mail_address(address):
            self.fail(f"{value!r} is no mail address", param, ctx)
        return address


@click.command()
@click.argument("email", type=_Address())
@click.option("--name", help="Of somebody who has no account yet.")
@click.option("--revoke", is_flag=True, help="Make them an administrator no longer.")
@_DATA
def administrator(email: str, name: str | None, revoke: bool, data: Path) -> None:
    """Make somebody an administrator, who decides which employee works with what.

    Whoever has not proved the address is sent a mail whose link makes them one. Who had an account
    is signed out everywhere.
    """
    with transaction(data) as session:
        if revoke:
            try:
                staffing.revoke_administrator(session, email, time.now())
            except NotFound:
                raise click.ClickException(f"{email}: nobody has that address") from None
            said = "no longer an administrator"
        elif staffing.appoint(session, email, visible(name or "").strip() or None, time.now()):
            said = "administrator"
        else:
            said = "invited by mail; an administrator once the link is used"
    click.echo(f"{email}: {said}")


@click.command()
@click.argument("email", type=_Address())
@click.argument("areas", nargs=-1, type=click.Choice(AREAS))
@_DATA
def areas(email: str, areas: Sequence[str], data: Path) -> None:
    """Put somebody in charge of AREAS and no others; without any, of nothing."""
    with transaction(data) as session:
        person = session.scalars(by_email(email)).one_or_none()
        if person is None:
            raise click.ClickException(f"{email}: nobody has that address")
        try:
            person = staffing.put_in_charge(session, None, person.id, areas)
        except RuleBroken:
            raise click.ClickException(f"{email}: has not confirmed the address yet") from None
        said = ", ".join(person.areas) or "nothing"
    click.echo(f"{email}: in charge of {said}")


@click.command("sign-out")
@click.argument("email", type=_Address())
@_DATA
def sign_out(email: str, data: Path) -> None:
    """Sign somebody out everywhere, and end their mailed links and their calendar's address.

    Everybody at once is signed out by another SAMSPIL_SECRET_KEY.
    """
    with transaction(data) as session:
        try:
            staffing.sign_out(session, email, time.now())
        except NotFound:
            raise click.ClickException(f"{email}: nobody has that address") from None
    click.echo(f"{email}: signed out everywhere")


# The database that a command works on: the named server, or the private one under a folder.


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


# `samspil jobs`, `try-mail` and `bounce`: what waits, has failed, gets there or comes back.

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
        found = unfinished(session)
    counts = Counter(job.state for job in found)
    click.echo(", ".join(f"{counts[state]:,} {state}" for state in STATES))
    for job in found[:_SHOWN]:
        click.echo(_line(job))
    if len(found) > _SHOWN:
        click.echo(f"… and {len(found) - _SHOWN:,} more")
    if counts["failed"] or counts["stuck"]:
        sys.exit(1)


def _line(job: JobStatus) -> str:
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
            mail = send(session, NewMail(address, language, TRIAL.name))
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
                said = take_report(session, sys.stdin.buffer.read(MOST_BYTES))
    except click.ClickException as error:
        error.show()
        sys.exit(os.EX_TEMPFAIL)
    click.echo(said)

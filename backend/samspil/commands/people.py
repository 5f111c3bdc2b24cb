"""`samspil administrator`, `areas` and `sign-out`: who runs this installation, and who may not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from samspil.commands.database import transaction
from samspil.core import time
from samspil.core.auth import AREAS
from samspil.core.errors import NotFound, RuleBroken
from samspil.core.visible import visible
from samspil.people import staffing
from samspil.people.proof import by_email
from samspil.settings import is_mail_address

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

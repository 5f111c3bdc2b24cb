"""Accounts, roles, sessions and one's own data: the manifest of the domain."""

from __future__ import annotations

from collections import Counter
from typing import Final

import structlog

from samspil.core import jobs, time
from samspil.core.domain import Domain
from samspil.people import (
    accounts,
    addresses,
    erasing,
    guardians,
    messages,
    models,
    routes,
    staffing,
    texts,
)
from samspil.people.auth import routes as auth_routes
from samspil.people.privacy import KEPT

log = structlog.get_logger()


@jobs.task(accounts.ANSWER_REGISTRATION)
def answer_registration(work: jobs.Work, link_id: str) -> None:
    """Write to who registered, or to who has the address already."""
    with work.database.writing.begin() as session:
        accounts.answer_registration(session, link_id)


@jobs.task(accounts.ANSWER_SIGN_IN)
def answer_sign_in(work: jobs.Work, link_id: str) -> None:
    """Send a link to sign in, if the address is anybody's."""
    with work.database.writing.begin() as session:
        accounts.answer_sign_in(session, link_id)


@jobs.task(accounts.ANSWER_FORGOT)
def answer_forgot(work: jobs.Work, link_id: str) -> None:
    """Send a link to choose a password, if the address is anybody's."""
    with work.database.writing.begin() as session:
        accounts.answer_forgot(session, link_id)


@jobs.task(addresses.ANSWER)
def answer_new_email(work: jobs.Work, link_id: str) -> None:
    """Send a link to the new address, unless it is somebody's."""
    with work.database.writing.begin() as session:
        addresses.answer(session, link_id)


@jobs.every("11 4 * * *", "people.look-for-leftovers")
def look_for_leftovers(work: jobs.Work) -> None:
    """Erase what is left of people who have been erased lately, and say that there was something.

    Raises:
        SomethingWasLeft: so that `samspil jobs` shows this one as failed; it is erased by then.
    """
    with work.database.writing() as session:
        erased = erasing.erased_lately(session, time.now())
    found: Counter[str] = Counter()
    for person_id in erased:
        with work.database.writing.begin() as session:
            found += erasing.erase_again(session, person_id)
    if found:
        log.error("left of erased people", **found)
        raise erasing.SomethingWasLeft(", ".join(f"{name}: {found[name]}" for name in found))


PEOPLE: Final = Domain(
    name="people",
    models=(
        models.Interest,
        models.Person,
        models.Profile,
        models.OptionalConsent,
        models.LoginSession,
        models.Link,
    ),
    texts=(texts.TEXTS,),
    mails=(
        *messages.GUARDIAN_MAILS,
        *messages.MAILS,
    ),
    tasks=(
        answer_registration,
        answer_sign_in,
        answer_forgot,
        answer_new_email,
        look_for_leftovers,
    ),
    kept=(*KEPT,),
    links=(
        *accounts.LINKS,
        *addresses.LINKS,
        *erasing.LINKS,
        *guardians.LINKS,
        *staffing.LINKS,
    ),
    blueprints=(
        auth_routes.blp,
        routes.blp,
        routes.data_blp,
        routes.interests_blp,
    ),
)

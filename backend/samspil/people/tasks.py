"""What happens later with accounts: finding out who is meant."""

from __future__ import annotations

from samspil.core import jobs
from samspil.people import accounts, addresses


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

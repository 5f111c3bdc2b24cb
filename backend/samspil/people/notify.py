"""Notifying people by mail: the one way in which something that happens reaches them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final, cast

from sqlalchemy.orm import Session

from samspil.core import language
from samspil.core.language import Language
from samspil.core.mail import Link, NewMail, send
from samspil.people.models import Person

# Where who did not do what a mail speaks of chooses another password.
FORGOT_PAGE: Final = Link("/glemt")

Values = Mapping[str, str] | Callable[[], Mapping[str, str]]


def language_of(person: Person) -> Language:
    """The language a person reads."""
    return cast(Language, person.language)


def notify(
    session: Session,
    people: Person | Iterable[Person],
    kind: str,
    page: Link | None,
    values: Values,
    *,
    to: str | None = None,
) -> None:
    """Mail people, each in their language; who has no address is passed over.

    `page` is where the button leads, None for a kind without one; `values` what the kind's wording
    leaves open, or a function that words it in the reader's language; `to` another address than the
    account's. The mails stand or fall with the transaction.
    """
    for person in [people] if isinstance(people, Person) else people:
        email = to or person.email
        if email is None:
            continue
        spoken = language_of(person)
        with language.speaking(spoken):
            said = values() if callable(values) else values
        send(session, NewMail(email, spoken, kind, said, action=page, person_id=person.id))

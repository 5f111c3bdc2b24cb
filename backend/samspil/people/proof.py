"""Verifying an address the first time: the account is then its owner's, with nothing of before.

Whoever registers, or names an address in a guest's sign-up, need not own it. So whatever an account
carried before its address was proved may be a stranger's: the password, the name, whatever opens
something of it. The proof, a button pressed on the page of a mailed link, ends all of that, and the
prover says anew who they are. Only who shows that it was they who registered keeps what they typed.

Until then an account is next to nothing. It can be seen, called otherwise, given another password,
signed out of and erased, and its confirmation mail can be asked for once more: the routes that
are open to `Access.SIGNED_IN`, which a test lists.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from samspil.core import audit
from samspil.core.db import new_id
from samspil.core.errors import Invalid
from samspil.core.language import Language, text
from samspil.core.privacy import Ending, Occasion, end_keys
from samspil.people import guardians, rules
from samspil.people.links import Form
from samspil.people.locks import lock_person
from samspil.people.models import Person


def by_email(email: str) -> Select[Person]:
    """Whose address it is."""
    return select(Person).where(Person.email == email)


def is_proved(person: Person | None) -> bool:
    """Whether there is an account whose address somebody has shown to be theirs."""
    return person is not None and person.verified_at is not None


def must_bring(form: Form, needs: Sequence[str], email: str, name: str | None = None) -> None:
    """Refuse the press of a button without what it needs: "name" and "password", either or none.

    Raises:
        Invalid: a field is missing, or the password would be guessed.
    """
    missing = [field for field in needs if not getattr(form, field)]
    if missing:
        raise Invalid({field: [text("field.required")] for field in missing})
    if "password" in needs and form.password is not None:
        rules.must_be_good(form.password, email, form.name or name or "")


def prove(
    session: Session,
    person: Person,
    now: datetime,
    *,
    name: str,
    password_hash: str | None = None,
    guardian_email: str | None = None,
) -> None:
    """Note that a locked person's address is theirs, for the first time.

    The name, the password (none: links only) and the guardian, who is asked now, are the prover's.

    Raises:
        Invalid: one cannot be one's own guardian.
    """
    end_keys(session, Ending(person.id, Occasion.PROOF, now))
    person.name, person.password_hash = name, password_hash
    person.guardian_email = person.guardian_consented_at = None
    person.verified_at = now
    audit.record(session, person.id, "verify", "person", person.id)
    guardians.guardian_of(session, person, guardian_email)
    session.flush()  # who reads them next sees them proved


def account_of(session: Session, email: str, name: str, language: Language) -> tuple[Person, bool]:
    """Whoever has the address, locked, and whether they have just been made, without a proof.

    The database decides when two make an account for one address at once.
    """
    new = session.scalar(
        insert(Person)
        .values(id=new_id(), email=email, name=name, language=language)
        .on_conflict_do_nothing(index_elements=["email"])
        .returning(Person.id)
    )
    person = session.scalars(by_email(email)).one()
    return lock_person(session, person.id), new is not None


def open_account(
    session: Session, email: str, form: Form, language: Language
) -> tuple[Person, bool]:
    """The account of who has proved an address, such as by an invitation, and whether it is new.

    Where there is one whose address is proved, it is theirs, and nothing is needed.

    Raises:
        Invalid: there is none, and the name or the password is missing or would be guessed.
    """
    person = session.scalars(by_email(email)).one_or_none()
    if person is not None and is_proved(person):
        return person, False
    must_bring(form, ("name", "password"), email)
    name, password_hash = form.name or "", rules.hashed(form.password or "")
    person, _ = account_of(session, email, name, language)
    if is_proved(person):  # in the meantime, by another of their links
        return person, False
    audit.record(session, person.id, "register", "person", person.id)
    prove(session, person, form.now, name=name, password_hash=password_hash)
    return person, True

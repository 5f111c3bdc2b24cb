"""Accounts: making one, proving that it is yours, signing in, choosing a new password.

Whoever registers or asks for a link need not own the address. So the request does the same whatever
is kept of it: it hashes, writes, and leaves to a job (`answer_…`) what only the address's owner
learns, in their mail.

Whatever an unconfirmed account carries may be a stranger's, who took somebody's address before
them. Confirming it therefore ends its sessions, and any way but its own letter ends its password.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Select, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from samspil.core import audit, time
from samspil.core.auth import Actor
from samspil.core.db import new_id
from samspil.core.errors import Invalid
from samspil.core.language import Language, text
from samspil.people import guardians, letters, links, passwords, rules
from samspil.people.errors import LinkGone, WrongCredentials
from samspil.people.models import Link, Person
from samspil.people.sessions import end_all_sessions

VERIFY_VALID: Final = timedelta(days=3)
SIGN_IN_VALID: Final = timedelta(minutes=30)

ANSWER_REGISTRATION: Final = "people.answer-registration"
ANSWER_SIGN_IN: Final = "people.answer-sign-in"
ANSWER_FORGOT: Final = "people.answer-forgot"


@dataclass(frozen=True, slots=True)
class Registration:
    """What somebody gives who wants an account."""

    email: str
    name: str
    password: str
    language: Language
    guardian_email: str | None = None


def by_email(email: str) -> Select[Person]:
    """Whose address it is."""
    return select(Person).where(Person.email == email)


def by_id(session: Session, person_id: uuid.UUID | None) -> Person | None:
    """Somebody who has not been erased."""
    person = None if person_id is None else session.get(Person, person_id)
    return None if person is None or person.erased_at is not None else person


def me(session: Session, actor: Actor) -> Person:
    """The account of who acts."""
    return session.get_one(Person, actor.id)


def must_be_good(password: str, email: str, name: str, *, field: str = "password") -> None:
    """Refuse a password that would be guessed.

    Raises:
        Invalid: with the reason.
    """
    weakness = rules.weakness(password, email, name)
    if weakness is not None:
        raise Invalid.field(field, weakness)


def change(session: Session, actor: Actor, values: Mapping[str, Any]) -> None:
    """Change one's name or language, or name a guardian.

    Raises:
        Invalid: one cannot be one's own guardian.
    """
    person = me(session, actor)
    guardians.name(session, person, values.get("guardian_email"))
    for field in ("name", "language"):
        setattr(person, field, values.get(field, getattr(person, field)))
    audit.record(session, actor.id, "edit", "person", actor.id, fields=sorted(values))
    session.flush()  # what is read back is what the database keeps


# Registering


def register(session: Session, wanted: Registration) -> None:
    """Make an account, unless there is one; its owner learns by mail which.

    Raises:
        Invalid: the password would be guessed, or the guardian is the person.
    """
    must_be_good(wanted.password, wanted.email, wanted.name)
    guardians.must_be_another(wanted.guardian_email, wanted.email)
    kept = passwords.hashed(wanted.password)
    person_id = new_id()
    session.execute(
        insert(Person)
        .values(
            id=person_id,
            email=wanted.email,
            name=wanted.name,
            password_hash=kept,
            language=wanted.language,
            guardian_email=wanted.guardian_email,
        )
        .on_conflict_do_nothing(index_elements=["email"])
    )
    asked = {
        "person_id": str(person_id),
        "name": wanted.name,
        "password_hash": kept,
        "guardian_email": wanted.guardian_email,
    }
    links.ask(session, "verify", wanted.email, asked, ANSWER_REGISTRATION)


def answer_registration(session: Session, link_id: str) -> None:
    """Write to who registered, or to who has the address already."""
    waiting = links.asked_for(session, link_id)
    if waiting is None:
        return
    link, asked = waiting
    person = session.scalars(by_email(link.email)).one_or_none()
    if person is None:
        session.delete(link)
    elif str(person.id) == asked["person_id"]:
        audit.record(session, person.id, "register", "person", person.id)
        _mail_verification(session, link, person, {})
        if person.guardian_email is not None:
            guardians.ask(session, person)
    elif person.verified_at is None and person.password_hash is None:
        # A guest, who has no account yet: this is how they get one.
        own = {name: asked[name] for name in ("name", "password_hash", "guardian_email")}
        _mail_verification(session, link, person, own)
    elif person.verified_at is None:
        _mail_link(session, link, person, "reset", "finish")
    else:
        _mail_link(session, link, person, "sign-in", "already", name=person.name)


def send_verification(session: Session, actor: Actor) -> None:
    """Send somebody's letter of confirmation once more; nothing when it is confirmed."""
    person = me(session, actor)
    if person.verified_at is None and person.email is not None:
        token = links.make(session, "verify", person.id, person.email, {}, VERIFY_VALID)
        letters.write(session, "verify", person, links.page(token), name=person.name)


def open_account(
    session: Session, email: str, name: str | None, password: str | None, language: Language
) -> Person:
    """An account for somebody who has proven that the address is theirs, such as by an invitation.

    Where there is one, it is theirs: then name and password are not needed.

    Raises:
        Invalid: there is none, and the name or the password is missing or would be guessed.
    """
    person = session.scalars(by_email(email)).one_or_none()
    if person is None or (person.verified_at is None and person.password_hash is None):
        given = {"name": name, "password": password}
        missing = {field: [text("field.required")] for field, value in given.items() if not value}
        if missing or name is None or password is None:
            raise Invalid(missing)
        must_be_good(password, email, name)
        person = person or Person(id=new_id(), email=email, language=language)
        person.name, person.password_hash = name, passwords.hashed(password)
        session.add(person)
        session.flush()  # the audit log and what the caller adds name it
        audit.record(session, person.id, "register", "person", person.id)
        _prove(session, person)
    else:
        prove_otherwise(session, person)
    return person


# Signing in


def sign_in(session: Session, email: str, password: str) -> Person:
    """Who signs in with a password.

    Raises:
        WrongCredentials: the two do not belong together.
    """
    person = session.scalars(by_email(email)).one_or_none()
    kept = None if person is None else person.password_hash
    if not passwords.fits(password, kept) or person is None or kept is None:
        raise WrongCredentials
    if passwords.is_outdated(kept):
        person.password_hash = passwords.hashed(password)
    return person


def ask_for_link(session: Session, email: str) -> None:
    """Ask for a link that signs in without a password."""
    links.ask(session, "sign-in", email, {}, ANSWER_SIGN_IN)


def ask_for_reset(session: Session, email: str) -> None:
    """Ask for a link that lets one choose a new password."""
    links.ask(session, "reset", email, {}, ANSWER_FORGOT)


def answer_sign_in(session: Session, link_id: str) -> None:
    """Send the link to sign in, if the address is anybody's."""
    _answer(session, link_id, "sign-in")


def answer_forgot(session: Session, link_id: str) -> None:
    """Send the link to choose a password, if the address is anybody's."""
    _answer(session, link_id, "reset")


def _answer(session: Session, link_id: str, purpose: str) -> None:
    waiting = links.asked_for(session, link_id)
    if waiting is None:
        return
    link, _ = waiting
    person = session.scalars(by_email(link.email)).one_or_none()
    if person is None:
        session.delete(link)
    else:
        _mail_link(session, link, person, purpose, purpose, name=person.name)


def _mail_verification(
    session: Session, link: Link, person: Person, own: Mapping[str, Any]
) -> None:
    token = links.write(session, link, person.id, own, VERIFY_VALID)
    letters.write(session, "verify", person, links.page(token), name=own.get("name", person.name))


def _mail_link(
    session: Session, link: Link, person: Person, purpose: str, kind: str, **values: str
) -> None:
    link.purpose = purpose
    token = links.write(session, link, person.id, {}, SIGN_IN_VALID)
    letters.write(session, kind, person, links.page(token), **values)


# Passwords


def change_password(session: Session, actor: Actor, current: str, new: str, now: datetime) -> None:
    """Choose another password; all other sessions end.

    Raises:
        Invalid: the current one is wrong, or the new one would be guessed.
    """
    person = me(session, actor)
    must_know_password(person, current, "current")
    must_be_good(new, actor.email, actor.name, field="new")
    _set_password(session, person, new)
    end_all_sessions(session, person.id, "password", now, but=actor.session_id)
    letters.write(session, "password-changed", person, letters.FORGOT, name=person.name)


def must_know_password(person: Person, password: str, field: str) -> None:
    """Let nobody who only found an open screen go on.

    Raises:
        Invalid: it is not their password, or they have none.
    """
    if not passwords.fits(password, person.password_hash):
        key = "password.none" if person.password_hash is None else "password.wrong"
        raise Invalid.field(field, key)


def _set_password(session: Session, person: Person, password: str) -> None:
    person.password_hash = passwords.hashed(password)
    links.end(session, person.id, "sign-in", "reset")
    audit.record(session, person.id, "change-password", "person", person.id)


# What links do


def prove_otherwise(session: Session, person: Person) -> None:
    """Confirm an address by another mail than its own letter: its password may be a stranger's."""
    if person.verified_at is None:
        person.password_hash = None
        _prove(session, person)


def _prove(session: Session, person: Person) -> None:
    now = time.now()
    person.verified_at = now
    links.end(session, person.id, "verify")
    end_all_sessions(session, person.id, "verified", now)
    audit.record(session, person.id, "verify", "person", person.id)


def _owner(session: Session, link: Link) -> Person:
    """Whose account the link is about, if it still has the address that the link was sent to."""
    person = by_id(session, link.person_id)
    if person is None or person.email != link.email:
        raise LinkGone
    return person


def _look(session: Session, link: Link) -> dict[str, Any]:
    return {"name": link.data.get("name", _owner(session, link).name)}


def _use_verify(session: Session, link: Link, given: links.Given) -> links.Used:
    del given
    person = _owner(session, link)
    if person.verified_at is None:
        if "password_hash" in link.data:  # a guest's registration
            person.name = link.data["name"]
            person.password_hash = link.data["password_hash"]
            guardians.name(session, person, link.data["guardian_email"])
            audit.record(session, person.id, "register", "person", person.id)
        _prove(session, person)
    return links.Used(sign_in=person.id)


def _use_sign_in(session: Session, link: Link, given: links.Given) -> links.Used:
    del given
    person = _owner(session, link)
    prove_otherwise(session, person)
    return links.Used(sign_in=person.id)


def _use_reset(session: Session, link: Link, given: links.Given) -> links.Used:
    person = _owner(session, link)
    if given.password is None:
        raise Invalid.field("password", "field.required")
    must_be_good(given.password, link.email, person.name)
    prove_otherwise(session, person)
    _set_password(session, person, given.password)
    end_all_sessions(session, person.id, "password", given.now)
    return links.Used(sign_in=person.id)


links.purpose("verify", look=_look, use=_use_verify)
links.purpose("sign-in", look=_look, use=_use_sign_in)
links.purpose("reset", look=_look, use=_use_reset)

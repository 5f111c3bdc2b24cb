"""Accounts: making one, proving that it is yours, signing in, choosing a new password.

Whoever registers or asks for a link need not own the address. So the request does the same whatever
is kept of it: it hashes, writes, and leaves to a job (`answer_…`) what only the address's owner
learns, in their mail. What the first proof of an address ends is said in `proof`.
"""

from __future__ import annotations

import hashlib
import secrets
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from samspil.core import audit
from samspil.core.auth import Actor
from samspil.core.db import new_id
from samspil.core.errors import Invalid, NotVerified
from samspil.core.language import Language
from samspil.core.privacy import Ending, Occasion, end_keys
from samspil.people import guardians, messages, rules
from samspil.people.auth import links
from samspil.people.auth.proof import by_email, is_proved, must_bring, prove
from samspil.people.auth.sessions import lock_actor
from samspil.people.locks import lock_person
from samspil.people.models import Link, Person
from samspil.people.rules import LinkGone, WrongCredentials

VERIFY_VALID: Final = timedelta(days=3)
# As long as the pause between two mails that strangers cause: there is always one that works.
SIGN_IN_VALID: Final = timedelta(hours=1)

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


def by_id(session: Session, person_id: uuid.UUID | None) -> Person | None:
    """Somebody who has not been erased."""
    person = None if person_id is None else session.get(Person, person_id)
    return None if person is None or person.erased_at is not None else person


def me(session: Session, actor: Actor) -> Person:
    """The account of who acts."""
    return session.get_one(Person, actor.id)


def change(session: Session, actor: Actor, values: Mapping[str, Any]) -> None:
    """Change one's name or language, or name a guardian or take one away.

    Raises:
        NotVerified: a guardian is mailed in the person's name, whose address must be theirs.
        Invalid: one cannot be one's own guardian.
        RuleBroken: the person may be too young to be without a guardian.
    """
    person = lock_person(session, actor.id)
    if "guardian_email" in values:
        if not is_proved(person):
            raise NotVerified
        if values["guardian_email"] is None:
            guardians.take_away(session, person)
        else:
            guardians.guardian_of(session, person, values["guardian_email"])
    for field in ("name", "language"):
        setattr(person, field, values.get(field, getattr(person, field)))
    audit.record(session, actor.id, "edit", "person", actor.id, fields=sorted(values))
    session.flush()  # what is read back is what the database keeps


# Registering


def register(session: Session, wanted: Registration) -> str:
    """Make an account, unless there is one; its owner learns by mail which.

    Returns:
        A secret for the browser: one that has it when the letter's button is pressed shows that it
        was the prover who registered, and keeps what they typed.

    Raises:
        Invalid: the password would be guessed, or the guardian is the person.
    """
    rules.must_be_good(wanted.password, wanted.email, wanted.name)
    guardians.must_be_another(wanted.guardian_email, wanted.email)
    kept, device = rules.hashed(wanted.password), secrets.token_urlsafe(32)
    person_id = new_id()
    session.execute(
        insert(Person)
        .values(
            id=person_id,
            email=wanted.email,
            name=wanted.name,
            password_hash=kept,
            language=wanted.language,
        )
        .on_conflict_do_nothing(index_elements=["email"])
    )
    asked = {
        "person_id": str(person_id),
        "name": wanted.name,
        "password_hash": kept,
        "guardian_email": wanted.guardian_email,
        "device": _hash(device),
    }
    links.defer(session, "verify", wanted.email, asked, ANSWER_REGISTRATION)
    return device


def answer_registration(session: Session, link_id: str) -> None:
    """Write to who registered, or to who has the address already."""
    waiting = links.claim(session, link_id)
    if waiting is None:
        return
    link, asked = waiting
    person = session.scalars(by_email(link.email)).one_or_none()
    if person is None:
        session.delete(link)
    elif is_proved(person):
        _mail_link(session, link, person, "sign-in", "already", name=person.name)
    else:
        if str(person.id) == asked["person_id"]:
            audit.record(session, person.id, "register", "person", person.id)
        # Of several who have registered, the one who presses is the owner.
        typed = {name: value for name, value in asked.items() if name != "person_id"}
        token = links.issue(session, link, person.id, typed, VERIFY_VALID)
        messages.write(session, "verify", person, links.page(token), name=asked["name"])


def send_verification(session: Session, actor: Actor) -> None:
    """Send somebody's letter of confirmation once more; nothing when it is confirmed."""
    person = lock_actor(session, actor)
    if not is_proved(person) and person.email is not None:
        # What was registered stays in the letter: a guardian, and by what the browser is known.
        sent = select(Link.data).where(Link.person_id == person.id, Link.purpose == "verify")
        typed = session.scalars(sent).first() or {
            "name": person.name,
            "password_hash": person.password_hash,
        }
        token = links.make(session, "verify", person.id, person.email, typed, VERIFY_VALID)
        messages.write(session, "verify", person, links.page(token), name=person.name)


# Signing in


def sign_in(session: Session, email: str, password: str) -> Person:
    """Who signs in with a password, locked.

    Raises:
        WrongCredentials: the two do not belong together.
    """
    row = session.execute(
        select(Person.id, Person.password_hash).where(Person.email == email)
    ).one_or_none()
    kept = None if row is None else row.password_hash
    if not rules.fits(password, kept) or row is None or kept is None:
        raise WrongCredentials
    person = lock_person(session, row.id, erased=WrongCredentials)
    if (person.email, person.password_hash) != (email, kept):
        raise WrongCredentials  # another was chosen while this one was compared
    if rules.is_outdated(kept):
        person.password_hash = rules.hashed(password)
    return person


def ask_for_link(session: Session, email: str) -> None:
    """Ask for a link that signs in without a password."""
    links.defer(session, "sign-in", email, {}, ANSWER_SIGN_IN)


def ask_for_reset(session: Session, email: str) -> None:
    """Ask for a link that lets one choose a new password."""
    links.defer(session, "reset", email, {}, ANSWER_FORGOT)


def answer_sign_in(session: Session, link_id: str) -> None:
    """Send the link to sign in, if the address is anybody's."""
    _answer(session, link_id, "sign-in")


def answer_forgot(session: Session, link_id: str) -> None:
    """Send the link to choose a password, if the address is anybody's."""
    _answer(session, link_id, "reset")


def _answer(session: Session, link_id: str, purpose: str) -> None:
    waiting = links.claim(session, link_id)
    if waiting is None:
        return
    link, _ = waiting
    person = session.scalars(by_email(link.email)).one_or_none()
    if person is None:
        session.delete(link)
    else:
        # Who has not proved the address may be called anything: the mail's reader is not.
        name = person.name if is_proved(person) else link.email
        _mail_link(session, link, person, purpose, purpose, name=name)


def _mail_link(
    session: Session, link: Link, person: Person, purpose: str, kind: str, **values: str
) -> None:
    link.purpose = purpose
    token = links.issue(session, link, person.id, {}, SIGN_IN_VALID)
    messages.write(session, kind, person, links.page(token), **values)


# Passwords


def change_password(session: Session, actor: Actor, current: str, new: str, now: datetime) -> None:
    """Choose another password; what else opens the account ends, other sessions too.

    Raises:
        Invalid: the current one is wrong, or the new one would be guessed.
    """
    person = lock_actor(session, actor)
    must_know_password(person, current, "current")
    rules.must_be_good(new, actor.email, actor.name, field="new")
    set_password(session, person, new, now, but_session=actor.session_id)
    messages.write(session, "password-changed", person, messages.FORGOT, name=person.name)


def must_know_password(person: Person, password: str, field: str) -> None:
    """Let nobody who only found an open screen go on.

    Raises:
        Invalid: it is not their password, or they have none.
    """
    if not rules.fits(password, person.password_hash):
        key = "password.none" if person.password_hash is None else "password.wrong"
        raise Invalid.field(field, key)


def set_password(
    session: Session,
    person: Person,
    password: str,
    now: datetime,
    *,
    but_session: uuid.UUID | None = None,
) -> None:
    """Give a locked person another password, and end what else opens something of theirs."""
    person.password_hash = rules.hashed(password)
    end_keys(session, Ending(person.id, Occasion.PASSWORD, now, but_session))
    audit.record(session, person.id, "change-password", "person", person.id)


def sign_out_everywhere(session: Session, actor: Actor, now: datetime, *, calendars: bool) -> None:
    """End all that opens something of somebody's, here too; calendars only if they say so."""
    person = lock_person(session, actor.id)
    spared = set() if calendars else {"calendar_feeds"}
    if not is_proved(person):
        spared.add("links")  # they lie in the mailbox of who may be another, the owner
    end_keys(session, Ending(person.id, Occasion.EVERYWHERE, now, but_tables=frozenset(spared)))
    audit.record(session, person.id, "sign-out-everywhere", "person", person.id)


# What links do


def owner(session: Session, link: Link) -> Person:
    """Whose account the link is about, if it still has the address that the link was sent to.

    Raises:
        LinkGone: it has another.
    """
    person = by_id(session, link.person_id)
    if person is None or person.email != link.email:
        raise LinkGone
    return person


def _is_who_registered(person: Person, link: Link, given: links.Form) -> bool:
    """Whether the prover shows that they typed what the link carries: here, or by its password."""
    kept = link.data.get("password_hash")
    if given.device is not None and link.data.get("device") == _hash(given.device):
        return True
    if given.person_id == person.id and kept == person.password_hash:
        return True
    return given.password is not None and rules.fits(given.password, kept)


def _name_typed(person: Person, link: Link) -> str:
    """The name that came with what the link carries; an account of one's own may be renamed."""
    if link.data.get("password_hash") == person.password_hash:
        return person.name
    return str(link.data.get("name", person.name))  # of an earlier version it carries nothing


def _look_verify(session: Session, link: Link, given: links.Form) -> dict[str, Any]:
    person = owner(session, link)
    needs = [] if _is_who_registered(person, link, given) else ["name", "password"]
    return {"name": _name_typed(person, link), "needs": needs}


def _use_verify(session: Session, link: Link, given: links.Form) -> links.Result:
    person = owner(session, link)
    typed = link.data
    if is_proved(person):
        raise LinkGone
    if _is_who_registered(person, link, given):
        prove(
            session,
            person,
            given.now,
            name=given.name or _name_typed(person, link),
            password_hash=typed.get("password_hash"),
            guardian_email=typed.get("guardian_email"),
        )
    else:
        must_bring(given, ("name", "password"), link.email)
        kept = rules.hashed(given.password or "")
        prove(session, person, given.now, name=given.name or "", password_hash=kept)
    return links.Result(sign_in=person.id)


def _look_sign_in(session: Session, link: Link, given: links.Form) -> dict[str, Any]:
    del given
    person = owner(session, link)
    return {"name": person.name} if is_proved(person) else {"needs": ["name"]}


def _use_sign_in(session: Session, link: Link, given: links.Form) -> links.Result:
    person = owner(session, link)
    if not is_proved(person):
        must_bring(given, ("name",), link.email)
        prove(session, person, given.now, name=given.name or "")
    return links.Result(sign_in=person.id)


def _look_reset(session: Session, link: Link, given: links.Form) -> dict[str, Any]:
    shown = _look_sign_in(session, link, given)
    return shown | {"needs": [*shown.get("needs", []), "password"]}


def _use_reset(session: Session, link: Link, given: links.Form) -> links.Result:
    person = owner(session, link)
    if is_proved(person):
        must_bring(given, ("password",), link.email, person.name)
    else:
        must_bring(given, ("name", "password"), link.email)
        prove(session, person, given.now, name=given.name or "")
    set_password(session, person, given.password or "", given.now)
    return links.Result(sign_in=person.id)


def _hash(device: str) -> str:
    return hashlib.sha256(device.encode()).hexdigest()


LINKS: Final = (
    links.Purpose("verify", look=_look_verify, use=_use_verify),
    links.Purpose("sign-in", look=_look_sign_in, use=_use_sign_in),
    links.Purpose("reset", look=_look_reset, use=_use_reset),
)

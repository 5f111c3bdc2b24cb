"""Accounts: registering, verifying the address, signing in, choosing a new password.

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
from samspil.people import guardians, links, rules
from samspil.people.locks import lock_person
from samspil.people.messages import FORGOT_PAGE, notify
from samspil.people.models import Link, Person
from samspil.people.proof import by_email, is_proved, must_bring, prove
from samspil.people.rules import LinkGone, WrongCredentials
from samspil.people.sessions import lock_actor

VERIFY_VALID: Final = timedelta(days=3)
# As long as the pause between two mails that strangers cause: there is always one that works.
SIGN_IN_VALID: Final = timedelta(hours=1)

ANSWER_REGISTRATION: Final = "people.answer-registration"
ANSWER_SIGN_IN: Final = "people.answer-sign-in"
ANSWER_RESET: Final = "people.answer-forgot"


@dataclass(frozen=True, slots=True)
class Registration:
    """What somebody enters who wants an account."""

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
        A secret for the browser: one that has it when the mail's button is pressed shows that it
        was the prover who registered, and keeps what they typed.

    Raises:
        Invalid: the password would be guessed, or the guardian is the person.
    """
    rules.must_be_good(wanted.password, wanted.email, wanted.name)
    guardians.must_be_another(wanted.guardian_email, wanted.email)
    password_hash, device = rules.hashed(wanted.password), secrets.token_urlsafe(32)
    person_id = new_id()
    session.execute(
        insert(Person)
        .values(
            id=person_id,
            email=wanted.email,
            name=wanted.name,
            password_hash=password_hash,
            language=wanted.language,
        )
        .on_conflict_do_nothing(index_elements=["email"])
    )
    data = {
        "person_id": str(person_id),
        "name": wanted.name,
        "password_hash": password_hash,
        "guardian_email": wanted.guardian_email,
        "device": _hash(device),
    }
    links.defer(session, "verify", wanted.email, data, ANSWER_REGISTRATION)
    return device


@links.answers(ANSWER_REGISTRATION)
def answer_registration(session: Session, link: Link, data: Mapping[str, Any]) -> None:
    """Mail whoever registered, or whoever has the address already."""
    person = session.scalars(by_email(link.email)).one_or_none()
    if person is None:
        session.delete(link)
    elif is_proved(person):
        link.purpose = "sign-in"
        _mail_link(session, link, person, "people.already", person.name)
    else:
        if str(person.id) == data["person_id"]:
            audit.record(session, person.id, "register", "person", person.id)
        # Of several who have registered, the one who presses is the owner.
        typed = {name: value for name, value in data.items() if name != "person_id"}
        token = links.issue(session, link, person.id, typed, VERIFY_VALID)
        notify(session, person, "people.verify", links.page(token), {"name": data["name"]})


def send_verification(session: Session, actor: Actor) -> None:
    """Send somebody's confirmation mail once more; nothing when it is confirmed."""
    person = lock_actor(session, actor)
    if not is_proved(person) and person.email is not None:
        # What was registered stays in the link: a guardian, and by what the browser is known.
        sent = select(Link.data).where(Link.person_id == person.id, Link.purpose == "verify")
        typed = session.scalars(sent).first() or {
            "name": person.name,
            "password_hash": person.password_hash,
        }
        token = links.make(session, "verify", person.id, person.email, typed, VERIFY_VALID)
        notify(session, person, "people.verify", links.page(token), {"name": person.name})


# Signing in


def sign_in(session: Session, email: str, password: str) -> Person:
    """Who signs in with a password, locked.

    Raises:
        WrongCredentials: the two do not belong together.
    """
    row = session.execute(
        select(Person.id, Person.password_hash).where(Person.email == email)
    ).one_or_none()
    stored = None if row is None else row.password_hash
    if not rules.fits(password, stored) or row is None or stored is None:
        raise WrongCredentials
    person = lock_person(session, row.id, erased=WrongCredentials)
    if (person.email, person.password_hash) != (email, stored):
        raise WrongCredentials  # another was chosen while this one was compared
    if rules.is_outdated(stored):
        person.password_hash = rules.hashed(password)
    return person


def ask_for_link(session: Session, email: str) -> None:
    """Ask for a link that signs in without a password."""
    links.defer(session, "sign-in", email, {}, ANSWER_SIGN_IN)


def ask_for_reset(session: Session, email: str) -> None:
    """Ask for a link that lets one choose a new password."""
    links.defer(session, "reset", email, {}, ANSWER_RESET)


def _answer(session: Session, link: Link, _data: Mapping[str, Any]) -> None:
    """Mail the link to whoever has the address, if anybody has."""
    person = session.scalars(by_email(link.email)).one_or_none()
    if person is None:
        session.delete(link)
    else:
        # Who has not proved the address may be called anything: the mail's reader is not.
        name = person.name if is_proved(person) else link.email
        _mail_link(session, link, person, f"people.{link.purpose}", name)


answer_sign_in: Final = links.answers(ANSWER_SIGN_IN)(_answer)
answer_reset: Final = links.answers(ANSWER_RESET)(_answer)


def _mail_link(session: Session, link: Link, person: Person, kind: str, name: str) -> None:
    token = links.issue(session, link, person.id, {}, SIGN_IN_VALID)
    notify(session, person, kind, links.page(token), {"name": name})


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
    notify(session, person, "people.password-changed", FORGOT_PAGE, {"name": person.name})


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


def _is_who_registered(person: Person, link: Link, form: links.Form) -> bool:
    """Whether the prover shows that they typed what the link carries: here, or by its password."""
    typed = link.data.get("password_hash")
    if form.device is not None and link.data.get("device") == _hash(form.device):
        return True
    if form.person_id == person.id and typed == person.password_hash:
        return True
    return form.password is not None and rules.fits(form.password, typed)


def _name_typed(person: Person, link: Link) -> str:
    """The name that came with what the link carries; an account of one's own may be renamed."""
    if link.data.get("password_hash") == person.password_hash:
        return person.name
    return str(link.data.get("name", person.name))  # of an earlier version it carries nothing


def _look_verify(session: Session, link: Link, form: links.Form) -> dict[str, Any]:
    person = owner(session, link)
    needs = [] if _is_who_registered(person, link, form) else ["name", "password"]
    return {"name": _name_typed(person, link), "needs": needs}


def _use_verify(session: Session, link: Link, form: links.Form) -> links.Result:
    person = owner(session, link)
    typed = link.data
    if is_proved(person):
        raise LinkGone
    if _is_who_registered(person, link, form):
        prove(
            session,
            person,
            form.now,
            name=form.name or _name_typed(person, link),
            password_hash=typed.get("password_hash"),
            guardian_email=typed.get("guardian_email"),
        )
    else:
        must_bring(form, ("name", "password"), link.email)
        password_hash = rules.hashed(form.password or "")
        prove(session, person, form.now, name=form.name or "", password_hash=password_hash)
    return links.Result(sign_in=person.id)


def _look_sign_in(session: Session, link: Link, form: links.Form) -> dict[str, Any]:
    del form
    person = owner(session, link)
    return {"name": person.name} if is_proved(person) else {"needs": ["name"]}


def _use_sign_in(session: Session, link: Link, form: links.Form) -> links.Result:
    person = owner(session, link)
    if not is_proved(person):
        must_bring(form, ("name",), link.email)
        prove(session, person, form.now, name=form.name or "")
    return links.Result(sign_in=person.id)


def _look_reset(session: Session, link: Link, form: links.Form) -> dict[str, Any]:
    fields = _look_sign_in(session, link, form)
    return fields | {"needs": [*fields.get("needs", []), "password"]}


def _use_reset(session: Session, link: Link, form: links.Form) -> links.Result:
    person = owner(session, link)
    if is_proved(person):
        must_bring(form, ("password",), link.email, person.name)
    else:
        must_bring(form, ("name", "password"), link.email)
        prove(session, person, form.now, name=form.name or "")
    set_password(session, person, form.password or "", form.now)
    return links.Result(sign_in=person.id)


def _hash(device: str) -> str:
    return hashlib.sha256(device.encode()).hexdigest()


LINKS: Final = (
    links.Purpose("verify", look=_look_verify, use=_use_verify, unsolicited=True),
    links.Purpose("sign-in", look=_look_sign_in, use=_use_sign_in),
    links.Purpose("reset", look=_look_reset, use=_use_reset),
)

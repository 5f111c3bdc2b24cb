"""Staff and administrators: who works for the municipality, and with what."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import delete, func, or_, select
from sqlalchemy.orm import Session, aliased

from samspil.core import audit, language, time
from samspil.core.audit import AuditEntry
from samspil.core.auth import AREAS
from samspil.core.errors import NotFound, RuleBroken
from samspil.core.mail import Link as Page
from samspil.core.mail import NewMail, send
from samspil.core.privacy import Ending, Occasion, end_keys
from samspil.people import links
from samspil.people.locks import lock_people, lock_person
from samspil.people.messages import notify
from samspil.people.models import Link, Person
from samspil.people.proof import by_email, is_proved, open_account
from samspil.search.near import DANISH
from samspil.search.paging import Listing, read_text
from samspil.search.words import misfit_of_name

INVITED_FOR: Final = timedelta(days=3)
APPOINT: Final = "administrator"


def people_like(q: str) -> Listing:
    """People whose name or address holds these characters: names first, and by name."""
    rows = select(Person).where(
        Person.erased_at.is_(None),
        or_(
            Person.name.icontains(q, autoescape=True),
            Person.email.contains(q.lower(), autoescape=True),
        ),
    )
    fits = misfit_of_name(Person.name, q)
    return Listing(rows, Person.name.collate(DANISH), Person.id, read=read_text, misfit=fits)


def put_in_charge(
    session: Session, by: uuid.UUID | None, person_id: uuid.UUID, areas: Sequence[str]
) -> Person:
    """Put somebody in charge of these areas and no others; they sign in anew to use them.

    Raises:
        NotSignedIn: who acts has been erased meanwhile.
        NotFound: there is no such person.
        RuleBroken: nobody has proved the person's address.
    """
    if by is not None:  # whose name the mails say
        lock_people(session, by, person_id)
    person = lock_person(session, person_id, erased=NotFound)
    wanted: list[str] = [area for area in AREAS if area in areas]
    if wanted and not is_proved(person):
        raise RuleBroken("address-not-proved")
    audit.record(session, by, "put-in-charge", "person", person.id, areas=wanted)
    if wanted != person.areas:
        more = not set(wanted) <= set(person.areas)
        person.areas = wanted
        _powers_changed(session, by, person, time.now(), more=more)
    session.flush()  # what is read back is what the database keeps
    return person


def appoint(session: Session, email: str, name: str | None, now: datetime) -> bool:
    """Make somebody an administrator: at once who has proved the address, else by a mailed link.

    The name is for somebody without an account; else it is the part before the @. Returns whether
    they are one now, rather than once they have used the link.
    """
    person = session.scalars(by_email(email)).one_or_none()
    if person is not None:
        person = lock_person(session, person.id, erased=NotFound)
    if person is not None and is_proved(person):
        _make_administrator(session, person, now)
        return True
    # Whoever made an account may be anybody: it is not looked at before the address is proved.
    called = name or email.partition("@")[0]
    data = {"name": called}
    token = links.make(session, APPOINT, None, email, data, INVITED_FOR)
    action, spoken = links.page(token), language.current.get()
    send(session, NewMail(email, spoken, "people.administrator", data, action=action))
    return False


def revoke_administrator(session: Session, email: str, now: datetime) -> None:
    """Make somebody an administrator no longer, nor once they use the link that waits for them.

    Raises:
        NotFound: nobody has that address.
    """
    person = session.scalars(by_email(email)).one_or_none()
    if person is not None:
        person = lock_person(session, person.id, erased=NotFound)
    waiting = delete(Link).where(Link.purpose == APPOINT, Link.email == email)
    ended = session.execute(waiting.returning(Link.id)).all()
    if person is None and not ended:
        raise NotFound
    if person is not None and person.administrator:
        person.administrator = False
        audit.record(session, None, "revoke-administrator", "person", person.id)
        _powers_changed(session, None, person, now, more=False)


def sign_out(session: Session, email: str, now: datetime) -> None:
    """End all that opens something of somebody's, such as when a device of theirs was stolen.

    Raises:
        NotFound: nobody has that address.
    """
    person = session.scalars(by_email(email)).one_or_none()
    if person is None:
        raise NotFound
    lock_person(session, person.id, erased=NotFound)
    end_keys(session, Ending(person.id, Occasion.EVERYWHERE, now))
    audit.record(session, None, "sign-out-everywhere", "person", person.id)


def _make_administrator(session: Session, person: Person, now: datetime) -> None:
    if not person.administrator:
        person.administrator = True
        audit.record(session, None, "make-administrator", "person", person.id)
        _powers_changed(session, None, person, now, more=True)


def _powers_changed(
    session: Session, by: uuid.UUID | None, person: Person, now: datetime, *, more: bool
) -> None:
    """End what opened the account before: it opens more now, or was others' while it did.

    The person is told what they are in charge of now, and the other administrators when it is more.
    """
    end_keys(session, Ending(person.id, Occasion.POWERS, now))
    session.flush()  # who is an administrator is asked of the database
    actor = None if by is None else session.get(Person, by)

    def values() -> dict[str, str]:
        powers = ["administrator"] if person.administrator else person.areas
        named = [language.text(f"power.{one}") for one in powers or ["none"]]
        return {
            "name": person.name,
            "by": actor.name if actor else language.text("power.by-command"),
            "powers": ", ".join(named),
        }

    notify(session, person, "people.powers", Page("/log-ind"), values)
    if more:
        others = select(Person).where(
            Person.administrator, Person.erased_at.is_(None), Person.id.not_in({person.id, by})
        )
        page = Page("/medarbejder/personer")
        given = lambda: values() | {"email": person.email or ""}  # noqa: E731
        notify(session, session.scalars(others).all(), "people.powers-given", page, given)


# Who works for the municipality, with what, since when, and by whom.

_GRANTS: Final = ("put-in-charge", "make-administrator", "revoke-administrator")


@dataclass(frozen=True, slots=True)
class Grant:
    """Since when somebody has a power, and who gave it: None for a command, or who has gone."""

    since: datetime
    by: str | None


def employees() -> Listing:
    """Everybody who works for the municipality, by name."""
    rows = select(Person).where(
        Person.erased_at.is_(None),
        or_(Person.administrator, func.cardinality(Person.areas) > 0),
    )
    return Listing(rows, Person.name.collate(DANISH), Person.id, read=str)


def grants(session: Session, person_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, dict[str, Grant]]:
    """How people came by what they are in charge of, by the power: an area, or "administrator".

    It is read from the log, and says nothing of a power that was there before there was one.
    """
    actor = aliased(Person)
    entries = session.execute(
        select(AuditEntry, actor.name)
        .outerjoin(actor, (actor.id == AuditEntry.actor_id) & actor.erased_at.is_(None))
        .where(
            AuditEntry.kind == "person",
            AuditEntry.object_id.in_([str(one) for one in person_ids]),
            AuditEntry.action.in_(_GRANTS),
        )
        .order_by(AuditEntry.at, AuditEntry.id)
    ).all()
    found: dict[uuid.UUID, dict[str, Grant]] = {one: {} for one in person_ids}
    for entry, by in entries:
        held = found[uuid.UUID(entry.object_id)]
        if entry.action == "put-in-charge":
            areas, had = entry.facts["areas"], [one for one in held if one != APPOINT]
        else:
            areas, had = [APPOINT] if entry.action == "make-administrator" else [], [APPOINT]
        for gone in set(had) - set(areas):
            held.pop(gone, None)
        for new in set(areas) - set(held):
            held[new] = Grant(entry.at, by)
    return found


def _look(session: Session, link: Link, form: links.Form) -> Mapping[str, Any]:
    del form
    person = session.scalars(by_email(link.email)).one_or_none()
    if person is not None and is_proved(person):
        return {"name": person.name}
    return {"name": link.data["name"], "needs": ["name", "password"]}


def _accept(session: Session, link: Link, form: links.Form) -> links.Result:
    """Make the owner of the address an administrator; who had an account signs in by themselves."""
    person, new = open_account(session, link.email, form, language.current.get())
    _make_administrator(session, person, form.now)
    return links.Result(sign_in=person.id if new else None)


LINKS: Final = (links.Purpose(APPOINT, look=_look, use=_accept),)

"""Guardians: below the age of 15, somebody else says yes before an account may be used."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from sqlalchemy.orm import Session

from samspil.core import audit, time
from samspil.core.errors import Invalid, RuleBroken
from samspil.core.mail import Link as Page
from samspil.core.privacy import Occasion
from samspil.people import links, rules
from samspil.people.messages import notify
from samspil.people.models import Link, Person, Profile
from samspil.people.rules import LinkGone

VALID: Final = timedelta(days=14)
# Until whoever is a child today is none.
TAKES_BACK: Final = timedelta(days=366 * rules.OWN_CONSENT)
ASK: Final = "guardian"
TAKE_BACK: Final = "guardian-withdraw"


def must_be_another(guardian_email: str | None, email: str | None) -> None:
    """Refuse somebody as their own guardian.

    Raises:
        Invalid: it is the same address.
    """
    if guardian_email is not None and guardian_email == email:
        raise Invalid.field("guardian_email", "guardian.oneself")


def guardian_of(session: Session, person: Person, guardian_email: str | None) -> None:
    """Say who the guardian is, who is then asked; one who says yes stays the guardian.

    Raises:
        Invalid: it is the person.
    """
    if guardian_email is None or person.guardian_consented_at is not None:
        return
    must_be_another(guardian_email, person.email)
    person.guardian_email = guardian_email
    audit.record(session, person.id, "name-guardian", "person", person.id)
    ask(session, person)


def take_away(session: Session, person: Person) -> None:
    """Let a locked person be without a guardian, as whoever has turned 15 is.

    Raises:
        RuleBroken: the person may be too young, or has not told the year of their birth.
    """
    if person.guardian_email is None:
        return
    profile = session.get(Profile, person.id)
    year = None if profile is None else profile.birth_year
    if year is None or rules.may_be_under_15(year, time.local(time.now()).date()):
        raise RuleBroken("guardian-needed")
    person.guardian_email = person.guardian_consented_at = None
    links.end(session, ASK, person.id)
    links.end(session, TAKE_BACK, person.id)
    audit.record(session, person.id, "take-guardian-away", "person", person.id)


def must_be_named(person: Person) -> None:
    """Refuse to go on without a guardian.

    Raises:
        Invalid: nobody has been named.
    """
    if person.guardian_email is None:
        raise Invalid.field("guardian_email", "guardian.needed")


def ask(session: Session, person: Person) -> None:
    """Ask the guardian; an earlier question ends."""
    to = person.guardian_email or ""
    token = links.make(session, ASK, person.id, to, {}, VALID)
    values = {"name": person.name}
    notify(session, person, "people.guardian", links.page(token), values, to=to)


def is_missing(person: Person) -> bool:
    """Whether a guardian must still say yes."""
    return person.guardian_email is not None and person.guardian_consented_at is None


def document(person: Person) -> dict[str, Any] | None:
    """The guardian as `GET /me` shows them: a masked address, and whether they have said yes."""
    if person.guardian_email is None:
        return None
    return {"email": links.masked(person.guardian_email), "consented": not is_missing(person)}


def _child(session: Session, link: Link, *, waiting: bool) -> Person:
    """The child, if its guardian is the link's and still waited for, or has said yes."""
    child = None if link.person_id is None else session.get(Person, link.person_id)
    if child is None or child.guardian_email != link.email or is_missing(child) is not waiting:
        raise LinkGone
    return child


def _look(session: Session, link: Link, form: links.Form) -> dict[str, Any]:
    del form
    return {"name": _child(session, link, waiting=True).name}


def _use(session: Session, link: Link, form: links.Form) -> links.Result:
    child = _child(session, link, waiting=True)
    child.guardian_consented_at = form.now
    audit.record(session, None, "guardian-consent", "person", child.id)
    values = {"name": child.name}
    notify(session, child, "people.guardian-said-yes", Page("/"), values)
    token = links.make(session, TAKE_BACK, child.id, link.email, {}, TAKES_BACK)
    notify(session, child, "people.guardian-receipt", links.page(token), values, to=link.email)
    return links.Result()


def _look_back(session: Session, link: Link, form: links.Form) -> dict[str, Any]:
    del form
    return {"name": _child(session, link, waiting=False).name}


def _take_back(session: Session, link: Link, form: links.Form) -> links.Result:
    del form
    child = _child(session, link, waiting=False)
    child.guardian_consented_at = None
    audit.record(session, None, "guardian-take-back", "person", child.id)
    notify(session, child, "people.guardian-took-back", Page("/mig"), {"name": child.name})
    return links.Result()


# They are the guardian's, and open nothing of the account: its other keys end without them.
_THEIRS: Final = (Occasion.PROOF, Occasion.ERASURE)
LINKS: Final = (
    links.Purpose(ASK, look=_look, use=_use, ends=frozenset(_THEIRS)),
    links.Purpose(TAKE_BACK, look=_look_back, use=_take_back, ends=frozenset(_THEIRS)),
)

"""What the links in mails do: a guest's sign-up, and a yes or no to an offer.

A guest's sign-up is kept in its link until the link is used: it holds no place, and there is no
person. Using it shows that the address is theirs, and makes them known, without a password; who
registers with that address later has it all.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from samspil.core import audit, language
from samspil.core.errors import Conflict, GuardianMissing, Invalid, NotFound
from samspil.core.language import Language
from samspil.core.mail import NewMail, send
from samspil.core.time import local
from samspil.needs.models import Need, Shift
from samspil.people import accounts, guardians, links
from samspil.people.links import Form, Purpose, Result
from samspil.people.models import Link, Person
from samspil.people.proof import account_of, by_email, is_proved, prove
from samspil.people.rules import LinkGone
from samspil.signups import messages, queries, rules, services
from samspil.signups.models import Seats, Signup
from samspil.signups.rules import OfferGone
from samspil.signups.services import NewSignup

GUEST: Final = "guest-signup"
ANSWER_GUEST: Final = "volunteering.answer-guest"
VALID_FOR: Final = timedelta(days=2)


def ask_guest(session: Session, need_id: uuid.UUID, body: Mapping[str, Any], now: datetime) -> None:
    """Take a guest's sign-up down, for a mail to ask whether it is theirs.

    What is refused here is so for everybody: nothing is asked of the address.

    Raises:
        NotFound: there is no such need.
        NeedClosed, RuleBroken, Invalid: nobody can sign up for this, or not of this age.
    """
    at = _look_at(session, need_id, body["shift"])
    if at is None:
        raise NotFound
    if body["shift"] is not None and at.shift is None:
        raise Invalid.field("shift", "field.signup.shift")
    rules.must_be_there(at.need)
    rules.must_take_people(at.need, at.shift, now)
    rules.must_name_a_shift(at.need, at.shift, at.has_shifts)
    rules.must_be_old_enough(at.need, body["birth_year"], now)
    asked = {
        "need_id": str(need_id),
        "shift_id": at.shift_id and str(at.shift_id),
        "name": body["name"],
        "message": body["message"],
        "birth_year": body["birth_year"],
        "language": language.current.get(),
    }
    links.defer(session, GUEST, body["email"], asked, ANSWER_GUEST)


def answer_guest(session: Session, link_id: str) -> None:
    """Send the mail with the link, which ends an earlier one for the same."""
    waiting = links.claim(session, link_id)
    if waiting is None:
        return
    link, asked = waiting
    wanted = dict(asked)
    at = _of(session, wanted)
    if at is None:
        session.delete(link)
        return
    spoken = cast(Language, wanted["language"])
    # One link for each thing that is signed up for.
    wanted["at"] = wanted["shift_id"] or wanted["need_id"]
    token = links.issue(session, link, None, wanted, VALID_FOR)
    with language.speaking(spoken):
        said = {
            "name": wanted["name"],
            "what": messages.what(at),
            "association": at.need.association.name,
        }
    send(
        session,
        NewMail(link.email, spoken, "volunteering.signup-guest", said, action=links.page(token)),
    )


def _look_guest(session: Session, link: Link, given: Form) -> Mapping[str, Any]:
    del given
    at = _of(session, link.data)
    if at is None or not at.need.shown:
        raise LinkGone
    known = session.scalars(by_email(link.email)).one_or_none()
    return {
        "name": link.data["name"],
        **_shown(at),
        "overlaps": [] if known is None else services.overlaps(session, known.id, at.shift),
    }


def _use_guest(session: Session, link: Link, given: Form) -> Result:
    """Sign the guest up; the page has shown them what else they have at that time."""
    person = _guest(session, link, given.now)
    if guardians.is_missing(person):
        raise GuardianMissing
    wanted = link.data
    new = NewSignup(
        need_id=uuid.UUID(wanted["need_id"]),
        shift_id=wanted["shift_id"] and uuid.UUID(wanted["shift_id"]),
        message=wanted["message"],
        birth_year=wanted["birth_year"],
        accept_overlap=True,
    )
    return Result(extra=_done(session, services.sign_up(session, person.id, new, given.now)))


def _guest(session: Session, link: Link, now: datetime) -> Person:
    """Whose address it is, which they have shown by using the link."""
    name, spoken = link.data["name"], cast(Language, link.data["language"])
    person, new = account_of(session, link.email, name, spoken)
    if new:
        audit.record(session, person.id, "sign-up-as-guest", "person", person.id)
    if not is_proved(person):
        prove(session, person, now, name=name)
    return person


def _look_offer(session: Session, link: Link, given: Form) -> Mapping[str, Any]:
    del given
    signup = session.get(Signup, uuid.UUID(link.data["signup_id"]))
    if signup is None or signup.offered_until is None or signup.person_id != link.person_id:
        raise LinkGone
    person = accounts.by_id(session, link.person_id)
    at = _look_at(session, signup.need_id, signup.shift_id)
    if person is None or at is None:
        raise LinkGone
    return {"name": person.name, **_shown(at), "until": local(signup.offered_until)}


def _use_offer(session: Session, link: Link, given: Form) -> Result:
    person = accounts.by_id(session, link.person_id)
    if person is None:
        raise LinkGone
    try:
        signup_id = uuid.UUID(link.data["signup_id"])
        signup = services.take(session, person.id, signup_id, given.now)
    except (NotFound, OfferGone) as error:
        raise LinkGone from error
    return Result(extra=_done(session, signup))


def _refuse_offer(session: Session, link: Link, given: Form) -> Result:
    person = accounts.by_id(session, link.person_id)
    if person is None:
        raise LinkGone
    try:
        signup_id = uuid.UUID(link.data["signup_id"])
        signup = services.withdraw(session, person.id, signup_id, given.now)
    except (NotFound, Conflict) as error:
        raise LinkGone from error
    return Result(extra=_done(session, signup))


# It is the address's, as an invitation is: it opens nothing of an account.
LINKS: Final = (
    Purpose(GUEST, look=_look_guest, use=_use_guest, distinct_by="at", unsolicited=True),
    Purpose(
        services.OFFER,
        look=_look_offer,
        use=_use_offer,
        refuse=_refuse_offer,
        distinct_by="signup_id",
    ),
)


def _of(session: Session, wanted: Mapping[str, Any]) -> Seats | None:
    shift_id = wanted["shift_id"]
    at = _look_at(session, uuid.UUID(wanted["need_id"]), shift_id and uuid.UUID(shift_id))
    return None if at is None or (shift_id is not None and at.shift is None) else at


def _look_at(session: Session, need_id: uuid.UUID, shift_id: uuid.UUID | None) -> Seats | None:
    """The places, to look at alone."""
    need = session.get(Need, need_id)
    if need is None:
        return None
    found = select(Shift).where(Shift.id == shift_id, Shift.need_id == need_id)
    shift = None if shift_id is None else session.scalars(found).one_or_none()
    return Seats(need, shift, session.scalars(queries.has_shifts(need_id)).one())


def _shown(at: Seats) -> dict[str, Any]:
    association = at.need.association
    return {
        "association": {"slug": association.slug, "name": association.name},
        "need": {"id": at.need.id, "title": at.need.title},
        "shift": None
        if at.shift is None
        else {
            "id": at.shift.id,
            "starts_at": local(at.shift.starts_at),
            "ends_at": local(at.shift.ends_at),
        },
    }


def _done(session: Session, signup: Signup) -> dict[str, Any]:
    at = _look_at(session, signup.need_id, signup.shift_id)
    waits = signup.status == "waitlisted"
    return {
        **({} if at is None else _shown(at)),
        "signup": {
            "id": signup.id,
            "status": signup.status,
            "position_in_line": session.scalars(queries.line(signup)).one() if waits else None,
        },
    }

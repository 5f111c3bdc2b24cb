"""Links in mails: what they are for, making them, looking at them, using them, ending them.

A link's token is 256 random bits, of which only the hash is kept. Mail scanners open every link, so
that opening one only shows what it would do (`look`); the page's button does it (`use`), once.

A domain says what its links are for where its services are, and its manifest hands that over:

    Purpose("invitation", look=..., use=..., distinct_by="association_id")

    token = links.make(session, "invitation", None, email, {"association_id": …}, a_fortnight)
    send(session, NewMail(…, action=links.page(token)))

`look(session, link, form)` gives the fields that the page shows of it; `needs` among them names
what must come with the press of the button. `use(session, link, form)` does it and says, as
`Result`, whom that signs in; what it raises leaves the link as it was, so that who forgot a field
can try again. A no ends the link, and does what `refuse` says, if it says anything.

A link of a person's opens something of theirs, so that it ends with their other keys, on the
occasions that its purpose says. One of an address (an invitation, a guest's sign-up) opens nothing
that its reader does not have already, and ends by itself.
"""

from __future__ import annotations

import hashlib
import secrets
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from samspil.core import jobs, time
from samspil.core.db import new_id
from samspil.core.mail import Link as Page
from samspil.core.privacy import Ending, Occasion
from samspil.people.locks import lock_person
from samspil.people.models import Link, Person
from samspil.people.rules import LinkGone

# Until when the job that finds out whose a link is must have run.
JOB_DEADLINE: Final = timedelta(days=1)
# The key in `data` of a link that waits for its job, under which the job's own data stands.
PENDING: Final = "asked"


@dataclass(frozen=True, slots=True)
class Form:
    """What is sent with the press of a link's button, or with a look at it: then the first three.

    Attributes:
        now: the moment of it.
        person_id: who is signed in in this browser.
        device: the secret of this browser, if it has one of ours.
        password: one of a fitting length.
        name: what somebody wants to be called.
        refused: whether it was the button that says no.
    """

    now: datetime
    person_id: uuid.UUID | None = None
    device: str | None = None
    password: str | None = None
    name: str | None = None
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What using a link did: whom it signs in, whether it signs out, more fields of the answer."""

    sign_in: uuid.UUID | None = None
    sign_out: bool = False
    extra: Mapping[str, Any] = field(default_factory=dict)


Look = Callable[[Session, Link, Form], Mapping[str, Any]]
Use = Callable[[Session, Link, Form], Result]


@dataclass(frozen=True, slots=True)
class Purpose:
    """What links of a kind are for.

    Attributes:
        name: of the purpose, as the page gets it.
        look: what the page shows of a link.
        use: what its button does.
        refuse: what a no does, beside ending the link.
        distinct_by: a key of the links' data. A new link ends the older ones of its purpose to
            the same person or address; with this, only those whose value is the same.
        ends: when a person's links of this purpose end with their other keys.
        unsolicited: whether each mail with one was counted as what its receiver need not have
            asked for, so that a yes shows that they had.
    """

    name: str
    look: Look
    use: Use
    refuse: Use | None = None
    distinct_by: str | None = None
    ends: frozenset[Occasion] = frozenset(Occasion)
    unsolicited: bool = False

    def install(self) -> None:
        """Let links of this purpose be made and used."""
        if _purposes.setdefault(self.name, self) is not self:
            raise ValueError(f"there are two purposes called {self.name}")


_purposes: dict[str, Purpose] = {}


def make(
    session: Session,
    purpose: str,
    person_id: uuid.UUID | None,
    email: str,
    data: Mapping[str, Any],
    valid_for: timedelta,
) -> str:
    """A new link, which ends older ones of its purpose; returns its token, kept nowhere.

    It is sent to the address, about a person's account if there is one; its data (JSON) is what its
    use needs.
    """
    link = Link(id=new_id(), purpose=purpose, email=email)
    session.add(link)
    return issue(session, link, person_id, data, valid_for)


def defer(
    session: Session,
    purpose: str,
    email: str,
    data: Mapping[str, Any],
    task: str,
    person_id: uuid.UUID | None = None,
) -> None:
    """Leave it to a job to find out whose address it is, and what that person is sent.

    Whoever asks need not own the address, and must not learn from the time it takes whether
    anybody does: nothing is looked up here. The job takes `link_id`, and finds the data (JSON) in
    the link. With a known person's id the link ends with their keys.
    """
    now = time.now()
    waiting = Link(
        id=new_id(),
        purpose=purpose,
        email=email,
        person_id=person_id,
        token_hash=_hash(secrets.token_urlsafe(32)),
        data={PENDING: dict(data)},
        created_at=now,
        expires_at=now + JOB_DEADLINE,
    )
    session.add(waiting)
    session.flush()  # before the job that needs it
    jobs.defer(session, task, link_id=str(waiting.id))


Answer = Callable[[Session, Link, Mapping[str, Any]], None]


def answers(task: str) -> Callable[[Answer], jobs.Task]:
    """Make a function the job of deferred links: it gets the link and its data, once."""

    def job(answer: Answer) -> jobs.Task:
        def run(work: jobs.Work, link_id: str) -> None:
            with work.database.writing.begin() as session:
                waiting = claim(session, link_id)
                if waiting is not None:
                    answer(session, *waiting)

        return jobs.Task(task, run)

    return job


def claim(session: Session, link_id: str) -> tuple[Link, Mapping[str, Any]] | None:
    """A link that waits for its job, and the job's data; None when the job was done.

    Whoever's account it is about is locked, and then the link.
    """
    waiting = session.get(Link, uuid.UUID(link_id))
    if waiting is None:
        return None
    try:
        _lock_owner(session, waiting)
    except LinkGone:
        return None
    link = session.get(Link, waiting.id, with_for_update=True, populate_existing=True)
    if link is None or PENDING not in link.data:
        return None
    return link, link.data[PENDING]


def issue(
    session: Session,
    link: Link,
    person_id: uuid.UUID | None,
    data: Mapping[str, Any],
    valid_for: timedelta,
) -> str:
    """Give a link its token, and end the older ones of its purpose; returns the token."""
    token = secrets.token_urlsafe(32)
    now = time.now()
    link.token_hash = _hash(token)
    link.person_id, link.data = person_id, dict(data)
    link.created_at, link.expires_at = now, now + valid_for
    session.flush()  # the next statement spares it by its id
    older = delete(Link).where(Link.purpose == link.purpose, Link.id != link.id)
    whose = Link.email == link.email if person_id is None else Link.person_id == person_id
    apart = _purposes[link.purpose].distinct_by
    if apart is not None:
        older = older.where(Link.data[apart].astext == str(link.data[apart]))
    older = older.where(whose, ~Link.data.has_key(PENDING))
    session.execute(older, execution_options={"synchronize_session": False})
    return token


def page(token: str) -> Page:
    """Where a link in a mail leads."""
    return Page(f"/bekraeft/{token}")


def look(session: Session, token: str, form: Form) -> dict[str, Any]:
    """What a link would do, and what its button needs.

    Raises:
        LinkGone: nothing any more.
    """
    link = session.scalars(_valid(token, form.now)).one_or_none()
    if link is None:
        raise LinkGone
    more = _purposes[link.purpose].look(session, link, form)
    return {"purpose": link.purpose, "email": masked(link.email), "needs": [], **more}


def use(session: Session, token: str, form: Form) -> tuple[Link, Result]:
    """Do what a link is for, or end it with a no; returns it, gone, and what came of it.

    Raises:
        LinkGone: it does nothing any more.
    """
    unlocked = session.scalars(_valid(token, form.now)).one_or_none()
    if unlocked is None:
        raise LinkGone
    _lock_owner(session, unlocked)
    # Of two uses at once, the second waits for the row's lock, and then finds no row.
    link = session.scalars(_valid(token, form.now).with_for_update()).one_or_none()
    if link is None:
        raise LinkGone
    session.delete(link)
    session.flush()  # so that what it does may end the rest of somebody's links
    purpose = _purposes[link.purpose]
    if not form.refused:
        return link, purpose.use(session, link, form)
    return link, purpose.refuse(session, link, form) if purpose.refuse else Result()


def shows_it_was_asked_for(link: Link, form: Form) -> bool:
    """Whether a yes to this link shows that its receiver had asked for its mail themselves."""
    return _purposes[link.purpose].unsolicited and not form.refused


def end_links(session: Session, ending: Ending) -> None:
    """End a person's links, but for those whose purpose outlives this occasion."""
    purposes = [one.name for one in _purposes.values() if ending.occasion in one.ends]
    mine = Link.person_id == ending.person_id
    session.execute(delete(Link).where(mine, Link.purpose.in_(purposes)))


def end(session: Session, purpose: str, person_id: uuid.UUID) -> None:
    """End a person's links for one purpose."""
    mine = Link.person_id == person_id
    session.execute(delete(Link).where(mine, Link.purpose == purpose))


def masked(email: str) -> str:
    """An address that its owner knows again, and others cannot read: "f•••@demo.example"."""
    local, _, domain = email.partition("@")
    return f"{local[:1]}•••@{domain}"


def _lock_owner(session: Session, link: Link) -> None:
    """Lock whose account a link is about, or who has its address: a person comes before a link.

    Raises:
        LinkGone: they have been erased.
    """
    whose = link.person_id or session.scalar(select(Person.id).where(Person.email == link.email))
    if whose is not None:
        lock_person(session, whose, erased=LinkGone)


def _valid(token: str, now: datetime) -> Any:
    # What a link says is asked of the database again each time: another may have used it.
    return (
        select(Link)
        .where(Link.token_hash == _hash(token), Link.expires_at > now)
        .execution_options(populate_existing=True)
    )


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()

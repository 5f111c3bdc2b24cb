"""Throttling: how often something may be tried, counted in PostgreSQL over all processes.

A count is kept under a keyed hash of what is counted and for whom: neither an address nor a network
can be read from it. It is committed in a transaction of its own, before what it guards begins, so
that it stands whatever becomes of the request, and no crowd can slip through together. Windows are
fixed: whoever goes on trying does not make them longer.

Signing in is counted four ways. By *network*, against trying one password with many addresses. By
network and address together (*pair*), against many passwords for one. By *address*, against the
same from many networks; but an attacker could use that to keep somebody out, so that it does not
count in networks where this person has signed in within a month. And by *everyone*, so that hashing
never takes the whole machine. A success takes its own try back, and nobody else's.

Mail is counted two ways. What strangers can cause (a guest's sign-up, a registration, an invitation
in somebody's name) is counted by address, so that no mailbox is filled. The way in by mail is
counted apart from it, and is open to every address once in an hour, whoever else asks: a link works
for as long, so that there is always one that does, or a new one.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Final

from sqlalchemy import Index, LargeBinary, case, delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Mapped, Session, mapped_column

from samspil.core import time
from samspil.core.db import Base, Moment
from samspil.core.errors import TooMany
from samspil.core.http.application import Visitor


@dataclass(frozen=True, slots=True)
class Limit:
    """So many tries in a window, for each of what is counted."""

    name: str
    most: int
    window: timedelta


_QUARTER: Final = timedelta(minutes=15)
_HOUR: Final = timedelta(hours=1)
_DAY: Final = timedelta(days=1)

SIGN_IN_NETWORK: Final = Limit("sign-in.network", 40, _QUARTER)
SIGN_IN_PAIR: Final = Limit("sign-in.pair", 10, _QUARTER)
SIGN_IN_ADDRESS: Final = Limit("sign-in.address", 50, _HOUR)
SIGN_IN_EVERYONE: Final = Limit("sign-in.everyone", 1_000, timedelta(minutes=1))
KNOWN: Final = Limit("sign-in.known", 0, timedelta(days=30))

# The way in by mail: always once in the time a link works, more where the person is known, and a
# few more anywhere. Once a day one may always register: that mail's link works for three days.
SIGN_IN_MAIL: Final = Limit("way-in.address", 1, _HOUR)
SIGN_IN_MAIL_KNOWN: Final = Limit("way-in.known", 6, _DAY)
SIGN_IN_MAIL_MORE: Final = Limit("way-in.more", 4, _DAY)
SIGN_IN_MAIL_TAGGED: Final = Limit("way-in.tagged", 6, _DAY)
REGISTERED: Final = Limit("registered.address", 1, _DAY)

# What its receiver need not have asked for. With the way in, 47 mails a day are the most that a
# crowd of strangers can send to one mailbox.
UNSOLICITED_HOUR: Final = Limit("unasked.hour", 4, _HOUR)
UNSOLICITED_DAY: Final = Limit("unasked.day", 12, _DAY)
UNSOLICITED_KNOWN: Final = Limit("unasked.known", 30, _DAY)

# How many mails to strangers come of one network. A mailbox is guarded by the limits above, whoever
# asks from wherever; these two keep one asker from writing to many, and from using up everyone's.
#
# A school, a library, often all schools of a municipality are one network. A class of 30 that
# begins together asks for about five mails each: an account, a guardian's yes for who is under 15,
# one more where an address was mistyped, a guest's sign-up or two. That is 150, and 300 for two
# classes in an hour. Over the day it is fewer an hour, since a class goes home and an attacker does
# not: with 60 in every hour, as it once was, 1,440 strangers could be written to. Whoever opens
# their mail where they asked for it and says yes gives the network that mail back (see `answered`),
# so that a whole school of people is not stopped by the day's limit, and nobody has to solve a
# puzzle first.
MAIL_NETWORK: Final = Limit("mail.network", 300, _HOUR)
MAIL_NETWORK_DAY: Final = Limit("mail.network-day", 1_000, _DAY)
MAIL_EVERYONE: Final = Limit("mail.everyone", 3_000, _HOUR)

# Somebody who is signed in, typing their password once more.
PASSWORD: Final = Limit("password.person", 10, _QUARTER)

# A mail that somebody has sent to themselves.
ERASURE: Final = Limit("erasure.person", 4, _HOUR)

# Gathering all that is kept of somebody takes a while.
EXPORT: Final = Limit("export.person", 10, _HOUR)

REPORT_NETWORK: Final = Limit("report.network", 20, _HOUR)
REPORT_EVERYONE: Final = Limit("report.everyone", 500, _HOUR)


def count(visitor: Visitor, *tries: tuple[Limit, str], amount: int = 1) -> None:
    """Count a try at once; for whom it is too many, later limits are not counted.

    Each limit comes with whom it is counted for ("" for everyone); the try takes `amount` of it.

    Raises:
        TooMany: one of them is over.
    """
    now = time.now()
    with visitor.database.writing.begin() as session:
        wait = _count_each(session, visitor, [[one] for one in tries], now, amount)
    _refuse(wait, now)


def mailbox(email: str) -> str:
    """The mailbox that an address leads to: "a+b@" is "a@", so that nobody has many."""
    local, _, domain = email.partition("@")
    return f"{local.partition('+')[0] or local}@{domain}"


def sign_in_mail(visitor: Visitor, email: str) -> None:
    """Count a link to sign in or to choose a password, which its asker need not own the address of.

    Once in an hour it is counted by the address itself: by its mailbox, strangers could use it up
    with addresses that nobody has.

    Raises:
        TooMany: one was sent within the hour, which still works.
    """
    now, whose = time.now(), mailbox(email)
    once = (
        [(SIGN_IN_MAIL, email)]
        if email == whose
        else [(SIGN_IN_MAIL, email), (SIGN_IN_MAIL_TAGGED, whose)]
    )
    here = [(SIGN_IN_MAIL_KNOWN, _pair(visitor, email))]
    more = [*_from_whom(visitor), (SIGN_IN_MAIL_MORE, whose)]
    with visitor.database.writing.begin() as session:
        wait = _count_each(session, visitor, [[one] for one in once], now)
        if wait is not None and _is_known(session, visitor, email, now):
            wait = wait if _count_each(session, visitor, [here], now) else None
        if wait is not None and not _count_each(session, visitor, [[one] for one in more], now):
            wait = None
    _refuse(wait, now)


def unsolicited(visitor: Visitor, email: str, *always: Limit) -> None:
    """Count a mail to an address that its receiver need not have asked for.

    Limits that are `always` open, by the address itself, admit what its mailbox has too many of.

    Raises:
        TooMany: there were too many to this mailbox, or from here.
    """
    now, whose = time.now(), mailbox(email)
    from_whom = [[one] for one in _from_whom(visitor)]
    to_whom = [[(UNSOLICITED_HOUR, whose)], [(UNSOLICITED_DAY, whose)]]
    with visitor.database.writing.begin() as session:
        wait = _count_each(session, visitor, from_whom, now)
        first = [[(limit, email)] for limit in always if email == whose]
        if wait is None and (not first or _count_each(session, visitor, first, now)):
            if _is_known(session, visitor, email, now):
                to_whom = [[(UNSOLICITED_KNOWN, _pair(visitor, email))]]
            wait = _count_each(session, visitor, to_whom, now)
    _refuse(wait, now)


def registration(visitor: Visitor, email: str) -> None:
    """Count a registration, which no number of other mails shuts to an address.

    Raises:
        TooMany: one came within a day, whose mail still works, and there were too many others.
    """
    unsolicited(visitor, email, REGISTERED)


def answered(session: Session, visitor: Visitor) -> None:
    """Give a network one mail back, in the transaction of a yes to what `unsolicited` has counted.

    Each such link is used once, so that nobody gets back more than was counted; who reads mail
    elsewhere gives nothing back.
    """
    for limit in (MAIL_NETWORK, MAIL_NETWORK_DAY):  # in the order in which they are counted
        key = _key(visitor, limit, visitor.network)
        session.execute(
            update(Throttle)
            .where(Throttle.key == key, Throttle.count > 0)
            .values(count=Throttle.count - 1)
        )


def _from_whom(visitor: Visitor) -> list[tuple[Limit, str]]:
    network = visitor.network
    return [(MAIL_NETWORK, network), (MAIL_NETWORK_DAY, network), (MAIL_EVERYONE, "")]


def report(visitor: Visitor) -> None:
    """Count a report."""
    count(visitor, (REPORT_NETWORK, visitor.network), (REPORT_EVERYONE, ""))


def password(visitor: Visitor, person_id: uuid.UUID) -> None:
    """Count a try of somebody who is signed in to show that they know their password."""
    count(visitor, (PASSWORD, str(person_id)))


def erasure(visitor: Visitor, person_id: uuid.UUID) -> None:
    """Count a mail by which somebody who has proved their address may erase their account."""
    count(visitor, (ERASURE, str(person_id)))


def export(visitor: Visitor, person_id: uuid.UUID) -> None:
    """Count a gathering of all that is kept of somebody."""
    count(visitor, (EXPORT, str(person_id)))


def sign_in(visitor: Visitor, email: str) -> None:
    """Count a try to sign in.

    Raises:
        TooMany: there were too many from here, or with this address.
    """
    now = time.now()
    with visitor.database.writing.begin() as session:
        first = [(SIGN_IN_NETWORK, visitor.network)]
        then = [(SIGN_IN_PAIR, _pair(visitor, email))]
        if not _is_known(session, visitor, email, now):
            first.append((SIGN_IN_EVERYONE, ""))
            then.append((SIGN_IN_ADDRESS, email))
        wait = _count_each(session, visitor, [first, then], now)
    _refuse(wait, now)


def sign_in_succeeded(session: Session, visitor: Visitor, email: str, now: datetime) -> None:
    """Take a successful try back, in its own transaction, and know the network from now on."""
    network = _key(visitor, SIGN_IN_NETWORK, visitor.network)
    pair = _key(visitor, SIGN_IN_PAIR, _pair(visitor, email))
    # In the order in which they are counted, or two could wait for each other.
    session.execute(
        update(Throttle)
        .where(Throttle.key == network, Throttle.count > 0)
        .values(count=Throttle.count - 1)
    )
    session.execute(delete(Throttle).where(Throttle.key == pair))
    know_network(session, visitor, email, now)


def know_network(session: Session, visitor: Visitor, email: str, now: datetime) -> None:
    """Know an address in this network from now on: its owner has shown here that it is theirs."""
    mark = _key(visitor, KNOWN, _pair(visitor, email))
    session.execute(
        insert(Throttle)
        .values(key=mark, count=0, ends_at=now + KNOWN.window)
        .on_conflict_do_update(index_elements=["key"], set_={"ends_at": now + KNOWN.window})
    )


def _is_known(session: Session, visitor: Visitor, email: str, now: datetime) -> bool:
    mark = _key(visitor, KNOWN, _pair(visitor, email))
    known = select(Throttle.ends_at > now).where(Throttle.key == mark)
    return bool(session.scalar(known))


def _pair(visitor: Visitor, email: str) -> str:
    return f"{visitor.network} {email}"


def _key(visitor: Visitor, limit: Limit, whom: str) -> bytes:
    secret = hashlib.sha256(f"throttle {visitor.secret}".encode()).digest()
    counted = f"{limit.name}\0{whom}".encode()
    return hashlib.blake2b(counted, key=secret, digest_size=16).digest()


def _count_each(
    session: Session,
    visitor: Visitor,
    groups: Sequence[Sequence[tuple[Limit, str]]],
    now: datetime,
    amount: int = 1,
) -> datetime | None:
    """Count group by group; returns when the first that is over ends."""
    for group in groups:
        limits = {_key(visitor, limit, whom): limit for limit, whom in group}
        statement = insert(Throttle).values(
            # In one order everywhere, or two could wait for each other.
            [
                {"key": key, "count": amount, "ends_at": now + limits[key].window}
                for key in sorted(limits)
            ]
        )
        over = Throttle.ends_at <= now
        rows = session.execute(
            statement.on_conflict_do_update(
                index_elements=["key"],
                set_={
                    "count": case(
                        (over, statement.excluded.count),
                        else_=func.least(Throttle.count + statement.excluded.count, 1_000_000),
                    ),
                    "ends_at": case((over, statement.excluded.ends_at), else_=Throttle.ends_at),
                },
            ).returning(Throttle.key, Throttle.count, Throttle.ends_at)
        )
        ends = [ends_at for key, counted, ends_at in rows if counted > limits[key].most]
        if ends:
            return max(ends)
    return None


def _refuse(until: datetime | None, now: datetime) -> None:
    if until is not None:
        raise TooMany(max(1, ceil((until - now).total_seconds())))


class Throttle(Base):
    """A count of tries in a window; here, so that it holds over any number of processes."""

    __tablename__ = "throttles"
    __table_args__ = (Index("ix_throttles_ends_at", "ends_at"),)

    key: Mapped[bytes] = mapped_column(
        LargeBinary, primary_key=True, comment="keyed hash of what is counted and for whom"
    )
    count: Mapped[int]
    ends_at: Mapped[Moment]

"""Certificates: made of confirmed hours, withdrawn by whose they are, checked by their code."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from samspil.associations.models import Association
from samspil.core import audit
from samspil.core.auth import Actor
from samspil.core.db import new_id
from samspil.core.errors import Conflict, Invalid, NotFound, RuleBroken
from samspil.core.time import local
from samspil.hours import queries
from samspil.hours.models import Certificate
from samspil.people.locks import lock_person

KIND: Final = "certificate"
MOST: Final = 50
MOST_TASKS: Final = 5


def make(session: Session, actor: Actor, values: Mapping[str, Any], now: datetime) -> Certificate:
    """Certify somebody's confirmed hours of a period, as they stand now.

    Args:
        session: the transaction.
        actor: whose hours.
        values: of CertificateIn.
        now: the paper's day; a period that goes on ends there.

    Raises:
        RuleBroken: there are no confirmed hours, or the person has very many certificates.
        Invalid: they have given that association nothing.
        Conflict: the id is another certificate's.
        NotSignedIn: the person has been erased meanwhile.
    """
    lock_person(session, actor.id)
    before = None if "id" not in values else session.get(Certificate, values["id"])
    if before is not None:
        if before.person_id != actor.id:
            raise Conflict
        return before
    if session.scalars(queries.count_certificates(actor.id)).one() >= MOST:
        raise RuleBroken("most-certificates")
    first, last = values["first"], min(values["last"], local(now).date())
    association_id = _association(session, actor, values["association"])
    rows = of_associations(
        session.execute(queries.confirmed(actor.id, first, last, association_id))
    )
    if not rows:
        raise RuleBroken("no-hours")
    certificate = Certificate(
        id=values.get("id") or new_id(),
        person_id=actor.id,
        code=new(),
        name=actor.name,
        language=values["language"],
        from_day=first,
        until_day=last,
        minutes=sum(row["minutes"] for row in rows),
        rows=rows,
        created_at=now,
    )
    try:
        with session.begin_nested():
            session.add(certificate)
    except IntegrityError as error:
        raise Conflict from error
    audit.record(session, actor.id, "make", KIND, certificate.id)
    return certificate


def own(session: Session, actor: Actor, certificate_id: uuid.UUID) -> Certificate:
    """One of somebody's own certificates.

    Raises:
        NotFound: there is none of this person's.
    """
    mine = queries.certificates_of(actor.id).where(Certificate.id == certificate_id)
    found = session.scalars(mine).one_or_none()
    if found is None:
        raise NotFound
    return found


def withdraw(session: Session, actor: Actor, certificate_id: uuid.UUID) -> None:
    """Let its code lead nowhere from now on, as if there had never been one.

    Raises:
        NotFound: there is none of this person's.
    """
    lock_person(session, actor.id)
    session.delete(own(session, actor, certificate_id))
    audit.record(session, actor.id, "withdraw", KIND, certificate_id)


def verify(session: Session, typed: str) -> Certificate:
    """The certificate whose code somebody has typed or scanned.

    Raises:
        NotFound: there is none, or none any more; which of them is not told.
    """
    code = read(typed)
    found = None if code is None else session.scalars(queries.of_code(code)).one_or_none()
    if found is None:
        raise NotFound
    return found


def of_associations(given: Iterable[Any]) -> list[dict[str, Any]]:
    """What a certificate says of each association, most hours first.

    Args:
        given: rows of `hours.queries.confirmed`, the longest first.
    """
    by_id: dict[uuid.UUID, dict[str, Any]] = {}
    for row in given:
        first, last = row.first.isoformat(), row.last.isoformat()
        one = by_id.setdefault(
            row.association_id,
            {"association": row.name, "tasks": [], "from": first, "until": last, "minutes": 0},
        )
        one["minutes"] += int(row.minutes)
        one["from"], one["until"] = min(one["from"], first), max(one["until"], last)
        if row.need_title is not None and len(one["tasks"]) < MOST_TASKS:
            one["tasks"].append(row.need_title)
    return sorted(by_id.values(), key=lambda one: (-one["minutes"], one["association"]))


def _association(session: Session, actor: Actor, slug: str | None) -> uuid.UUID | None:
    """The association that a certificate is about alone: one that the person has given hours.

    Raises:
        Invalid: they have not; whether there is one is not told.
    """
    if slug is None:
        return None
    found = session.scalar(
        select(Association.id).where(
            Association.slug == slug, Association.id.in_(queries.given_to(actor.id))
        )
    )
    if found is None:
        raise Invalid.field("association", "field.hours.association")
    return found


# The code on a certificate: as hard to guess as a key, and easy to read aloud and to type.

# Crockford's base 32: no I, L, O and U, which are taken for 1, 1, 0 and V.
LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH: Final = 20  # 100 random bits
GROUP: Final = 5
_MEANT: Final = str.maketrans("ILO", "110", " -–—_.")


def new() -> str:
    """A code that nobody has had."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def shown(code: str) -> str:
    """A code in groups, as the paper shows it."""
    return "-".join(code[at : at + GROUP] for at in range(0, LENGTH, GROUP))


def read(typed: str) -> str | None:
    """The code that somebody means who has typed this; None if it can be none."""
    code = typed.upper().translate(_MEANT)
    return code if len(code) == LENGTH and set(code) <= set(LETTERS) else None

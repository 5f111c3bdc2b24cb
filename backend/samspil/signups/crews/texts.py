"""What is said about crews."""

from __future__ import annotations

from typing import Final

from samspil.core.language import Texts

CREW_TEXTS: Final[Texts] = {
    "rule.remind-too-late": {
        "da": "Vagten er begyndt eller aflyst, så der er ikke noget at minde om.",
        "en": "The shift has begun or is cancelled, so there is nothing to remind of.",
    },
    "rule.remind-nobody": {
        "da": "Ingen har en plads på vagten endnu.",
        "en": "Nobody has a place in the shift yet.",
    },
    "rule.reminded-today": {
        "da": "De er allerede mindet om vagten i dag.",
        "en": "They have been reminded of the shift today already.",
    },
    "contacts.name": {"da": "Navn", "en": "Name"},
    "contacts.email": {"da": "Mail", "en": "Email"},
    "contacts.shift": {"da": "Vagt", "en": "Shift"},
}

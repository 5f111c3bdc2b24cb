"""What is said in calendars."""

from __future__ import annotations

from typing import Final

from samspil.core.language import Texts

CALENDAR_TEXTS: Final[Texts] = {
    "calendar.name": {"da": "Mine vagter på Samspil", "en": "My shifts on Samspil"},
    "calendar.with": {"da": "Hos {association}.", "en": "With {association}."},
    "calendar.title.waiting": {"da": "Måske: {title}", "en": "Maybe: {title}"},
    "calendar.title.cancelled": {"da": "Aflyst: {title}", "en": "Cancelled: {title}"},
    "calendar.accepted": {"da": "Du har en plads.", "en": "You have a place."},
    "calendar.applied": {
        "da": "Foreningen har ikke svaret endnu.",
        "en": "The association has not answered yet.",
    },
    "calendar.waitlisted": {
        "da": "Du står på ventelisten.",
        "en": "You are on the waiting list.",
    },
    "calendar.offered": {
        "da": "Du er tilbudt en plads. Svar, før tilbuddet udløber.",
        "en": "You are offered a place. Answer before the offer ends.",
    },
    "calendar.withdrawn": {"da": "Du har meldt fra.", "en": "You have withdrawn."},
    "calendar.declined": {
        "da": "Foreningen kunne ikke tage imod.",
        "en": "The association could not take you.",
    },
    "calendar.cancelled": {"da": "Vagten er aflyst.", "en": "The shift is cancelled."},
    "calendar.see": {
        "da": "Se tilmeldingen, eller meld fra: {url}",
        "en": "See the sign-up, or withdraw: {url}",
    },
}

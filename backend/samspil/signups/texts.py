"""Texts of errors about sign-ups, and of what stands in mails and lists, in both languages."""

from __future__ import annotations

from typing import Final

from samspil.core.language import Texts

TEXTS: Final[Texts] = {
    "already-signed-up": {"da": "Du er allerede tilmeldt", "en": "You are signed up already"},
    "already-signed-up.detail": {
        "da": "Se din tilmelding under Mig.",
        "en": "See your sign-up under Me.",
    },
    "overlap": {
        "da": "Du har en anden vagt på samme tid",
        "en": "You have another shift at the same time",
    },
    "overlap.detail": {
        "da": "Se under shifts, hvilke det er. Du kan tilmelde dig alligevel.",
        "en": "See shifts for which. You can sign up all the same.",
    },
    "need-closed": {"da": "Opgaven tager ikke imod flere", "en": "The task takes no more people"},
    "need-closed.detail": {
        "da": "Den er lukket eller holder pause, eller vagten er begyndt.",
        "en": "It is closed or paused, or the shift has begun.",
    },
    "no-place-left": {"da": "Der er ikke flere pladser", "en": "There is no place left"},
    "no-place-left.detail": {
        "da": "Vent, til en plads bliver ledig, eller gør plads til flere.",
        "en": "Wait until a place falls free, or make room for more.",
    },
    "place-left": {"da": "Der er en ledig plads", "en": "There is a free place"},
    "place-left.detail": {
        "da": "Så ingen behøver at vente. Sig ja i stedet.",
        "en": "So nobody has to wait. Say yes instead.",
    },
    "offer-gone": {"da": "Pladsen er givet videre", "en": "The place has been passed on"},
    "offer-gone.detail": {
        "da": "Tiden er gået. Tilmeld dig igen, så kommer du på ventelisten.",
        "en": "The time is up. Sign up again to be put on the waiting list.",
    },
    "rule.minimum-age": {
        "da": "Du skal være fyldt {years} år.",
        "en": "You must be at least {years} years old.",
    },
    "rule.birth-year": {
        "da": "Opgaven har en aldersgrænse. Skriv dit fødselsår, og prøv igen.",
        "en": "The task has an age limit. Give your year of birth, then try again.",
    },
    "rule.choose-shift": {
        "da": "Vælg en af opgavens vagter.",
        "en": "Choose one of the task's shifts.",
    },
    "rule.not-begun": {"da": "Det er ikke begyndt endnu.", "en": "It has not begun yet."},
    "signup.erased": {"da": "En frivillig", "en": "A volunteer"},
    "signup.no-message": {"da": "(ingen besked)", "en": "(no message)"},
    "field.signup.shift": {
        "da": "Er ikke en af opgavens vagter.",
        "en": "Is not one of the task's shifts.",
    },
    "rule.child-check": {
        "da": "Børneattesten er ikke noteret i orden. Loven kræver den, før man begynder.",
        "en": "The child protection certificate is not noted as in order. The law requires it"
        " before one begins.",
    },
    "rule.child-check-unneeded": {
        "da": "Opgaven kræver ingen børneattest af denne person.",
        "en": "The task requires no child protection certificate of this person.",
    },
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
    "rule.thread-closed": {
        "da": "Samtalen er lukket, så der kan ikke skrives mere.",
        "en": "The conversation is closed, so nothing more can be written.",
    },
    "message.reported": {
        "da": "Besked fra {sender} om »{need}«",
        "en": "Message from {sender} about “{need}”",
    },
}

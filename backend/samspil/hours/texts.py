"""What is said about hours."""

from __future__ import annotations

from typing import Final

from samspil.core.language import Texts

TEXTS: Final[Texts] = {
    "hours-entered": {
        "da": "Timerne er allerede skrevet ind",
        "en": "The hours have been entered already",
    },
    "hours-entered.detail": {
        "da": "Ret dem, der står der, i stedet.",
        "en": "Change the ones that stand there instead.",
    },
    "rule.own-hours": {
        "da": "Egne timer skal bekræftes af en anden, der står for foreningen, eller af kommunen.",
        "en": "One's own hours must be confirmed by somebody else who runs the association,"
        " or by the municipality.",
    },
    "rule.no-place": {
        "da": "Kun timer for en, der havde en plads.",
        "en": "Only the hours of somebody who had a place.",
    },
    "field.hours.association": {
        "da": "Skal være en forening, du har hjulpet eller er med i.",
        "en": "Must be an association that you have helped or belong to.",
    },
    "field.hours.need": {
        "da": "Skal være en af foreningens opgaver, som du har haft en plads på.",
        "en": "Must be one of the association's tasks that you have had a place at.",
    },
    "field.hours.signup": {
        "da": "Skal være en tilmelding hos foreningen.",
        "en": "Must be a sign-up at the association.",
    },
    "field.hours.day": {
        "da": "Skal være i dag eller højst et år tilbage.",
        "en": "Must be today, or at most a year ago.",
    },
    "field.hours.shift-day": {
        "da": "Skal være vagtens dag.",
        "en": "Must be the day of the shift.",
    },
    "field.hours.full-day": {
        "da": "Der bliver mere end 24 timer på den dag.",
        "en": "That makes more than 24 hours on that day.",
    },
}

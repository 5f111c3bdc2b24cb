"""What is said about shifts."""

from __future__ import annotations

from typing import Final

from samspil.core.language import Texts

SHIFT_TEXTS: Final[Texts] = {
    "field.shift.past": {
        "da": "Skal ligge i fremtiden.",
        "en": "Must be in the future.",
    },
    "field.shift.length": {
        "da": "Vagten må højst vare {days} dage.",
        "en": "The shift must last at most {days} days.",
    },
    "field.shift.crew": {
        "da": "Der er kun plads til {most}.",
        "en": "There is room for {most} only.",
    },
    "field.shift.taken": {
        "da": "{taken} pladser er taget. Afslå først nogen, eller behold pladserne.",
        "en": "{taken} places are taken. Decline somebody first, or keep the places.",
    },
    "field.shift.no-weekday": {
        "da": "Vælg mindst en ugedag.",
        "en": "Choose at least one weekday.",
    },
    "field.shift.span": {
        "da": "Skal være fra {first} til højst {days} dage senere.",
        "en": "Must be from {first} to at most {days} days later.",
    },
    "rule.shift-begun": {
        "da": "Vagten er begyndt og kan ikke ændres.",
        "en": "The shift has begun and cannot be changed.",
    },
    "rule.shift-cancelled": {
        "da": "Vagten er aflyst.",
        "en": "The shift is cancelled.",
    },
    "rule.shift-has-signups": {
        "da": "Nogen har tilmeldt sig vagten. Aflys den, så får de besked.",
        "en": "Somebody has signed up for the shift. Cancel it, and they are told.",
    },
    "rule.too-many-shifts": {
        "da": "En opgave kan højst have {most} kommende vagter.",
        "en": "A task can have at most {most} shifts to come.",
    },
}

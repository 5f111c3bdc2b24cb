"""What is said about writing needs."""

from __future__ import annotations

from typing import Final

from samspil.core.language import Texts

TEXTS: Final[Texts] = {
    # What a need still lacks to be published, by field
    "need.missing.summary": {
        "da": "Skriv kort, hvad man hjælper med.",
        "en": "Say briefly what one helps with.",
    },
    "need.missing.description": {
        "da": "Beskriv opgaven, så man ved, hvad man siger ja til.",
        "en": "Describe the task, so that people know what they say yes to.",
    },
    "need.missing.places": {
        "da": "Vælg, hvor opgaven er, eller at den kan løses hjemmefra.",
        "en": "Choose where the task is, or that it can be done from home.",
    },
    "need.missing.commitment": {
        "da": "Vælg, hvornår man hjælper: en enkelt gang, fast eller når det passer.",
        "en": "Choose when one helps: once, regularly or whenever it suits.",
    },
    "need.missing.pattern": {
        "da": "Vælg mindst én ugedag med tider, eller lav en vagt.",
        "en": "Choose at least one weekday with times, or make a shift.",
    },
    "need.missing.from_day": {
        "da": "Skriv en dato, der ikke er gået, eller lav en vagt, der ikke er begyndt.",
        "en": "Give a date that has not passed, or make a shift that has not begun.",
    },
    "need.missing.until_day": {
        "da": "Den sidste dag er gået. Skriv en ny, eller fjern den.",
        "en": "The last day has passed. Give another one, or take it out.",
    },
    "need.missing.deadline": {
        "da": "Fristen for at tilmelde sig er gået. Skriv en ny, eller fjern den.",
        "en": "The deadline for signing up has passed. Give another one, or take it out.",
    },
    "need.missing.wanted": {
        "da": "Skriv, hvor mange I mangler.",
        "en": "Say how many people you need.",
    },
    "need.missing.contact": {
        "da": "Skriv en mailadresse eller et telefonnummer, man kan spørge på.",
        "en": "Give a mail address or a telephone number where people can ask.",
    },
    # What is wrong with a field
    "field.need.title": {
        "da": "Skriv opgavens navn uden adresser som forening.dk og tegn som < > @.",
        "en": "Write the task's name without addresses such as forening.dk or < > @.",
    },
    "field.need.clock-same": {
        "da": "Skal være et andet klokkeslæt end begyndelsen.",
        "en": "Must be another time than the beginning.",
    },
    "field.need.pattern": {
        "da": "Ugedage hører til opgaver, der er faste.",
        "en": "Weekdays belong to tasks that are done regularly.",
    },
    "field.need.remote": {
        "da": "En opgave hjemmefra har intet sted.",
        "en": "A task that is done from home has no place.",
    },
    "field.need.days": {
        "da": "Skal være samme dag som den første eller senere.",
        "en": "Must be the first day or later.",
    },
    "field.need.wanted-taken": {
        "da": "{taken} har allerede en plads. Meld nogen fra, før I gør plads til færre.",
        "en": "{taken} have a place already. Decline some before you make room for fewer.",
    },
    "field.need.wanted-shifts": {
        "da": "Følger af vagterne: ret, hvor mange der er plads til på hver af dem.",
        "en": "Follows from the shifts: change how many there is room for in each.",
    },
    "field.need.takes-whole": {
        "da": "{taken} har en plads til det hele. Meld dem fra først.",
        "en": "{taken} have a place for all of it. Decline them first.",
    },
}

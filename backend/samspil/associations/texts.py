"""What associations say in errors."""

from __future__ import annotations

from typing import Final

from samspil.core.language import Texts

TEXTS: Final[Texts] = {
    "not-public": {
        "da": "Foreningen er ikke offentlig",
        "en": "The association is not public",
    },
    "not-public.detail": {
        "da": "Vent, til kommunen har bekræftet foreningen, og prøv igen.",
        "en": "Wait until the municipality has verified the association, then try again.",
    },
    "too-many-waiting": {"da": "Det er for mange", "en": "Those are too many"},
    "too-many-waiting.detail": {
        "da": "Vent, til nogle af dem er afgjort, eller slet nogle af dem.",
        "en": "Wait until some of them are settled, or remove some.",
    },
    "field.association.name": {
        "da": "Skriv foreningens navn uden adresser som forening.dk og tegn som < > @.",
        "en": "Write the association's name without addresses such as forening.dk or < > @.",
    },
    "field.association.cvr": {
        "da": "Er ikke et CVR-nummer: otte cifre, hvoraf det sidste er et kontrolciffer.",
        "en": "Is not a CVR number: eight digits, of which the last is a check digit.",
    },
    "field.association.website": {
        "da": "Skal være en hjemmeside, fx https://forening.example.",
        "en": "Must be a website, such as https://forening.example.",
    },
    "field.association.phone": {
        "da": "Skal være et telefonnummer, fx 49 28 00 00.",
        "en": "Must be a telephone number, such as 49 28 00 00.",
    },
    "field.association.language": {
        "da": "Skal være en sprogkode, fx da eller en.",
        "en": "Must be a language's code, such as da or en.",
    },
    "field.association.period": {
        "da": "Skal være efter begyndelsen, og begge datoer skal gives.",
        "en": "Must be after the beginning, and both dates must be given.",
    },
    "field.association.no-such-town": {
        "da": "Byen findes ikke; søg den frem i /places?q=.",
        "en": "There is no such town; look it up in /places?q=.",
    },
    "field.association.no-town": {
        "da": "Vælg mindst en by.",
        "en": "Choose at least one town.",
    },
    "field.association.no-such-interest": {
        "da": "Interessen findes ikke; se dem i /interests.",
        "en": "There is no such interest; see them in /interests.",
    },
    "field.association.slug-taken": {
        "da": "Er taget af en anden.",
        "en": "Is taken by another one.",
    },
    "field.association.member-already": {
        "da": "Er allerede med i foreningen.",
        "en": "Takes part in the association already.",
    },
    "field.association.no-target": {
        "da": "Skal være en anden forening, som er offentlig.",
        "en": "Must be another association, which is public.",
    },
    "field.association.this-year": {
        "da": "Kan kun erklæres for {year}.",
        "en": "Can be declared for {year} only.",
    },
}

"""What matching says: labels of its weights, and the mail that asks a volunteer."""

from __future__ import annotations

from typing import Final

from samspil.core.language import Texts
from samspil.core.mail import Kind, Wording

TEXTS: Final[Texts] = {
    "field.match.days": {
        "da": "Skal være efter available_from.",
        "en": "Must be after available_from.",
    },
    "match.distance": {"da": "Hvor tæt på", "en": "How near"},
    "match.availability": {"da": "Tid på ugen", "en": "Time of the week"},
    "match.interest": {"da": "Interesser", "en": "Interests"},
    "match.skill": {"da": "Det, man er god til", "en": "What one is good at"},
    "match.commitment": {"da": "En gang, fast eller frit", "en": "Once, regularly or freely"},
    "match.step_free": {"da": "Uden trin", "en": "Step-free"},
    "match.hands": {"da": "Hvor mange hænder der mangler", "en": "How many hands are missing"},
    "match.fresh": {"da": "Hvor ny opgaven er", "en": "How new the task is"},
    "match.reply": {"da": "Hvor hurtigt foreningen svarer", "en": "How soon they answer"},
}


ASKED: Final = Kind(
    "volunteering.asked",
    da=Wording(
        "{association} spørger, om du vil hjælpe",
        (
            "{association} mangler hænder til »{title}«, og det kunne være noget for dig.",
            "{association} skriver: {message}",
            "De ved ikke, hvem du er. Det ser de først, hvis du selv tilmelder dig. Passer det"
            " ikke, skal du ikke gøre noget.",
        ),
        "Du får mailen, fordi du på Samspil har sagt ja til, at foreninger må spørge dig.",
        button="Se opgaven",
    ),
    en=Wording(
        "{association} asks whether you would help",
        (
            "{association} needs hands for “{title}”, and it might suit you.",
            "{association} writes: {message}",
            "They do not know who you are. They only see that if you sign up yourself. If it does"
            " not suit you, you need do nothing.",
        ),
        "You get this mail because you have agreed on Samspil that associations may ask you.",
        button="See the task",
    ),
)

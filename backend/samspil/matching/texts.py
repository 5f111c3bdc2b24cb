"""What matching says: labels of its weights."""

from __future__ import annotations

from typing import Final

from samspil.core.language import Texts

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

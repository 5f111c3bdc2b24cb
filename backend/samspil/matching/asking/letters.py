"""The mail that asks a volunteer, in both languages."""

from __future__ import annotations

from typing import Final

from samspil.core.mail import Kind, Wording

ASKED: Final = Kind(
    "volunteering.asked",
    da=Wording(
        "{association} spørger, om du vil hjælpe",
        (
            "{association} mangler hænder til “{title}”, og det kunne være noget for dig.",
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

ASKING_MAILS: Final = (ASKED,)

"""The mail that tries the way."""

from __future__ import annotations

from typing import Final

from samspil.core.mail import Kind, Wording, register

TRIAL: Final = "commands.trial"

register(
    Kind(
        TRIAL,
        da=Wording(
            subject="Mailen virker",
            paragraphs=(
                "Denne mail er sendt som alle andre fra Samspil. Så vejen hertil er åben.",
            ),
            why="Du får mailen, fordi den, der passer Samspil, ville prøve, om den når frem.",
        ),
        en=Wording(
            subject="Mail works",
            paragraphs=("This mail was sent like every other of Samspil's. So the way is open.",),
            why="You get this mail because whoever runs Samspil wanted to see whether it arrives.",
        ),
    )
)

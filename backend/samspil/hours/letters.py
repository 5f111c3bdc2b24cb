"""The mail that hours cause, in both languages."""

from __future__ import annotations

from typing import Final

from samspil.core.mail import Kind, Wording

MAILS: Final = (
    Kind(
        "volunteering.hours-declined",
        da=Wording(
            subject="{association} kan ikke bekræfte dine timer",
            paragraphs=(
                "{association} har sagt nej til dine timer den {day}.",
                "De skriver: {reason}",
            ),
            button="Se mine timer",
            closing="Er det en fejl, så tal med foreningen. De kan stadig bekræfte timerne.",
            why="Du får mailen, fordi du har skrevet timer ind på Samspil.",
        ),
        en=Wording(
            subject="{association} cannot confirm your hours",
            paragraphs=(
                "{association} has said no to your hours on {day}.",
                "They write: {reason}",
            ),
            button="See my hours",
            closing="If it is a mistake, talk to the association. They can still confirm them.",
            why="You get this mail because you have entered hours on Samspil.",
        ),
    ),
)

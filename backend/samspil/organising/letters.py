"""The mails that volunteers get when an association changes a need, in both languages."""

from __future__ import annotations

from typing import Final

from samspil.core.mail import Kind, Wording

MAILS: Final = (
    Kind(
        "volunteering.need-closed",
        da=Wording(
            subject="Opgaven er lukket: {what}",
            paragraphs=(
                "Tak, fordi du ville hjælpe med {what}. {association} har lukket opgaven, så din "
                "tilmelding er faldet bort.",
                "Der er flere, der har brug for hjælp.",
            ),
            button="Se mine tilmeldinger",
            why="Du får mailen, fordi du har tilmeldt dig på Samspil.",
        ),
        en=Wording(
            subject="The task is closed: {what}",
            paragraphs=(
                "Thank you for offering to help with {what}. {association} has closed the task, "
                "so your sign-up has ended.",
                "There are others who need help.",
            ),
            button="See my sign-ups",
            why="You get this mail because you have signed up on Samspil.",
        ),
    ),
)

"""The mails that needs cause, in both languages."""

from __future__ import annotations

from samspil.core.mail import Kind, Wording, register

register(
    Kind(
        "volunteering.need-hidden",
        da=Wording(
            subject="Opgaven “{need}” er skjult",
            paragraphs=(
                "Kommunen har skjult opgaven “{need}” fra {association} for andre.",
                "Begrundelsen er: {reason}",
            ),
            button="Gå til foreningen",
            closing="Skriv til kommunen, hvis du er uenig.",
            why="Du får mailen, fordi du står for {association} på Samspil.",
        ),
        en=Wording(
            subject="The task “{need}” is hidden",
            paragraphs=(
                "The municipality has hidden {association}'s task “{need}” from others.",
                "The reason is: {reason}",
            ),
            button="Go to the association",
            closing="Write to the municipality if you disagree.",
            why="You get this mail because you run {association} on Samspil.",
        ),
    ),
)

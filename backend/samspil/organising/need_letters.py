"""The mails that needs cause, in both languages."""

from __future__ import annotations

from typing import Final

from samspil.core.mail import Kind, Wording

NEED_MAILS: Final = (
    Kind(
        "volunteering.need-hidden",
        da=Wording(
            subject="Opgaven “{need}” er skjult",
            paragraphs=(
                "Kommunen har skjult opgaven “{need}” fra {association} for andre.",
                "Begrundelsen er: {reason}",
            ),
            button="Se opgaven",
            closing="Skriv til kommunen, hvis du er uenig.",
            why="Du får mailen, fordi du står for {association} på Samspil.",
        ),
        en=Wording(
            subject="The task “{need}” is hidden",
            paragraphs=(
                "The municipality has hidden {association}'s task “{need}” from others.",
                "The reason is: {reason}",
            ),
            button="See the task",
            closing="Write to the municipality if you disagree.",
            why="You get this mail because you run {association} on Samspil.",
        ),
    ),
    Kind(
        "volunteering.need-shown",
        da=Wording(
            subject="Opgaven “{need}” kan ses igen",
            paragraphs=("Kommunen viser opgaven “{need}” fra {association} for alle igen.",),
            button="Se opgaven",
            why="Du får mailen, fordi du står for {association} på Samspil.",
        ),
        en=Wording(
            subject="The task “{need}” can be seen again",
            paragraphs=(
                "The municipality shows {association}'s task “{need}” to everybody again.",
            ),
            button="See the task",
            why="You get this mail because you run {association} on Samspil.",
        ),
    ),
    Kind(
        "volunteering.need-expires",
        da=Wording(
            subject="Mangler I stadig hænder til “{need}”?",
            paragraphs=(
                "Opgaven “{need}” har været vist længe og lukker af sig selv den {day}.",
                "Er den stadig aktuel, så forny den med et tryk på dens side.",
            ),
            button="Se opgaven",
            closing="Er den ikke, skal I ikke gøre noget.",
            why="Du får mailen, fordi du står for {association} på Samspil.",
        ),
        en=Wording(
            subject="Do you still need hands for “{need}”?",
            paragraphs=(
                "The task “{need}” has been shown for long and closes by itself on {day}.",
                "If you still need people, renew it with one press on its page.",
            ),
            button="See the task",
            closing="If you do not, you need do nothing.",
            why="You get this mail because you run {association} on Samspil.",
        ),
    ),
)

"""The mails that an association's writing causes, in both languages."""

from __future__ import annotations

from samspil.core.mail import Kind, Wording, register

register(
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

"""The mails that messages cause, in both languages. None holds what was written."""

from __future__ import annotations

from typing import Final

from samspil.core.mail import Kind, Wording

THREAD_MAILS: Final = (
    Kind(
        "volunteering.message-to-volunteer",
        da=Wording(
            "{association} har skrevet til dig",
            ("Der er en ny besked til dig om {what}.",),
            "Du får mailen, fordi du har tilmeldt dig på Samspil.",
            button="Læs og svar",
            closing="Vi skriver ikke igen, før du har læst den.",
        ),
        en=Wording(
            "{association} has written to you",
            ("There is a new message for you about {what}.",),
            "You get this mail because you have signed up on Samspil.",
            button="Read and answer",
            closing="We do not write again before you have read it.",
        ),
    ),
    Kind(
        "volunteering.message-to-managers",
        da=Wording(
            "{person} har skrevet til {association}",
            ("Der er en ny besked fra {person} om {what}.",),
            "Du får mailen, fordi du står for {association} på Samspil.",
            button="Læs og svar",
            closing="Vi skriver ikke igen, før en af jer har læst den.",
        ),
        en=Wording(
            "{person} has written to {association}",
            ("There is a new message from {person} about {what}.",),
            "You get this mail because you run {association} on Samspil.",
            button="Read and answer",
            closing="We do not write again before one of you has read it.",
        ),
    ),
    Kind(
        "volunteering.message-hidden",
        da=Wording(
            "En besked, du har skrevet, er skjult",
            (
                "Kommunen har skjult en besked, du har skrevet om {what} hos {association}.",
                "Begrundelsen er: {reason}",
            ),
            "Du får mailen, fordi du har skrevet en besked på Samspil.",
            closing="Skriv til kommunen, hvis du er uenig.",
        ),
        en=Wording(
            "A message that you wrote is hidden",
            (
                "The municipality has hidden a message that you wrote about {what} with"
                " {association}.",
                "The reason is: {reason}",
            ),
            "You get this mail because you have written a message on Samspil.",
            closing="Write to the municipality if you disagree.",
        ),
    ),
)

"""The mails to a crew, in both languages."""

from __future__ import annotations

from typing import Final

from samspil.core.mail import Kind, Wording

CREW_MAILS: Final = (
    Kind(
        "volunteering.shift-remind",
        da=Wording(
            "Husk {what}",
            (
                "{association} minder dig om {what}.",
                "{association} skriver: {message}",
                "Kan du alligevel ikke, så meld fra, så en anden kan få pladsen.",
            ),
            "Du får mailen, fordi du har en plads på vagten.",
            button="Se vagten",
        ),
        en=Wording(
            "Remember {what}",
            (
                "{association} reminds you of {what}.",
                "{association} writes: {message}",
                "If you cannot come after all, withdraw, so that somebody else gets the place.",
            ),
            "You get this mail because you have a place in the shift.",
            button="See the shift",
        ),
    ),
)

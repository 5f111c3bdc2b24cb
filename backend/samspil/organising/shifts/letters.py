"""The mails that shifts cause, in both languages."""

from __future__ import annotations

from typing import Final

from samspil.core.mail import Kind, Wording

_WHY_DA = "Du får mailen, fordi du har tilmeldt dig vagten på Samspil."
_WHY_EN = "You get this mail because you have signed up for the shift on Samspil."

SHIFT_MAILS: Final = (
    Kind(
        "volunteering.shift-reminder",
        da=Wording(
            "Husk din vagt: {what}",
            (
                "{association} regner med dig.",
                "Hvornår: {when}",
                "Hvor: {where}",
                "Kan du alligevel ikke, så meld fra med det samme, så en anden kan nå at få"
                " pladsen.",
            ),
            _WHY_DA,
            button="Se vagten, eller meld fra",
        ),
        en=Wording(
            "Remember your shift: {what}",
            (
                "{association} counts on you.",
                "When: {when}",
                "Where: {where}",
                "If you cannot come after all, withdraw at once, so that somebody else has time to"
                " take the place.",
            ),
            _WHY_EN,
            button="See the shift, or withdraw",
        ),
    ),
    Kind(
        "volunteering.shift-moved",
        da=Wording(
            "Vagten er flyttet: {what}",
            (
                "{association} har flyttet vagten, som du har tilmeldt dig.",
                "Før: {before}",
                "Nu: {now}",
                "Kan du ikke på det nye tidspunkt, så meld fra, så en anden kan få pladsen.",
            ),
            _WHY_DA,
            button="Se min tilmelding",
        ),
        en=Wording(
            "The shift has been moved: {what}",
            (
                "{association} has moved the shift that you have signed up for.",
                "Before: {before}",
                "Now: {now}",
                "If you cannot come at the new time, withdraw, so that somebody else gets the"
                " place.",
            ),
            _WHY_EN,
            button="See my sign-up",
        ),
    ),
    Kind(
        "volunteering.shift-cancelled",
        da=Wording(
            "Vagten er aflyst: {what}",
            (
                "{association} har aflyst {what}. Du skal ikke komme, og du skal ikke melde fra.",
                "{association} skriver: {message}",
                "Tak, fordi du ville hjælpe.",
            ),
            _WHY_DA,
            button="Se min tilmelding",
        ),
        en=Wording(
            "The shift is cancelled: {what}",
            (
                "{association} has cancelled {what}. Do not come; you need not withdraw.",
                "{association} writes: {message}",
                "Thank you for offering to help.",
            ),
            _WHY_EN,
            button="See my sign-up",
        ),
    ),
)

"""What is kept of people where their calendars are concerned."""

from __future__ import annotations

from typing import Final

from samspil.core.privacy import Kept, Key, Wording, deleting
from samspil.core.privacy.words import PUBLIC_TASK
from samspil.following.calendars.services import end_feed

CALENDAR_KEPT: Final = (
    Kept(
        table="calendar_feeds",
        personal=("person_id", "secret", "made_at", "fetched_on"),
        withheld=("secret",),
        owner="person_id",
        keys=(Key("secret", end=end_feed),),
        what=Wording(
            "At du har en adresse til din kalender, hvornår den er lavet, og hvilken dag den sidst"
            " er hentet.",
            "That you have an address for your calendar, when it was made, and on which day it was"
            " last fetched.",
        ),
        why=Wording(
            "At din telefon kan vise dine vagter, og at du kan se, om adressen bruges.",
            "So that your phone can show your shifts, and you can see whether the address is used.",
        ),
        basis=PUBLIC_TASK,
        until=Wording(
            "Til du slår den fra eller sletter din konto.",
            "Until you turn it off or delete your account.",
        ),
        erase=deleting("calendar_feeds", "person_id"),
    ),
)

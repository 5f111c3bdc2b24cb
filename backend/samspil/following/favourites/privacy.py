"""What is kept of favourites."""

from __future__ import annotations

from typing import Final

from samspil.core.privacy import Kept, Wording, deleting
from samspil.core.privacy.words import PUBLIC_TASK

FAVOURITE_KEPT: Final = (
    Kept(
        table="favourites",
        personal=("person_id", "need_id", "association_id", "created_at"),
        impersonal=("id",),
        owner="person_id",
        what=Wording(
            "De opgaver og foreninger, du har gemt som favoritter.",
            "The tasks and associations you have saved as favourites.",
        ),
        why=Wording("At du kan finde dem igen.", "So that you can find them again."),
        basis=PUBLIC_TASK,
        until=Wording(
            "Til du fjerner dem eller sletter din konto.",
            "Until you remove them or delete your account.",
        ),
        erase=deleting("favourites", "person_id"),
    ),
)

"""What is kept of people where certificates are concerned."""

from __future__ import annotations

from typing import Final

from samspil.core.privacy import Kept, Key, Wording, deleting
from samspil.core.privacy.words import PUBLIC_TASK

CERTIFICATES: Final = Kept(
    table="certificates",
    personal=(
        *("person_id", "code", "name", "language", "from_day", "until_day", "minutes", "rows"),
        "created_at",
    ),
    impersonal=("id",),
    owner="person_id",
    keys=(
        Key("code", stays="It is given away to be checked; it ends where the person withdraws it."),
    ),
    what=Wording(
        "Beviser for frivilligt arbejde, som du har lavet: dit navn, foreningerne og timerne.",
        "Certificates of voluntary work that you have made: your name, the associations and the"
        " hours.",
    ),
    why=Wording(
        "At den, du viser et bevis, kan se, at det er ægte. Det kan kun findes med koden.",
        "So that whoever you show one can see that it is genuine. It is found by its code only.",
    ),
    basis=PUBLIC_TASK,
    until=Wording(
        "Indtil du trækker beviset tilbage eller sletter din konto.",
        "Until you withdraw the certificate or delete your account.",
    ),
    erase=deleting("certificates", "person_id"),
)

CERTIFICATE_KEPT: Final = (CERTIFICATES,)

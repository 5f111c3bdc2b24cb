"""Which needs suit whom: the manifest of the domain."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from samspil.core.domain import Domain
from samspil.core.privacy import Key, PrivacyRecord, Wording, deleting, older_than
from samspil.core.privacy.registry import CONSENT
from samspil.matching import asking, messages, routes

# What is kept of who was asked.

KEPT: Final = timedelta(days=365)


ASKING_KEPT: Final = (
    PrivacyRecord(
        table="asked",
        personal=("need_id", "person_id", "asked_at"),
        impersonal=("id", "token_hash"),
        owner="person_id",
        keys=(
            Key("token_hash", stays="It stops mails and opens nothing; it is to work for a year."),
        ),
        what=Wording(
            "Hvilke opgaver foreninger har spurgt dig om, og hvornår.",
            "Which tasks associations have asked you about, and when.",
        ),
        why=Wording(
            "At ingen spørger dig to gange om det samme eller for tit.",
            "So that nobody asks you the same thing twice, or too often.",
        ),
        basis=CONSENT,
        until=Wording(
            "Et år, eller til du sletter din konto.", "A year, or until you delete your account."
        ),
        erase=deleting("asked", "person_id"),
        retire=older_than("asked", "asked_at", KEPT),
    ),
)


MATCHING: Final = Domain(
    name="matching",
    models=(asking.Question,),
    texts=(messages.TEXTS,),
    mails=(messages.ASKED,),
    kept=(*ASKING_KEPT,),
    blueprints=(routes.asking_blp, routes.blp),
)

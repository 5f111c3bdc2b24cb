"""The manifest of moderation: reports, hiding and showing again."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from samspil.core.domain import Domain
from samspil.core.privacy import PUBLIC_TASK, PrivacyRecord, Wording, older_than, unlinking
from samspil.moderation import routes, services
from samspil.moderation.services import Report

REPORTS_KEPT: Final = timedelta(days=365)

REPORTS: Final = PrivacyRecord(
    table="reports",
    personal=("reason", "reporter_id", "decided_by_id"),
    impersonal=("id", "kind", "object_id", "created_at", "status", "decided_at", "decision"),
    owner="reporter_id",
    what=Wording(
        "At du har anmeldt noget, der ikke bør stå her, og hvad du skrev.",
        "That you have reported something that should not stand here, and what you wrote.",
    ),
    why=Wording("At medarbejdere kan afgøre det.", "So that staff can decide on it."),
    basis=PUBLIC_TASK,
    until=Wording(
        "Et år efter afgørelsen. Sletter du din konto, glemmes straks, at det var dig.",
        "A year after the decision. If you delete your account, that it was you is forgotten at"
        " once.",
    ),
    erase=unlinking("reports", "reporter_id", "decided_by_id"),
    retire=older_than("reports", "decided_at", REPORTS_KEPT),
)


MODERATION: Final = Domain(
    name="moderation",
    models=(Report,),
    kept=(REPORTS,),
    inbox=(services.INBOX,),
    blueprints=(routes.blp,),
)

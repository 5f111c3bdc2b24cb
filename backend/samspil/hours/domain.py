"""Hours given and certificates: the manifest of the domain."""

from __future__ import annotations

from typing import Final

from samspil.core.domain import Domain
from samspil.hours import handlers, letters, models, privacy, routes, texts
from samspil.hours.proofs import models as proofs_models
from samspil.hours.proofs import privacy as proofs_privacy
from samspil.hours.proofs import routes as proofs_routes
from samspil.hours.proofs import texts as proofs_texts

HOURS: Final = Domain(
    name="hours",
    models=(
        models.HoursEntry,
        proofs_models.Certificate,
    ),
    texts=(
        proofs_texts.CERTIFICATE_TEXTS,
        texts.TEXTS,
    ),
    mails=(*letters.MAILS,),
    kept=(
        *privacy.KEPT,
        *proofs_privacy.CERTIFICATE_KEPT,
    ),
    handlers=(
        handlers.follow_attendance,
        handlers.move_hours,
    ),
    blueprints=(
        proofs_routes.blp,
        routes.blp,
    ),
)

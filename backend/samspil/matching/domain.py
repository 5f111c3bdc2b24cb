"""Which needs suit whom: the manifest of the domain."""

from __future__ import annotations

from typing import Final

from samspil.core.domain import Domain
from samspil.matching import routes, texts
from samspil.matching.asking import letters as asking_letters
from samspil.matching.asking import models as asking_models
from samspil.matching.asking import privacy as asking_privacy
from samspil.matching.asking import routes as asking_routes

MATCHING: Final = Domain(
    name="matching",
    models=(asking_models.Asked,),
    texts=(texts.TEXTS,),
    mails=(*asking_letters.ASKING_MAILS,),
    kept=(*asking_privacy.ASKING_KEPT,),
    blueprints=(
        asking_routes.blp,
        routes.blp,
    ),
)

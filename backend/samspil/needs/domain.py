"""Needs and their shifts: the manifest of the domain."""

from __future__ import annotations

from typing import Final

from samspil.core.domain import Domain
from samspil.needs import handlers, models, privacy, routes, where

NEEDS: Final = Domain(
    name="needs",
    models=(
        models.Need,
        models.NeedPlace,
        models.Shift,
        models.ImportedNeed,
    ),
    texts=(where.TEXTS,),
    kept=(*privacy.KEPT,),
    handlers=(
        handlers.show_as_association,
        handlers.find_by_name,
        handlers.move_needs,
    ),
    blueprints=(routes.blp,),
)

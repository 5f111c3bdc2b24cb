"""Premises and spaces: the manifest of the domain."""

from __future__ import annotations

from typing import Final

from samspil.core.domain import Domain
from samspil.premises import handlers, models, privacy, routes
from samspil.premises.registers import PremisesRegister

PREMISES: Final = Domain(
    name="premises",
    models=(
        models.Premises,
        models.Part,
        models.Space,
        models.SpacePart,
        models.OpeningHours,
        models.ImportedPremises,
        models.Suggestion,
    ),
    kept=(*privacy.KEPT,),
    handlers=(handlers.move_suggestions,),
    registers=(PremisesRegister,),
    blueprints=(routes.blp,),
)

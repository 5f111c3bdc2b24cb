"""Towns, postcodes and the municipality's outline: the manifest of the domain."""

from __future__ import annotations

from typing import Final

from samspil.core.domain import Domain
from samspil.places import models, privacy, routes

PLACES: Final = Domain(
    name="places",
    models=(
        models.Place,
        models.Area,
        models.Address,
        models.ImportedLayer,
    ),
    kept=(*privacy.KEPT,),
    blueprints=(routes.blp,),
)

"""The manifest of places: towns, postcodes, addresses and the municipality's outline."""

from __future__ import annotations

from typing import Final

from samspil.core.domain import Domain
from samspil.core.privacy import PrivacyRecord
from samspil.places import models, routes

# Geography says nothing of people: an address here is a house's, with nobody in it.

KEPT: Final = (
    PrivacyRecord(
        table="places",
        impersonal=("id", "slug", "name", "kind", "postcode", "position", "spellings"),
    ),
    PrivacyRecord(table="areas", impersonal=("id", "layer", "code", "name", "outline", "drawing")),
    PrivacyRecord(table="addresses", impersonal=("id", "text", "search_text", "position")),
    PrivacyRecord(
        table="imported_layers", impersonal=("layer", "source", "features", "imported_at")
    ),
)


PLACES: Final = Domain(
    name="places",
    models=(models.Place, models.Area, models.Address, models.ImportedLayer),
    kept=KEPT,
    blueprints=(routes.blp,),
)

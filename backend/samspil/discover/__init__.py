"""The common search and the map: the manifest of the domain."""

from __future__ import annotations

from typing import Final

from samspil.core.domain import Domain
from samspil.discover import routes

DISCOVER: Final = Domain(
    name="discover", blueprints=(routes.blp, routes.staff_blp), pages=(routes.pages,)
)

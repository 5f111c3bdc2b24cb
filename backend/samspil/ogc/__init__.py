"""OGC API Features: the manifest of the domain."""

from __future__ import annotations

from typing import Final

from samspil.core.domain import Domain
from samspil.ogc import routes

OGC: Final = Domain(name="ogc", pages=(routes.blp,))

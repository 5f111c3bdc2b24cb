"""The demonstration: the manifest of the domain."""

from __future__ import annotations

from typing import Final

from samspil.core.domain import Domain
from samspil.demo import routes

DEMO: Final = Domain(name="demo", blueprints=(routes.blp,))

"""What associations tell the floors above them."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from samspil.core.events import Event


@dataclass(frozen=True, slots=True)
class Renamed(Event):
    """An association is called something else: what can be found by its name must follow."""

    association_id: uuid.UUID


@dataclass(frozen=True, slots=True)
class VisibilityChanged(Event):
    """An association has become public or is so no more; what it owns follows."""

    association_id: uuid.UUID


@dataclass(frozen=True, slots=True)
class Merged(Event):
    """An association has given all that it had to another."""

    source_id: uuid.UUID
    target_id: uuid.UUID

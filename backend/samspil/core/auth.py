"""The actor, who acts: loaded once a request and handed to every service, rule and query."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Final, Literal

Area = Literal["associations", "premises", "volunteering", "recognition"]
# What a municipal employee may be in charge of.
AREAS: Final[tuple[Area, ...]] = ("associations", "premises", "volunteering", "recognition")


@dataclass(frozen=True, slots=True)
class Actor:
    """A signed-in person, with the hats that are theirs everywhere.

    Membership of an association is asked for where it matters: this floor knows no associations.
    """

    id: uuid.UUID
    session_id: uuid.UUID
    name: str
    email: str
    verified: bool
    areas: frozenset[str]
    administrator: bool
    guardian_missing: bool = False

    @property
    def staff(self) -> bool:
        """Whether the person works for the municipality."""
        return self.administrator or bool(self.areas)

    def in_charge_of(self, area: Area) -> bool:
        """Whether the person works with this area; an administrator works with all."""
        return self.administrator or area in self.areas

"""The only list of the domains, and the tables that they have together."""

from __future__ import annotations

from typing import Final

from samspil.associations.domain import ASSOCIATIONS
from samspil.core.db import Base
from samspil.core.manifest import CORE
from samspil.demo.domain import DEMO
from samspil.discover.domain import DISCOVER
from samspil.following.domain import FOLLOWING
from samspil.hours.domain import HOURS
from samspil.matching.domain import MATCHING
from samspil.moderation.domain import MODERATION
from samspil.needs.domain import NEEDS
from samspil.ogc.domain import OGC
from samspil.organising.domain import ORGANISING
from samspil.people.domain import PEOPLE
from samspil.places.domain import PLACES
from samspil.premises.domain import PREMISES
from samspil.search import SEARCH
from samspil.signups.domain import SIGNUPS

# From the ground up: what a domain keeps may point at what stands below it.
DOMAINS: Final = (
    CORE,
    SEARCH,
    PLACES,
    PEOPLE,
    MODERATION,
    ASSOCIATIONS,
    NEEDS,
    SIGNUPS,
    ORGANISING,
    HOURS,
    MATCHING,
    FOLLOWING,
    PREMISES,
    DISCOVER,
    OGC,
    DEMO,
)
TABLES: Final = Base.metadata

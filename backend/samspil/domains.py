"""The only list of the domains, and the tables that they have together."""

from __future__ import annotations

from typing import Final

from samspil.associations import ASSOCIATIONS
from samspil.core.db import Base
from samspil.core.manifest import CORE
from samspil.demo import DEMO
from samspil.discover import DISCOVER
from samspil.following import FOLLOWING
from samspil.hours import HOURS
from samspil.matching import MATCHING
from samspil.moderation import MODERATION
from samspil.needs import NEEDS
from samspil.ogc import OGC
from samspil.organising import ORGANISING
from samspil.people import PEOPLE
from samspil.places import PLACES
from samspil.premises import PREMISES
from samspil.search import SEARCH
from samspil.signups import SIGNUPS

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

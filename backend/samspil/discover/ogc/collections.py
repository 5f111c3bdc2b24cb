"""The collections there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from samspil.discover.ogc.associations import ASSOCIATIONS
from samspil.discover.ogc.collection import Collection
from samspil.discover.ogc.needs import NEEDS
from samspil.discover.ogc.premises import PREMISES

COLLECTIONS: Final[Mapping[str, Collection]] = {
    collection.id: collection for collection in (NEEDS, ASSOCIATIONS, PREMISES)
}

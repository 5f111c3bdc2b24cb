"""The collections there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from samspil.ogc.associations import ASSOCIATIONS
from samspil.ogc.collection import Collection
from samspil.ogc.needs import NEEDS
from samspil.ogc.premises import PREMISES

COLLECTIONS: Final[Mapping[str, Collection]] = {
    collection.id: collection for collection in (NEEDS, ASSOCIATIONS, PREMISES)
}

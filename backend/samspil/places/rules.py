"""Where a thing stands on the map."""

from __future__ import annotations

from collections.abc import Sequence

from samspil.core import geo
from samspil.places.models import Place


def on_the_map(
    places: Sequence[Place], positions: Sequence[geo.LatLon]
) -> tuple[geo.GeoJSON | None, geo.Accuracy | None]:
    """The positions themselves when there are any, else the towns' points, and how exact that is.

    Without either the thing is nowhere: it is done from home.
    """
    if positions:
        return geo.multipoint(positions), "exact"
    towns = [(p.position["coordinates"][1], p.position["coordinates"][0]) for p in places]
    return geo.multipoint(towns), "town" if towns else None

"""Reading the interface as a client does, and measuring as a surveyor does."""

from collections.abc import Iterable, Iterator
from typing import Any

from flask.testing import FlaskClient
from pyproj import Geod

from samspil.core.geo import LatLon

API = "/api/v1"
WGS84 = Geod(ellps="WGS84")

Item = dict[str, Any]


def get(client: FlaskClient, path: str, **parameters: Any) -> Any:
    """The document at a path of the interface."""
    response = client.get(API + path, query_string=parameters or None)
    assert response.status_code == 200, response.text
    return response.json


def pages(client: FlaskClient, path: str, **parameters: Any) -> Iterator[list[Item]]:
    """The pages of a list, one after the other."""
    document = get(client, path, **parameters)
    yield document["items"]
    while document["next_cursor"] is not None:
        document = get(client, path, **parameters, cursor=document["next_cursor"])
        yield document["items"]


def everything(client: FlaskClient, path: str, **parameters: Any) -> list[Item]:
    """All items of a list, page by page."""
    return [item for page in pages(client, path, limit=100, **parameters) for item in page]


def titles(client: FlaskClient, path: str = "/needs", **parameters: Any) -> set[str]:
    """What all items of a list are called."""
    return {item.get("title") or item["name"] for item in everything(client, path, **parameters)}


def metres(start: LatLon, end: LatLon) -> float:
    """The geodesic between two (lat, lon)."""
    return float(WGS84.inv(start[1], start[0], end[1], end[0])[2])


def points_of(item: Item) -> list[LatLon]:
    """The (lat, lon) of all an item's positions."""
    geometry = item.get("positions") or item["position"]
    if geometry is None:
        return []
    coordinates = geometry["coordinates"]
    if geometry["type"] == "Point":
        coordinates = [coordinates]
    return [(lat, lon) for lon, lat in coordinates]


def nearest_metres(start: LatLon, points: Iterable[LatLon]) -> float:
    """The geodesic to the nearest of several points."""
    return min(metres(start, point) for point in points)

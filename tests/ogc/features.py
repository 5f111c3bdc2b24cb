"""Reading open data as a client does, and what its tests agree on."""

from collections.abc import Iterator
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

ROOT = "/api/ogc"
COLLECTIONS = ("needs", "associations", "premises")
CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
EPSG4326 = "http://www.opengis.net/def/crs/EPSG/0/4326"
EPSG25832 = "http://www.opengis.net/def/crs/EPSG/0/25832"
SYSTEMS = (CRS84, EPSG4326, EPSG25832)
PUBLIC = "https://samspil.example"

Document = dict[str, Any]


def answer(client: FlaskClient, path: str = "", **parameters: Any) -> TestResponse:
    """The answer at a path of open data; `bbox_crs` stands for `bbox-crs`."""
    query = {name.replace("_crs", "-crs"): value for name, value in parameters.items()}
    return client.get(ROOT + path, query_string=query)


def get(client: FlaskClient, path: str = "", **parameters: Any) -> Any:
    """The document at a path of open data."""
    response = answer(client, path, **parameters)
    assert response.status_code == 200, response.text
    return response.get_json(force=True)


def items(client: FlaskClient, collection: str = "needs", **parameters: Any) -> Document:
    """A page of a collection's features."""
    document: Document = get(client, f"/collections/{collection}/items", **parameters)
    return document


def follow(client: FlaskClient, href: str) -> TestResponse:
    """What a link leads to."""
    assert href.startswith(PUBLIC + ROOT), href
    return client.get(href.removeprefix(PUBLIC))


def pages(client: FlaskClient, collection: str, **parameters: Any) -> Iterator[Document]:
    """A collection's pages, by their `next` links."""
    document = items(client, collection, **parameters)
    yield document
    while following := of_relation(document, "next"):
        document = follow(client, following[0]["href"]).get_json(force=True)
        yield document


def of_relation(document: Document, rel: str) -> list[Document]:
    """A document's links with this relation."""
    return [link for link in document["links"] if link["rel"] == rel]


def ids(document: Document) -> set[str]:
    """The features of a page."""
    return {feature["id"] for feature in document["features"]}


def names(document: Document) -> set[str]:
    """What the features of a page are called."""
    facts = [feature["properties"] for feature in document["features"]]
    return {one.get("title") or one["name"] for one in facts}

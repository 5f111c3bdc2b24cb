"""Open data at /api/ogc: OGC API – Features, parts 1 and 2, and the same as tables."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Mapping, Sequence
from typing import Any, Final

import flask
from flask import Response, request

from samspil.core import language, time
from samspil.core.http import Access, json_of, open_to, session, settings
from samspil.ogc import collections as queries
from samspil.ogc import documents, openapi, pages
from samspil.ogc.collections import Collection
from samspil.ogc.directory import ASSOCIATIONS, PREMISES
from samspil.ogc.documents import Formats, Here, Site
from samspil.ogc.needs import NEEDS
from samspil.ogc.parameters import CRS84, Crs, NoSuchResource, Parameter, items_query, read_all
from samspil.people.profiles import interests
from samspil.site import site

COLLECTIONS: Final[Mapping[str, Collection]] = {
    collection.id: collection for collection in (NEEDS, ASSOCIATIONS, PREMISES)
}


blp = flask.Blueprint("ogc", __name__, url_prefix="/api/ogc")

STEADY = 300  # seconds: what changes with the programs, or slowly
LIVELY = 30


@blp.get("/")
@open_to(Access.ANYONE)
def landing() -> Response:
    """Where everything begins."""
    here, _ = _here([], documents.PAGE, openapi.of_page())
    installed = site(session(), settings())
    document = documents.landing(here, None if installed is None else installed["municipality"])
    if here.format == "html":
        return _send(here, pages.landing(here, document, list(COLLECTIONS.values())), STEADY)
    return _send_json(here, document, STEADY)


@blp.get("/api")
@open_to(Access.ANYONE)
def interface() -> Response:
    """The interface's own description."""
    here, _ = _here(["api"], documents.DEFINITION, openapi.of_page())
    described = list(COLLECTIONS.values())
    if here.format == "html":
        return _send(here, pages.interface(here, described), STEADY)
    return _send_json(here, openapi.document(here, described), STEADY)


@blp.get("/conformance")
@open_to(Access.ANYONE)
def conformance() -> Response:
    """What is conformed to."""
    here, _ = _here(["conformance"], documents.PAGE, openapi.of_page())
    if here.format == "html":
        return _send(here, pages.conformance(here), STEADY)
    return _send_json(here, documents.conformance(here), STEADY)


@blp.get("/collections")
@open_to(Access.ANYONE)
def list_collections() -> Response:
    """All collections."""
    here, _ = _here(["collections"], documents.PAGE, openapi.of_page())
    described = _with_extents(list(COLLECTIONS.values()))
    if here.format == "html":
        return _send(here, pages.collections(here, described), STEADY)
    return _send_json(here, documents.collections(here, described), STEADY)


@blp.get("/collections/<collection_id>")
@open_to(Access.ANYONE)
def get_collection(collection_id: str) -> Response:
    """One collection."""
    one = _collection(collection_id)
    here, _ = _here(["collections", one.id], documents.PAGE, openapi.of_page())
    [(_, row)] = _with_extents([one])
    if here.format == "html":
        return _send(here, pages.collection(here, one, row), STEADY)
    document = documents.collection(one, row, here.itself(), here.site)
    return _send_json(here, document, STEADY)


@blp.get("/collections/<collection_id>/items")
@open_to(Access.ANYONE)
def list_features(collection_id: str) -> Response:
    """A page of a collection's features."""
    one, now = _collection(collection_id), time.now()
    here, values = _here(
        ["collections", one.id, "items"], documents.FEATURES, openapi.of_items(one)
    )
    query = items_query(one.id, request.args.to_dict(flat=False), values)
    rows = session().execute(queries.page(one, query, now)).all()
    document = documents.features(here, one, query, rows)
    if here.format == "html":
        response = _send(here, pages.features(here, one, document, _interests()), LIVELY)
    elif here.format == "csv":
        separator = values.get("separator", "comma")
        table = pages.table(one, document["features"], query.crs, separator)
        response = _send(here, table, LIVELY)
        response.headers["Content-Disposition"] = f'attachment; filename="samspil-{one.id}.csv"'
    else:
        # Its moment makes every answer a new one: what tells them apart is the rest.
        tag = _tag(json_of(document))
        body = json_of(documents.stamped(document, now))
        response = _send(here, body, LIVELY, tag)
    response.headers["Link"] = documents.header(document["links"])
    response.headers["OGC-NumberMatched"] = str(document["numberMatched"])
    response.headers["OGC-NumberReturned"] = str(document["numberReturned"])
    return _with_crs(query.crs, response)


@blp.get("/collections/<collection_id>/items/<feature_id>")
@open_to(Access.ANYONE)
def get_feature(collection_id: str, feature_id: str) -> Response:
    """One feature."""
    one = _collection(collection_id)
    here, values = _here(
        ["collections", one.id, "items", feature_id], documents.FEATURE, openapi.of_feature()
    )
    crs: Crs = values.get("crs", CRS84)
    try:
        wanted = uuid.UUID(feature_id)
    except ValueError as error:
        raise NoSuchResource from error
    row = session().execute(queries.one(one, wanted, crs, time.now())).first()
    if row is None:
        raise NoSuchResource
    document = documents.feature(here, one, row)
    if here.format == "html":
        response = _send(here, pages.feature(here, one, document, crs, _interests()), LIVELY)
    else:
        response = _send_json(here, document, LIVELY)
    response.headers["Link"] = documents.header(document["links"])
    return _with_crs(crs, response)


@blp.get("/<path:_rest>")
@open_to(Access.ANYONE)
def nothing(_rest: str) -> Response:
    """Any other address."""
    raise NoSuchResource


def _collection(collection_id: str) -> Collection:
    if collection_id not in COLLECTIONS:
        raise NoSuchResource
    return COLLECTIONS[collection_id]


def _with_extents(collections: Sequence[Collection]) -> list[tuple[Collection, Any]]:
    rows = session().execute(queries.extents(collections, time.now())).all()
    by_id = {row.id: row for row in rows}
    return [(one, by_id[one.id]) for one in collections]


def _interests() -> dict[str, str]:
    """The interests' names in the reader's language, for pages."""
    rows = session().execute(interests())
    return {slug: label for slug, label in rows}  # noqa: C416  # rows are no pairs


def _here(
    parts: Sequence[str], formats: Formats, known: Sequence[Parameter]
) -> tuple[Here, dict[str, Any]]:
    """The document that is asked for and its format, and the parameters' values."""
    values = read_all(request.args.to_dict(flat=False), known)
    chosen = values.get("f") or _accepted(formats)
    return Here(Site(settings().public_url), parts, request.args.to_dict(), formats, chosen), values


def _accepted(formats: Formats) -> str:
    """The format that the Accept header likes best; JSON for who likes none of them."""
    names = {media_type: name for name, media_type in formats.items()} | {documents.JSON: "json"}
    return names[request.accept_mimetypes.best_match(names, default=formats["json"])]


def _send_json(here: Here, document: documents.Document, max_age: int) -> Response:
    return _send(here, json_of(document), max_age)


def _send(here: Here, body: bytes, max_age: int, tag: str | None = None) -> Response:
    response = Response(body, content_type=_content_type(here.media_type))
    response.set_etag(tag or _tag(body), weak=tag is not None)
    response.headers["Cache-Control"] = f"public, max-age={max_age}"
    response.headers["Content-Language"] = language.current.get()
    # Open data may be read by any page; it knows nobody, so no cookies come with it.
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Expose-Headers"] = (
        "Content-Crs, Link, OGC-NumberMatched, OGC-NumberReturned"
    )
    response.vary.update(["Accept", "Accept-Language"])
    if here.format == "html":
        response.headers["Content-Security-Policy"] = pages.POLICY
    response.make_conditional(request)
    return response


def _content_type(media_type: str) -> str:
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type


def _tag(body: bytes) -> str:
    return hashlib.blake2b(body, digest_size=12).hexdigest()


def _with_crs(crs: Crs, response: Response) -> Response:
    response.headers["Content-Crs"] = f"<{crs.uri}>"
    return response

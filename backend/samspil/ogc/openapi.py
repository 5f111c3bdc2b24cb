"""The interface's own description, OpenAPI 3.0 as the standard asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from samspil.ogc import documents
from samspil.ogc.collections import Collection
from samspil.ogc.documents import Formats, Here
from samspil.ogc.parameters import (
    BBOX,
    BBOX_CRS,
    CRS,
    CURSOR,
    LIMIT,
    SEPARATOR,
    SYSTEMS,
    Parameter,
    formats,
)
from samspil.ogc.texts import say, wording

Schema = dict[str, Any]

_STRING: Final[Schema] = {"type": "string"}
_LINKS: Final[Schema] = {"type": "array", "items": {"$ref": "#/components/schemas/link"}}
_POINT: Final[Schema] = {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}
_BOX: Final[Schema] = {"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 4}
_MAYBE_MOMENT: Final[Schema] = {"type": "string", "format": "date-time", "nullable": True}
# Without a body of their own in this interface, but answers that every address may give.
_PROBLEMS: Final = {
    400: "validation",
    404: "not-found",
    429: "too-many-requests",
    500: "internal",
    503: "unavailable",
}


def of_items(collection: Collection) -> tuple[Parameter, ...]:
    """The parameters of a collection's items."""
    return (
        formats(list(documents.FEATURES)),
        LIMIT,
        BBOX,
        BBOX_CRS,
        collection.when,
        CRS,
        *collection.filters,
        SEPARATOR,
        CURSOR,
    )


def of_feature() -> tuple[Parameter, ...]:
    """The parameters of one feature."""
    return (formats(list(documents.FEATURE)), CRS)


def of_page() -> tuple[Parameter, ...]:
    """The parameters of any other document."""
    return (formats(list(documents.PAGE)),)


def document(here: Here, collections: Sequence[Collection]) -> dict[str, Any]:
    """The description, in the reader's language."""
    site = here.site
    paths: dict[str, Any] = {
        "/": _get("landing", wording("title"), of_page(), documents.PAGE, "landingPage"),
        "/api": _get("api", wording("link.api"), of_page(), documents.DEFINITION, None),
        "/conformance": _get(
            "conformance", wording("link.conformance"), of_page(), documents.PAGE, "confClasses"
        ),
        "/collections": _get(
            "collections", wording("collections"), of_page(), documents.PAGE, "collections"
        ),
    }
    for collection in collections:
        paths |= _paths_of(collection)
    return {
        "openapi": "3.0.3",
        "info": {
            "title": f"{documents.NAME}: {wording('title').lower()}",
            "description": wording("description"),
            "version": "1.0.0",
        },
        "servers": [{"url": site.address()}],
        "tags": [{"name": collection.id, "description": say(collection.description)}
                 for collection in collections],
        "paths": paths,
        "components": {
            "schemas": _schemas() | {_of(one): _feature_schema(one) for one in collections},
            "responses": _problems(),
        },
    }  # fmt: skip


def _paths_of(collection: Collection) -> dict[str, Any]:
    path, title, name = f"/collections/{collection.id}", say(collection.title), collection.id
    feature_id = {
        "name": "featureId",
        "in": "path",
        "required": True,
        "schema": {"type": "string", "format": "uuid"},
    }
    one = _get(f"{name}.feature", title, of_feature(), documents.FEATURE, _of(collection), name)
    one["get"]["parameters"].insert(0, feature_id)
    return {
        path: _get(f"{name}.collection", title, of_page(), documents.PAGE, "collection", name),
        f"{path}/items": _get(
            f"{name}.features",
            title,
            of_items(collection),
            documents.FEATURES,
            _page_of(collection),
            name,
        ),
        f"{path}/items/{{featureId}}": one,
    }


def _of(collection: Collection) -> str:
    return f"{collection.id}Feature"


def _page_of(collection: Collection) -> Schema:
    """A page of features: the standard's, with this collection's own features."""
    page = {"$ref": "#/components/schemas/featureCollection"}
    feature = {"$ref": f"#/components/schemas/{_of(collection)}"}
    own = {"type": "object", "properties": {"features": {"type": "array", "items": feature}}}
    return {"allOf": [page, own]}


def _get(
    operation: str,
    summary: str,
    parameters: Sequence[Parameter],
    offered: Formats,
    schema: str | Schema | None,
    tag: str | None = None,
) -> dict[str, Any]:
    data = {"type": "object"} if schema is None else schema
    if isinstance(data, str):
        data = {"$ref": f"#/components/schemas/{data}"}
    headers = {}
    if CRS in parameters:
        headers["Content-Crs"] = {
            "schema": {"type": "string", "enum": [f"<{uri}>" for uri in SYSTEMS]}
        }
    success = {
        "description": summary,
        "headers": headers,
        "content": {
            media_type: {"schema": data if name == "json" else _STRING}
            for name, media_type in offered.items()
        },
    }
    get: dict[str, Any] = {
        "operationId": operation,
        "summary": summary,
        "parameters": [_described(parameter) for parameter in parameters],
        "responses": {"200": success} | {
            str(status): {"$ref": f"#/components/responses/{name}"}
            for status, name in _PROBLEMS.items()
        },
    }  # fmt: skip
    return {"get": get | ({"tags": [tag]} if tag else {})}


def _described(parameter: Parameter) -> dict[str, Any]:
    return {
        "name": parameter.name,
        "in": "query",
        "description": say(parameter.means),
        "required": False,
        "style": "form",
        "explode": False,
        "schema": dict(parameter.schema),
    }


def _problems() -> dict[str, Any]:
    problem = {"schema": {"$ref": "#/components/schemas/exception"}}
    return {
        name: {"description": name, "content": {"application/problem+json": problem}}
        for name in _PROBLEMS.values()
    }


def _object(required: Sequence[str], properties: Mapping[str, Any]) -> Schema:
    shape = {"type": "object", "properties": dict(properties)}
    return shape | ({"required": list(required)} if required else {})


def _schemas() -> dict[str, Schema]:
    interval = {"type": "array", "items": _MAYBE_MOMENT, "minItems": 2, "maxItems": 2}
    extent = _object(
        [],
        {
            "spatial": _object(
                ["bbox"], {"bbox": {"type": "array", "items": _BOX}, "crs": _STRING}
            ),
            "temporal": _object(
                ["interval"], {"interval": {"type": "array", "items": interval}, "trs": _STRING}
            ),
        },
    )
    strings = {"type": "array", "items": _STRING}
    count = {"type": "integer", "minimum": 0}
    return {
        "link": _object(
            ["href", "rel", "type"],
            {"href": _STRING, "rel": _STRING, "type": _STRING, "title": _STRING},
        ),
        "landingPage": _object(
            ["links"], {"title": _STRING, "description": _STRING, "links": _LINKS}
        ),
        "confClasses": _object(["conformsTo"], {"conformsTo": strings, "links": _LINKS}),
        "collections": _object(
            ["links", "collections"],
            {
                "links": _LINKS,
                "crs": strings,
                "collections": {
                    "type": "array",
                    "items": {"$ref": "#/components/schemas/collection"},
                },
            },
        ),
        "collection": _object(
            ["id", "links"],
            {
                "id": _STRING,
                "title": _STRING,
                "description": _STRING,
                "itemType": _STRING,
                "extent": extent,
                "crs": strings,
                "storageCrs": _STRING,
                "links": _LINKS,
            },
        ),
        "multiPoint": _object(
            ["type", "coordinates"],
            {
                "type": {"type": "string", "enum": ["MultiPoint"]},
                "coordinates": {"type": "array", "items": _POINT},
            },
        ),
        "featureCollection": _object(
            ["type", "features", "numberMatched", "numberReturned", "timeStamp", "links"],
            {
                "type": {"type": "string", "enum": ["FeatureCollection"]},
                "features": {"type": "array", "items": {"type": "object"}},
                "numberMatched": count,
                "numberReturned": count,
                "timeStamp": {"type": "string", "format": "date-time"},
                "links": _LINKS,
            },
        ),
        "exception": _object(
            ["type", "title", "status", "detail"],
            {
                "type": _STRING,
                "title": _STRING,
                "status": {"type": "integer"},
                "detail": _STRING,
                "errors": {"type": "object", "additionalProperties": strings},
                "code": _STRING,
                "description": _STRING,
            },
        ),
    }


def _feature_schema(collection: Collection) -> Schema:
    properties = {
        one.name: dict(one.schema) | {"title": say(one.title)} for one in collection.properties
    }
    geometry = {"nullable": True, "allOf": [{"$ref": "#/components/schemas/multiPoint"}]}
    return _object(
        ["type", "id", "geometry", "properties"],
        {
            "type": {"type": "string", "enum": ["Feature"]},
            "id": {"type": "string", "format": "uuid"},
            "geometry": geometry,
            "properties": _object(list(properties), properties),
            "links": _LINKS,
        },
    )

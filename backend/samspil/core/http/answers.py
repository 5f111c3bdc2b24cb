"""Answers: JSON written once, with an ETag, a cache rule, and 304 when nothing has changed."""

from __future__ import annotations

import hashlib
from typing import Any, Final

import orjson
from flask import Response, request
from flask.json.provider import JSONProvider

POSITION_PARAMETERS: Final = frozenset({"lat", "lon"})


def json_of(document: Any) -> bytes:
    """A document as JSON; an `orjson.Fragment` that the database wrote goes in as it is."""
    return orjson.dumps(document, option=orjson.OPT_PASSTHROUGH_SUBCLASS)


def answer(document: Any, *, max_age: int = 30, media_type: str = "application/json") -> Response:
    """A public answer to a GET.

    Args:
        document: what orjson can write.
        max_age: seconds during which a client need not ask again.
        media_type: of the body.
    """
    body = json_of(document)
    response = Response(body, mimetype=media_type)
    response.set_etag(hashlib.blake2b(body, digest_size=12).hexdigest())
    # A shared cache must not keep where a person searched from.
    scope = "private" if POSITION_PARAMETERS & request.args.keys() else "public"
    response.headers["Cache-Control"] = f"{scope}, max-age={max_age}"
    response.vary.add("Accept-Language")
    response.make_conditional(request)
    return response


class OrjsonProvider(JSONProvider):
    """Flask's JSON through orjson."""

    def dumps(self, obj: Any, **_: Any) -> str:
        """To text."""
        return orjson.dumps(obj).decode()

    def loads(self, s: str | bytes, **_: Any) -> Any:
        """From text."""
        return orjson.loads(s)

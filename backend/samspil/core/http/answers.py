"""Answers: JSON written once, with an ETag, a cache rule, and 304 when nothing has changed."""

from __future__ import annotations

import gzip
import hashlib
from datetime import datetime
from typing import Any, Final

import orjson
from flask import Response, request
from flask.json.provider import JSONProvider

from samspil.core.errors import Stale

# Below this a packet is not saved; at this level it costs a fifth of a millisecond.
WORTH_SQUEEZING: Final = 1_400
SQUEEZE_LEVEL: Final = 4
POSITION_PARAMETERS: Final = frozenset({"lat", "lon"})


def json_of(document: Any) -> bytes:
    """A document as JSON; an `orjson.Fragment` that the database wrote goes in as it is."""
    return orjson.dumps(document, option=orjson.OPT_PASSTHROUGH_SUBCLASS)


def private_answer(
    document: Any, status: int = 200, *, version: datetime | None = None
) -> Response:
    """An answer meant for one person, which no cache keeps.

    Args:
        document: what orjson can write.
        status: of the answer.
        version: when what can be edited was last changed; becomes its ETag for `If-Match`.
    """
    response = conditional(json_of(document), "application/json", status)
    response.headers["Cache-Control"] = "private, no-store"
    if version is not None:
        response.set_etag(version_tag(version))
    return response


def must_match(version: datetime) -> None:
    """Refuse an edit of something that has changed since it was read, if the client says so.

    Raises:
        Stale: `If-Match` names another version.
    """
    if request.if_match and not request.if_match.contains_weak(version_tag(version)):
        raise Stale


def version_tag(version: datetime) -> str:
    """The ETag of what was last changed then, without its quotes."""
    return format(int(version.timestamp() * 1_000_000), "x")


def answer(document: Any, *, max_age: int = 30, media_type: str = "application/json") -> Response:
    """A public answer to a GET.

    Args:
        document: what orjson can write.
        max_age: seconds during which a client need not ask again.
        media_type: of the body.
    """
    response = conditional(json_of(document), media_type)
    # A shared cache must not keep where a person searched from.
    scope = "private" if POSITION_PARAMETERS & request.args.keys() else "public"
    response.headers["Cache-Control"] = f"{scope}, max-age={max_age}"
    response.make_conditional(request)
    return response


def conditional(body: bytes, media_type: str, status: int = 200) -> Response:
    """A body in the reader's language, squeezed when the reader can take it, with its ETag."""
    tag = hashlib.blake2b(body, digest_size=12).hexdigest()
    squeezed = len(body) >= WORTH_SQUEEZING and request.accept_encodings["gzip"] > 0
    if squeezed:
        body, tag = gzip.compress(body, SQUEEZE_LEVEL, mtime=0), f"{tag}-gzip"
    response = Response(body, status=status, mimetype=media_type)
    if squeezed:
        response.headers["Content-Encoding"] = "gzip"
    response.set_etag(tag)
    response.headers["Vary"] = "Accept-Language, Accept-Encoding"
    return response


class OrjsonProvider(JSONProvider):
    """Flask's JSON through orjson."""

    def dumps(self, obj: Any, **_: Any) -> str:
        """To text."""
        return orjson.dumps(obj).decode()

    def loads(self, s: str | bytes, **_: Any) -> Any:
        """From text."""
        return orjson.loads(s)

"""Bodies of JSON, read more strictly than the libraries do.

A body of another type is refused instead of ignored: another site's form can send one, and what is
left out of an edit means "as it was". A name that stands twice is refused, because the last value
would win silently where another program thinks that the first does. And half a character, which
Python's own reader takes, is refused, because no database can keep it.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import orjson
from flask import Request
from webargs.core import missing

from samspil.core.errors import Invalid, Problem
from samspil.core.language import text


class NotJson(Problem):
    """The body is something else than JSON."""

    status = 415
    name = "unsupported-media-type"


def json_body(request: Request) -> Any:
    """The document that a request brings, or webargs' `missing`.

    Raises:
        NotJson: the body is of another type, or of none that is told.
        Invalid: a name stands twice in an object.
        Problem: it is no JSON.
    """
    body = request.get_data()
    if not request.is_json and (body or request.mimetype):
        raise NotJson
    if not body:
        return missing
    try:
        document = orjson.loads(body)
        json.loads(body, object_pairs_hook=_each_once)
    except (ValueError, RecursionError):
        raise Problem from None
    return document


def _each_once(pairs: list[tuple[str, Any]]) -> None:
    if len(dict(pairs)) < len(pairs):
        times = Counter(name for name, _ in pairs)
        raise Invalid({name: [text("field.repeated")] for name in times if times[name] > 1})

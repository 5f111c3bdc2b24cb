"""Retries: a request that is sent twice with one `Idempotency-Key` happens once.

A phone that loses its connection cannot know whether its request arrived. With the same key, the
same person gets the first answer again for 24 hours; two that arrive together wait for each other.
What failed is not remembered: it may be tried again.
"""

from __future__ import annotations

import functools
import gzip
import re
from collections.abc import Callable
from typing import Any, Final, TypeVar

from flask import Response, request

from samspil.core import retries, time
from samspil.core.errors import Invalid, Problem
from samspil.core.http.answers import conditional
from samspil.core.http.application import actor, session
from samspil.core.retries import Sent

HEADER: Final = "Idempotency-Key"
_KEY: Final = re.compile(r"[!-~]{1,200}")

View = TypeVar("View", bound=Callable[..., Response])


def answers_retries(view: View) -> View:
    """Let a view for signed-in people answer a retry as it did the first time.

    It stands between the view's guard and the description of its answer.
    """

    @functools.wraps(view)
    def answered(*args: Any, **kwargs: Any) -> Response:
        key = request.headers.get(HEADER)
        if key is None:
            return view(*args, **kwargs)
        if not _KEY.fullmatch(key):
            raise Invalid.field(HEADER, "field.retry-key")
        route = f"{request.method} {request.path}"
        sent = Sent.of(actor().id, route, key, request.get_data())
        before = retries.first(session(), sent, time.now())
        if before is None:
            return _kept(sent, functools.partial(view, *args, **kwargs))
        if before.body != sent.body or before.status is None or before.answer is None:
            raise Invalid.field(HEADER, "field.retry-other-body")
        return _private(conditional(before.answer, "application/json", before.status))

    return answered  # type: ignore[return-value]  # the same shape


def _kept(sent: Sent, view: Callable[[], Response]) -> Response:
    try:
        response = view()
    except Problem as problem:
        if problem.keeps_writes:
            retries.forget(session(), sent)
        raise
    body = response.get_data()
    if response.headers.get("Content-Encoding") == "gzip":
        body = gzip.decompress(body)
    retries.keep(session(), sent, response.status_code, body)
    return response


def _private(response: Response) -> Response:
    response.headers["Cache-Control"] = "private, no-store"
    return response

"""Every error becomes an RFC 9457 document; what we did not foresee is logged without its input."""

from __future__ import annotations

import time
from collections.abc import Mapping
from html import escape
from typing import Any, Final, NoReturn

import structlog
from flask import Flask, Response, g, request
from flask_limiter import RequestLimit
from marshmallow.exceptions import SCHEMA
from psycopg.errors import DeadlockDetected, LockNotAvailable, QueryCanceled
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from werkzeug.exceptions import HTTPException

from samspil.core import language
from samspil.core.db import in_vain, is_about_the_erased
from samspil.core.errors import (
    Busy,
    Conflict,
    Invalid,
    Problem,
    TooMany,
    Unavailable,
    problem_document,
)
from samspil.core.http.answers import json_of
from samspil.core.language import Message, text

log = structlog.get_logger()

MEDIA_TYPE = "application/problem+json"
_NAMES = {
    400: "bad-request",
    404: "not-found",
    405: "method-not-allowed",
    413: "too-large",
    415: "unsupported-media-type",
    422: "validation",
    429: "too-many-requests",
}


def handle_problems(app: Flask) -> None:
    """Register the handlers."""
    app.register_error_handler(Problem, _problem)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unforeseen)
    app.after_request(_say_when)


def _response(document: dict[str, Any]) -> Response:
    if is_for_people(request.path, request.headers.get("Accept", "")):
        response = Response(_page(document), status=document["status"], mimetype="text/html")
        response.headers["Content-Security-Policy"] = _PAGE_POLICY
    else:
        response = Response(json_of(document), status=document["status"], mimetype=MEDIA_TYPE)
    response.headers["Cache-Control"] = "no-store"
    response.vary.add("Accept-Language")
    return response


def is_for_people(path: str, accept: str) -> bool:
    """Whether a browser opens a page of ours, rather than a program, or a script, a thing."""
    return accept.startswith("text/html") and not path.startswith("/api/")


# For who opens a page that cannot be sent, not even the one that would start the application: no
# script, no other file, since those may fail as well.
_PAGE_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
_PAGE: Final = """<!doctype html>
<html lang="{language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>
body {{ margin: 0; padding: 20vh 20px 0; text-align: center;
  font: 1.0625rem/1.5 system-ui, sans-serif;
  color: light-dark(#1a2023, #e8ebea); background: light-dark(#faf8f4, #121718); }}
a {{ display: inline-block; padding: 14px 28px; border-radius: 28px; text-decoration: none;
  font-weight: 600; color: light-dark(#fff, #121718); background: light-dark(#0d5257, #8fd0cd); }}
</style>
<main><h1>{title}</h1><p>{detail}</p><p><a href="">{again}</a></p></main>
</html>
"""


def _page(document: Mapping[str, Any]) -> str:
    """The problem as a page, with a link to try the same address once more."""
    said = {name: escape(str(document[name])) for name in ("title", "detail")}
    return _PAGE.format(language=language.current.get(), again=escape(text("page.again")), **said)


def _problem(problem: Problem) -> Response:
    g.retry_after = problem.retry_after
    return _response(problem.document())


def refuse(window: RequestLimit) -> NoReturn:
    """What Flask-Limiter calls when somebody has asked too often.

    It can also tell every answer how much of the window is left. That would cost each of them, and
    on what a shared cache keeps it would be somebody else's count.

    Raises:
        TooMany: always.
    """
    g.window = {
        "X-RateLimit-Limit": str(window.limit.amount),
        "X-RateLimit-Remaining": str(window.remaining),
        "X-RateLimit-Reset": str(window.reset_at),
    }
    raise TooMany(max(1, int(window.reset_at - time.time())))


def _say_when(response: Response) -> Response:
    """Let an answer say when to ask again where that is so."""
    after = g.pop("retry_after", None)
    if after is not None and response.status_code in {TooMany.status, Unavailable.status}:
        response.headers["Retry-After"] = str(after)
        response.headers.update(g.pop("window", {}))
    return response


def _http(error: HTTPException) -> Response:
    if error.response is not None:
        return error.response  # type: ignore[return-value]  # an answer made on purpose
    status = error.code or 500
    if status in {301, 302, 303, 307, 308, 304}:
        return error.get_response()  # type: ignore[return-value]
    if status == 422:  # noqa: PLR2004  # webargs could not load the request
        return _problem(Invalid(_by_field(getattr(error, "data", {}).get("messages", {}))))
    document = problem_document(_NAMES.get(status, "bad-request"), status)
    response = _response(document)
    for name, value in error.get_headers():
        if name.lower() in {"allow", "retry-after"}:
            response.headers[name] = value
    return response


def _by_field(messages: Mapping[str, Any]) -> dict[str, list[str]]:
    """webargs' errors, nested by location and index, as {"field.0": [...]}."""
    found: dict[str, list[str]] = {}

    def walk(prefix: str, node: Any) -> None:
        if isinstance(node, Mapping):
            for key, value in node.items():
                # marshmallow's own key for what is wrong with an object as a whole.
                inside = "" if key == SCHEMA else str(key)
                walk(".".join(part for part in (prefix, inside) if part), value)
        else:
            found[prefix or "body"] = [_worded(text) for text in node]

    for by_location in messages.values():
        walk("", by_location)
    return found


def _worded(text: str) -> str:
    """marshmallow words the errors of fields, but not those of schemas."""
    return text.format() if isinstance(text, Message) else str(text)


def _route() -> str:
    """The route's pattern: its path may be a secret, such as a calendar's address."""
    return request.url_rule.rule if request.url_rule else ""


# What was waited for in vain, and in how many seconds asking again is worth it. Of two that wait
# for each other one has gone on by then; whoever holds a lock for long is ended by the database
# after half a minute.
_AGAIN_SECONDS: Final[Mapping[type[Exception], int]] = {
    DeadlockDetected: 1,
    LockNotAvailable: 5,
    PoolTimeout: 5,
    QueryCanceled: 10,
}
# A database that is started again has come back.
_BACK_SECONDS: Final = 10


def _unforeseen(error: Exception) -> Response:
    # The text of a database error can hold what a person sent: only its kind is logged.
    waited = PoolTimeout if isinstance(error, PoolTimeout) else in_vain(error)
    if waited is not None:
        log.warning("busy", route=_route(), error=waited.__name__)
        return _problem(Busy(_AGAIN_SECONDS[waited]))
    if isinstance(error, OperationalError) or (
        isinstance(error, DBAPIError) and error.connection_invalidated
    ):
        log.error("database unavailable", route=_route(), error=type(error.__cause__).__name__)
        return _problem(Unavailable(_BACK_SECONDS))
    if isinstance(error, IntegrityError) and is_about_the_erased(error):
        log.warning("refused for somebody erased", route=_route())
        return _problem(Conflict())
    # Frames without values tell where; the message may hold a person's data and stays out.
    frames = []
    trace = error.__traceback__
    while trace is not None:
        frames.append(f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}")
        trace = trace.tb_next
    log.error("unforeseen", route=_route(), error=type(error).__name__, frames=frames[-12:])
    return _response(problem_document("internal", 500))

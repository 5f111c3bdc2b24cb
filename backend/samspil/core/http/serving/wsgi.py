"""Calling a WSGI application (PEP 3333) with a whole request, for a whole answer."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable
from typing import Any, Final, NamedTuple

from samspil.core.http.serving.rsgi import Headers as SentHeaders
from samspil.core.http.serving.rsgi import Scope

Environ = dict[str, Any]
Headers = list[tuple[str, str]]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

# Nothing of the process's own environment stands here: it holds secrets.
_SAME: Final[Environ] = {
    "SCRIPT_NAME": "",
    "wsgi.version": (1, 0),
    "wsgi.errors": sys.stderr,
    "wsgi.multithread": True,
    "wsgi.multiprocess": True,
    "wsgi.run_once": False,
}
_UNPREFIXED: Final = frozenset({"CONTENT_TYPE", "CONTENT_LENGTH"})


class Answer(NamedTuple):
    """A whole answer; the names of headers may repeat."""

    status: int
    headers: Headers
    body: bytes


def environ_of(scope: Scope, headers: SentHeaders, body: bytearray) -> Environ:
    """A request as WSGI describes it."""
    server, _, port = scope.server.rpartition(":")
    environ = _SAME | {
        "REQUEST_METHOD": scope.method,
        # WSGI's own way to write bytes as text.
        "PATH_INFO": scope.path.encode().decode("latin-1"),
        "QUERY_STRING": scope.query_string,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "SERVER_NAME": server.strip("[]"),
        "SERVER_PORT": port,
        "REMOTE_ADDR": scope.client.rpartition(":")[0].strip("[]"),
        "HTTP_HOST": scope.authority or "",
        "wsgi.url_scheme": scope.scheme,
        "wsgi.input": io.BytesIO(body),
    }
    seen = set()
    for header, value in headers.items():
        if "_" in header:  # it would pass for one with "-", such as a proxy's
            continue
        name = header.upper().replace("-", "_")
        key = name if name in _UNPREFIXED else f"HTTP_{name}"
        if key in seen:
            value = f"{environ[key]}{'; ' if key == 'HTTP_COOKIE' else ','}{value}"  # noqa: PLW2901
        seen.add(key)
        environ[key] = value
    if environ.pop("HTTP_TRANSFER_ENCODING", None):  # its length is known by now
        environ["CONTENT_LENGTH"] = str(len(body))
    return environ


def call(application: Application, environ: Environ) -> Answer:
    """Let the application answer, to the end: who reads slowly keeps no thread."""
    begun: list[tuple[str, Headers]] = []
    written: list[bytes] = []

    def start_response(status: str, headers: Headers, _error: Any = None) -> Callable[..., None]:
        begun.append((status, headers))
        return written.append

    parts = application(environ, start_response)
    try:
        body = b"".join([*written, *parts])
    finally:
        close = getattr(parts, "close", None)
        if close is not None:
            close()
    status, headers = begun[-1]
    return Answer(int(status[:3]), headers, body)

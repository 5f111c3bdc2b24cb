"""Calling a WSGI application (PEP 3333) with a whole request, for a whole answer."""

from __future__ import annotations

import asyncio
import contextlib
import io
import math
import sys
import threading
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass
from queue import SimpleQueue
from time import perf_counter
from typing import Any, Final, NamedTuple, Protocol

from samspil.core.errors import Busy

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


# Threads for requests, with a line in front of them that never gets long.

# The share of the latest call in the time that a call is expected to take.
_LATEST: Final = 0.1


@dataclass(frozen=True, slots=True, eq=False)
class _Call:
    """Something to be run, and what tells that it has been."""

    function: Callable[[], object]
    done: asyncio.Future[None]


class Pool:
    """A number of threads that run calls in the order in which they came.

    The event loop's thread alone may use it.
    """

    def __init__(
        self, loop: asyncio.AbstractEventLoop, name: str, threads: int, longest_wait: float
    ) -> None:
        self._loop = loop
        self._longest_wait = longest_wait
        self._line: deque[_Call] = deque()
        self._bell: SimpleQueue[bool] = SimpleQueue()  # rung once for every call, in any order
        self._usual = 0.0  # seconds
        self._threads = [
            threading.Thread(target=self._work, name=f"{name}-{number}", daemon=True)
            for number in range(threads)
        ]
        for thread in self._threads:
            thread.start()

    async def run(self, function: Callable[[], object]) -> None:
        """Run it in a thread, and come back when it has ended.

        Raises:
            Busy: its turn would not come soon, or has not come; it was not run.
            Exception: what it has raised.
        """
        wait = self._expected_wait()
        if wait > self._longest_wait:
            raise Busy(math.ceil(wait))
        call = _Call(function, self._loop.create_future())
        patience = self._loop.call_later(self._longest_wait, self._give_up, call)
        self._line.append(call)
        self._bell.put(True)
        try:
            await call.done
        finally:
            patience.cancel()

    def close(self) -> None:
        """End the threads, each after the call it is at."""
        for _ in self._threads:
            self._bell.put(False)
        for thread in self._threads:
            thread.join()

    def _expected_wait(self) -> float:
        return len(self._line) * self._usual / len(self._threads)

    def _give_up(self, call: _Call) -> None:
        with contextlib.suppress(ValueError):  # it has begun
            self._line.remove(call)
            call.done.set_exception(Busy(math.ceil(max(self._expected_wait(), 1))))

    def _work(self) -> None:
        while self._bell.get():
            try:
                call = self._line.popleft()
            except IndexError:  # it has been given up
                continue
            error: BaseException | None = None
            begun = perf_counter()
            try:
                call.function()
            except BaseException as raised:  # a thread that died would be missed
                error = raised
            self._usual += (perf_counter() - begun - self._usual) * _LATEST
            self._loop.call_soon_threadsafe(_tell, call.done, error)


def _tell(done: asyncio.Future[None], error: BaseException | None) -> None:
    if done.done():  # whoever waited for it has been cancelled
        return
    if error is None:
        done.set_result(None)
    else:
        done.set_exception(error)


class SentHeaders(Protocol):
    """A request's headers, in lower case; what is not ASCII is left out."""

    def __contains__(self, name: str, /) -> bool: ...

    def get(self, name: str, default: str, /) -> str:
        """The first value of a name."""
        ...

    def items(self) -> list[tuple[str, str]]:
        """Every header; names may repeat."""
        ...


class Scope(Protocol):
    """A request without its body; `path` is decoded, addresses are `host:port`."""

    http_version: str
    server: str
    client: str
    scheme: str
    method: str
    path: str
    query_string: str
    authority: str | None

    @property
    def headers(self) -> SentHeaders:
        """The request's."""
        ...


class Transport(Protocol):
    """What brings a request's body and takes its answer, from any thread."""

    def __aiter__(self) -> AsyncIterator[bytes]: ...

    def response_bytes(self, status: int, headers: list[tuple[str, str]], body: bytes, /) -> None:
        """Send a whole answer."""
        ...

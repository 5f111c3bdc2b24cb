"""The application as granian calls it: RSGI outside, WSGI inside.

The event loop tells whoever asks that the process lives, and reads bodies; only then is a thread
taken. Reads have threads of their own: writes that wait for each other's locks, or hash a password,
never keep a reader waiting.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Sequence
from contextvars import copy_context
from functools import partial
from typing import Final

from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

from samspil.core import language
from samspil.core.errors import Busy, Problem, RequestTimeout
from samspil.core.http.application import READS, Application
from samspil.core.http.parsing import MOST_BODY_BYTES, MULTIPART
from samspil.core.http.problems import is_for_people
from samspil.core.http.wsgi import Answer, Pool, Scope, SentHeaders, Transport, call, environ_of
from samspil.core.language import Language

# More of them make no read faster: the threads of a process share one interpreter lock.
READERS: Final = 2
WRITERS: Final = 4
# Nobody waits longer for a thread, in seconds; who would have to is told at once. Writes may wait
# longer, because a crowd signs up at one moment, and what is refused only comes again.
LONGEST_READ_WAIT: Final = 10.0
LONGEST_WRITE_WAIT: Final = 30.0
# A write may count a try in a transaction beside its own.
CONNECTIONS: Final = READERS + 2 * WRITERS

ALIVE: Final = "/healthz"
# PostgreSQL plans a statement five times for its values before it keeps a plan for all.
PLANNED: Final = 6


class Gateway:
    """What granian serves with `--interface rsgi`.

    Args:
        app: answers.
        expected: paths that will be asked for at once and often, read a few times before.
    """

    def __init__(self, app: Application, expected: Sequence[str] = ()) -> None:
        self._app = app
        self._expected = expected
        self._bodies = Bodies(app.settings.max_body_bytes)
        self._refusals = Refusals(app)
        self._alive = _alive(app)

    def __rsgi_init__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Begin, in the process that serves."""
        # What the application is made of stays. Looking through it for what does not would, now and
        # then, keep everybody waiting for an eighth of a second.
        gc.collect()
        gc.freeze()
        self._reads = Pool(loop, "reads", READERS, LONGEST_READ_WAIT)
        self._writes = Pool(loop, "writes", WRITERS, LONGEST_WRITE_WAIT)
        self._warming_up = loop.create_task(self._warm_up())

    async def _warm_up(self) -> None:
        """Ask for what is expected, until every reader's connection has kept a plan for it.

        The first answer of a process takes half a second and each connection's first ten are slow:
        PostGIS reads its projections, PostgreSQL the tables' descriptions, and both plan.
        """
        environs = [self._app.test_request_context(path).request.environ for path in self._expected]
        calls = (partial(call, self._app, one) for one in environs * (READERS * PLANNED))
        await asyncio.gather(*(self._reads.run(one) for one in calls), return_exceptions=True)

    def __rsgi_del__(self, _loop: asyncio.AbstractEventLoop) -> None:
        """End, once every request has been answered."""
        self._reads.close()
        self._writes.close()
        self._app.database.engine.dispose()

    async def __rsgi__(self, scope: Scope, transport: Transport) -> None:
        """Answer a request."""
        headers = scope.headers
        reads = scope.method in READS
        if scope.path == ALIVE and scope.method in {"GET", "HEAD"}:
            _send(transport, self._alive)
            return
        body = bytearray()
        try:
            if "content-length" in headers or "transfer-encoding" in headers:
                body = await self._bodies.read(headers, transport)
            pool = self._reads if reads else self._writes
            await pool.run(partial(self._answer, scope, headers, transport, body))
        except CutOffError:
            _send(transport, Answer(400, [], b""))
        except Exception as error:
            accept = headers.get("accept", "")
            page = "text/html" if is_for_people(scope.path, accept) else ""
            said = self._refusals.answer(error, headers.get("accept-language", ""), page)
            _send(transport, said)
        finally:
            self._bodies.release(body)

    def _answer(
        self, scope: Scope, headers: SentHeaders, transport: Transport, body: bytearray
    ) -> None:
        """Call the application; its answer goes out from the thread, which is soonest."""
        _send(transport, call(self._app, environ_of(scope, headers, body)))


def _alive(app: Application) -> Answer:
    """The application's own answer; the server adds each time's date."""
    with app.test_request_context(ALIVE) as context:
        answer = call(app, context.request.environ)
    return answer._replace(headers=[one for one in answer.headers if one[0] != "Date"])


def _send(transport: Transport, answer: Answer) -> None:
    transport.response_bytes(*answer)


# What a server hands over by RSGI, as far as it is used here.
#
# The specification: https://github.com/emmett-framework/granian/blob/master/docs/spec/RSGI.md


# Problems told before the application is asked, in the same words and with the same headers.

RETRY_AFTER: Final = "Retry-After"


class Refusals:
    """The application's answers to errors; those to problems are made once a language."""

    def __init__(self, app: Application) -> None:
        self._app = app
        self._made: dict[tuple[str, Language, str], Answer] = {}

    def answer(self, error: Exception, accept_language: str, accept: str = "") -> Answer:
        """What to send to somebody who reads these languages, as a page or else as a document."""
        accepted = parse_accept_header(accept_language, LanguageAccept)
        chosen: Language = accepted.best_match(language.LANGUAGES, default="da")  # type: ignore[assignment]
        if not isinstance(error, Problem):  # it is logged each time
            return copy_context().run(self._make, error, chosen, accept)
        made = self._made.get((error.name, chosen, accept))
        if made is None:
            # In a context of its own: the language is that of this one answer.
            made = copy_context().run(self._make, error, chosen, accept)
            self._made[error.name, chosen, accept] = made
        if error.retry_after is None:
            return made
        return made._replace(headers=[*made.headers, (RETRY_AFTER, str(error.retry_after))])

    def _make(self, error: Exception, chosen: Language, accept: str) -> Answer:
        language.current.set(chosen)
        with self._app.test_request_context(headers={"Accept": accept}):
            response = self._app.make_response(self._app.handle_user_exception(error))
            response = self._app.process_response(response)
            headers = [(name, value) for name, value in response.headers if name != RETRY_AFTER]
            return Answer(response.status_code, headers, response.get_data())


# Reading request bodies in the event loop, before a thread is taken for the request.
#
# Three limits: how large a body may be, how slowly it may come, and how many bytes of bodies
# this process holds at once.

# A phone on a bus sends a form in a few seconds, and a picture of 5 MB in four minutes.
FIRST_SECONDS: Final = 10.0
SLOWEST_BYTES_A_SECOND: Final = 20_000
# Five of the largest uploads. What is small gets through also then: in all it is less than this
# once more, because the server takes 512 connections a process.
MOST_HELD_BYTES: Final = 64_000_000
SMALL_BYTES: Final = 64_000
HELD_RETRY_SECONDS: Final = 10


class CutOffError(Exception):
    """The client has gone before its body was complete."""


class Bodies:
    """The bodies that this process holds, from their first byte until their request is done."""

    def __init__(
        self,
        most_json: int,
        *,
        most_held: int = MOST_HELD_BYTES,
        first_seconds: float = FIRST_SECONDS,
    ) -> None:
        self._most_json = most_json
        self._most_held = most_held
        self._first_seconds = first_seconds
        self._held = 0

    async def read(self, headers: SentHeaders, transport: Transport) -> bytearray:
        """The whole body, which counts as held until `release`.

        One that is larger than any view takes is not read, or no further than one chunk past that:
        the application refuses it by its length, or by what is there of it.

        Raises:
            RequestTimeout: it comes too slowly.
            Busy: it is not small, and too much is held already.
            CutOffError: the client has gone.
        """
        declared = int(headers.get("content-length", "0"))  # the server refuses all else
        most = self._most(headers)
        body = bytearray()
        if declared > most:
            return body
        if declared > SMALL_BYTES and self._held + declared > self._most_held:
            raise Busy(HELD_RETRY_SECONDS)
        try:
            await self._read(transport, body, most)
            if len(body) < declared:
                raise CutOffError
        except BaseException:
            self.release(body)
            raise
        return body

    def release(self, body: bytearray) -> None:
        """Let go of a body that has been read."""
        self._held -= len(body)

    def _most(self, headers: SentHeaders) -> int:
        form = headers.get("content-type", "").lower().startswith(MULTIPART)
        return max(self._most_json, MOST_BODY_BYTES) if form else self._most_json

    async def _read(self, transport: Transport, body: bytearray, most: int) -> None:
        latest = asyncio.get_running_loop().time() + self._first_seconds
        try:
            async with asyncio.timeout_at(latest) as timeout:
                async for chunk in transport:
                    body += chunk
                    self._held += len(chunk)
                    if len(body) > most:
                        return
                    if len(body) > SMALL_BYTES and self._held > self._most_held:
                        raise Busy(HELD_RETRY_SECONDS)
                    timeout.reschedule(latest + len(body) / SLOWEST_BYTES_A_SECOND)
        except TimeoutError:
            raise RequestTimeout from None

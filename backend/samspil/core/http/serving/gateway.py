"""The application as granian calls it: RSGI outside, WSGI inside.

The event loop tells whoever asks that the process lives, and reads bodies; only then is a thread
taken. Reads have threads of their own: writes that wait for each other's locks, or hash a password,
never keep a reader waiting.
"""

from __future__ import annotations

import asyncio
from functools import partial
from typing import Final

from samspil.core.http.application import READS, Application
from samspil.core.http.serving.bodies import Bodies, CutOffError
from samspil.core.http.serving.pool import Pool
from samspil.core.http.serving.refusals import Refusals
from samspil.core.http.serving.rsgi import Headers, Scope, Transport
from samspil.core.http.serving.wsgi import Answer, call, environ_of

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


class Gateway:
    """What granian serves with `--interface rsgi`."""

    def __init__(self, app: Application) -> None:
        self._app = app
        self._bodies = Bodies(app.settings.max_body_bytes)
        self._refusals = Refusals(app)
        self._alive = _alive(app)

    def __rsgi_init__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Begin, in the process that serves."""
        self._reads = Pool(loop, "reads", READERS, LONGEST_READ_WAIT)
        self._writes = Pool(loop, "writes", WRITERS, LONGEST_WRITE_WAIT)

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
            _send(transport, self._refusals.answer(error, headers.get("accept-language", "")))
        finally:
            self._bodies.release(body)

    def _answer(
        self, scope: Scope, headers: Headers, transport: Transport, body: bytearray
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

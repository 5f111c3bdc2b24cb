"""Reading request bodies in the event loop, before a thread is taken for the request.

Three limits: how large a body may be, how slowly it may come, and how many bytes of bodies this
process holds at once.
"""

from __future__ import annotations

import asyncio
from typing import Final

from samspil.core.errors import Busy, RequestTimeout
from samspil.core.http.serving.rsgi import Headers, Transport
from samspil.core.http.uploads import MOST_BODY_BYTES, MULTIPART

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

    async def read(self, headers: Headers, transport: Transport) -> bytearray:
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

    def _most(self, headers: Headers) -> int:
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

"""Threads for requests, with a line in front of them that never gets long."""

from __future__ import annotations

import asyncio
import contextlib
import math
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from time import perf_counter
from typing import Final

from samspil.core.errors import Busy

# The share of the latest call in the time that a call is expected to take.
_LATEST: Final = 0.1


@dataclass(frozen=True, slots=True, eq=False)
class _Call:
    """Something to be run, and what tells that it has been."""

    function: Callable[[], None]
    done: asyncio.Future[None]


class Pool:
    """A number of threads that run calls in the order in which they came.

    The event loop's thread alone may use it.
    """

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        name: str,
        threads: int,
        longest_wait: float,
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

    async def run(self, function: Callable[[], None]) -> None:
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

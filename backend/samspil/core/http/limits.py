"""Counts of requests in this process, for Flask-Limiter's fixed windows.

The library's own memory storage starts a thread at nearly every request to forget what has
expired; that cost a fifth of a search. Here it is forgotten in passing.
"""

from __future__ import annotations

import threading
import time
from typing import Final

from limits.storage import Storage

MOST_KEYS: Final = 10_000


class LocalStorage(Storage):
    """A counter and the end of its window for each key; the address `local://` names it."""

    STORAGE_SCHEME = ["local"]  # noqa: RUF012  # the library's own way to register one

    def __init__(self, uri: str | None = None, **_: str) -> None:
        super().__init__(uri)
        self._lock = threading.Lock()
        self._windows: dict[str, tuple[int, float]] = {}

    @property
    def base_exceptions(self) -> type[Exception]:
        """What may go wrong here: nothing."""
        return ValueError

    def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        """Count, in a new window of `expiry` seconds when the last one is over."""
        now = time.time()
        with self._lock:
            if len(self._windows) >= MOST_KEYS:
                self._windows = {k: w for k, w in self._windows.items() if w[1] > now}
            counted, ends = self._windows.get(key, (0, 0.0))
            if ends <= now:
                counted, ends = 0, now + expiry
            self._windows[key] = (counted + amount, ends)
            return counted + amount

    def get(self, key: str) -> int:
        """The count of the present window."""
        counted, ends = self._windows.get(key, (0, 0.0))
        return counted if ends > time.time() else 0

    def get_expiry(self, key: str) -> float:
        """When the present window ends, in seconds since 1970."""
        return max(self._windows.get(key, (0, 0.0))[1], time.time())

    def check(self) -> bool:
        """Whether the storage works."""
        return True

    def reset(self) -> int:
        """Forget everything; returns how many keys that were."""
        with self._lock:
            forgotten = len(self._windows)
            self._windows.clear()
        return forgotten

    def clear(self, key: str) -> None:
        """Forget one key."""
        with self._lock:
            self._windows.pop(key, None)

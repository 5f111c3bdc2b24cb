"""Who may knock at a route. A test fails any route that does not say.

The guard is kept before the body is read and parsed: a stranger learns nothing of a route's shape
and costs nothing. What a person may do with a certain object is decided by the domain's rules.
"""

from __future__ import annotations

import enum
import functools
import inspect
import threading
import time
from collections.abc import Callable
from typing import Any, Final, TypeVar

from limits.storage import Storage

from samspil.core.auth import Actor
from samspil.core.errors import Forbidden, GuardianMissing, NotVerified

View = TypeVar("View", bound=Callable[..., Any])


class Access(enum.Enum):
    """Who a route is open to, before any rule looks at the object."""

    ANYONE = "anyone"
    SIGNED_IN = "signed in"
    CONFIRMED = "signed in, with a confirmed e-mail address"
    VERIFIED = "signed in, with a confirmed e-mail address, and a guardian's yes below 15"
    STAFF = "municipal employee"
    ADMINISTRATOR = "administrator"


def open_to(access: Access) -> Callable[[View], View]:
    """Declare a view's guard."""

    def declare(view: View) -> View:
        view.access = access  # type: ignore[attr-defined]
        return view

    return declare


@functools.cache
def access_of(view: Callable[..., Any]) -> Access:
    """A view's declared guard; without one it is open to nobody but administrators."""
    declared = getattr(inspect.unwrap(view), "access", Access.ADMINISTRATOR)
    return Access(declared)


def admit(access: Access, actor: Actor) -> None:
    """Let a signed-in person pass, or say why not.

    Raises:
        NotVerified: the route needs a confirmed address.
        GuardianMissing: the route needs a guardian's yes, for somebody under 15.
        Forbidden: the route is for others.
    """
    if access is Access.SIGNED_IN:
        return
    if access is Access.ADMINISTRATOR and not actor.administrator:
        raise Forbidden
    if access is Access.STAFF and not actor.staff:
        raise Forbidden
    if not actor.verified:
        raise NotVerified
    if actor.guardian_missing and access is not Access.CONFIRMED:
        raise GuardianMissing


# Who knocks, before anybody knows who it is.


# Counts of requests in this process, for Flask-Limiter's fixed windows.
#
# The library's own memory storage starts a thread at nearly every request to forget what has
# expired; that cost a fifth of a search. Here it is forgotten in passing.

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

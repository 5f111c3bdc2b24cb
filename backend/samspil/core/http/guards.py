"""Who may knock at a route. A test fails any route that does not say.

The guard is kept before the body is read and parsed: a stranger learns nothing of a route's shape
and costs nothing. What a person may do with a certain object is decided by the domain's rules.
"""

from __future__ import annotations

import enum
import functools
import inspect
from collections.abc import Callable
from typing import Any, TypeVar

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

"""Who may knock at a route. A test fails any route that does not say."""

from __future__ import annotations

import enum
from collections.abc import Callable
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])


class Access(enum.Enum):
    """Who a route is open to, before any rule looks at the object."""

    ANYONE = "anyone"


def open_to(access: Access) -> Callable[[View], View]:
    """Declare a view's guard."""

    def declare(view: View) -> View:
        view.access = access  # type: ignore[attr-defined]
        return view

    return declare

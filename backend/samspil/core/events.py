"""Events: how a lower floor tells the floors above it, which it does not know.

A handler runs at once, in the transaction of whoever publishes, so that both stand or fall.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy.orm import Session


class Event:
    """Something that has happened; domains publish frozen dataclasses of their own."""


SomeEvent = TypeVar("SomeEvent", bound=Event)
Handler = Callable[[Session, SomeEvent], None]

_handlers: defaultdict[type[Event], list[Callable[[Session, Any], None]]] = defaultdict(list)


def on(kind: type[SomeEvent]) -> Callable[[Handler[SomeEvent]], Handler[SomeEvent]]:
    """Register a function for events of this kind."""

    def register(handler: Handler[SomeEvent]) -> Handler[SomeEvent]:
        _handlers[kind].append(handler)
        return handler

    return register


def publish(session: Session, event: Event) -> None:
    """Tell everyone who has asked for this kind of event."""
    for handler in _handlers[type(event)]:
        handler(session, event)

"""Events: how a lower floor tells the floors above it, which it does not know.

A handler runs at once, in the transaction of whoever publishes, so that both stand or fall.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy.orm import Session


class Event:
    """Something that has happened; domains publish frozen dataclasses of their own."""


SomeEvent = TypeVar("SomeEvent", bound=Event)


@dataclass(frozen=True, slots=True)
class Handler:
    """What a domain does when something happens on a lower floor."""

    kind: type[Event]
    run: Callable[[Session, Any], None]


_handlers: defaultdict[type[Event], list[Handler]] = defaultdict(list)


def on(kind: type[SomeEvent]) -> Callable[[Callable[[Session, SomeEvent], None]], Handler]:
    """Make a function the handler of this kind of event; the domain's manifest hands it over."""

    def handler(run: Callable[[Session, SomeEvent], None]) -> Handler:
        return Handler(kind, run)

    return handler


def install_handlers(handlers: Iterable[Handler]) -> None:
    """Let handlers run when their events are published."""
    for handler in handlers:
        if handler not in _handlers[handler.kind]:
            _handlers[handler.kind].append(handler)


def publish(session: Session, event: Event) -> None:
    """Run the handlers of this kind of event."""
    for handler in _handlers[type(event)]:
        handler.run(session, event)

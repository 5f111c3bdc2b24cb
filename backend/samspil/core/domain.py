"""The manifest of a domain: what the house learns from it; and the events between domains.

Each domain has one `Domain(...)` in its package's `__init__.py`. The application, the worker, the
migrations and the command line read them all from one tuple, `samspil.domains.DOMAINS`; nothing is
imported for what its import does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from sqlalchemy.orm import Session

from samspil.core.db import Base
from samspil.core.http import Blueprint, Pages
from samspil.core.inbox import InboxKind
from samspil.core.jobs import Task, install_tasks
from samspil.core.language import Texts, install_texts
from samspil.core.mail import Kind, install_kinds
from samspil.core.privacy import PrivacyRecord, install_records


class Installed(Protocol):
    """What a floor above this one has a registry of its own for."""

    def install(self) -> None:
        """Enter it in that registry; a second time changes nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Domain:
    """What one domain hands over.

    Attributes:
        name: of its folder.
        models: its tables' classes.
        texts: catalogues of what its errors, rules and pages say.
        mails: the kinds of mail it sends.
        tasks: what the worker does for it.
        kept: what its tables keep of people, why and how long.
        handlers: what it does when something happens on a lower floor.
        links: what the links in its mails are for (`people.links.Purpose`).
        moderated: what of it can be reported (`moderation.services.ModeratedKind`).
        inbox: what of it can wait for somebody (`core.inbox.InboxKind`).
        registers: what of it is imported from CSV (subclasses of `registers.importing.Register`).
        blueprints: its part of the interface, below /api/v1.
        pages: what it serves beside the interface.
    """

    name: str
    models: tuple[type[Base], ...] = ()
    texts: tuple[Texts, ...] = ()
    mails: tuple[Kind, ...] = ()
    tasks: tuple[Task, ...] = ()
    kept: tuple[PrivacyRecord, ...] = ()
    handlers: tuple[Handler, ...] = ()
    links: tuple[Installed, ...] = ()
    moderated: tuple[Installed, ...] = ()
    inbox: tuple[InboxKind, ...] = ()
    registers: tuple[type[Any], ...] = ()
    blueprints: tuple[Blueprint, ...] = ()
    pages: tuple[Pages, ...] = ()


def install(domains: Iterable[Domain]) -> None:
    """Enter what domains hand over where it is looked up; a second time changes nothing.

    Raises:
        ValueError: two of them have something of one name.
    """
    for domain in domains:
        for texts in domain.texts:
            install_texts(texts)
        install_kinds(domain.mails)
        install_tasks(domain.tasks)
        install_records(domain.kept)
        install_handlers(domain.handlers)
        for part in (*domain.links, *domain.moderated, *domain.inbox):
            part.install()


# Events: how a lower floor tells the floors above it, which it does not know.
#
# A handler runs at once, in the transaction of whoever publishes, so that both stand or fall.


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

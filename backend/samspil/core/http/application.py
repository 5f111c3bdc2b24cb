"""The Flask application: one session and at most one commit a request."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any, NoReturn, cast
from urllib.parse import urlsplit, urlunsplit

from flask import Flask, Request, Response, current_app, g, request
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from werkzeug.routing import BaseConverter, PathConverter, RequestRedirect

from samspil.core import language
from samspil.core.auth import Actor
from samspil.core.db import Database
from samspil.core.errors import NotSignedIn, Problem
from samspil.core.http.answers import OrjsonProvider
from samspil.core.http.guards import Access, access_of, admit
from samspil.core.http.tokens import Claim, claimed
from samspil.settings import Settings

READS = frozenset({"GET", "HEAD", "OPTIONS"})
BAD = 400  # from here on an answer is a problem, which no cache keeps either
LoadActor = Callable[[Session, Claim], Actor | None]

# Set where a view has not set its own.
SECURITY_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "geolocation=(self), camera=(), microphone=(), payment=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}


class SlugConverter(BaseConverter):
    """A public thing's readable identifier: what cannot be one is not looked for."""

    regex = "[a-z0-9]+(?:-[a-z0-9]+)*"


class PagePathConverter(PathConverter):
    """Any path but the interface's: there, a wrong method is not a page that is missing."""

    regex = r"(?!api/)[^/].*?"


class Application(Flask):
    """Flask with a database, and somebody who acts.

    The commit stands in `dispatch_request`, because there Flask's error handlers still see one
    that fails; in `after_request` they do not.
    """

    json_provider_class = OrjsonProvider

    def __init__(self, settings: Settings, database: Database, load_actor: LoadActor) -> None:
        super().__init__("samspil", static_folder=None)
        self.url_map.converters |= {"slug": SlugConverter, "page": PagePathConverter}
        self.settings = settings
        self.database = database
        self.load_actor = load_actor
        self.before_request(_read_language)
        self.after_request(self._secure)
        self.teardown_request(_close_session)

    def dispatch_request(self) -> Any:
        """Answer, then commit what was written.

        A read whose connection turns out to be gone, because the database was restarted, is asked
        again: that is cheaper than asking every connection whether it lives before its use.
        """
        try:
            return self._answer_and_commit()
        except DBAPIError as error:
            if not error.connection_invalidated or request.method not in READS:
                raise
            _close_session(None)
            return self._answer_and_commit()

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """The function itself: none of ours is a coroutine, and Flask would look at each."""
        return func

    def raise_routing_exception(self, request: Request) -> NoReturn:
        """Raise what the routing says, with a redirect to a path alone.

        The routing builds a whole address from the request's own Host, which anybody can send, and
        a cache in front would keep. Flask asks no error handler about it.
        """
        if isinstance(request.routing_exception, RequestRedirect):
            parts = urlsplit(request.routing_exception.new_url)
            path = "/" + parts.path.lstrip("/\\")  # "//host/" and "/\host/" are addresses too
            raise RequestRedirect(urlunsplit(("", "", path, parts.query, "")))
        super().raise_routing_exception(request)

    def _answer_and_commit(self) -> Any:
        try:
            self._guard()
            result = self.ensure_sync(super().dispatch_request)()
        except Problem as problem:
            if problem.keeps_writes and "session" in g:
                g.session.commit()
            raise
        if "session" in g and request.method not in READS:
            g.session.commit()
        return result

    def _guard(self) -> None:
        """Let in whom the view is open to; who acts is asked for only where it matters."""
        if request.endpoint is None or request.method == "OPTIONS":
            return
        access = access_of(self.view_functions[request.endpoint])
        if access is not Access.ANYONE:
            admit(access, actor())

    def _secure(self, response: Response) -> Response:
        if response.status_code < BAD and self._is_personal():
            response.headers["Cache-Control"] = "private, no-store"
        there = {name.lower() for name, _ in response.headers}
        for name, value in SECURITY_HEADERS.items():
            if name.lower() not in there:
                response.headers.add(name, value)
        if self.settings.public_url.startswith("https://"):
            response.headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"
        return response

    def _is_personal(self) -> bool:
        """Whether this request's answer is meant for nobody but its sender."""
        if request.method not in READS:
            return True
        endpoint = request.endpoint
        return (
            endpoint is not None and access_of(self.view_functions[endpoint]) is not Access.ANYONE
        )


def session() -> Session:
    """This request's session. A read never opens a transaction."""
    if "session" not in g:
        g.session = application().database.session(writes=request.method not in READS)
    opened: Session = g.session
    return opened


def actor() -> Actor:
    """Who acts in this request.

    Raises:
        NotSignedIn: nobody, or nobody any more.
        CsrfMissing: a browser's request that our own page may not have made.
    """
    if "actor" not in g:
        g.actor = application().load_actor(session(), claimed())
        if g.actor is None:
            g.pop("actor")
            raise NotSignedIn
    return cast(Actor, g.actor)


def actor_or_none() -> Actor | None:
    """Who acts, where a visitor may too.

    Raises:
        CsrfMissing: a browser's request that our own page may not have made.
    """
    try:
        return actor()
    except NotSignedIn:
        return None


def settings() -> Settings:
    """The running installation's settings."""
    return application().settings


def application() -> Application:
    """The running application."""
    return cast(Application, current_app)


def _read_language() -> None:
    chosen = request.accept_languages.best_match(language.LANGUAGES, default="da")
    language.current.set(chosen)  # type: ignore[arg-type]  # best_match gives one of LANGUAGES


def _close_session(_error: BaseException | None) -> None:
    if "session" in g:
        g.pop("session").close()


@dataclass(frozen=True, slots=True)
class Visitor:
    """Where a request comes from, and what counting it takes.

    Attributes:
        network: an IPv4 address, or the /64 that an IPv6 address is one of: whoever has one of
            those has them all.
        database: opens transactions beside the request's own.
        secret: makes keyed hashes.
    """

    network: str
    database: Database
    secret: str = field(repr=False)


def visitor() -> Visitor:
    """Where this request comes from; a proxy's word counts only where the settings trust it."""
    running = application()
    return Visitor(
        network_of(request.remote_addr), running.database, running.settings.secret_key or ""
    )


def network_of(address: str | None) -> str:
    """The network that an address stands for when its requests are counted."""
    try:
        found = ip_address((address or "").partition("%")[0])
    except ValueError:
        return ""  # over a local socket there is none
    if isinstance(found, IPv6Address):
        if found.ipv4_mapped is None:
            return str(ip_network((found, 64), strict=False))
        found = found.ipv4_mapped
    return str(found)

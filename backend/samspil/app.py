"""The application: every domain's part of the interface, and what it serves beside it."""

from __future__ import annotations

import structlog
from flask import Response, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.middleware.proxy_fix import ProxyFix

from samspil.core.db import Database, request_engine
from samspil.core.domain import install
from samspil.core.errors import Unavailable
from samspil.core.http import Access, Application, answer, open_to
from samspil.core.http.blueprint import describe
from samspil.core.http.gateway import CONNECTIONS
from samspil.core.http.problems import handle_problems, refuse
from samspil.core.http.shell import is_built
from samspil.core.http.tokens import sign_tokens
from samspil.domains import DOMAINS
from samspil.migrations import is_current
from samspil.people.sessions import load_actor
from samspil.settings import Settings, SettingsError

API = "/api/v1"


def create_app(settings: Settings, database: Database | None = None) -> Application:
    """The whole application, ready for a WSGI server.

    Raises:
        SettingsError: there is no secret to sign with.
    """
    if settings.secret_key is None:
        raise SettingsError("SAMSPIL_SECRET_KEY is not set; scripts/start makes one")
    install(DOMAINS)
    app = Application(
        settings,
        database or Database(request_engine(settings.database_url, CONNECTIONS)),
        load_actor,
    )
    app.config["MAX_CONTENT_LENGTH"] = settings.max_body_bytes
    app.url_map.strict_slashes = False
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops)  # type: ignore[method-assign]
    handle_problems(app)
    sign_tokens(app, settings, settings.secret_key)
    limiter = Limiter(
        get_remote_address,
        app=app,
        application_limits=[settings.rate_limit],
        storage_uri=settings.limiter_url,
        on_breach=refuse,
    )
    # A first visit takes some thirty files, and a class or a library is one address: counted, the
    # ninth phone got nothing. Leaving them out costs little, because to refuse one takes a thread
    # about as long as to send it, and neither asks the database. What bounds them stands before
    # this: the connections that the proxy lets an address have, and those that the server takes.
    limiter.request_filter(lambda: is_built(settings.frontend_dir, request.path[1:]))
    api = describe(app, API)
    for domain in DOMAINS:
        for blueprint in domain.blueprints:
            api.register_blueprint(blueprint, url_prefix=API)
        for pages in domain.pages:
            app.register_blueprint(pages)
    _add_health(app, limiter)
    return app


def _add_health(app: Application, limiter: Limiter) -> None:
    """Whether the process lives, and whether it can answer."""

    @app.get("/healthz")
    @limiter.exempt
    @open_to(Access.ANYONE)
    def live() -> Response:
        return answer({"status": "alive"}, max_age=0)

    @app.get("/readyz")
    @limiter.exempt
    @open_to(Access.ANYONE)
    def ready() -> Response:
        try:
            with app.database.engine.connect() as connection:
                current = is_current(connection)
        except SQLAlchemyError as error:
            structlog.get_logger().warning("not ready", error=type(error).__name__)
            current = False
        if not current:
            raise Unavailable
        return answer({"status": "ready"}, max_age=0)

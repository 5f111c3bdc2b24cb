"""The application: the only list of blueprints."""

from __future__ import annotations

import structlog
from flask import Response
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.middleware.proxy_fix import ProxyFix

from samspil.associations import privacy as associations_privacy
from samspil.associations.desk.routes import blp as desk
from samspil.associations.routes import blp as associations
from samspil.associations.staff.routes import blp as staff_associations
from samspil.core.db import Database, request_engine
from samspil.core.errors import Unavailable
from samspil.core.http import Access, Application, answer, open_to
from samspil.core.http.openapi import describe
from samspil.core.http.problems import handle_problems
from samspil.core.http.serving import CONNECTIONS
from samspil.core.http.tokens import sign_tokens
from samspil.core.privacy import kept as core_privacy
from samspil.demo.routes import blp as demo
from samspil.discover.routes import blp as discover
from samspil.discover.routes import pages
from samspil.discover.staff.routes import blp as staff_overview
from samspil.following.calendars import privacy as calendars_privacy
from samspil.following.calendars.routes import blp as calendars
from samspil.following.favourites import handlers as favourites_handlers
from samspil.following.favourites import privacy as favourites_privacy
from samspil.following.favourites.routes import blp as favourites
from samspil.following.searches import privacy as searches_privacy
from samspil.following.searches.routes import blp as searches
from samspil.hours import handlers as hours_handlers
from samspil.hours import privacy as hours_privacy
from samspil.hours.proofs import privacy as proofs_privacy
from samspil.hours.proofs.routes import blp as certificates
from samspil.hours.routes import blp as hours
from samspil.matching.asking import privacy as asking_privacy
from samspil.matching.asking.routes import blp as asking
from samspil.matching.routes import blp as matching
from samspil.migrations import is_current
from samspil.moderation.routes import blp as reports
from samspil.needs import handlers as volunteering_handlers
from samspil.needs import privacy as volunteering_privacy
from samspil.needs.routes import blp as volunteering
from samspil.ogc.routes import blp as ogc
from samspil.organising.routes import blp as needs_desk
from samspil.organising.shifts.routes import blp as shifts
from samspil.people import privacy as people_privacy
from samspil.people.auth.routes import blp as auth
from samspil.people.me.routes import blp as me
from samspil.people.own_data.routes import blp as own_data
from samspil.people.routes import blp as people
from samspil.people.sessions import load_actor
from samspil.places import privacy as places_privacy
from samspil.places.routes import blp as places
from samspil.premises import handlers as premises_handlers
from samspil.premises import privacy as premises_privacy
from samspil.premises.routes import blp as premises
from samspil.settings import Settings, SettingsError
from samspil.signups.checks import privacy as checks_privacy
from samspil.signups.crews import privacy as crews_privacy
from samspil.signups.crews.routes import blp as crews
from samspil.signups.desk.routes import blp as desk_signups
from samspil.signups.own.routes import blp as own_signups
from samspil.signups.routes import blp as signups
from samspil.signups.threads import privacy as threads_privacy
from samspil.signups.threads.routes import blp as threads

# The only list of the modules that say what is kept of people.
PRIVACY = (
    core_privacy,
    places_privacy,
    people_privacy,
    associations_privacy,
    volunteering_privacy,
    *(threads_privacy, checks_privacy, crews_privacy),
    *(searches_privacy, favourites_privacy, asking_privacy),
    *(hours_privacy, proofs_privacy),
    calendars_privacy,
    premises_privacy,
)
# The only list of the modules that listen to what happens on lower floors.
HANDLERS = (volunteering_handlers, hours_handlers, favourites_handlers, premises_handlers)
BLUEPRINTS = (
    *(places, people, auth, me, own_data, reports, associations, desk, staff_associations),
    *(volunteering, needs_desk, signups, own_signups, desk_signups, shifts, premises, discover),
    *(searches, favourites),
    *(hours, certificates),
    *(matching, asking, staff_overview, demo, threads, crews, calendars),
)
API = "/api/v1"


def create_app(settings: Settings, database: Database | None = None) -> Application:
    """The whole application, ready for a WSGI server.

    Raises:
        SettingsError: there is no secret to sign with.
    """
    if settings.secret_key is None:
        raise SettingsError("SAMSPIL_SECRET_KEY is not set; scripts/start makes one")
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
        headers_enabled=True,
    )
    api = describe(app, API)
    for blueprint in BLUEPRINTS:
        api.register_blueprint(blueprint, url_prefix=API)
    _add_health(app, limiter)
    app.register_blueprint(ogc, url_prefix="/api/ogc")
    app.register_blueprint(pages)
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

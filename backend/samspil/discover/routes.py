"""One search over everything near you, the map, and the pages that people and crawlers open."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlsplit

import flask
import orjson
from flask import Response, request

from samspil.associations.queries import PUBLIC, present_slug
from samspil.associations.queries import one as one_association
from samspil.associations.schemas import association_document
from samspil.core import geo, language, time
from samspil.core.errors import NotFound, Unavailable
from samspil.core.http import Access, Blueprint, answer, open_to, private_answer, session, settings
from samspil.core.http.shell import built_file, shell
from samspil.discover import heads, queries
from samspil.discover.schemas import (
    DiscoverOut,
    DiscoverQuery,
    MapOut,
    MapQuery,
    OverviewOut,
    discover_item,
    map_document,
)
from samspil.needs import queries as needs
from samspil.needs.queries import Filters
from samspil.needs.schemas import need_document
from samspil.places.queries import must_be_known, origin_of_search
from samspil.premises.queries import one as one_premises
from samspil.premises.schemas import premises_document
from samspil.search.paging import Page
from samspil.site import SiteOut, site, url_of

blp = Blueprint("discover", __name__, description="Everything near you")
pages = flask.Blueprint("pages", __name__)


@blp.get("/discover")
@blp.query(DiscoverQuery)
@blp.response(200, DiscoverOut)
@open_to(Access.ANYONE)
def discover(args: dict[str, Any]) -> Response:
    """Needs, associations and premises in one list, nearest first."""
    page, now = Page.of(args), time.now()
    mixed = queries.kinds(Filters.of(args, now), args.get("kind", ()), now)
    origin = origin_of_search(args)
    if origin is None:
        found = queries.next_first(mixed, page, now)
    else:
        found = queries.near(origin, args.get("radius_m", geo.DEFAULT_RADIUS_M), mixed, page)
    document = found.document(session(), page, discover_item)
    must_be_known(session(), args, document["items"])
    return answer(document)


@blp.get("/map")
@blp.query(MapQuery)
@blp.response(200, MapOut)
@open_to(Access.ANYONE)
def show_map(args: dict[str, Any]) -> Response:
    """What lies in a piece of the map: the things, or clusters when they are many."""
    now = time.now()
    mixed = queries.kinds(Filters.of(args, now), args.get("kind", ()), now)
    if not mixed:
        return answer(map_document([]))
    rows = session().execute(queries.on_map(geo.bbox_on_grid(*args["bbox"]), mixed)).all()
    return answer(map_document(list(rows)))


@blp.get("/site")
@blp.response(200, SiteOut)
@open_to(Access.ANYONE)
def get_site() -> Response:
    """What this installation is."""
    return answer(_site(), max_age=300)


def _site() -> dict[str, Any]:
    document = site(session(), settings())
    if document is None:
        raise Unavailable
    return document


def _map_origin() -> str | None:
    style = settings().map_style_url
    return None if style is None else "{0.scheme}://{0.netloc}".format(urlsplit(style))


def _page(head: heads.Head) -> Response:
    chosen = language.current.get()
    return shell(settings().frontend_dir, _map_origin()).page(
        heads.html(head, _site(), chosen), chosen, 200 if head.found else 404
    )


def _add_simple(path: str, name: str) -> None:
    @open_to(Access.ANYONE)
    def view() -> Response:
        return _page(heads.simple(path, name))

    pages.add_url_rule(path, name, view)


for simple_path, simple_name in (
    ("/", "find"),
    ("/foreninger", "associations"),
    ("/lokaler", "premises"),
    ("/mere", "more"),
    ("/tilgaengelighed", "accessibility"),
    ("/privatliv", "privacy"),
):
    _add_simple(simple_path, simple_name)


def _add_private(rule: str, name: str) -> None:
    @open_to(Access.ANYONE)
    def view(**_: str) -> Response:
        """The shell alone: what a person sees in it comes through the interface."""
        page = _page(heads.private(request.path, name))
        page.headers["Referrer-Policy"] = "no-referrer"
        return page

    pages.add_url_rule(rule, f"private {rule}", view)


for private_rule, private_name in (
    ("/log-ind", "sign-in"),
    ("/opret", "register"),
    ("/glemt", "forgotten"),
    ("/bekraeft/<token>", "confirm"),
    ("/afmeld/<token>", "unsubscribe"),
    ("/mig", "me"),
    ("/mig/<path:part>", "me"),
    ("/opret-forening", "new-association"),
    ("/forening/<slug:slug>", "desk"),
    ("/forening/<slug:slug>/<path:part>", "desk"),
    ("/medarbejder", "staff"),
    ("/medarbejder/<path:part>", "staff"),
    ("/bevis", "certificate"),
    ("/bevis/<code>", "certificate"),
    ("/demo/postkasse", "mailbox"),
    ("/demo/postkasse/<mail_id>", "mailbox"),
):
    _add_private(private_rule, private_name)


@pages.get("/opgaver/<need_id>")
@open_to(Access.ANYONE)
def need_page(need_id: str) -> Response:
    """A need, for a link that is shared."""
    row = _need(need_id)
    if row is None:
        return _page(heads.missing(request.path))
    association = _association(row.association_slug)
    if association is None:  # hidden since
        return _page(heads.missing(request.path))
    path = url_of("need", row.id)  # the one address, however this one spells the id
    return _page(heads.of_need(path, need_document(row, association, [])))


@pages.get("/opgaver/<need_id>/billede.png")
@open_to(Access.ANYONE)
def need_picture(need_id: str) -> Response:
    """The picture of a need's page, for a link that is shared."""
    row = _need(need_id)
    if row is None:
        raise NotFound
    return _picture(row.title, [row.association_name, *_names(row.places)])


def _need(need_id: str) -> Any:
    try:
        return session().execute(needs.one(uuid.UUID(need_id), time.now())).first()
    except ValueError:
        return None


@pages.get("/foreninger/<slug:slug>/billede.png")
@open_to(Access.ANYONE)
def association_picture(slug: str) -> Response:
    """The picture of an association's page, for a link that is shared."""
    row = _association(slug)
    if row is None:
        raise NotFound
    return _picture(row.name, _names(row.places))


def _association(slug: str) -> Any:
    today = time.local(time.now()).date()
    return session().execute(one_association(slug, today)).first()


def _picture(title: str, about: Sequence[str]) -> Response:
    drawn = heads.card(title, " · ".join(about), heads.site_name(_site()))
    response = Response(drawn, mimetype="image/png")
    response.set_etag(hashlib.blake2b(drawn, digest_size=12).hexdigest())
    response.headers["Cache-Control"] = "public, max-age=3600"
    response.make_conditional(request)
    return response


def _names(places: str) -> list[str]:
    """The towns of a row, from their JSON."""
    return [place["name"] for place in orjson.loads(places)]


@pages.get("/foreninger/<slug:slug>")
@open_to(Access.ANYONE)
def association_page(slug: str) -> Response:
    """An association, for a link that is shared."""
    row = _association(slug)
    if row is None:
        present = session().scalar(present_slug(slug).where(PUBLIC))
        if present is not None:
            return _moved(url_of("association", present))
    return _page_of(row, association_document, heads.of_association)


def _moved(path: str) -> Response:
    """The way to a page's present address, for a while: it may get its old one back."""
    response = flask.redirect(path, 308)
    response.headers["Cache-Control"] = "public, max-age=30"
    return response  # type: ignore[return-value]


@pages.get("/lokaler/<slug:slug>")
@open_to(Access.ANYONE)
def premises_page(slug: str) -> Response:
    """Premises, for a link that is shared."""
    return _page_of(
        session().execute(one_premises(slug)).first(), premises_document, heads.of_premises
    )


def _page_of(
    row: Any,
    document: Callable[[Any], dict[str, Any]],
    head: Callable[[str, dict[str, Any]], heads.Head],
) -> Response:
    if row is None:
        return _page(heads.missing(request.path))
    return _page(head(request.path, document(row)))


@pages.get("/<page:name>")
@open_to(Access.ANYONE)
def file(name: str) -> Response:
    """A file of the frontend, or the page that says there is none."""
    found = built_file(settings().frontend_dir, name, _map_origin())
    if found is None and name.startswith("_app/"):
        raise NotFound
    return found or _page(heads.missing(request.path))


# What waits for staff.

staff_blp = Blueprint("staff-overview", __name__, description="The staff's desk")


@staff_blp.get("/staff/overview")
@staff_blp.response(200, OverviewOut)
@open_to(Access.STAFF)
def overview() -> Response:
    """How much waits, whoever is in charge of it."""
    return private_answer(dict(session().execute(queries.waiting()).one()._mapping))

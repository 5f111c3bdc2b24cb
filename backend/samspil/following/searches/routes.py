"""Saved searches, and the links that end their mails."""

from __future__ import annotations

import uuid
from typing import Any
from urllib.parse import quote

import flask
from flask import Response

from samspil.core import time
from samspil.core.http import (
    Access,
    Blueprint,
    actor,
    answers_retries,
    must_match,
    open_to,
    private_answer,
    session,
)
from samspil.following.searches import alerts, queries, services
from samspil.following.searches.models import SavedSearch
from samspil.following.searches.schemas import (
    SearchEditIn,
    SearchesOut,
    SearchIn,
    SearchOut,
    UnsubscribeIn,
    search_document,
)
from samspil.matching.asking import services as asking
from samspil.people.auth.schemas import NothingOut

blp = Blueprint("searches", __name__, description="Searches that people keep and are told of")


@blp.get("/me/searches")
@blp.response(200, SearchesOut)
@open_to(Access.SIGNED_IN)
def list_searches() -> Response:
    """One's own saved searches, newest first."""
    found = session().scalars(queries.of_person(actor().id)).all()
    towns = queries.towns_of(session(), found)
    items = [search_document(saved, towns) for saved in found]
    return private_answer({"items": items, "next_cursor": None})


@blp.post("/me/searches")
@blp.arguments(SearchIn)
@blp.response(201, SearchOut)
@answers_retries
@open_to(Access.VERIFIED)
def save_search(given: dict[str, Any]) -> Response:
    """Save a search; mails tell what is published from now on."""
    return _answer(services.save(session(), actor(), given, time.now()), 201)


@blp.patch("/me/searches/<uuid:search_id>")
@blp.arguments(SearchEditIn)
@blp.response(200, SearchOut)
@open_to(Access.VERIFIED)
def change_search(given: dict[str, Any], search_id: uuid.UUID) -> Response:
    """Another name, other filters, or more or fewer mails."""
    saved = services.mine(session(), actor(), search_id)
    must_match(saved.updated_at)
    services.change(session(), actor(), saved, given, time.now())
    return _answer(saved)


@blp.delete("/me/searches/<uuid:search_id>")
@blp.response(204)
@open_to(Access.SIGNED_IN)
def delete_search(search_id: uuid.UUID) -> Response:
    """Forget a saved search."""
    services.let_go(session(), actor(), services.mine(session(), actor(), search_id))
    return Response(status=204)


@blp.get("/unsubscribe/<string(maxlength=100):token>")
@blp.response(303)
@open_to(Access.ANYONE)
def show_unsubscribe(token: str) -> Response:
    """The page that asks: mail programs open links by themselves."""
    response = flask.redirect(f"/afmeld/{quote(token, safe='')}", 303)
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response  # type: ignore[return-value]


@blp.post("/unsubscribe/<string(maxlength=100):token>")
@blp.arguments(UnsubscribeIn, location="form")
@blp.response(200, NothingOut)
@open_to(Access.ANYONE)
def unsubscribe(_: dict[str, Any], token: str) -> Response:
    """End the mails that a mail's link ends; a link that is none is answered the same."""
    alerts.unsubscribe(session(), token)
    asking.stop(session(), token, time.now())
    return private_answer({})


def _answer(saved: SavedSearch, status: int = 200) -> Response:
    towns = queries.towns_of(session(), [saved])
    return private_answer(search_document(saved, towns), status, edition=saved.updated_at)

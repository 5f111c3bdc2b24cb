"""Sign up for a need, and what becomes of it."""

from __future__ import annotations

import uuid
from typing import Any

from flask import Response

from samspil.associations.access import look_at_desk, must
from samspil.core import paging, time
from samspil.core.http import (
    Access,
    Blueprint,
    actor,
    answers_retries,
    open_to,
    private_answer,
    session,
    visitor,
)
from samspil.core.search import Page
from samspil.people import throttle
from samspil.people.auth.schemas import NothingOut
from samspil.volunteering.models import Signup
from samspil.volunteering.signups import answers, mailed, queries, services
from samspil.volunteering.signups.schemas import (
    AnswerIn,
    DeskSignupOut,
    DeskSignupsOut,
    DeskSignupsQuery,
    GuestSignupIn,
    SignupIn,
    SignupOut,
    desk_signup_document,
    signup_document,
)
from samspil.volunteering.signups.services import Wish

blp = Blueprint("signups", __name__, description="Offers to help, and what becomes of them")


@blp.post("/needs/<uuid:need_id>/signups")
@blp.arguments(SignupIn)
@blp.response(201, SignupOut)
@answers_retries
@open_to(Access.VERIFIED)
def sign_up_for_need(given: dict[str, Any], need_id: uuid.UUID) -> Response:
    """Sign up for a need as a whole."""
    return _sign_up(Wish(need_id=need_id, **given))


@blp.post("/shifts/<uuid:shift_id>/signups")
@blp.arguments(SignupIn)
@blp.response(201, SignupOut)
@answers_retries
@open_to(Access.VERIFIED)
def sign_up_for_shift(given: dict[str, Any], shift_id: uuid.UUID) -> Response:
    """Sign up for a shift."""
    need_id = services.need_of_shift(session(), shift_id)
    return _sign_up(Wish(need_id=need_id, shift_id=shift_id, **given))


@blp.post("/needs/<uuid:need_id>/signups/guest")
@blp.arguments(GuestSignupIn)
@blp.response(202, NothingOut)
@open_to(Access.ANYONE)
def sign_up_as_guest(given: dict[str, Any], need_id: uuid.UUID) -> Response:
    """Sign up without an account; a mail asks for a yes, and until then no place is held."""
    throttle.mail(visitor(), given["email"])
    mailed.ask_guest(session(), need_id, given, time.now())
    return private_answer({}, 202)


@blp.post("/signups/<uuid:signup_id>/withdraw")
@blp.response(200, SignupOut)
@open_to(Access.VERIFIED)
def withdraw_signup(signup_id: uuid.UUID) -> Response:
    """Take one's sign-up back."""
    return _mine(services.withdraw(session(), actor().id, signup_id, time.now()))


@blp.post("/signups/<uuid:signup_id>/take")
@blp.response(200, SignupOut)
@open_to(Access.VERIFIED)
def take_offer(signup_id: uuid.UUID) -> Response:
    """Say yes to a place that one is offered."""
    return _mine(services.take(session(), actor().id, signup_id, time.now()))


@blp.post("/signups/<uuid:signup_id>/accept")
@blp.arguments(AnswerIn)
@blp.response(200, DeskSignupOut)
@open_to(Access.VERIFIED)
def accept_signup(given: dict[str, Any], signup_id: uuid.UUID) -> Response:
    """Say yes to a volunteer; where no place is left, they are put on the waiting list."""
    return _desk(answers.accept(session(), actor(), signup_id, given["message"], time.now()))


@blp.post("/signups/<uuid:signup_id>/decline")
@blp.arguments(AnswerIn)
@blp.response(200, DeskSignupOut)
@open_to(Access.VERIFIED)
def decline_signup(given: dict[str, Any], signup_id: uuid.UUID) -> Response:
    """Say no to a volunteer, also after a yes."""
    return _desk(answers.decline(session(), actor(), signup_id, given["message"], time.now()))


@blp.post("/signups/<uuid:signup_id>/attended")
@blp.response(200, DeskSignupOut)
@open_to(Access.VERIFIED)
def note_attended(signup_id: uuid.UUID) -> Response:
    """Note that a volunteer came."""
    return _desk(answers.note_attendance(session(), actor(), signup_id, "attended", time.now()))


@blp.post("/signups/<uuid:signup_id>/absent")
@blp.response(200, DeskSignupOut)
@open_to(Access.VERIFIED)
def note_absent(signup_id: uuid.UUID) -> Response:
    """Note that a volunteer did not come."""
    return _desk(answers.note_attendance(session(), actor(), signup_id, "absent", time.now()))


@blp.get("/associations/<slug:slug>/signups")
@blp.query(DeskSignupsQuery)
@blp.response(200, DeskSignupsOut)
@open_to(Access.SIGNED_IN)
def list_signups(args: dict[str, Any], slug: str) -> Response:
    """Who offers an association help, newest first."""
    opened = look_at_desk(session(), actor(), slug)
    must(opened.standing.runs_it)
    page = Page(args | {"of": slug}, args["limit"], args.get("cursor"), with_total=False)
    rows = queries.of_association(opened.association.id, args.get("need"), args.get("status"), page)
    found = session().execute(rows).all()
    shown, cursor = paging.page(found, page.limit, page.search, queries.key)
    items = [desk_signup_document(row) for row in shown]
    return private_answer({"items": items, "next_cursor": cursor})


def _sign_up(wish: Wish) -> Response:
    return _mine(services.sign_up(session(), actor().id, wish, time.now()), 201)


def _mine(signup: Signup, status: int = 200) -> Response:
    row = session().execute(queries.shown().where(Signup.id == signup.id)).one()
    return private_answer(signup_document(row), status)


def _desk(signup: Signup) -> Response:
    row = session().execute(queries.one_for_desk(signup.id)).one()
    return private_answer(desk_signup_document(row))

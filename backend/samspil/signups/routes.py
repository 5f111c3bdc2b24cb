"""Sign up for a need, and what becomes of it."""

from __future__ import annotations

import uuid
from typing import Any

from flask import Response

from samspil.core import throttle, time
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
from samspil.people.auth.schemas import NothingOut
from samspil.signups import mailed, queries, services
from samspil.signups.models import Signup
from samspil.signups.schemas import GuestSignupIn, SignupIn, SignupOut, signup_document
from samspil.signups.services import Wish

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
    throttle.unasked(visitor(), given["email"])
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


def _sign_up(wish: Wish) -> Response:
    return _mine(services.sign_up(session(), actor().id, wish, time.now()), 201)


def _mine(signup: Signup, status: int = 200) -> Response:
    row = session().execute(queries.shown().where(Signup.id == signup.id)).one()
    return private_answer(signup_document(row), status)

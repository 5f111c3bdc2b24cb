"""Routes for registering, signing in and out, and the links in mails."""

from __future__ import annotations

import contextlib
import uuid
from typing import Any

from flask import Response, after_this_request

from samspil.core import audit, language, throttle, time
from samspil.core.errors import CsrfMissing, NotSignedIn
from samspil.core.http import (
    Access,
    Blueprint,
    actor,
    actor_or_none,
    open_to,
    private_answer,
    session,
    visitor,
)
from samspil.core.http.tokens import (
    Tokens,
    claimed,
    know_device,
    known_device,
    parting_claim,
    set_cookies,
    unset_cookies,
    user_agent,
)
from samspil.people import accounts
from samspil.people.accounts import Registration
from samspil.people.auth import links, sessions
from samspil.people.auth.schemas import (
    AccountIn,
    AddressIn,
    EverywhereIn,
    LinkIn,
    LinkLookOut,
    LinkUseIn,
    LinkUseOut,
    LoginIn,
    NothingOut,
    TokensOut,
)

blp = Blueprint("auth", __name__, description="Accounts and signing in")


@blp.post("/auth/register")
@blp.arguments(AccountIn)
@blp.response(202, NothingOut)
@open_to(Access.ANYONE)
def register(body: dict[str, Any]) -> Response:
    """Ask for an account. The answer is always this one; the mail says what came of it."""
    throttle.registration(visitor(), body["email"])
    if body["guardian_email"] is not None:  # they are mailed once the address is proved
        throttle.unsolicited(visitor(), body["guardian_email"])
    body.setdefault("language", language.current.get())
    device = accounts.register(session(), Registration(**body))
    response = private_answer({}, 202)
    know_device(response, device, accounts.VERIFY_VALID)
    return response


@blp.post("/auth/login")
@blp.arguments(LoginIn)
@blp.response(200, TokensOut)
@open_to(Access.ANYONE)
def login(body: dict[str, Any]) -> Response:
    """Sign in with a password: a new session, whatever the browser carried before."""
    throttle.sign_in(visitor(), body["email"])
    person = accounts.sign_in(session(), body["email"], body["password"])
    throttle.sign_in_succeeded(session(), visitor(), body["email"], time.now())
    tokens = _begin(person.id, "password")
    return _with_tokens(tokens, {}, by_browser=not body["tokens"])


@blp.post("/auth/link")
@blp.arguments(AddressIn)
@blp.response(202, NothingOut)
@open_to(Access.ANYONE)
def ask_for_link(body: dict[str, Any]) -> Response:
    """Ask for a mail whose link signs in without a password."""
    throttle.sign_in_mail(visitor(), body["email"])
    accounts.ask_for_link(session(), body["email"])
    return private_answer({}, 202)


@blp.post("/auth/forgot")
@blp.arguments(AddressIn)
@blp.response(202, NothingOut)
@open_to(Access.ANYONE)
def forgot(body: dict[str, Any]) -> Response:
    """Ask for a mail whose link lets one choose a new password."""
    throttle.sign_in_mail(visitor(), body["email"])
    accounts.ask_for_reset(session(), body["email"])
    return private_answer({}, 202)


@blp.post("/auth/refresh")
@blp.response(200, TokensOut)
@open_to(Access.ANYONE)
def refresh() -> Response:
    """The next tokens, for a refresh token that was not used before."""
    try:
        claim = claimed(refresh=True)
        tokens = sessions.refresh_session(session(), claim, time.now(), user_agent())
    except NotSignedIn:
        # Scripts cannot take what is left of a session that is over.
        after_this_request(_without_cookies)
        raise
    return _with_tokens(tokens, {}, by_browser=claim.by_browser)


@blp.post("/auth/logout")
@blp.response(204)
@open_to(Access.ANYONE)
def logout() -> Response:
    """Sign out here, also when the access token's time is up."""
    with contextlib.suppress(NotSignedIn):
        claim = parting_claim()
        sessions.end_session(session(), claim.session_id, time.now())
    return _without_cookies(Response(status=204))


@blp.post("/auth/logout-everywhere")
@blp.arguments(EverywhereIn)
@blp.response(204)
@open_to(Access.SIGNED_IN)
def logout_everywhere(body: dict[str, Any]) -> Response:
    """Sign out on every device, at once, and end mailed links and the calendar's address."""
    accounts.sign_out_everywhere(session(), actor(), time.now(), calendars=body["calendars"])
    return _without_cookies(Response(status=204))


@blp.post("/auth/reset")
@blp.arguments(LinkUseIn)
@blp.response(200, LinkUseOut)
@open_to(Access.ANYONE)
def reset(body: dict[str, Any]) -> Response:
    """Choose a new password with a mailed link; the same as using the link."""
    return _use(body)


@blp.post("/links/look")
@blp.arguments(LinkIn)
@blp.response(200, LinkLookOut)
@open_to(Access.ANYONE)
def look_at_link(body: dict[str, Any]) -> Response:
    """What a mailed link would do; does nothing."""
    return private_answer(links.look(session(), body["token"], _form()))


@blp.post("/links/use")
@blp.arguments(LinkUseIn)
@blp.response(200, LinkUseOut)
@open_to(Access.ANYONE)
def use_link(body: dict[str, Any]) -> Response:
    """Do what a mailed link is for, or say no to it, once."""
    return _use(body)


def _use(body: dict[str, Any]) -> Response:
    form = _form(password=body["password"], name=body["name"], refused=body["refuse"])
    link, result = links.use(session(), body["token"], form)
    # Whoever reads the address's mail here is no stranger to it from now on.
    throttle.know_network(session(), visitor(), link.email, form.now)
    document = {"purpose": link.purpose, "signed_in": result.sign_in is not None, **result.extra}
    if result.sign_in is None:
        response = private_answer(document)
        if result.sign_out:
            unset_cookies(response)
        return response
    return _with_tokens(_begin(result.sign_in, link.purpose), document, by_browser=True)


def _form(**fields: Any) -> links.Form:
    """What came with the press of a button, or the look at its page, in this browser."""
    try:
        who = actor_or_none()
    except CsrfMissing:
        who = None  # what a browser has left of an old session keeps nobody from a mailed link
    return links.Form(time.now(), None if who is None else who.id, known_device(), **fields)


def _begin(person_id: uuid.UUID, by: str) -> Tokens:
    """A new session, in place of the one that the browser carried."""
    with contextlib.suppress(NotSignedIn, CsrfMissing):
        sessions.end_session(session(), parting_claim().session_id, time.now(), "replaced")
    tokens = sessions.begin_session(session(), person_id, time.now(), user_agent())
    audit.record(session(), person_id, "sign-in", "person", person_id, by=by)
    return tokens


def _with_tokens(tokens: Tokens, document: dict[str, Any], *, by_browser: bool) -> Response:
    """The tokens in cookies for a browser, in the answer for a program."""
    if not by_browser:
        mine = {"access_token": tokens.access, "refresh_token": tokens.refresh}
        return private_answer(document | mine)
    response = private_answer(document)
    set_cookies(response, tokens)
    return response


def _without_cookies(response: Response) -> Response:
    unset_cookies(response)
    return response

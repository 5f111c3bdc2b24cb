"""Signed tokens: a short one that acts and a longer one that fetches the next, in cookies or not.

flask-jwt-extended makes and reads them. Its own answers are never used: whatever is wrong with a
token, the person is simply not signed in, and is told no more than that.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from flask import Flask, Response, current_app, request
from flask_jwt_extended import (
    JWTManager,
    create_access_token,
    create_refresh_token,
    decode_token,
    get_jwt_request_location,
    set_access_cookies,
    set_refresh_cookies,
    unset_jwt_cookies,
    verify_jwt_in_request,
)
from flask_jwt_extended.exceptions import CSRFError, JWTExtendedException
from jwt.exceptions import PyJWTError

from samspil.core.errors import CsrfMissing, NotSignedIn
from samspil.settings import Settings

ACCESS_LASTS: Final = timedelta(minutes=15)
REFRESH_LASTS: Final = timedelta(days=30)
SESSION: Final = "sid"
ACCESS_COOKIE: Final = "samspil_access"
CSRF_HEADER: Final = "X-CSRF-TOKEN"
DEVICE_COOKIE: Final = "samspil_device"
AUTH_PATH: Final = "/api/v1/auth"
LINKS_PATH: Final = "/api/v1/links"


@dataclass(frozen=True, slots=True)
class Tokens:
    """A pair of tokens for one session; `refresh_id` is what its next use is known by."""

    access: str
    refresh: str
    refresh_id: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What a valid token says: whose it is, of which session, and its own id.

    `by_browser` tells whether it came in a cookie, or with a program.
    """

    person_id: uuid.UUID
    session_id: uuid.UUID
    token_id: str
    by_browser: bool = True


def sign_tokens(app: Flask, settings: Settings, secret: str) -> None:
    """Configure the application's tokens."""
    app.config.update(
        JWT_SECRET_KEY=secret,
        JWT_ALGORITHM="HS256",
        JWT_DECODE_ALGORITHMS=["HS256"],
        JWT_ENCODE_ISSUER="samspil",
        JWT_DECODE_ISSUER="samspil",
        JWT_TOKEN_LOCATION=["headers", "cookies"],
        JWT_ACCESS_TOKEN_EXPIRES=ACCESS_LASTS,
        JWT_REFRESH_TOKEN_EXPIRES=REFRESH_LASTS,
        JWT_SESSION_COOKIE=False,
        JWT_COOKIE_SECURE=settings.public_url.startswith("https://"),
        # Our pages call from their own site even when a mail's link has opened them.
        JWT_COOKIE_SAMESITE="Strict",
        JWT_ACCESS_COOKIE_NAME=ACCESS_COOKIE,
        JWT_ACCESS_COOKIE_PATH="/api",
        JWT_REFRESH_COOKIE_NAME="samspil_refresh",
        JWT_REFRESH_COOKIE_PATH=AUTH_PATH,
        JWT_COOKIE_CSRF_PROTECT=True,
        JWT_ACCESS_CSRF_HEADER_NAME=CSRF_HEADER,
        JWT_REFRESH_CSRF_HEADER_NAME=CSRF_HEADER,
    )
    JWTManager(app)


def make_tokens(person_id: uuid.UUID, session_id: uuid.UUID) -> Tokens:
    """New tokens of a session."""
    refresh_id = uuid.uuid4().hex
    claims = {SESSION: str(session_id)}
    return Tokens(
        create_access_token(str(person_id), additional_claims=claims),
        create_refresh_token(str(person_id), additional_claims=claims | {"rid": refresh_id}),
        refresh_id,
    )


def set_cookies(response: Response, tokens: Tokens) -> None:
    """Give a browser its tokens; scripts cannot read them, only their CSRF proofs."""
    set_access_cookies(response, tokens.access, max_age=int(REFRESH_LASTS.total_seconds()))
    set_refresh_cookies(response, tokens.refresh, max_age=int(REFRESH_LASTS.total_seconds()))


def unset_cookies(response: Response) -> None:
    """Take a browser's tokens away."""
    unset_jwt_cookies(response)


def know_device(response: Response, secret: str, lasts: timedelta) -> None:
    """Let a browser be known again when it uses a link; scripts cannot read by what."""
    response.set_cookie(
        DEVICE_COOKIE,
        secret,
        max_age=lasts,
        path=LINKS_PATH,
        secure=current_app.config["JWT_COOKIE_SECURE"],
        httponly=True,
        samesite=current_app.config["JWT_COOKIE_SAMESITE"],
    )


def known_device() -> str | None:
    """The secret of a browser that is known."""
    return request.cookies.get(DEVICE_COOKIE)


def user_agent() -> str:
    """How the device names itself."""
    return request.headers.get("User-Agent", "")


def claimed(*, refresh: bool = False) -> Claim:
    """What the request's token says.

    Raises:
        NotSignedIn: there is none, or it is forged, expired or of the other kind.
        CsrfMissing: it came in a cookie without the proof that our own page sent it.
    """
    try:
        read = verify_jwt_in_request(refresh=refresh)
    except CSRFError:
        raise CsrfMissing from None
    except (JWTExtendedException, PyJWTError, ValueError, KeyError):
        raise NotSignedIn from None
    return _claim({} if read is None else read[1], get_jwt_request_location() == "cookies")


def parting_claim() -> Claim:
    """What the request's access token says, also when its time is up: enough to sign out.

    Raises:
        NotSignedIn: there is none, or it is forged.
        CsrfMissing: it came in a cookie without the proof that our own page sent it.
    """
    scheme, _, bearer = request.headers.get("Authorization", "").partition(" ")
    by_browser = scheme != "Bearer"
    token = request.cookies.get(ACCESS_COOKIE, "") if by_browser else bearer.strip()
    proof = request.headers.get(CSRF_HEADER) if by_browser else None
    if by_browser and token and not proof:
        raise CsrfMissing
    try:
        return _claim(decode_token(token, proof, allow_expired=True), by_browser)
    except CSRFError:
        raise CsrfMissing from None
    except (JWTExtendedException, PyJWTError, ValueError, KeyError):
        raise NotSignedIn from None


def _claim(data: dict[str, Any], by_browser: bool) -> Claim:
    try:
        return Claim(
            uuid.UUID(data["sub"]), uuid.UUID(data[SESSION]), str(data.get("rid", "")), by_browser
        )
    except (KeyError, ValueError, TypeError, AttributeError):
        raise NotSignedIn from None

"""People, and clients that are signed in as they."""

import itertools
from http.cookies import SimpleCookie
from typing import Any

from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.datastructures import Headers
from werkzeug.test import TestResponse

from samspil.core import time
from samspil.core.auth import AREAS
from samspil.core.http import Application
from samspil.core.http.tokens import set_cookies
from samspil.people.models import Person
from samspil.people.sessions import begin_session

_numbers = itertools.count(1)

READS = {"GET", "HEAD", "OPTIONS"}


def person(session: Session, **values: Any) -> Person:
    """Somebody with a confirmed address and no password; `verified=False` for an unconfirmed one.

    On an application with real commits, commit before signing them in.
    """
    number = next(_numbers)
    verified = values.pop("verified", True)
    usual = {
        "name": f"Person {number}",
        "email": f"person-{number}@demo.example",
        "language": "da",
        "verified_at": time.now() if verified else None,
    }
    made = Person(**usual | values)
    session.add(made)
    session.flush()  # a row that requests can see, whatever autoflush does
    return made


def staff(session: Session, *areas: str, **values: Any) -> Person:
    """A municipal employee in charge of these areas, or of all of them."""
    return person(session, areas=list(areas or AREAS), **values)


def administrator(session: Session, **values: Any) -> Person:
    """Somebody who decides who is in charge of what."""
    return person(session, administrator=True, **values)


class Browser(FlaskClient):
    """A client that proves, as our own pages do, that it has read its CSRF cookie."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        """Send the proof with all that changes something."""
        path = str(args[0]) if args else str(kwargs.get("path", ""))
        if kwargs.get("method", "GET").upper() not in READS:
            headers = Headers(kwargs.pop("headers", None))
            kind = "refresh" if path.endswith("/auth/refresh") else "access"
            proof = self.get_cookie(f"csrf_{kind}_token")
            if proof is not None:
                headers.setdefault("X-CSRF-TOKEN", proof.value)
            kwargs["headers"] = headers
        return super().open(*args, **kwargs)


def browser(app: Application) -> Browser:
    """Somebody's browser, nobody signed in."""
    return Browser(app, app.response_class)


def signed_in(app: Application, who: Person) -> Browser:
    """A browser in which somebody has signed in."""
    opened = browser(app)
    answer = app.response_class()
    with app.database.writing() as session, app.app_context():
        set_cookies(answer, begin_session(session, who.id, time.now()))
        session.commit()
    for header in answer.headers.getlist("Set-Cookie"):
        for name, cookie in SimpleCookie(header).items():
            opened.set_cookie(name, cookie.value, path=cookie["path"])
    return opened

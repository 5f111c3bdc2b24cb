"""One's own sign-ups."""

from __future__ import annotations

import uuid
from typing import Any

from flask import Response

from samspil.core import time
from samspil.core.errors import NotFound
from samspil.core.http import Access, Blueprint, actor, open_to, private_answer, session
from samspil.search import paging
from samspil.search.near import Page
from samspil.signups.own import queries
from samspil.signups.own.schemas import (
    OwnSignupHistoryOut,
    OwnSignupsOut,
    OwnSignupsQuery,
    history_document,
    own_signup_document,
)
from samspil.signups.queries import key

blp = Blueprint("own-signups", __name__, description="What one has signed up for")


@blp.get("/me/signups")
@blp.query(OwnSignupsQuery)
@blp.response(200, OwnSignupsOut)
@open_to(Access.SIGNED_IN)
def list_my_signups(args: dict[str, Any]) -> Response:
    """One's own sign-ups, newest first."""
    page = Page(args | {"of": "me"}, args["limit"], args.get("cursor"), with_total=False)
    rows = queries.of_person(actor().id, args.get("need"), args.get("over"), page, time.now())
    found = session().execute(rows).all()
    shown, cursor = paging.page(found, page.limit, page.search, key)
    items = [own_signup_document(row) for row in shown]
    return private_answer({"items": items, "next_cursor": cursor})


@blp.get("/me/signups/<uuid:signup_id>")
@blp.response(200, OwnSignupHistoryOut)
@open_to(Access.SIGNED_IN)
def get_my_signup(signup_id: uuid.UUID) -> Response:
    """One of one's own sign-ups, and how it came to be what it is."""
    row = session().execute(queries.one(actor().id, signup_id)).first()
    if row is None:
        raise NotFound
    steps = session().scalars(queries.steps(signup_id)).all()
    document = own_signup_document(row) | {"history": history_document(steps, actor().id)}
    return private_answer(document)

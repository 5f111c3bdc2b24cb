"""What volunteer and association write to each other about a sign-up."""

from __future__ import annotations

import uuid
from datetime import timedelta
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
from samspil.core.throttle import Limit
from samspil.search import paging
from samspil.search.near import Page
from samspil.signups.threads import queries, services
from samspil.signups.threads.schemas import (
    MessageIn,
    MessageOut,
    MessagesQuery,
    ReadIn,
    ThreadOut,
    message_document,
)

WRITTEN = Limit("message.person", 60, timedelta(hours=1))

blp = Blueprint("threads", __name__, description="Messages about a sign-up")


@blp.get("/signups/<uuid:signup_id>/messages")
@blp.query(MessagesQuery)
@blp.response(200, ThreadOut)
@open_to(Access.SIGNED_IN)
def list_messages(args: dict[str, Any], signup_id: uuid.UUID) -> Response:
    """What the two sides have written, newest first."""
    thread = services.look(session(), actor(), signup_id)
    search = args | {"of": str(signup_id)}
    page = Page(search, args["limit"], args.get("cursor"), with_total=False)
    found = session().execute(queries.messages(signup_id, page)).all()
    shown, cursor = paging.page(found, page.limit, search, queries.key)
    return private_answer(
        {
            "items": [message_document(row) for row in shown],
            "next_cursor": cursor,
            "side": thread.side,
            "closed": services.is_closed(thread.signup, time.now()),
        }
    )


@blp.post("/signups/<uuid:signup_id>/messages")
@blp.arguments(MessageIn)
@blp.response(201, MessageOut)
@answers_retries
@open_to(Access.VERIFIED)
def write_message(given: dict[str, Any], signup_id: uuid.UUID) -> Response:
    """Write to the other side."""
    throttle.count(visitor(), (WRITTEN, str(actor().id)))
    written = services.write(
        session(), actor(), signup_id, given["text"], given.get("id"), time.now()
    )
    row = session().execute(queries.one(written.id)).one()
    return private_answer(message_document(row), 201)


@blp.post("/signups/<uuid:signup_id>/messages/read")
@blp.arguments(ReadIn)
@blp.response(204)
@open_to(Access.SIGNED_IN)
def read_messages(given: dict[str, Any], signup_id: uuid.UUID) -> Response:
    """Say how far one has read."""
    services.read(session(), actor(), signup_id, given["last"])
    return Response(status=204)

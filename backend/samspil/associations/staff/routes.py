"""What staff in charge of associations see and decide."""

from __future__ import annotations

import uuid
from typing import Any

from flask import Response

from samspil.associations import claims, decisions, merging, rules
from samspil.associations.access import must
from samspil.associations.desk.routes import desk_of
from samspil.associations.desk.schemas import DeskOut
from samspil.associations.staff import queries
from samspil.associations.staff.schemas import (
    ApprovalIn,
    ClaimsOut,
    ClaimsQuery,
    MergeIn,
    NothingIn,
    QueueOut,
    QueueQuery,
    ReasonIn,
    claim_document,
    queued,
)
from samspil.core import time
from samspil.core.http import Access, Blueprint, actor, open_to, private_answer, session
from samspil.search import paging
from samspil.search.near import Page

blp = Blueprint("staff-associations", __name__, description="Deciding on associations")
STAFF = "/staff/associations"


@blp.get(STAFF)
@blp.query(QueueQuery)
@blp.response(200, QueueOut)
@open_to(Access.STAFF)
def list_for_staff(args: dict[str, Any]) -> Response:
    """Associations in any state, oldest first."""
    must(rules.decides(actor()))
    page = Page(args, args["limit"], args.get("cursor"), with_total=False)
    rows = session().execute(queries.associations(args, page, time.local(time.now()).year)).all()
    shown, cursor = paging.page(rows, page.limit, args, queries.key)
    return private_answer({"items": [queued(row) for row in shown], "next_cursor": cursor})


@blp.post(f"{STAFF}/<slug:slug>/verify")
@blp.arguments(NothingIn())
@blp.response(200, DeskOut)
@open_to(Access.STAFF)
def verify_association(_body: dict[str, Any], slug: str) -> Response:
    """Say that an association is who it says; it becomes public."""
    decisions.verify(session(), actor(), slug, time.now())
    return desk_of(actor(), slug)


@blp.post(f"{STAFF}/<slug:slug>/decline")
@blp.arguments(ReasonIn())
@blp.response(200, DeskOut)
@open_to(Access.STAFF)
def decline_association(body: dict[str, Any], slug: str) -> Response:
    """Leave a registered association unseen, and say why."""
    decisions.decline(session(), actor(), slug, body["reason"])
    return desk_of(actor(), slug)


@blp.post(f"{STAFF}/<slug:slug>/approve")
@blp.arguments(ApprovalIn())
@blp.response(200, DeskOut)
@open_to(Access.STAFF)
def approve_association(body: dict[str, Any], slug: str) -> Response:
    """Approve an association under folkeoplysningsloven, or end its approval."""
    decisions.approve(session(), actor(), slug, body["first"], body["last"])
    return desk_of(actor(), slug)


@blp.post(f"{STAFF}/<slug:slug>/hide")
@blp.arguments(ReasonIn())
@blp.response(200, DeskOut)
@open_to(Access.STAFF)
def hide_association(body: dict[str, Any], slug: str) -> Response:
    """Take an association and its needs out of sight, and say why."""
    decisions.hide(session(), actor(), slug, body["reason"])
    return desk_of(actor(), slug)


@blp.post(f"{STAFF}/<slug:slug>/show")
@blp.arguments(NothingIn())
@blp.response(200, DeskOut)
@open_to(Access.STAFF)
def show_association(_body: dict[str, Any], slug: str) -> Response:
    """Let everybody see again what was hidden."""
    decisions.show(session(), actor(), slug)
    return desk_of(actor(), slug)


@blp.post(f"{STAFF}/<slug:slug>/merge")
@blp.arguments(MergeIn())
@blp.response(200, DeskOut)
@open_to(Access.STAFF)
def merge_association(body: dict[str, Any], slug: str) -> Response:
    """Give all that an association has to another; the other one's desk is answered."""
    merging.merge(session(), actor(), slug, body["into"])
    return desk_of(actor(), body["into"])


@blp.get("/staff/claims")
@blp.query(ClaimsQuery)
@blp.response(200, ClaimsOut)
@open_to(Access.STAFF)
def list_claims(args: dict[str, Any]) -> Response:
    """Who says that they run an association, oldest first."""
    must(rules.decides(actor()))
    page = Page(args, args["limit"], args.get("cursor"), with_total=False)
    rows = session().execute(queries.claims(page)).all()
    shown, cursor = paging.page(rows, page.limit, args, queries.key)
    return private_answer({"items": [claim_document(row) for row in shown], "next_cursor": cursor})


@blp.post("/staff/claims/<uuid:claim_id>/accept")
@blp.arguments(NothingIn())
@blp.response(204)
@open_to(Access.STAFF)
def accept_claim(_body: dict[str, Any], claim_id: uuid.UUID) -> Response:
    """Let somebody run the association they say they run."""
    claims.accept(session(), actor(), claim_id, time.now())
    return Response(status=204)


@blp.post("/staff/claims/<uuid:claim_id>/decline")
@blp.arguments(ReasonIn())
@blp.response(204)
@open_to(Access.STAFF)
def decline_claim(body: dict[str, Any], claim_id: uuid.UUID) -> Response:
    """Leave the association with whoever has it, and say why."""
    claims.decline(session(), actor(), claim_id, body["reason"], time.now())
    return Response(status=204)

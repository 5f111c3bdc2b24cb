"""Who offers an association help, and what it answers."""

from __future__ import annotations

import uuid
from typing import Any

from flask import Response

from samspil.associations.access import look_at_desk, must
from samspil.core import time
from samspil.core.http import Access, Blueprint, actor, open_to, private_answer, session
from samspil.search import paging
from samspil.search.near import Page
from samspil.signups import answers
from samspil.signups.checks.schemas import ChildCheckIn
from samspil.signups.desk import queries
from samspil.signups.desk.queries import Wanted
from samspil.signups.desk.schemas import (
    AnswerIn,
    AttendedIn,
    DeskSignupOut,
    DeskSignupsOut,
    DeskSignupsQuery,
    desk_signup_document,
)
from samspil.signups.models import Signup

blp = Blueprint("desk-signups", __name__, description="What an association answers volunteers")


@blp.get("/associations/<slug:slug>/signups")
@blp.query(DeskSignupsQuery)
@blp.response(200, DeskSignupsOut)
@open_to(Access.SIGNED_IN)
def list_signups(args: dict[str, Any], slug: str) -> Response:
    """Who offers an association help."""
    opened = look_at_desk(session(), actor(), slug)
    must(opened.standing.runs_it)
    wanted = Wanted(opened.association.id, args.get("need"), args.get("shift"), args["status"])
    group = queries.GROUPS.get(args.get("group", ""), queries.ALL)
    page = Page(args | {"of": slug}, args["limit"], args.get("cursor"), with_total=False)
    found = session().execute(queries.of_association(wanted, group, page)).all()
    shown, cursor = paging.page(found, page.limit, page.search, queries.key)
    return private_answer(
        {
            "items": [desk_signup_document(row) for row in shown],
            "next_cursor": cursor,
            "counts": dict(session().execute(queries.counts(wanted)).one()._mapping),
        }
    )


@blp.get("/signups/<uuid:signup_id>/desk")
@blp.response(200, DeskSignupOut)
@open_to(Access.SIGNED_IN)
def get_signup(signup_id: uuid.UUID) -> Response:
    """One sign-up as the association sees it."""
    answers.must_be_theirs(session(), actor(), signup_id)
    return _answer(signup_id)


@blp.post("/signups/<uuid:signup_id>/accept")
@blp.arguments(AnswerIn)
@blp.response(200, DeskSignupOut)
@open_to(Access.VERIFIED)
def accept_signup(given: dict[str, Any], signup_id: uuid.UUID) -> Response:
    """Say yes to a volunteer; where no place is left, they are put on the waiting list."""
    return _shown(answers.accept(session(), actor(), signup_id, given["message"], time.now()))


@blp.post("/signups/<uuid:signup_id>/decline")
@blp.arguments(AnswerIn)
@blp.response(200, DeskSignupOut)
@open_to(Access.VERIFIED)
def decline_signup(given: dict[str, Any], signup_id: uuid.UUID) -> Response:
    """Say no to a volunteer, also after a yes."""
    return _shown(answers.decline(session(), actor(), signup_id, given["message"], time.now()))


@blp.post("/signups/<uuid:signup_id>/attended")
@blp.arguments(AttendedIn)
@blp.response(200, DeskSignupOut)
@open_to(Access.VERIFIED)
def note_attended(given: dict[str, Any], signup_id: uuid.UUID) -> Response:
    """Note that a volunteer came."""
    return _shown(
        answers.note_attendance(session(), actor(), signup_id, "attended", time.now(), **given)
    )


@blp.post("/signups/<uuid:signup_id>/absent")
@blp.response(200, DeskSignupOut)
@open_to(Access.VERIFIED)
def note_absent(signup_id: uuid.UUID) -> Response:
    """Note that a volunteer did not come."""
    return _shown(answers.note_attendance(session(), actor(), signup_id, "absent", time.now()))


@blp.put("/signups/<uuid:signup_id>/child-check")
@blp.arguments(ChildCheckIn)
@blp.response(200, DeskSignupOut)
@open_to(Access.VERIFIED)
def note_child_check(given: dict[str, Any], signup_id: uuid.UUID) -> Response:
    """Note how far one is with a volunteer's child protection certificate; nothing else is kept."""
    return _shown(
        answers.note_child_check(session(), actor(), signup_id, given["status"], time.now())
    )


def _shown(signup: Signup) -> Response:
    return _answer(signup.id)


def _answer(signup_id: uuid.UUID) -> Response:
    row = session().execute(queries.one(signup_id)).one()
    return private_answer(desk_signup_document(row))

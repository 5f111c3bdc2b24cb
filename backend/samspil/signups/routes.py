"""Sign up for a need, and what becomes of it."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from flask import Response

from samspil.associations.access import look_at_desk
from samspil.core import throttle, time
from samspil.core.errors import NotFound, must
from samspil.core.http import Access, Blueprint, actor, open_to, private_answer, session, visitor
from samspil.core.throttle import Limit
from samspil.people.schemas import NothingOut
from samspil.search import paging
from samspil.search.paging import Page
from samspil.signups import answering, crew, links, many, queries, services, threads
from samspil.signups.answering import Yes
from samspil.signups.many_schemas import ManyAnsweredOut, ManyAnswersIn, outcome_document
from samspil.signups.models import Signup
from samspil.signups.queries import Wanted
from samspil.signups.schemas import (
    AcceptIn,
    AnswerIn,
    AttendedIn,
    ChildCheckIn,
    DeskSignupOut,
    DeskSignupsOut,
    DeskSignupsQuery,
    GuestSignupIn,
    MessageIn,
    MessageOut,
    MessagesQuery,
    OwnSignupHistoryOut,
    OwnSignupsOut,
    OwnSignupsQuery,
    ReadIn,
    RemindedOut,
    ReminderIn,
    SignupIn,
    SignupOut,
    ThreadOut,
    desk_signup_document,
    history_document,
    message_document,
    own_signup_document,
    signup_document,
)
from samspil.signups.services import NewSignup

blp = Blueprint("signups", __name__, description="Offers to help, and what becomes of them")


@blp.post("/needs/<uuid:need_id>/signups")
@blp.arguments(SignupIn)
@blp.response(201, SignupOut)
@open_to(Access.VERIFIED)
def sign_up_for_need(body: dict[str, Any], need_id: uuid.UUID) -> Response:
    """Sign up for a need as a whole."""
    return _sign_up(NewSignup(need_id=need_id, **body))


@blp.post("/shifts/<uuid:shift_id>/signups")
@blp.arguments(SignupIn)
@blp.response(201, SignupOut)
@open_to(Access.VERIFIED)
def sign_up_for_shift(body: dict[str, Any], shift_id: uuid.UUID) -> Response:
    """Sign up for a shift."""
    need_id = services.need_of_shift(session(), shift_id)
    return _sign_up(NewSignup(need_id=need_id, shift_id=shift_id, **body))


@blp.post("/needs/<uuid:need_id>/signups/guest")
@blp.arguments(GuestSignupIn)
@blp.response(202, NothingOut)
@open_to(Access.ANYONE)
def sign_up_as_guest(body: dict[str, Any], need_id: uuid.UUID) -> Response:
    """Sign up without an account; a mail asks for a yes, and until then no place is held."""
    throttle.unsolicited(visitor(), body["email"])
    links.ask_guest(session(), need_id, body, time.now())
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


def _sign_up(new: NewSignup) -> Response:
    return _mine(services.sign_up(session(), actor().id, new, time.now()), 201)


def _mine(signup: Signup, status: int = 200) -> Response:
    row = session().execute(queries.signup_rows().where(Signup.id == signup.id)).one()
    return private_answer(signup_document(row), status)


# One's own sign-ups.

own_blp = Blueprint("own-signups", __name__, description="What one has signed up for")


@own_blp.get("/me/signups")
@own_blp.query(OwnSignupsQuery)
@own_blp.response(200, OwnSignupsOut)
@open_to(Access.SIGNED_IN)
def list_my_signups(args: dict[str, Any]) -> Response:
    """One's own sign-ups, newest first."""
    mine = queries.own_signups(actor().id, args.get("need"), args.get("over"), time.now())
    page = Page.of(args, of="me")
    return private_answer(paging.document(session(), mine, page, own_signup_document))


@own_blp.get("/me/signups/<uuid:signup_id>")
@own_blp.response(200, OwnSignupHistoryOut)
@open_to(Access.SIGNED_IN)
def get_my_signup(signup_id: uuid.UUID) -> Response:
    """One of one's own sign-ups, and how it came to be what it is."""
    row = session().execute(queries.own_signup(actor().id, signup_id)).first()
    if row is None:
        raise NotFound
    steps = session().scalars(queries.steps(signup_id)).all()
    document = own_signup_document(row) | {"history": history_document(steps, actor().id)}
    return private_answer(document)


# Who offers an association help, and what it answers.

desk_blp = Blueprint("desk-signups", __name__, description="What an association answers volunteers")


@desk_blp.get("/associations/<slug:slug>/signups")
@desk_blp.query(DeskSignupsQuery)
@desk_blp.response(200, DeskSignupsOut)
@open_to(Access.SIGNED_IN)
def list_signups(args: dict[str, Any], slug: str) -> Response:
    """Who offers an association help."""
    opened = look_at_desk(session(), actor(), slug)
    must(opened.standing.runs_it)
    wanted = Wanted(
        *(opened.association.id, args.get("need"), args.get("shift"), args["status"]),
        args.get("q", ""),
    )
    group = queries.GROUPS.get(args.get("group", ""), queries.ALL)
    found = queries.desk_signups(wanted, group, args.get("sort"))
    listed = paging.document(session(), found, Page.of(args, of=slug), desk_signup_document)
    counts = dict(session().execute(queries.counts(wanted)).one()._mapping)
    return private_answer({**listed, "counts": counts})


@desk_blp.post("/associations/<slug:slug>/signups/answers")
@desk_blp.arguments(ManyAnswersIn)
@desk_blp.response(200, ManyAnsweredOut)
@open_to(Access.VERIFIED)
def answer_many(body: dict[str, Any], slug: str) -> Response:
    """Answer many volunteers at once; what cannot be done for one is said of that one."""
    opened = look_at_desk(session(), actor(), slug)
    must(opened.standing.runs_it)
    yes = Yes(message=body["message"], waiting_message=body["waiting_message"])
    act, wanted = body["act"], body["signups"]
    outcomes = many.answer(session(), actor(), opened, act, wanted, yes, time.now())
    return private_answer({"outcomes": [outcome_document(one) for one in outcomes]})


@desk_blp.get("/signups/<uuid:signup_id>/desk")
@desk_blp.response(200, DeskSignupOut)
@open_to(Access.SIGNED_IN)
def get_signup(signup_id: uuid.UUID) -> Response:
    """One sign-up as the association sees it."""
    answering.must_be_theirs(session(), actor(), signup_id)
    return _answer(signup_id)


@desk_blp.post("/signups/<uuid:signup_id>/accept")
@desk_blp.arguments(AcceptIn)
@desk_blp.response(200, DeskSignupOut)
@open_to(Access.VERIFIED)
def accept_signup(body: dict[str, Any], signup_id: uuid.UUID) -> Response:
    """Say yes to a volunteer; where no place is left, they are put on the waiting list."""
    return _shown(answering.accept(session(), actor(), signup_id, Yes(**body), time.now()))


@desk_blp.post("/signups/<uuid:signup_id>/wait")
@desk_blp.arguments(AnswerIn)
@desk_blp.response(200, DeskSignupOut)
@open_to(Access.VERIFIED)
def put_signup_in_line(body: dict[str, Any], signup_id: uuid.UUID) -> Response:
    """Put a volunteer on the waiting list while no place is left."""
    return _shown(answering.wait(session(), actor(), signup_id, body["message"], time.now()))


@desk_blp.post("/signups/<uuid:signup_id>/decline")
@desk_blp.arguments(AnswerIn)
@desk_blp.response(200, DeskSignupOut)
@open_to(Access.VERIFIED)
def decline_signup(body: dict[str, Any], signup_id: uuid.UUID) -> Response:
    """Say no to a volunteer, also after a yes."""
    return _shown(answering.decline(session(), actor(), signup_id, body["message"], time.now()))


@desk_blp.post("/signups/<uuid:signup_id>/reopen")
@desk_blp.response(200, DeskSignupOut)
@open_to(Access.VERIFIED)
def reopen_signup(signup_id: uuid.UUID) -> Response:
    """Take a no back."""
    return _shown(answering.reopen(session(), actor(), signup_id, time.now()))


@desk_blp.post("/signups/<uuid:signup_id>/attended")
@desk_blp.arguments(AttendedIn)
@desk_blp.response(200, DeskSignupOut)
@open_to(Access.VERIFIED)
def note_attended(body: dict[str, Any], signup_id: uuid.UUID) -> Response:
    """Note that a volunteer came."""
    return _shown(
        answering.note_attendance(session(), actor(), signup_id, "attended", time.now(), **body)
    )


@desk_blp.post("/signups/<uuid:signup_id>/absent")
@desk_blp.response(200, DeskSignupOut)
@open_to(Access.VERIFIED)
def note_absent(signup_id: uuid.UUID) -> Response:
    """Note that a volunteer did not come."""
    return _shown(answering.note_attendance(session(), actor(), signup_id, "absent", time.now()))


@desk_blp.put("/signups/<uuid:signup_id>/child-check")
@desk_blp.arguments(ChildCheckIn)
@desk_blp.response(200, DeskSignupOut)
@open_to(Access.VERIFIED)
def note_child_check(body: dict[str, Any], signup_id: uuid.UUID) -> Response:
    """Note how far one is with a volunteer's child protection certificate; nothing else is kept."""
    return _shown(
        answering.note_child_check(session(), actor(), signup_id, body["status"], time.now())
    )


def _shown(signup: Signup) -> Response:
    return _answer(signup.id)


def _answer(signup_id: uuid.UUID) -> Response:
    row = session().execute(queries.desk_signup(signup_id)).one()
    return private_answer(desk_signup_document(row))


# What an association does with those who have a place.

CSV = {"content_type": "text/csv", "description": "A table for a spreadsheet"}

crew_blp = Blueprint("crews", __name__, description="Those who have a place")


@crew_blp.post("/shifts/<uuid:shift_id>/remind")
@crew_blp.arguments(ReminderIn)
@crew_blp.response(200, RemindedOut)
@open_to(Access.VERIFIED)
def remind_crew(body: dict[str, Any], shift_id: uuid.UUID) -> Response:
    """Remind all who are to come to a shift, once a day."""
    reminded = crew.remind(session(), actor(), shift_id, body["message"], time.now())
    return private_answer({"reminded": reminded})


@crew_blp.get("/shifts/<uuid:shift_id>/contacts.csv")
@crew_blp.response(200, **CSV)
@open_to(Access.VERIFIED)
def get_shift_contacts(shift_id: uuid.UUID) -> Response:
    """Names and addresses of those with a place in a shift."""
    # A read has no transaction to write in: that addresses were taken is noted in one of its own.
    with visitor().database.writing.begin() as noting:
        return _file(crew.of_shift(noting, actor(), shift_id))


@crew_blp.get("/needs/<uuid:need_id>/contacts.csv")
@crew_blp.response(200, **CSV)
@open_to(Access.VERIFIED)
def get_need_contacts(need_id: uuid.UUID) -> Response:
    """Names and addresses of those with a place at a need."""
    with visitor().database.writing.begin() as noting:
        return _file(crew.of_need(noting, actor(), need_id))


def _file(table: str) -> Response:
    response = Response(table, mimetype="text/csv")
    response.headers["Content-Disposition"] = 'attachment; filename="kontakter.csv"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


# What volunteer and association write to each other about a sign-up.

WRITTEN = Limit("message.person", 60, timedelta(hours=1))

thread_blp = Blueprint("threads", __name__, description="Messages about a sign-up")


@thread_blp.get("/signups/<uuid:signup_id>/messages")
@thread_blp.query(MessagesQuery)
@thread_blp.response(200, ThreadOut)
@open_to(Access.SIGNED_IN)
def list_messages(args: dict[str, Any], signup_id: uuid.UUID) -> Response:
    """What the two sides have written, newest first."""
    thread = threads.look(session(), actor(), signup_id)
    page = Page.of(args, of=str(signup_id))
    listed = paging.document(session(), threads.messages_of(signup_id), page, message_document)
    closed = threads.is_closed(thread.signup, time.now())
    return private_answer({**listed, "side": thread.side, "closed": closed})


@thread_blp.post("/signups/<uuid:signup_id>/messages")
@thread_blp.arguments(MessageIn)
@thread_blp.response(201, MessageOut)
@open_to(Access.VERIFIED)
def write_message(body: dict[str, Any], signup_id: uuid.UUID) -> Response:
    """Write to the other side."""
    throttle.count(visitor(), (WRITTEN, str(actor().id)))
    message = threads.write(session(), actor(), signup_id, body["text"], body.get("id"), time.now())
    row = session().execute(threads.one(message.id)).one()
    return private_answer(message_document(row), 201)


@thread_blp.post("/signups/<uuid:signup_id>/messages/read")
@thread_blp.arguments(ReadIn)
@thread_blp.response(204)
@open_to(Access.SIGNED_IN)
def read_messages(body: dict[str, Any], signup_id: uuid.UUID) -> Response:
    """Say how far one has read."""
    threads.read(session(), actor(), signup_id, body["last"])
    return Response(status=204)

"""Hours given: written down by either side, and confirmed by the association."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any, Final

from flask import Response

from samspil.associations.access import look_at_desk
from samspil.associations.rules import MANAGER
from samspil.core import throttle, time
from samspil.core.errors import must
from samspil.core.http import (
    Access,
    Blueprint,
    actor,
    must_match,
    open_to,
    private_answer,
    session,
    settings,
    visitor,
)
from samspil.core.language import text
from samspil.core.throttle import Limit
from samspil.core.time import local
from samspil.hours import certificates, confirmation, entries, queries, volunteers
from samspil.hours.models import HoursEntry
from samspil.hours.schemas import (
    CertificateIn,
    CertificateOut,
    CertificatesOut,
    ConfirmedManyOut,
    ConfirmIn,
    ConfirmManyIn,
    DeclineIn,
    DeskHoursEntryOut,
    DeskHoursIn,
    DeskHoursOut,
    DeskHoursQuery,
    HoursChangeIn,
    HoursOut,
    MyHoursIn,
    MyHoursOut,
    MyHoursQuery,
    OurVolunteersOut,
    OurVolunteersQuery,
    PaperOut,
    certificate_document,
    desk_hours_document,
    helped_document,
    hours_document,
    months_document,
    paper_document,
    sums_document,
    volunteer_document,
)
from samspil.places.services import authority
from samspil.search import paging
from samspil.search.paging import Page

# Far more than anybody has to write down; a rota's worth for an association.
ENTERED: Final = Limit("hours.person", 300, timedelta(hours=1))

blp = Blueprint("hours", __name__, description="Hours given, and their confirmation")


@blp.get("/me/hours")
@blp.query(MyHoursQuery)
@blp.response(200, MyHoursOut)
@open_to(Access.SIGNED_IN)
def list_my_hours(args: dict[str, Any]) -> Response:
    """One's own hours of a year, month by month, and what one may enter."""
    me, hours_a_month = actor().id, settings().volunteer_hours_a_month
    year = args.get("year", local(time.now()).year)
    rows = session().execute(queries.of_person(me, year)).all()
    sums = session().execute(queries.by_month(me, year)).all()
    helped = session().execute(queries.helped(me)).all()
    needs = session().execute(queries.needs_helped(me)).all()
    return private_answer(
        {
            "year": year,
            "years": [int(one) for one in session().scalars(queries.years(me))],
            "items": [hours_document(row) for row in rows],
            "months": months_document(sums, hours_a_month),
            "sums": sums_document(sums),
            "hours_a_month": hours_a_month or None,
            "associations": helped_document(helped, needs),
        }
    )


@blp.post("/me/hours")
@blp.arguments(MyHoursIn)
@blp.response(201, HoursOut)
@open_to(Access.VERIFIED)
def enter_my_hours(body: dict[str, Any]) -> Response:
    """Write down hours that one has given; the association confirms them."""
    throttle.count(visitor(), (ENTERED, str(actor().id)))
    return _mine(entries.enter(session(), actor(), body, time.now()), 201)


@blp.patch("/hours/<uuid:entry_id>")
@blp.arguments(HoursChangeIn)
@blp.response(200, HoursOut)
@open_to(Access.VERIFIED)
def change_hours(body: dict[str, Any], entry_id: uuid.UUID) -> Response:
    """Put an entry right: one's own while it waits; the association, until it is declined."""
    entry = confirmation.lock_to_change(session(), actor(), entry_id)
    must_match(entry.updated_at)
    return _mine(confirmation.change(session(), actor(), entry, body, time.now()))


@blp.delete("/hours/<uuid:entry_id>")
@blp.response(204)
@open_to(Access.VERIFIED)
def remove_hours(entry_id: uuid.UUID) -> Response:
    """Take back what one has entered, while it waits."""
    entries.remove(session(), actor(), entry_id)
    return Response(status=204)


@blp.post("/hours/<uuid:entry_id>/confirm")
@blp.arguments(ConfirmIn)
@blp.response(200, DeskHoursEntryOut)
@open_to(Access.VERIFIED)
def confirm_hours(body: dict[str, Any], entry_id: uuid.UUID) -> Response:
    """Confirm somebody's hours, also after a no."""
    minutes = body.get("minutes")
    return _desk(confirmation.confirm(session(), actor(), entry_id, minutes, time.now()))


@blp.post("/hours/<uuid:entry_id>/decline")
@blp.arguments(DeclineIn)
@blp.response(200, DeskHoursEntryOut)
@open_to(Access.VERIFIED)
def decline_hours(body: dict[str, Any], entry_id: uuid.UUID) -> Response:
    """Say no to somebody's hours, also after a yes, and tell them why by mail."""
    return _desk(confirmation.decline(session(), actor(), entry_id, body["reason"], time.now()))


@blp.get("/associations/<slug:slug>/hours")
@blp.query(DeskHoursQuery)
@blp.response(200, DeskHoursOut)
@open_to(Access.SIGNED_IN)
def list_hours(args: dict[str, Any], slug: str) -> Response:
    """What an association has been given, latest entered first."""
    opened = look_at_desk(session(), actor(), slug)
    must(opened.standing.runs_it)
    association_id, year = opened.association.id, local(time.now()).year
    listing = queries.of_association(association_id, args.get("status"))
    me = actor().id
    listed = paging.document(
        session(), listing, Page.of(args, of=slug), lambda row: desk_hours_document(row, me)
    )
    sums = session().execute(queries.sums(association_id, year)).one()
    counted = {"waiting": sums.waiting, "year": year, "confirmed": sums.confirmed}
    return private_answer({**listed, "sums": counted})


@blp.get("/associations/<slug:slug>/volunteers")
@blp.query(OurVolunteersQuery)
@blp.response(200, OurVolunteersOut)
@open_to(Access.VERIFIED)
def list_volunteers(args: dict[str, Any], slug: str) -> Response:
    """Everybody who has helped an association, who came last first."""
    opened = look_at_desk(session(), actor(), slug)
    must(opened.standing.role == MANAGER)
    listing = volunteers.of_association(opened.association.id, args["q"])
    page = Page.of(args, of=slug)
    return private_answer(paging.document(session(), listing, page, volunteer_document))


@blp.get("/associations/<slug:slug>/volunteers.csv")
@blp.response(200, content_type="text/csv", description="A table for a spreadsheet")
@open_to(Access.VERIFIED)
def get_volunteers_table(slug: str) -> Response:
    """The same as a table."""
    # A read has no transaction to write in: that addresses were taken is noted in one of its own.
    with visitor().database.writing.begin() as noting:
        table = volunteers.table(noting, actor(), look_at_desk(noting, actor(), slug))
    response = Response(table, mimetype="text/csv")
    response.headers["Content-Disposition"] = 'attachment; filename="frivillige.csv"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


@blp.post("/associations/<slug:slug>/hours")
@blp.arguments(DeskHoursIn)
@blp.response(201, DeskHoursEntryOut)
@open_to(Access.VERIFIED)
def enter_hours(body: dict[str, Any], slug: str) -> Response:
    """Enter the hours of somebody who had a place; but for one's own, that confirms them."""
    opened = look_at_desk(session(), actor(), slug)
    must(opened.standing.runs_it)
    throttle.count(visitor(), (ENTERED, str(actor().id)))
    return _desk(entries.enter_for_volunteer(session(), actor(), opened, body, time.now()), 201)


@blp.post("/associations/<slug:slug>/hours/confirm")
@blp.arguments(ConfirmManyIn)
@blp.response(200, ConfirmedManyOut)
@open_to(Access.VERIFIED)
def confirm_many(body: dict[str, Any], slug: str) -> Response:
    """Confirm many entries as they were seen; what has changed since is left."""
    opened = look_at_desk(session(), actor(), slug)
    must(opened.standing.runs_it)
    done, left = confirmation.confirm_all(session(), actor(), opened, body["entries"], time.now())
    return private_answer({"confirmed": done, "left": left})


def _mine(entry: HoursEntry, status: int = 200) -> Response:
    row = session().execute(queries.one(entry.id)).one()
    return private_answer(hours_document(row), status, version=entry.updated_at)


def _desk(entry: HoursEntry, status: int = 200) -> Response:
    row = session().execute(queries.entry_rows_with_people().where(HoursEntry.id == entry.id)).one()
    document = desk_hours_document(row, actor().id)
    return private_answer(document, status, version=entry.updated_at)


# Certificates of voluntary work: made and withdrawn by volunteers, checked by anybody.

MADE: Final = Limit("certificate.person", 20, timedelta(hours=1))
# Each takes a quarter of a second of a processor.
PRINTED: Final = Limit("certificate.pdf", 30, timedelta(hours=1))
# Whoever checks a pile of applications types some dozens; who guesses, millions.
CHECKED_NETWORK: Final = Limit("certificate.network", 60, timedelta(minutes=15))
CHECKED_EVERYONE: Final = Limit("certificate.everyone", 3_000, timedelta(minutes=15))

proof_blp = Blueprint("certificates", __name__, description="Proofs of voluntary work")


@proof_blp.get("/me/certificates")
@proof_blp.response(200, CertificatesOut)
@open_to(Access.SIGNED_IN)
def list_my_certificates() -> Response:
    """One's own certificates, newest first."""
    issuer = _issuer()
    found = session().scalars(queries.certificates_of(actor().id)).all()
    return private_answer({"items": [certificate_document(one, issuer) for one in found]})


@proof_blp.post("/me/certificates")
@proof_blp.arguments(CertificateIn)
@proof_blp.response(201, CertificateOut)
@open_to(Access.VERIFIED)
def make_certificate(body: dict[str, Any]) -> Response:
    """Certify one's confirmed hours of a period, as they stand now."""
    throttle.count(visitor(), (MADE, str(actor().id)))
    certificate = certificates.make(session(), actor(), body, time.now())
    return private_answer(certificate_document(certificate, _issuer()), 201)


@proof_blp.get("/me/certificates/<uuid:certificate_id>.pdf")
@proof_blp.response(200, content_type="application/pdf", description="A page as PDF/UA-1")
@open_to(Access.SIGNED_IN)
def print_certificate(certificate_id: uuid.UUID) -> Response:
    """One's own certificate as a paper."""
    certificate = certificates.own(session(), actor(), certificate_id)
    throttle.count(visitor(), (PRINTED, str(actor().id)))
    paper = certificates.pdf(certificate, _issuer(), settings().public_url)
    response = Response(paper, mimetype="application/pdf")
    name = f"{text('certificate.file')}-{certificate.until_day}.pdf"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


@proof_blp.delete("/me/certificates/<uuid:certificate_id>")
@proof_blp.response(204)
@open_to(Access.SIGNED_IN)
def withdraw_certificate(certificate_id: uuid.UUID) -> Response:
    """Let its code lead nowhere from now on."""
    certificates.withdraw(session(), actor(), certificate_id)
    return Response(status=204)


@proof_blp.get("/certificates/<string(maxlength=60):code>")
@proof_blp.response(200, PaperOut)
@open_to(Access.ANYONE)
def check_certificate(code: str) -> Response:
    """What the paper with this code must show; one that is withdrawn was never there."""
    throttle.count(visitor(), (CHECKED_NETWORK, visitor().network), (CHECKED_EVERYONE, ""))
    response = private_answer(paper_document(certificates.verify(session(), code), _issuer()))
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _issuer() -> str:
    return authority(session(), settings().authority)

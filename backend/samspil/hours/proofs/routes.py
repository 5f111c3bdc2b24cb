"""Certificates of voluntary work: made and withdrawn by volunteers, checked by anybody."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any, Final

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
    settings,
    visitor,
)
from samspil.core.language import text
from samspil.core.throttle import Limit
from samspil.hours.proofs import paper, queries, services
from samspil.hours.proofs.schemas import (
    CertificateIn,
    CertificateOut,
    CertificatesOut,
    PaperOut,
    certificate_document,
    paper_document,
)
from samspil.places.services import authority

MADE: Final = Limit("certificate.person", 20, timedelta(hours=1))
# Each takes a quarter of a second of a processor.
PRINTED: Final = Limit("certificate.pdf", 30, timedelta(hours=1))
# Whoever checks a pile of applications types some dozens; who guesses, millions.
CHECKED_NETWORK: Final = Limit("certificate.network", 60, timedelta(minutes=15))
CHECKED_EVERYONE: Final = Limit("certificate.everyone", 3_000, timedelta(minutes=15))

blp = Blueprint("certificates", __name__, description="Proofs of voluntary work")


@blp.get("/me/certificates")
@blp.response(200, CertificatesOut)
@open_to(Access.SIGNED_IN)
def list_my_certificates() -> Response:
    """One's own certificates, newest first."""
    issuer = _issuer()
    found = session().scalars(queries.of_person(actor().id)).all()
    return private_answer({"items": [certificate_document(one, issuer) for one in found]})


@blp.post("/me/certificates")
@blp.arguments(CertificateIn)
@blp.response(201, CertificateOut)
@answers_retries
@open_to(Access.VERIFIED)
def make_certificate(given: dict[str, Any]) -> Response:
    """Certify one's confirmed hours of a period, as they stand now."""
    throttle.count(visitor(), (MADE, str(actor().id)))
    made = services.make(session(), actor(), given, time.now())
    return private_answer(certificate_document(made, _issuer()), 201)


@blp.get("/me/certificates/<uuid:certificate_id>.pdf")
@blp.response(200, content_type="application/pdf", description="A page as PDF/UA-1")
@open_to(Access.SIGNED_IN)
def print_certificate(certificate_id: uuid.UUID) -> Response:
    """One's own certificate as a paper."""
    certificate = services.own(session(), actor(), certificate_id)
    throttle.count(visitor(), (PRINTED, str(actor().id)))
    made = paper.pdf(certificate, _issuer(), settings().public_url)
    response = Response(made, mimetype="application/pdf")
    name = f"{text('certificate.file')}-{certificate.until_day}.pdf"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


@blp.delete("/me/certificates/<uuid:certificate_id>")
@blp.response(204)
@open_to(Access.SIGNED_IN)
def withdraw_certificate(certificate_id: uuid.UUID) -> Response:
    """Let its code lead nowhere from now on."""
    services.withdraw(session(), actor(), certificate_id)
    return Response(status=204)


@blp.get("/certificates/<string(maxlength=60):code>")
@blp.response(200, PaperOut)
@open_to(Access.ANYONE)
def check_certificate(code: str) -> Response:
    """What the paper with this code must show; one that is withdrawn was never there."""
    throttle.count(visitor(), (CHECKED_NETWORK, visitor().network), (CHECKED_EVERYONE, ""))
    response = private_answer(paper_document(services.verify(session(), code), _issuer()))
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _issuer() -> str:
    return authority(session(), settings().authority)

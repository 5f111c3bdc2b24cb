"""The shapes of certificates."""

from __future__ import annotations

from typing import Any, Final

from marshmallow import ValidationError, fields, validates_schema

from samspil.core.fields import Choice, Day, Id, Schema, Slug
from samspil.core.language import LANGUAGES, text
from samspil.core.time import local
from samspil.hours.proofs import codes
from samspil.hours.proofs.models import Certificate

CLIENTS_ID: Final = {"description": "Chosen by the client; the same one twice makes one."}


class CertificateIn(Schema):
    """What is to be certified."""

    id = Id(metadata=CLIENTS_ID)
    first = Day(required=True, data_key="from", metadata={"description": "The first day."})
    last = Day(
        required=True,
        data_key="until",
        metadata={"description": "The last day; one to come counts as today."},
    )
    association = Slug(
        load_default=None,
        allow_none=True,
        metadata={"description": "That one alone; otherwise all that one has given hours."},
    )
    language = Choice(LANGUAGES, required=True)

    @validates_schema
    def _must_be_in_order(self, values: dict[str, Any], **_: Any) -> None:
        if values["last"] < values["first"]:
            raise ValidationError({"until": [text("field.certificate.order")]})


class CertifiedOut(Schema):
    """What an association was given."""

    association = fields.String(required=True)
    tasks = fields.List(fields.String(), required=True)
    first = fields.Date(required=True, data_key="from")
    last = fields.Date(required=True, data_key="until")
    minutes = fields.Integer(required=True)


class PaperOut(Schema):
    """What a certificate says, no more and no less than its paper."""

    code = fields.String(required=True, metadata={"example": "ZPSV3-M8DBS-GG0W4-Q8VRQ"})
    name = fields.String(required=True)
    issuer = fields.String(required=True)
    issued_on = fields.Date(required=True)
    language = fields.String(required=True, metadata={"enum": list(LANGUAGES)})
    first = fields.Date(required=True, data_key="from")
    last = fields.Date(required=True, data_key="until")
    minutes = fields.Integer(required=True)
    rows = fields.List(
        fields.Nested(CertifiedOut), required=True, metadata={"description": "Most hours first."}
    )


class CertificateOut(PaperOut):
    """One's own certificate."""

    id = fields.UUID(required=True)


class CertificatesOut(Schema):
    """One's own certificates, newest first."""

    items = fields.List(fields.Nested(CertificateOut), required=True)


def paper_document(certificate: Certificate, issuer: str) -> dict[str, Any]:
    """PaperOut."""
    return {
        "code": codes.shown(certificate.code),
        "name": certificate.name,
        "issuer": issuer,
        "issued_on": local(certificate.created_at).date(),
        "language": certificate.language,
        "from": certificate.from_day,
        "until": certificate.until_day,
        "minutes": certificate.minutes,
        "rows": certificate.rows,
    }


def certificate_document(certificate: Certificate, issuer: str) -> dict[str, Any]:
    """CertificateOut."""
    return paper_document(certificate, issuer) | {"id": certificate.id}

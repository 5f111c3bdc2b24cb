"""The shapes of hours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from marshmallow import ValidationError, fields, post_load, validates_schema

from samspil.core.fields import Choice, Day, Id, Line, Many, Nested, Schema, Slug, Text, Whole
from samspil.core.language import LANGUAGES, text
from samspil.core.time import local
from samspil.hours import certificates, rules
from samspil.hours.confirmation import EntryVersion
from samspil.hours.models import FEWEST_MINUTES, MOST_MINUTES, SIDES, STATUSES, Certificate
from samspil.search.paging import DEFAULT_LIMIT, MOST_LIMIT, ListQuery
from samspil.signups.models import CHECK_STATES

LONGEST_NOTE: Final = 300
LONGEST_REASON: Final = 300
MOST_AT_ONCE: Final = 100
FIRST_YEAR: Final = 2000
LAST_YEAR: Final = 2099
DAY: Final = {"description": "Today, or at most a year ago."}
CLIENTS_ID: Final = {"description": "Chosen by the client; the same one twice makes one."}
SHIFTS: Final = {"description": "Of a shift's sign-up it is the shift's, and may be left out."}


def _minutes(**options: Any) -> Whole:
    return Whole(FEWEST_MINUTES, MOST_MINUTES, **options)


class MyHoursQuery(Schema):
    """Which year."""

    year = Whole(FIRST_YEAR, LAST_YEAR, metadata={"description": "The present one by default."})


class MyHoursIn(Schema):
    """Hours that one has given."""

    id = Id(metadata=CLIENTS_ID)
    association = Slug(
        required=True, metadata={"description": "One that one belongs to, or has had a place at."}
    )
    need = Id(
        load_default=None,
        allow_none=True,
        metadata={"description": "One of its needs that one has had a place at."},
    )
    day = Day(required=True, metadata=DAY)
    minutes = _minutes(required=True)
    note = Text(longest=LONGEST_NOTE, load_default="")


class HoursChangeIn(Schema):
    """What is changed of an entry."""

    day = Day(metadata=DAY)
    minutes = _minutes()
    note = Text(longest=LONGEST_NOTE)


class DeskHoursQuery(Schema):
    """A page of an association's hours."""

    status = Choice(STATUSES)
    limit = Whole(1, MOST_LIMIT, load_default=DEFAULT_LIMIT)
    cursor = Text(longest=500)


class DeskHoursIn(Schema):
    """Hours that somebody with a place has given, as the association says."""

    id = Id(metadata=CLIENTS_ID)
    signup = Id(required=True)
    day = Day(metadata=SHIFTS)
    minutes = _minutes(metadata=SHIFTS)
    note = Text(longest=LONGEST_NOTE, load_default="")


class ConfirmIn(Schema):
    """What is confirmed."""

    minutes = _minutes(
        metadata={"description": "As they were seen: changed since, they are not confirmed."}
    )


class SeenHoursIn(Schema):
    """An entry as it was seen."""

    id = Id(required=True)
    minutes = _minutes(required=True)

    @post_load
    def make(self, values: dict[str, Any], **_: Any) -> EntryVersion:
        """As the service takes it."""
        return EntryVersion(**values)


class ConfirmManyIn(Schema):
    """Entries as they were seen."""

    entries = Many(Nested(SeenHoursIn), most=MOST_AT_ONCE, required=True)


class DeclineIn(Schema):
    """Why not; it goes to the volunteer by mail."""

    reason = Line(longest=LONGEST_REASON, required=True)


class HoursAssociationOut(Schema):
    """To whom they were given."""

    slug = fields.String(required=True)
    name = fields.String(required=True)


class HelpedNeedOut(Schema):
    """Something one has had a place at."""

    id = fields.UUID(required=True)
    title = fields.String(required=True)


class HoursNeedOut(HelpedNeedOut):
    """What was done."""

    lang = fields.String(required=True, metadata={"enum": list(LANGUAGES)})


class HoursOut(Schema):
    """Hours given on a day."""

    id = fields.UUID(required=True)
    association = fields.Nested(HoursAssociationOut, required=True)
    need = fields.Nested(HoursNeedOut, required=True, allow_none=True)
    day = fields.Date(required=True)
    minutes = fields.Integer(required=True)
    note = fields.String(required=True)
    entered_by = fields.String(required=True, metadata={"enum": list(SIDES)})
    status = fields.String(required=True, metadata={"enum": list(STATUSES)})
    reason = fields.String(required=True, allow_none=True)
    decided_at = fields.AwareDateTime(required=True, allow_none=True)
    created_at = fields.AwareDateTime(required=True)


class GiverOut(Schema):
    """Who gave them."""

    name = fields.String(required=True)


class DeskHoursEntryOut(HoursOut):
    """Hours as the association sees them."""

    person = fields.Nested(GiverOut, required=True, allow_none=True)
    own = fields.Boolean(
        required=True, metadata={"description": "The reader's own, for others to confirm."}
    )


class DeskSumsOut(Schema):
    """What an association has been given."""

    waiting = fields.Integer(required=True, metadata={"description": "Entries, of all years."})
    year = fields.Integer(required=True)
    confirmed = fields.Integer(required=True, metadata={"description": "Minutes in that year."})


class DeskHoursOut(Schema):
    """A page of an association's hours, latest entered first."""

    items = fields.List(fields.Nested(DeskHoursEntryOut), required=True)
    next_cursor = fields.String(required=True, allow_none=True)
    sums = fields.Nested(DeskSumsOut, required=True)


class ConfirmedManyOut(Schema):
    """What became of each."""

    confirmed = fields.List(fields.UUID(), required=True)
    left = fields.List(
        fields.UUID(),
        required=True,
        metadata={"description": "Changed, answered or taken back since, or one's own."},
    )


class MonthOut(Schema):
    """A month's minutes."""

    month = fields.Integer(required=True, metadata={"minimum": 1, "maximum": 12})
    confirmed = fields.Integer(required=True)
    waiting = fields.Integer(required=True)
    over = fields.Boolean(
        required=True, metadata={"description": "More than `hours_a_month`, both counted."}
    )


class GivenOut(Schema):
    """What an association was given."""

    association = fields.Nested(HoursAssociationOut, required=True)
    confirmed = fields.Integer(required=True)


class MySumsOut(Schema):
    """A year's minutes."""

    confirmed = fields.Integer(required=True)
    waiting = fields.Integer(required=True)
    by_association = fields.List(
        fields.Nested(GivenOut), required=True, metadata={"description": "Most first."}
    )


class HelpedOut(HoursAssociationOut):
    """An association that one may enter hours for, and what one has had a place at."""

    needs = fields.List(fields.Nested(HelpedNeedOut), required=True)


class MyHoursOut(Schema):
    """A year's hours, latest day first, their sums, and what can be entered."""

    year = fields.Integer(required=True)
    years = fields.List(fields.Integer(), required=True)
    items = fields.List(fields.Nested(HoursOut), required=True)
    months = fields.List(fields.Nested(MonthOut), required=True)
    sums = fields.Nested(MySumsOut, required=True)
    hours_a_month = fields.Integer(
        required=True,
        allow_none=True,
        metadata={"description": "More than these may matter to unemployment benefit."},
    )
    associations = fields.List(fields.Nested(HelpedOut), required=True)


def hours_document(row: Any) -> dict[str, Any]:
    """HoursOut, from a row of `queries.entry_rows`."""
    entry = row.HoursEntry
    return {
        "id": entry.id,
        "association": {"slug": row.association_slug, "name": row.association_name},
        "need": None
        if row.need_title is None
        else {"id": entry.need_id, "title": row.need_title, "lang": row.need_lang},
        "day": entry.day,
        "minutes": entry.minutes,
        "note": entry.note,
        "entered_by": entry.entered_by,
        "status": entry.status,
        "reason": entry.reason,
        "decided_at": entry.decided_at and local(entry.decided_at),
        "created_at": local(entry.created_at),
    }


def desk_hours_document(row: Any, reader_id: Any) -> dict[str, Any]:
    """DeskHoursEntryOut, from a row of `queries.entry_rows_with_people`."""
    return hours_document(row) | {
        "person": None if row.person_name is None else {"name": row.person_name},
        "own": row.HoursEntry.person_id == reader_id,
    }


def months_document(sums: Iterable[Any], hours_a_month: int) -> list[dict[str, Any]]:
    """A year's MonthOut, from rows of `queries.by_month`."""
    minutes = {(month, status): 0 for month in range(1, 13) for status in STATUSES}
    for row in sums:
        minutes[int(row.month), row.status] += row.minutes
    return [
        {
            "month": month,
            "confirmed": minutes[month, "confirmed"],
            "waiting": minutes[month, "waiting"],
            "over": rules.passes(
                minutes[month, "confirmed"] + minutes[month, "waiting"], hours_a_month
            ),
        }
        for month in range(1, 13)
    ]


def sums_document(sums: Sequence[Any]) -> dict[str, Any]:
    """A year's MySumsOut, from rows of `queries.by_month`."""
    given: dict[tuple[str, str], int] = {}
    for row in sums:
        if row.status == "confirmed":
            given[row.slug, row.name] = given.get((row.slug, row.name), 0) + row.minutes
    most_first = sorted(given.items(), key=lambda one: (-one[1], one[0][1]))
    return {
        "confirmed": sum(given.values()),
        "waiting": sum(row.minutes for row in sums if row.status == "waiting"),
        "by_association": [
            {"association": {"slug": slug, "name": name}, "confirmed": minutes}
            for (slug, name), minutes in most_first
        ],
    }


def helped_document(associations: Iterable[Any], needs: Sequence[Any]) -> list[dict[str, Any]]:
    """HelpedOut of each, from rows of `queries.helped` and `queries.needs_helped`."""
    return [
        {
            "slug": row.slug,
            "name": row.name,
            "needs": [
                {"id": need.id, "title": need.title}
                for need in needs
                if need.association_id == row.id
            ],
        }
        for row in associations
    ]


# The shapes of certificates.


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
        "code": certificates.format_code(certificate.code),
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


# The shapes of an association's volunteers.


class OurVolunteersQuery(ListQuery):
    """A page of an association's volunteers."""

    q = Text(longest=100, load_default="", metadata={"description": "In names and addresses"})


class OurVolunteerOut(Schema):
    """Somebody who has helped an association."""

    id = fields.UUID(required=True)
    name = fields.String(required=True)
    email = fields.String(required=True)
    times = fields.Integer(required=True, metadata={"description": "How often they came"})
    last_at = fields.AwareDateTime(required=True)
    minutes = fields.Integer(required=True, metadata={"description": "Confirmed, of all years"})
    check_status = fields.String(required=True, metadata={"enum": list(CHECK_STATES)})
    check_day = fields.Date(required=True, allow_none=True)


class OurVolunteersOut(Schema):
    """A page of an association's volunteers, who came last first."""

    items = fields.List(fields.Nested(OurVolunteerOut), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


def volunteer_document(row: Any) -> dict[str, Any]:
    """OurVolunteerOut, from a row of `volunteers.of_association`."""
    return {
        "id": row.id,
        "name": row.name,
        "email": row.email,
        "times": row.times,
        "last_at": local(row.last_at),
        "minutes": row.minutes,
        "check_status": row.check_status or "none",
        "check_day": row.check_day,
    }

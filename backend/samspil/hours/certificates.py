"""Certificates: made of confirmed hours, withdrawn by whose they are, checked by their code."""

from __future__ import annotations

import io
import secrets
import uuid
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

import segno
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from sqlalchemy import select
from sqlalchemy.orm import Session

from samspil.associations.models import Association
from samspil.core import audit, files, language
from samspil.core.auth import Actor
from samspil.core.db import add_once, new_id
from samspil.core.errors import Conflict, Invalid, NotFound, RuleBroken
from samspil.core.language import Language, text
from samspil.core.time import local
from samspil.hours import queries
from samspil.hours.models import Certificate
from samspil.people.locks import lock_person

KIND: Final = "certificate"
MOST: Final = 50
MOST_TASKS: Final = 5


def make(session: Session, actor: Actor, values: Mapping[str, Any], now: datetime) -> Certificate:
    """Certify somebody's confirmed hours of a period, as they stand now.

    `now` is the paper's day; a period that goes on ends there.

    Raises:
        RuleBroken: there are no confirmed hours, or the person has very many certificates.
        Invalid: they have given that association nothing.
        Conflict: the id is another certificate's.
        NotSignedIn: the person has been erased meanwhile.
    """
    lock_person(session, actor.id)
    before = None if "id" not in values else session.get(Certificate, values["id"])
    if before is not None:
        if before.person_id != actor.id:
            raise Conflict
        return before
    if session.scalars(queries.count_certificates(actor.id)).one() >= MOST:
        raise RuleBroken("most-certificates")
    first, last = values["first"], min(values["last"], local(now).date())
    association_id = _association(session, actor, values["association"])
    rows = rows_by_association(
        session.execute(queries.confirmed(actor.id, first, last, association_id))
    )
    if not rows:
        raise RuleBroken("no-hours")
    certificate = Certificate(
        id=values.get("id") or new_id(),
        person_id=actor.id,
        code=new_code(),
        name=actor.name,
        language=values["language"],
        from_day=first,
        until_day=last,
        minutes=sum(row["minutes"] for row in rows),
        rows=rows,
        created_at=now,
    )
    add_once(session, certificate)
    audit.record(session, actor.id, "make", KIND, certificate.id)
    return certificate


def own(session: Session, actor: Actor, certificate_id: uuid.UUID) -> Certificate:
    """One of somebody's own certificates.

    Raises:
        NotFound: there is none of this person's.
    """
    mine = queries.certificates_of(actor.id).where(Certificate.id == certificate_id)
    found = session.scalars(mine).one_or_none()
    if found is None:
        raise NotFound
    return found


def withdraw(session: Session, actor: Actor, certificate_id: uuid.UUID) -> None:
    """Let its code lead nowhere from now on, as if there had never been one.

    Raises:
        NotFound: there is none of this person's.
    """
    lock_person(session, actor.id)
    session.delete(own(session, actor, certificate_id))
    audit.record(session, actor.id, "withdraw", KIND, certificate_id)


def verify(session: Session, typed: str) -> Certificate:
    """The certificate whose code somebody has typed or scanned.

    Raises:
        NotFound: there is none, or none any more; which of them is not told.
    """
    code = parse_code(typed)
    found = None if code is None else session.scalars(queries.of_code(code)).one_or_none()
    if found is None:
        raise NotFound
    return found


def rows_by_association(given: Iterable[Any]) -> list[dict[str, Any]]:
    """What a certificate says of each association, most hours first.

    Args:
        given: rows of `hours.queries.confirmed`, the longest first.
    """
    by_id: dict[uuid.UUID, dict[str, Any]] = {}
    for row in given:
        first, last = row.first.isoformat(), row.last.isoformat()
        one = by_id.setdefault(
            row.association_id,
            {"association": row.name, "tasks": [], "from": first, "until": last, "minutes": 0},
        )
        one["minutes"] += int(row.minutes)
        one["from"], one["until"] = min(one["from"], first), max(one["until"], last)
        if row.need_title is not None and len(one["tasks"]) < MOST_TASKS:
            one["tasks"].append(row.need_title)
    return sorted(by_id.values(), key=lambda one: (-one["minutes"], one["association"]))


def _association(session: Session, actor: Actor, slug: str | None) -> uuid.UUID | None:
    """The association that a certificate is about alone: one that the person has given hours.

    Raises:
        Invalid: they have not; whether there is one is not told.
    """
    if slug is None:
        return None
    found = session.scalar(
        select(Association.id).where(
            Association.slug == slug, Association.id.in_(queries.associations_of(actor.id))
        )
    )
    if found is None:
        raise Invalid.field("association", "field.hours.association")
    return found


# The code on a certificate: as hard to guess as a key, and easy to read aloud and to type.

# Crockford's base 32: no I, L, O and U, which are taken for 1, 1, 0 and V.
LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH: Final = 20  # 100 random bits
GROUP: Final = 5
_MEANT: Final = str.maketrans("ILO", "110", " -–—_.")


def new_code() -> str:
    """A code that nobody has had."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def format_code(code: str) -> str:
    """A code in groups, as the paper shows it."""
    return "-".join(code[at : at + GROUP] for at in range(0, LENGTH, GROUP))


def parse_code(typed: str) -> str | None:
    """The code that somebody means who has typed this; None if it can be none."""
    code = typed.upper().translate(_MEANT)
    return code if len(code) == LENGTH and set(code) <= set(LETTERS) else None


# The paper: a certificate as a PDF that screen readers can read, made without any network.

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcherResponse

PAGE: Final = "/bevis"
_FOLDER: Final = Path(__file__).parent / "templates"
_STYLE: Final = _FOLDER / "style.css"
NO_BREAK: Final = "\N{NO-BREAK SPACE}"
_OURS: Final = "samspil:"
_FILES: Final = {
    _STYLE.name: (_STYLE, "text/css"),
    files.PLAIN_FONT.name: (files.PLAIN_FONT, "font/ttf"),
    files.BOLD_FONT.name: (files.BOLD_FONT, "font/ttf"),
}

_environment: Final = Environment(
    loader=FileSystemLoader(_FOLDER),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def pdf(certificate: Certificate, issuer: str, public_url: str) -> bytes:
    """A certificate as PDF/UA-1, in its own language.

    Args:
        certificate: what it says.
        issuer: whose installation this is.
        public_url: where the page stands that its code leads to.
    """
    # Loading it takes half a second, and few processes ever make a PDF.
    from weasyprint import HTML  # noqa: PLC0415
    from weasyprint.urls import URLFetcherResponse  # noqa: PLC0415

    address = f"{public_url}{PAGE}/{format_code(certificate.code)}"
    qr = io.BytesIO()
    # Level M stands a fold or a stain.
    segno.make_qr(address, error="m").save(qr, kind="svg", border=0, dark="#1a2023", scale=4)

    def fetch(url: str) -> URLFetcherResponse:
        body, media_type = read_file(url, qr.getvalue())
        return URLFetcherResponse(url, body, {"Content-Type": media_type})

    page = HTML(string=_html(certificate, issuer, address, public_url), url_fetcher=fetch)
    return cast(bytes, page.write_pdf(pdf_variant="pdf/ua-1"))


def read_file(url: str, qr: bytes) -> tuple[bytes, str]:
    """One of our own few files and its media type, whatever a name or a title asks for.

    Raises:
        ValueError: it is any other address.
    """
    name = url.removeprefix(_OURS)
    if url == f"{_OURS}qr.svg":
        return qr, "image/svg+xml"
    if url == name or name not in _FILES:
        raise ValueError(f"nothing else is fetched: {url}")
    file, media_type = _FILES[name]
    return file.read_bytes(), media_type


def _html(certificate: Certificate, issuer: str, address: str, public_url: str) -> str:
    spoken = cast(Language, certificate.language)
    with language.speaking(spoken):
        return _environment.get_template("certificate.html").render(
            t=text,
            language=spoken,
            name=certificate.name,
            issuer=issuer,
            created=local(certificate.created_at).isoformat(timespec="seconds"),
            issued=day_in_words(local(certificate.created_at).date()),
            first=day_in_words(certificate.from_day),
            last=day_in_words(certificate.until_day),
            total=hours_in_words(certificate.minutes),
            short_total=short_hours(certificate.minutes),
            rows=[
                {
                    "association": row["association"],
                    "tasks": ", ".join(row["tasks"]),
                    "period": _period(row["from"], row["until"]),
                    "hours": short_hours(row["minutes"]),
                }
                for row in certificate.rows
            ],
            code=format_code(certificate.code),
            address=address,
            page=f"{public_url.partition('://')[2]}{PAGE}",
        )


def day_in_words(day: date) -> str:
    """A date in words that stay on one line, in the language of the moment."""
    said = text("certificate.day", day=day.day, month=text(f"month.{day.month}"), year=day.year)
    return said.replace(" ", NO_BREAK)


def _period(first: str, last: str) -> str:
    days = [day_in_words(date.fromisoformat(day)) for day in dict.fromkeys((first, last))]
    return " – ".join(days)


def hours_in_words(minutes: int) -> str:
    """So many minutes in words, in the language of the moment."""
    hours, rest = divmod(minutes, 60)
    whole = (
        text("certificate.one-hour") if hours == 1 else text("certificate.some-hours", hours=hours)
    )
    some = text("certificate.minutes", minutes=rest)
    if rest == 0:
        return whole
    return text("certificate.both", hours=whole, minutes=some) if hours else some


def short_hours(minutes: int) -> str:
    """The same for a column of them."""
    hours, rest = divmod(minutes, 60)
    parts = (
        text("certificate.h", hours=hours) if hours else "",
        text("certificate.min", minutes=rest) if rest else "",
    )
    return NO_BREAK.join(filter(None, parts)).replace(" ", NO_BREAK)

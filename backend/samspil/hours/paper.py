"""The paper: a certificate as a PDF that screen readers can read, made without any network."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

import segno
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from samspil.core import fonts, language
from samspil.core.language import Language, text
from samspil.core.time import local
from samspil.hours import certificates
from samspil.hours.models import Certificate

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcherResponse

PAGE: Final = "/bevis"
_FOLDER: Final = Path(__file__).parent / "templates"
_STYLE: Final = _FOLDER / "style.css"
NO_BREAK: Final = "\N{NO-BREAK SPACE}"
_OURS: Final = "samspil:"
_FILES: Final = {
    _STYLE.name: (_STYLE, "text/css"),
    fonts.PLAIN.name: (fonts.PLAIN, "font/ttf"),
    fonts.BOLD.name: (fonts.BOLD, "font/ttf"),
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

    address = f"{public_url}{PAGE}/{certificates.shown(certificate.code)}"
    qr = io.BytesIO()
    # Level M stands a fold or a stain.
    segno.make_qr(address, error="m").save(qr, kind="svg", border=0, dark="#1a2023", scale=4)

    def fetch(url: str) -> URLFetcherResponse:
        body, media_type = fetched(url, qr.getvalue())
        return URLFetcherResponse(url, body, {"Content-Type": media_type})

    page = HTML(string=_html(certificate, issuer, address, public_url), url_fetcher=fetch)
    return cast(bytes, page.write_pdf(pdf_variant="pdf/ua-1"))


def fetched(url: str, qr: bytes) -> tuple[bytes, str]:
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
    before = language.current.set(spoken)
    try:
        return _environment.get_template("certificate.html").render(
            t=text,
            language=spoken,
            name=certificate.name,
            issuer=issuer,
            created=local(certificate.created_at).isoformat(timespec="seconds"),
            issued=said_day(local(certificate.created_at).date()),
            first=said_day(certificate.from_day),
            last=said_day(certificate.until_day),
            total=said_hours(certificate.minutes),
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
            code=certificates.shown(certificate.code),
            address=address,
            page=f"{public_url.partition('://')[2]}{PAGE}",
        )
    finally:
        language.current.reset(before)


def said_day(day: date) -> str:
    """A date in words that stay on one line, in the language of the moment."""
    said = text("certificate.day", day=day.day, month=text(f"month.{day.month}"), year=day.year)
    return said.replace(" ", NO_BREAK)


def _period(first: str, last: str) -> str:
    days = [said_day(date.fromisoformat(day)) for day in dict.fromkeys((first, last))]
    return " – ".join(days)


def said_hours(minutes: int) -> str:
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

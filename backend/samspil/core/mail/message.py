"""A mail as it is sent: plain text and simple HTML that says the same."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Final

from samspil.core.language import Language
from samspil.core.mail.kinds import BETWEEN, KINDS, Wording, one_line
from samspil.core.mail.outbox import Mail
from samspil.core.text import isolated
from samspil.settings import Settings

NAME: Final = "Samspil"
WIDTH: Final = 72


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every mail."""

    address_of_button: str
    unsubscribe: str


FRAMES: Final[dict[Language, Frame]] = {
    "da": Frame("Virker knappen ikke, så åbn denne adresse:", "Slip for flere mails som denne:"),
    "en": Frame("If the button does not work, open this address:", "Stop getting mails like this:"),
}


@dataclass(frozen=True, slots=True)
class ListedEntry:
    """A thing that a mail lists, with the whole address of its page."""

    title: str
    about: str
    address: str


@dataclass(frozen=True, slots=True)
class Page:
    """What a mail says, its values filled in."""

    language: Language
    subject: str
    paragraphs: tuple[str, ...]
    listed: tuple[ListedEntry, ...]
    button: str | None
    address: str | None
    closing: str | None
    why: str
    unsubscribe: str | None
    sender: str
    home: str

    @property
    def frame(self) -> Frame:
        """What stands around it."""
        return FRAMES[self.language]


def message(mail: Mail, settings: Settings) -> EmailMessage:
    """The mail in both forms, with its headers; the same each time it is email.

    Raises:
        KeyError: no kind has its name (any more).
    """
    page = page_of(mail, settings)
    email = EmailMessage(policy=SMTP)
    email["Subject"] = page.subject
    email["From"] = Address(page.sender, addr_spec=settings.mail_from)
    email["To"] = Address(addr_spec=mail.to_address or "")
    email["Date"] = format_datetime(mail.created_at)
    email["Message-ID"] = f"<{mail.id}@{settings.mail_from.rpartition('@')[2]}>"
    email["Auto-Submitted"] = "auto-generated"
    if page.unsubscribe is not None:
        email["List-Unsubscribe"] = f"<{page.unsubscribe}>"
        email["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    # Encoded for every server: not all take eight bits.
    email.set_content(as_text(page), cte="quoted-printable")
    email.add_alternative(as_html(page), subtype="html", cte="quoted-printable")
    email["Content-Language"] = page.language
    return email


def page_of(mail: Mail, settings: Settings) -> Page:
    """What the mail says."""
    language: Language = "da" if mail.language == "da" else "en"
    wording = KINDS[mail.kind].wording(language)
    values = _Values(wording, mail.said or {})
    return Page(
        language,
        _harmless(values.fill(wording.subject)),
        tuple(values.fill(paragraph) for paragraph in wording.paragraphs),
        tuple(
            ListedEntry(
                isolated(entry["title"]),
                BETWEEN.join(map(isolated, entry["about"].split(BETWEEN))),
                settings.public_url + entry["path"],
            )
            for entry in mail.listed or []
        ),
        values.optional(wording.button),
        settings.public_url + mail.link if mail.link is not None else None,
        values.optional(wording.closing),
        values.fill(wording.why),
        settings.public_url + mail.unsubscribe if mail.unsubscribe is not None else None,
        _harmless(one_line(f"{NAME}, {settings.authority}" if settings.authority else NAME)),
        settings.public_url,
    )


def _harmless(line: str) -> str:
    """A line as it may stand in a header.

    The library reads an encoded word (RFC 2047) in what it is given, and what that hides may be a
    line break and a header of its own.
    """
    return line.replace("=?", "= ?")


class _Values:
    """A mail's values, filled into its wording."""

    def __init__(self, wording: Wording, values: dict[str, str]) -> None:
        lines = {name: one_line(values.get(name, "")) for name in wording.open_values()}
        self._values = {name: isolated(line) for name, line in lines.items()}

    def fill(self, wording: str) -> str:
        return wording.format(**self._values)

    def optional(self, wording: str | None) -> str | None:
        return None if wording is None else self.fill(wording)


def as_text(page: Page) -> str:
    """The mail in plain text. Addresses stand on lines of their own, never broken."""
    return "\n\n".join(_text_blocks(page)) + "\n"


def _text_blocks(page: Page) -> Iterator[str]:
    yield from map(_wrapped, page.paragraphs)
    for one in page.listed:
        yield f"{_wrapped(one.title)}\n{_wrapped(one.about)}\n{one.address}"
    if page.address is not None:
        yield f"{page.button}:\n{page.address}"
    if page.closing is not None:
        yield _wrapped(page.closing)
    yield f"-- \n{_wrapped(page.why)}"
    if page.unsubscribe is not None:
        yield f"{page.frame.unsubscribe}\n{page.unsubscribe}"
    yield f"{page.sender}\n{page.home}"


def _wrapped(paragraph: str) -> str:
    return textwrap.fill(paragraph, WIDTH, break_long_words=False, break_on_hyphens=False)


_BODY = "margin:0;padding:0;background:#faf8f4;color:#1a2023"
_SHEET = (
    "max-width:36em;margin:0 auto;padding:24px;background:#ffffff;"
    "font:17px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;"
    # What people type may be one long word; older mail programs know the second name.
    "overflow-wrap:anywhere;word-break:break-word"
)
_BUTTON = (
    "display:inline-block;padding:14px 24px;border-radius:8px;"
    "background:#0d5257;color:#ffffff;font-weight:bold;text-decoration:none"
)
_LINK = "color:#0d5257;text-decoration:underline;word-break:break-all"
_SMALL = "margin:0 0 12px;font-size:15px;color:#5a6469"
_ENTRY = "margin:0;padding:12px 0;border-top:1px solid #dfdcd4"
_TITLE = "color:#0d5257;font-weight:bold;text-decoration:underline"
_ABOUT = "font-size:15px;color:#5a6469"


def as_html(page: Page) -> str:
    """The same in HTML: no pictures, no scripts, readable in any width and without styles."""
    blocks = "\n".join(_html_blocks(page))
    return (
        f'<!doctype html>\n<html lang="{page.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light">\n'
        f"<title>{html.escape(page.subject)}</title>\n</head>\n"
        f'<body style="{_BODY}">\n<main style="{_SHEET}">\n{blocks}\n</main>\n</body>\n</html>\n'
    )


def _html_blocks(page: Page) -> Iterator[str]:
    yield f'<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">{_safe(page.subject)}</h1>'
    for paragraph in page.paragraphs:
        yield f'<p style="margin:0 0 16px">{_safe(paragraph)}</p>'
    if page.listed:
        yield f'<ul style="margin:0 0 16px;padding:0;list-style:none">{_html_list(page)}</ul>'
    if page.address is not None:
        address, button = _safe(page.address), _safe(page.button or "")
        yield f'<p style="margin:24px 0"><a href="{address}" style="{_BUTTON}">{button}</a></p>'
        yield (
            f'<p style="{_SMALL}">{_safe(page.frame.address_of_button)}<br>'
            f'<a href="{address}" style="{_LINK}">{address}</a></p>'
        )
    if page.closing is not None:
        yield f'<p style="margin:0 0 16px">{_safe(page.closing)}</p>'
    yield '<hr style="margin:24px 0;border:0;border-top:1px solid #757f83">'
    yield f'<p style="{_SMALL}">{_safe(page.why)}</p>'
    if page.unsubscribe is not None:
        address = _safe(page.unsubscribe)
        yield (
            f'<p style="{_SMALL}">{_safe(page.frame.unsubscribe)}<br>'
            f'<a href="{address}" style="{_LINK}">{address}</a></p>'
        )
    home = _safe(page.home)
    yield (
        f'<p style="{_SMALL}">{_safe(page.sender)}<br>'
        f'<a href="{home}" style="{_LINK}">{home}</a></p>'
    )


def _html_list(page: Page) -> str:
    return "".join(
        f'<li style="{_ENTRY}"><a href="{_safe(one.address)}" style="{_TITLE}">'
        f'{_safe(one.title)}</a><br><span style="{_ABOUT}">{_safe(one.about)}</span></li>'
        for one in page.listed
    )


def _safe(value: str) -> str:
    return html.escape(value)

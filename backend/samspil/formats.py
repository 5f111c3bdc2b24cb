"""Values that people write in many ways: one rule for each, in forms, HTTP, CSV and settings.

Each function takes what was written and returns the one form that is kept.

Raises:
    ValueError: it is no such value.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

import phonenumbers
from email_validator import EmailNotValidError, validate_email

# What a number without a country's code belongs to.
HOME: Final = "DK"
HOME_CODE: Final = 45
LONGEST_WEB_ADDRESS: Final = 500
LONGEST_LOCAL_PART: Final = 64  # RFC 5321
# ISO 639: two or three letters.
LANGUAGE_CODE: Final = "[a-z]{2,3}"


def mail_address(written: str) -> str:
    """One address that every mail server takes; a domain such as blåbær.dk in its ASCII form."""
    try:
        found = validate_email(
            written,
            allow_smtputf8=False,
            check_deliverability=False,
            globally_deliverable=False,
            test_environment=True,  # whoever tries Samspil out writes to .test
        )
    except EmailNotValidError as error:
        raise ValueError(str(error)) from None
    if "." not in found.domain or len(found.local_part) > LONGEST_LOCAL_PART:
        raise ValueError("a domain has a dot, and what stands before @ at most 64 characters")
    return found.ascii_email or found.normalized


def is_mail_address(written: str) -> bool:
    """Whether mail can be sent there as it is written."""
    try:
        mail_address(written)
    except ValueError:
        return False
    return True


def telephone(written: str) -> str:
    """A telephone number: a Danish one in pairs (49 28 00 00), another one as +4681234567."""
    try:
        number = phonenumbers.parse(written, HOME)
    except phonenumbers.NumberParseException as error:
        raise ValueError(str(error)) from None
    national = str(number.national_number)
    if number.extension or not phonenumbers.is_possible_number(number):
        raise ValueError("no such number can be dialled")
    if number.country_code != HOME_CODE:
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    if not re.fullmatch(r"[2-9]\d{7}", national):
        raise ValueError("a Danish number has eight digits, of which the first is 2 to 9")
    return " ".join(national[at : at + 2] for at in range(0, 8, 2))


def web_address(written: str) -> str:
    """An http(s) address; www.forening.dk gets its https://."""
    address = written if "://" in written else f"https://{written}"
    parts = urlsplit(address)
    host = parts.hostname or ""
    if (
        re.search(r"\s|[\"<>\\]", address)
        or len(address) > LONGEST_WEB_ADDRESS
        or parts.scheme.lower() not in {"http", "https"}
        or "." not in host.strip(".")
        or "@" in parts.netloc
    ):
        raise ValueError("not a web address")
    return address


def language_code(written: str) -> str:
    """A language's code by ISO 639."""
    if not re.fullmatch(LANGUAGE_CODE, written):
        raise ValueError("a code has two or three small letters")
    return written

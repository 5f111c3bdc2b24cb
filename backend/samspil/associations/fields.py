"""Fields that only what people write about associations has."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from samspil.associations import (
    rules,
)
from samspil.core.fields import Line, Text
from samspil.core.language import Message
from samspil.registers import cells

LONGEST_ADDRESS: Final = 500
LANGUAGE_CODE: Final = "[a-z]{2,3}"


class Prose(Text):
    """Text of several lines that says something."""

    default_error_messages = {  # noqa: RUF012  # marshmallow's own way to declare messages
        "empty": Message("field.required")
    }

    def __init__(self, *, longest: int, **options: Any) -> None:
        super().__init__(longest=longest, **options)
        self.metadata = {"minLength": 1, **self.metadata}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        said = super()._deserialize(value, attr, data, **kwargs)
        if not said:
            raise self.make_error("empty")
        return said


# A name goes into mails to others, whose programs make links of addresses.
_LINKABLE: Final = re.compile(r"[<>@\\]|//|\w{2,}\.\w{2,}")


class PlainLine(Line):
    """A line that no mail program makes a link of; who uses it words "linkable"."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        name = super()._deserialize(value, attr, data, **kwargs)
        if _LINKABLE.search(name):
            raise self.make_error("linkable")
        return name


class AssociationName(PlainLine):
    """What an association is called."""

    default_error_messages = {  # noqa: RUF012  # marshmallow's own way to declare messages
        "linkable": Message("field.association.name")
    }

    def __init__(self, **options: Any) -> None:
        super().__init__(longest=120, **options)


class ReadLine(Line):
    """A line that must be readable as something certain, and is kept as that."""

    def __init__(self, longest: int, read: Callable[[str], str], key: str, **options: Any) -> None:
        messages = {"unreadable": Message(f"field.association.{key}")}
        super().__init__(longest=longest, error_messages=messages, **options)
        self.read = read

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        line = super()._deserialize(value, attr, data, **kwargs)
        try:
            return self.read(line)
        except ValueError:
            raise self.make_error("unreadable") from None


def cvr(**options: Any) -> ReadLine:
    """A CVR number; blanks and DK before it are let be."""
    return ReadLine(20, _cvr, "cvr", **options)


def website(**options: Any) -> ReadLine:
    """An http(s) address."""
    return ReadLine(LONGEST_ADDRESS, cells.web_address, "website", **options)


def phone(**options: Any) -> ReadLine:
    """A telephone number."""
    return ReadLine(40, cells.phone, "phone", **options)


def language_code(**options: Any) -> ReadLine:
    """A language's code by ISO 639."""
    field = ReadLine(3, _language_code, "language", **options)
    field.metadata = {**field.metadata, "pattern": f"^{LANGUAGE_CODE}$"}
    return field


def _cvr(line: str) -> str:
    number = line.upper().removeprefix("DK").replace(" ", "").replace("-", "")
    if not rules.is_cvr(number):
        raise ValueError
    return number


def _language_code(line: str) -> str:
    if not re.fullmatch(LANGUAGE_CODE, line):
        raise ValueError
    return line

"""marshmallow fields and schemas that speak both languages and refuse what they do not know.

Every schema of ours is built from these, so that an error always names the field and what would
be right. Shapes that go out use marshmallow's own fields.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any, Final

import marshmallow as ma
from marshmallow import fields
from marshmallow.validate import Validator

from samspil.core.language import Message, text
from samspil.core.text import visible
from samspil.formats import mail_address

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
# No controls but tabs and line breaks, nothing that was broken on its way here.
READABLE = re.compile(r"^[^\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\uFFFD]*$")
A_LINE = r"^[^\x00-\x1F\x7F-\x9F\u2028\u2029\uFFFD]*$"
CLOCK = re.compile(r"^([01][0-9]|2[0-3]):[0-5][0-9]$")
LINE_BREAKS = "\t\n\r\u2028\u2029"
LONGEST_PASSWORD: Final = 200  # hashing costs by length too
YEARS = (2000, 2100)


class Schema(ma.Schema):
    """A shape; unknown fields are errors."""

    error_messages = {"unknown": Message("field.unknown"), "type": Message("field.type")}

    class Meta:
        """marshmallow's options."""

        unknown = ma.RAISE


_COMMON: Final[dict[str, str | list[Any] | dict[Any, Any]]] = {
    "required": Message("field.required"),
    "null": Message("field.null"),
    "validator_failed": Message("field.type"),
}


class Text(fields.String):
    """Readable text of at most `longest` characters, trimmed, in Unicode's composed form.

    Characters that hide in it are dropped; where nothing else stands, it is empty.
    """

    default_error_messages = _COMMON | {
        "invalid": Message("field.text"),
        "invalid_utf8": Message("field.characters"),
        "characters": Message("field.characters"),
        "length": Message("field.length"),
    }

    def __init__(self, *, longest: int, **options: Any) -> None:
        super().__init__(**options)
        self.longest = longest
        self.metadata = {"maxLength": longest, "pattern": READABLE.pattern, **self.metadata}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        raw = super()._deserialize(value, attr, data, **kwargs)
        if not READABLE.fullmatch(raw):
            raise self.make_error("characters")
        composed = unicodedata.normalize("NFC", visible(raw)).strip()
        if len(composed) > self.longest:
            raise self.make_error("length", max=self.longest)
        return composed


class Line(Text):
    """A line of readable text, such as a name; empty only where `blank` says so."""

    default_error_messages = {"line": Message("field.line")}

    def __init__(self, *, longest: int, blank: bool = False, **options: Any) -> None:
        super().__init__(longest=longest, **options)
        self.blank = blank
        self.metadata = {"minLength": 0 if blank else 1, **self.metadata, "pattern": A_LINE}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        line = super()._deserialize(value, attr, data, **kwargs)
        if not line and not self.blank:
            raise self.make_error("required")
        if any(sign in value for sign in LINE_BREAKS):
            raise self.make_error("line")
        return line


class Email(Text):
    """One mail address, in lower case."""

    default_error_messages = {"email": Message("field.email")}

    def __init__(self, **options: Any) -> None:
        super().__init__(longest=254, **options)
        self.metadata = {"format": "email", **self.metadata}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        address = super()._deserialize(value, attr, data, **kwargs).lower()
        try:
            return mail_address(address)
        except ValueError:
            raise self.make_error("email") from None


class Password(fields.String):
    """A password as it was typed, in Unicode's composed form; never shown again.

    Args:
        shortest: 1 where one is only compared, so that yesterday's rules lock nobody out.
    """

    default_error_messages = _COMMON | {
        "invalid": Message("field.text"),
        "invalid_utf8": Message("field.characters"),
        "length": Message("field.password-length"),
    }

    def __init__(self, *, shortest: int = 1, **options: Any) -> None:
        super().__init__(load_only=True, **options)
        self.shortest = shortest
        limits = {"minLength": shortest, "maxLength": LONGEST_PASSWORD}
        self.metadata = {"format": "password", **limits, **self.metadata}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        # Keyboards differ in how they compose letters: the same password must stay the same.
        raw = super()._deserialize(value, attr, data, **kwargs)
        typed = unicodedata.normalize("NFC", raw) if len(raw) <= 4 * LONGEST_PASSWORD else raw
        if not self.shortest <= len(typed) <= LONGEST_PASSWORD:
            raise self.make_error("length", min=self.shortest, max=LONGEST_PASSWORD)
        return typed


class Slug(Text):
    """The readable identifier of a public thing."""

    default_error_messages = {"slug": Message("field.slug")}

    def __init__(self, **options: Any) -> None:
        super().__init__(longest=120, **options)
        self.metadata = {**self.metadata, "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        slug = super()._deserialize(value, attr, data, **kwargs)
        if not SLUG.match(slug):
            raise self.make_error("slug")
        return slug


class Between(Validator):
    """From `low` to `high`, both included; OpenAPI's minimum and maximum follow from it."""

    def __init__(self, low: float, high: float, key: str = "field.range") -> None:
        self.min, self.max, self.key = low, high, key

    def __call__(self, value: float) -> float:
        """Return the value, or raise what would be right."""
        if not self.min <= value <= self.max:
            raise ma.ValidationError(text(self.key, min=self.min, max=self.max))
        return value


class Whole(fields.Integer):
    """A whole number from `low` to `high`, in decimal digits."""

    default_error_messages = _COMMON | {
        "invalid": Message("field.whole"),
        "too_large": Message("field.whole"),
    }

    def __init__(self, low: int, high: int, **options: Any) -> None:
        super().__init__(validate=Between(low, high), **options)
        self.metadata = {"minimum": low, "maximum": high, **self.metadata}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        # int() also reads "1_000", " 7 " and Arabic digits: the interface does not.
        if isinstance(value, bool) or not re.fullmatch(r"-?[0-9]{1,18}", str(value), re.ASCII):
            raise self.make_error("invalid")
        return super()._deserialize(value, attr, data, **kwargs)


class Number(fields.Float):
    """A finite number from `low` to `high`."""

    default_error_messages = _COMMON | {
        "invalid": Message("field.number"),
        "special": Message("field.number"),
        "too_large": Message("field.number"),
    }

    def __init__(self, low: float, high: float, key: str = "field.range", **options: Any) -> None:
        super().__init__(validate=Between(low, high, key), **options)
        self.metadata = {"minimum": low, "maximum": high, **self.metadata}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> float:
        if isinstance(value, bool) or "_" in str(value) or not str(value).isascii():
            raise self.make_error("invalid")
        number: float = super()._deserialize(value, attr, data, **kwargs)
        if not math.isfinite(number):
            raise self.make_error("special")
        return number


class YesNo(fields.Boolean):
    """`true` or `false`, and nothing that merely resembles them."""

    truthy = {"true", True}
    falsy = {"false", False}
    default_error_messages = _COMMON | {"invalid": Message("field.yes-no")}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if not isinstance(value, str | bool):
            raise self.make_error("invalid")
        return super()._deserialize(value, attr, data, **kwargs)


class Moment(fields.AwareDateTime):
    """An RFC 3339 time with its offset."""

    default_error_messages = _COMMON | {
        "invalid": Message("field.moment"),
        "invalid_awareness": Message("field.moment"),
        "format": Message("field.moment"),
        "range": Message("field.moment-range"),
    }

    def __init__(self, **options: Any) -> None:
        super().__init__(format="iso", **options)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> datetime:
        if not isinstance(value, str) or not re.match(
            r"\d{4}-\d\d-\d\dT\d\d:\d\d", value, re.ASCII
        ):
            raise self.make_error("invalid")
        moment: datetime = super()._deserialize(value, attr, data, **kwargs)
        if not YEARS[0] <= moment.year < YEARS[1]:
            raise self.make_error("range", min=YEARS[0], max=YEARS[1] - 1)
        return moment


class Day(fields.Date):
    """A date of the calendar."""

    default_error_messages = _COMMON | {
        "invalid": Message("field.day"),
        "format": Message("field.day"),
        "invalid_awareness": Message("field.day"),
        "range": Message("field.moment-range"),
    }

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> date:
        if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
            raise self.make_error("invalid")
        day: date = super()._deserialize(value, attr, data, **kwargs)
        if not YEARS[0] <= day.year < YEARS[1]:
            raise self.make_error("range", min=YEARS[0], max=YEARS[1] - 1)
        return day


class Clock(fields.String):
    """A time of the day, such as 19:00."""

    default_error_messages = _COMMON | {
        "invalid": Message("field.clock"),
        "invalid_utf8": Message("field.clock"),
        "clock": Message("field.clock"),
    }

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.metadata = {"pattern": CLOCK.pattern, "example": "19:00", **self.metadata}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        shown = super()._deserialize(value, attr, data, **kwargs)
        if not CLOCK.fullmatch(shown):
            raise self.make_error("clock")
        return time.fromisoformat(shown)


class Id(fields.UUID):
    """A UUID."""

    default_error_messages = _COMMON | {"invalid_uuid": Message("field.id")}


class Choice(fields.String):
    """One of a few words."""

    default_error_messages = _COMMON | {
        "invalid": Message("field.text"),
        "invalid_utf8": Message("field.characters"),
        "choice": Message("field.choice"),
    }

    def __init__(self, choices: Sequence[str], **options: Any) -> None:
        super().__init__(**options)
        self.choices = tuple(choices)
        self.metadata = {"enum": list(self.choices), **self.metadata}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        word = super()._deserialize(value, attr, data, **kwargs)
        if word not in self.choices:
            raise self.make_error("choice", choices=", ".join(self.choices))
        return word


class Many(fields.List[Any]):
    """Several values: a repeated parameter, or a list in a body. At most `most`."""

    default_error_messages = _COMMON | {
        "invalid": Message("field.list"),
        "count": Message("field.count"),
    }

    def __init__(self, inner: fields.Field[Any], *, most: int = 20, **options: Any) -> None:
        super().__init__(inner, **options)
        self.most = most
        self.metadata = {"maxItems": most, **self.metadata}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> list[Any]:
        if isinstance(value, list) and len(value) > self.most:
            raise self.make_error("count", max=self.most)
        return list(dict.fromkeys(super()._deserialize(value, attr, data, **kwargs)))


class Nested(fields.Nested):
    """A shape inside another."""

    default_error_messages = _COMMON | {"type": Message("field.type")}

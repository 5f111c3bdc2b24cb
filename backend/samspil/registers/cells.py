"""What people write in a table's cell, as a value. Danish and English, as offices write it.

Every function takes the text of a filled cell and returns a value that JSON can keep.
All raise CellError with a reason that says what would be right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Any, Final

from samspil import formats
from samspil.core.fields import SLUG, YEARS
from samspil.core.text import fold
from samspil.core.time import WEEKDAYS, at_local

Read = Callable[[str], Any]

MOST_ITEMS: Final = 30
LONGEST_ITEM: Final = 200

_YES: Final = frozenset({"ja", "yes", "true", "sand", "x", "1", "j", "y"})
_NO: Final = frozenset({"nej", "no", "false", "falsk", "0", "n"})
_LANGUAGES: Final = {
    "dansk": "da", "danish": "da", "engelsk": "en", "english": "en", "tysk": "de", "german": "de",
    "svensk": "sv", "swedish": "sv", "norsk": "no", "norwegian": "no", "fransk": "fr",
    "french": "fr", "spansk": "es", "spanish": "es", "polsk": "pl", "polish": "pl",
    "ukrainsk": "uk", "ukrainian": "uk", "arabisk": "ar", "arabic": "ar", "tyrkisk": "tr",
    "turkish": "tr", "farsi": "fa", "persisk": "fa", "somali": "so", "tegnsprog": "dsl",
    "gronlandsk": "kl", "faerosk": "fo", "rumaensk": "ro", "kurdisk": "ku", "urdu": "ur",
}  # fmt: skip
_WEEKDAY_WORDS: Final = (
    ("mandag", "monday", "man", "mon", "ma"),
    ("tirsdag", "tuesday", "tir", "tue", "ti"),
    ("onsdag", "wednesday", "ons", "wed", "on"),
    ("torsdag", "thursday", "tor", "thu", "to"),
    ("fredag", "friday", "fre", "fri", "fr"),
    ("lordag", "saturday", "lor", "sat", "lo"),
    ("sondag", "sunday", "son", "sun", "so"),
)
_WEEKDAY: Final = {word: day for day, words in enumerate(_WEEKDAY_WORDS) for word in words}
_CLOCK: Final = r"(\d{1,2})(?:[:.](\d\d))?"
_PERIOD: Final = rf"{_CLOCK}\s*[-–]\s*{_CLOCK}"
_WEEKLY: Final = re.compile(rf"([^\W\d]+)\.?(?:\s*[-–]\s*([^\W\d]+)\.?)?\s+{_PERIOD}")
_SHIFT: Final = re.compile(
    rf"(\S+)\s+{_PERIOD}(?:\s*[x×*]\s*(\d{{1,4}}))?(?:\s*\(?min\.?\s*(\d{{1,4}})\)?)?",
    re.IGNORECASE,
)


class CellError(ValueError):
    """A cell does not say what its column asks for."""


def line_of_text(longest: int) -> Read:
    """A text without line breaks; blanks in a row become one."""
    return lambda cell: _no_longer(" ".join(cell.split()), longest)


def prose(longest: int) -> Read:
    """A text with its line breaks: Markdown."""
    return lambda cell: _no_longer(cell.replace("\r\n", "\n").replace("\r", "\n").strip(), longest)


def _no_longer(text: str, longest: int) -> str:
    if len(text) > longest:
        raise CellError(f"{len(text)} characters, at most {longest}")
    return text


def yes_no(cell: str) -> bool:
    """ja/nej, yes/no, x, 1/0."""
    word = fold(cell)
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise CellError(f"{_shown(cell)} is neither ja nor nej")


def choice(words: Mapping[str, Sequence[str]]) -> Read:
    """One of a few code words, each also by the other names it goes by."""
    known = {fold(name): code for code, names in words.items() for name in (code, *names)}

    def read(cell: str) -> str:
        try:
            return known[fold(cell)]
        except KeyError:
            names = ", ".join(
                f"{code} ({names[0]})" if names else code for code, names in words.items()
            )
            raise CellError(f"{_shown(cell)} is none of: {names}") from None

    return read


def many(read: Read) -> Read:
    """Several values with | between; commas and semicolons do as well."""

    def read_all(cell: str) -> list[Any]:
        return _each(re.split(r"[|;,\n]", cell), read)

    return read_all


def sentences(longest: int = LONGEST_ITEM, most: int = MOST_ITEMS) -> Read:
    """Several short texts with | or a line break between, for they may hold commas."""

    def read_all(cell: str) -> list[Any]:
        found = _each(re.split(r"[|\n]", cell), line_of_text(longest))
        if len(found) > most:
            raise CellError(f"{len(found)} given, at most {most}")
        return found

    return read_all


def _each(parts: Sequence[str], read: Read) -> list[Any]:
    found = [read(part.strip()) for part in parts if part.strip()]
    if len(found) > MOST_ITEMS:
        raise CellError(f"{len(found)} given, at most {MOST_ITEMS}")
    return [value for at, value in enumerate(found) if value not in found[:at]]


def whole(low: int, high: int) -> Read:
    """A whole number; 1.200 is read as Danes write it."""

    def read(cell: str) -> int:
        digits = cell.replace("\N{NO-BREAK SPACE}", "")
        if re.fullmatch(r"\d{1,3}(\.\d{3})+", digits, re.ASCII):
            digits = digits.replace(".", "")
        digits = re.sub(r"[.,]0+\Z", "", digits)
        if not re.fullmatch(r"-?\d{1,12}", digits, re.ASCII):
            raise CellError(f"{_shown(cell)} is not a whole number")
        return int(_between(int(digits), low, high))

    return read


def number(low: float, high: float, unit: str = "") -> Read:
    """A number with decimal comma or point: 12,61 · 12.61 · 1.234,5."""

    def read(cell: str) -> float:
        return _between(decimal(cell), low, high, unit)

    return read


def decimal(cell: str) -> float:
    """A number as Danes or others write it; where both signs stand, the last is the decimal."""
    text = re.sub(r"[\s\N{NO-BREAK SPACE}']", "", cell)
    if "," in text and "." in text:
        thousands = "." if text.rfind(",") > text.rfind(".") else ","
        grouped = re.escape(thousands)
        if not re.match(rf"-?\d{{1,3}}({grouped}\d{{3}})+(?!{grouped})", text, re.ASCII):
            raise CellError(f"{_shown(cell)} is not a number")
        text = text.replace(thousands, "")
    text = text.replace(",", ".")
    if not re.fullmatch(r"-?\d{1,12}(\.\d{1,18})?", text, re.ASCII):
        raise CellError(f"{_shown(cell)} is not a number")
    return float(text)


def _between(value: float, low: float, high: float, unit: str = "") -> float:
    if not low <= value <= high:
        raise CellError(f"{value:g} is not from {low:g} to {high:g}{unit}")
    return value


def degrees(low: float, high: float) -> Read:
    """Latitude or longitude in Denmark, to a tenth of a metre."""

    def read(cell: str) -> float:
        value = decimal(cell)
        if abs(value) > 1000:  # noqa: PLR2004  # metres of a grid
            raise CellError(f"{_shown(cell)} is metres; degrees (WGS84) are wanted")
        if not low <= value <= high:
            raise CellError(f"{value:g} is outside Denmark; are latitude and longitude swapped?")
        return round(value, 6)

    return read


def day(cell: str) -> str:
    """A date, 31-12-2026 or 2026-12-31, as ISO 8601."""
    return _day(cell).isoformat()


def _day(cell: str) -> date:
    text = cell.strip()
    try:
        if danish := re.fullmatch(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})", text, re.ASCII):
            found = date(int(danish[3]), int(danish[2]), int(danish[1]))
        elif iso := re.fullmatch(r"(\d{4}-\d\d-\d\d)(?:[T ]00:00(?::00)?)?", text, re.ASCII):
            found = date.fromisoformat(iso[1])
        else:
            raise ValueError
    except ValueError:
        raise CellError(f"{_shown(cell)} is not a date such as 31-12-2026") from None
    if not YEARS[0] <= found.year < YEARS[1]:
        raise CellError(f"{_shown(cell)} is not between the years {YEARS[0]} and {YEARS[1] - 1}")
    return found


def language(cell: str) -> str:
    """A language's code, or its Danish or English name."""
    word = fold(cell)
    if re.fullmatch(formats.LANGUAGE_CODE, word):
        return word
    if word not in _LANGUAGES:
        raise CellError(f"{_shown(cell)} is no language we know; write its code, such as da or en")
    return _LANGUAGES[word]


def slug(cell: str) -> str:
    """A readable identifier."""
    if not SLUG.match(cell) or len(cell) > 100:  # noqa: PLR2004  # as slugify makes them
        raise CellError(f"{_shown(cell)} is not lower-case letters, digits and hyphens")
    return cell


def web_address(cell: str) -> str:
    """An http(s) address; www.… gets its https://."""
    return _as(formats.web_address, cell, "a web address such as https://forening.example")


def email(cell: str) -> str:
    """An e-mail address, in lower case."""
    address = cell.removeprefix("mailto:").lower()
    return _as(formats.mail_address, address, "an e-mail address")


def phone(cell: str) -> str:
    """A telephone number; a Danish one in pairs: 49 28 00 00."""
    return _as(formats.telephone, cell, "a telephone number")


def _as(read: Callable[[str], str], cell: str, what: str) -> str:
    try:
        return read(cell)
    except ValueError:
        raise CellError(f"{_shown(cell)} is not {what}") from None


def weekly(cell: str) -> list[dict[str, str]]:
    """Hours of a week: "man-fre 8-16 | lør 10:00-14:00" → weekday, starts, ends of each."""
    found: list[dict[str, str]] = []
    for part in re.split(r"[|;,\n]", cell):
        if not part.strip():
            continue
        match = _WEEKLY.fullmatch(part.strip())
        if match is None:
            raise CellError(f"{_shown(part)} is not written as: tir 17:00-18:30")
        first = _weekday(match[1])
        last = _weekday(match[2]) if match[2] else first
        if last < first:
            raise CellError(f"{_shown(part)}: the days are in the wrong order")
        starts, ends = _clock(match[3], match[4], part), _clock(match[5], match[6], part)
        if ends <= starts:
            raise CellError(f"{_shown(part)} ends before it starts")
        found += [
            {"weekday": WEEKDAYS[n], "starts": f"{starts:%H:%M}", "ends": f"{ends:%H:%M}"}
            for n in range(first, last + 1)
        ]
    codes: tuple[str, ...] = WEEKDAYS
    found.sort(key=lambda line: (codes.index(line["weekday"]), line["starts"]))
    for one, other in pairwise(found):
        if one["weekday"] == other["weekday"] and other["starts"] < one["ends"]:
            raise CellError(f"two periods overlap on {one['weekday']}")
    return found


def _weekday(word: str) -> int:
    try:
        return _WEEKDAY[fold(word)]
    except KeyError:
        raise CellError(f"{_shown(word)} is not a weekday") from None


def _clock(hours: str, minutes: str | None, part: str) -> time:
    if hours == "24" and (minutes or "00") == "00":
        return time(23, 59)
    try:
        return time(int(hours), int(minutes or 0))
    except ValueError:
        raise CellError(f"{_shown(part)}: there is no such time of day") from None


def shifts(cell: str) -> list[dict[str, Any]]:
    """Dated slots: "05-12-2026 10:00-12:00 x12 (min 3) | …", on a Danish clock.

    Each becomes starts_at and ends_at in UTC, capacity (None where none is given) and
    minimum_crew. One that ends before it starts ends on the next day.
    """
    found = [_shift(part.strip()) for part in re.split(r"[|;\n]", cell) if part.strip()]
    if len(found) > 100:  # noqa: PLR2004
        raise CellError(f"{len(found)} given, at most 100")
    found.sort(key=lambda shift: str(shift["starts_at"]))
    for one, other in pairwise(found):
        if one["starts_at"] == other["starts_at"]:
            raise CellError("two of them start at the same time")
    return found


def _shift(part: str) -> dict[str, Any]:
    match = _SHIFT.fullmatch(part)
    if match is None:
        raise CellError(f"{_shown(part)} is not written as: 05-12-2026 10:00-12:00 x12")
    on = _day(match[1])
    starts, ends = _clock(match[2], match[3], part), _clock(match[4], match[5], part)
    if starts == ends:
        raise CellError(f"{_shown(part)} lasts no time")
    capacity = int(match[6]) if match[6] else None
    crew = int(match[7]) if match[7] else None
    if (
        capacity == 0
        or crew == 0
        or (capacity is not None and crew is not None and crew > capacity)
    ):
        raise CellError(f"{_shown(part)}: the numbers of people do not fit")
    last = on if starts < ends else on + timedelta(days=1)
    return {
        "starts_at": utc(at_local(on, starts)),
        "ends_at": utc(at_local(last, ends)),
        "capacity": capacity,
        "minimum_crew": crew,
    }


def utc(moment: datetime) -> str:
    """A moment in UTC, as JSON keeps it."""
    return moment.astimezone(UTC).isoformat()


def _shown(cell: str) -> str:
    """A cell's text in a reason: short, on one line, nothing that steers a terminal."""
    text = cell if len(cell) <= 40 else f"{cell[:39]}…"  # noqa: PLR2004
    return repr(text)

"""Fields that only what people tell of themselves has."""

from __future__ import annotations

import re
from typing import Any, Final

from samspil.core.fields import Line
from samspil.core.language import Message

# A name goes into mails to others: nothing in it may become a link there.
_LINKABLE: Final = re.compile(r"[<>@/\\]|\w{2,}\.\w{2,}")
_LETTER: Final = re.compile(r"[^\W\d_]")


class PersonName(Line):
    """What somebody is called, in any script."""

    default_error_messages = {"name": Message("field.name")}  # noqa: RUF012  # marshmallow's way

    def __init__(self, **options: Any) -> None:
        super().__init__(longest=120, **options)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        name = super()._deserialize(value, attr, data, **kwargs)
        if _LINKABLE.search(name) or not _LETTER.search(name):
            raise self.make_error("name")
        return name


class LanguageCode(Line):
    """A language that somebody speaks, by its code of two letters (ISO 639-1)."""

    default_error_messages = {"language": Message("field.language")}  # noqa: RUF012

    def __init__(self, **options: Any) -> None:
        super().__init__(longest=2, **options)
        self.metadata = {**self.metadata, "pattern": "^[a-z]{2}$"}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        code = super()._deserialize(value, attr, data, **kwargs)
        if not re.fullmatch(r"[a-z]{2}", code):
            raise self.make_error("language")
        return code

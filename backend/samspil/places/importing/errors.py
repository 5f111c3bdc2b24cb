"""What is said of a file that cannot be imported."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_LONGEST_NAME: Final = 60


class Refused(Exception):  # noqa: N818  # a verdict on a file, not a fault of ours
    """A file, or a feature of it, is not taken; the text is one line that names it and says why."""

    def __init__(self, reason: str, feature: str | None = None) -> None:
        self.reason = reason
        self.feature = feature
        super().__init__(reason)

    def about(self, file: Path, table: str | None = None) -> str:
        """The line for the person at the terminal."""
        where = [shown(file.name), table and shown(table), self.feature]
        return f"{', '.join(part for part in where if part)}: {self.reason}"


def shown(text: str) -> str:
    """A text from a file, short and without anything that could move the cursor."""
    plain = "".join(c if c.isprintable() else "?" for c in text[: _LONGEST_NAME + 1])
    return plain if len(text) <= _LONGEST_NAME else f"{plain[:_LONGEST_NAME]}…"

"""What can be wrong with a question for open data, as OGC API asks to be told.

The body is the RFC 9457 problem of the whole interface; `code` and `description`, the members
that the standard's own exception has, stand in it beside ours.
"""

from __future__ import annotations

from typing import Any

from samspil.core.errors import FieldErrors, Problem
from samspil.core.language import text


class BadParameter(Problem):
    """A parameter is unknown, repeated or wrong: 400, where the rest of the interface says 422."""

    status = 400
    name = "validation"

    def __init__(self, errors: FieldErrors) -> None:
        super().__init__(errors)
        self.told = "; ".join(
            f"{name}: {' '.join(messages)}" for name, messages in sorted(errors.items())
        )

    def document(self) -> dict[str, Any]:
        """The problem with the standard's own members."""
        return super().document() | {"code": "InvalidParameterValue", "description": self.told}


class NoSuchResource(Problem):
    """There is no such collection, feature or page of the interface."""

    status = 404
    name = "not-found"

    def document(self) -> dict[str, Any]:
        """The problem with the standard's own members."""
        return super().document() | {"code": "NotFound", "description": text("not-found.detail")}

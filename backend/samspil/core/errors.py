"""Errors as RFC 9457 problems. An exception's own text never reaches a client."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from samspil.core.language import text

FieldErrors = Mapping[str, list[str]]


class Problem(Exception):  # noqa: N818  # RFC 9457 calls it so
    """An answer that says what is wrong. `name` is the stable type; see TEXTS for its words.

    `keeps_writes` tells the transaction to commit in spite of the error: for writes that must
    stand, such as a counted failed sign-in. `retry_after` is told with 429 and 503: in how many
    seconds to ask again, or None where nobody knows.
    """

    status = 400
    name = "bad-request"
    keeps_writes = False
    retry_after: int | None = None

    def __init__(self, errors: FieldErrors | None = None, **extra: Any) -> None:
        super().__init__(self.name)
        self.errors = errors
        self.extra = extra

    def document(self) -> dict[str, Any]:
        """The problem document in the reader's language."""
        return problem_document(self.name, self.status, self.errors, **self.extra)


class Invalid(Problem):
    """A field is missing or wrong."""

    status = 422
    name = "validation"

    @classmethod
    def field(cls, field: str, key: str, **values: Any) -> Invalid:
        """One field's error, worded from the catalogue."""
        return cls({field: [text(key, **values)]})


class NotFound(Problem):
    """There is no such thing, or it is not for this reader."""

    status = 404
    name = "not-found"


class NotSignedIn(Problem):
    """Nobody is signed in, or no longer."""

    status = 401
    name = "not-signed-in"


class CsrfMissing(Problem):
    """A browser's request does not carry the proof that our own page made it."""

    status = 403
    name = "csrf"


class Forbidden(Problem):
    """This person may not do that."""

    status = 403
    name = "forbidden"


class NotVerified(Problem):
    """The person has not confirmed their e-mail address yet."""

    status = 403
    name = "email-not-verified"


class GuardianMissing(Problem):
    """The person is under 15, and their guardian has not said yes yet."""

    status = 403
    name = "guardian-missing"


class Conflict(Problem):
    """What is asked for does not go together with what is there."""

    status = 409
    name = "conflict"


class RuleBroken(Problem):
    """A rule of the thing asked for is not met; `rule` names it, the detail says it in words.

    A domain words its own rules as "rule.<name>".
    """

    status = 409
    name = "rule-broken"

    def __init__(self, rule: str, **values: Any) -> None:
        super().__init__(rule=rule, detail=text(f"rule.{rule}", **values))


class Stale(Problem):
    """Somebody else has changed it since it was read."""

    status = 412
    name = "stale"


class TooMany(Problem):
    """Too many tries; `retry_after` says in how many seconds there may be another.

    What was counted must stand, or nothing would ever be too many.
    """

    status = 429
    name = "too-many-requests"
    keeps_writes = True

    def __init__(self, retry_after: int) -> None:
        super().__init__()
        self.retry_after = retry_after


class Unavailable(Problem):
    """Something we stand on, such as the database, does not answer."""

    status = 503
    name = "unavailable"

    def __init__(self, retry_after: int | None = None) -> None:
        super().__init__()
        self.retry_after = retry_after


class Busy(Unavailable):
    """Others were first for too long; nothing has been done."""

    name = "busy"


class RequestTimeout(Problem):
    """What was sent came too slowly."""

    status = 408
    name = "request-timeout"


def problem_document(
    name: str, status: int, errors: FieldErrors | None = None, **extra: Any
) -> dict[str, Any]:
    """An RFC 9457 document; `type` is stable and relative."""
    document: dict[str, Any] = {
        "type": f"/problems/{name}",
        "title": text(name),
        "status": status,
        "detail": text(f"{name}.detail"),
    }
    if errors:
        document["errors"] = dict(errors)
    return document | extra


def must(allowed: bool) -> None:
    """Go on only with what is allowed; Forbidden otherwise."""
    if not allowed:
        raise Forbidden


def must_still(possible: bool) -> None:
    """Go on only with what is possible in the state that things are in by now; else Conflict."""
    if not possible:
        raise Conflict

"""What a server hands over by RSGI, as far as it is used here.

The specification: https://github.com/emmett-framework/granian/blob/master/docs/spec/RSGI.md
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Protocol


class Headers(Protocol):
    """A request's headers, in lower case; what is not ASCII is left out."""

    def __contains__(self, name: str, /) -> bool: ...

    def get(self, name: str, default: str, /) -> str:
        """The first value of a name."""
        ...

    def items(self) -> list[tuple[str, str]]:
        """Every header; names may repeat."""
        ...


class Scope(Protocol):
    """A request without its body; `path` is decoded, addresses are `host:port`."""

    http_version: str
    server: str
    client: str
    scheme: str
    method: str
    path: str
    query_string: str
    authority: str | None

    @property
    def headers(self) -> Headers:
        """The request's."""
        ...


class Transport(Protocol):
    """What brings a request's body and takes its answer, from any thread."""

    def __aiter__(self) -> AsyncIterator[bytes]: ...

    def response_bytes(self, status: int, headers: list[tuple[str, str]], body: bytes, /) -> None:
        """Send a whole answer."""
        ...

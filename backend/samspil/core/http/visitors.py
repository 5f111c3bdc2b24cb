"""Who knocks, before anybody knows who it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from ipaddress import IPv6Address, ip_address, ip_network

from flask import request

from samspil.core.db import Database
from samspil.core.http.application import application


@dataclass(frozen=True, slots=True)
class Visitor:
    """Where a request comes from, and what counting it takes.

    Attributes:
        network: an IPv4 address, or the /64 that an IPv6 address is one of: whoever has one of
            those has them all.
        database: opens transactions beside the request's own.
        secret: makes keyed hashes.
    """

    network: str
    database: Database
    secret: str = field(repr=False)


def visitor() -> Visitor:
    """Where this request comes from; a proxy's word counts only where the settings trust it."""
    running = application()
    return Visitor(
        network_of(request.remote_addr), running.database, running.settings.secret_key or ""
    )


def network_of(address: str | None) -> str:
    """The network that an address stands for when its requests are counted."""
    try:
        found = ip_address((address or "").partition("%")[0])
    except ValueError:
        return ""  # over a local socket there is none
    if isinstance(found, IPv6Address):
        if found.ipv4_mapped is None:
            return str(ip_network((found, 64), strict=False))
        found = found.ipv4_mapped
    return str(found)

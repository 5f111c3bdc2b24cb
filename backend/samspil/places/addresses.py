"""Finding addresses: in an imported address file, else by GSearch where a token is set.

GSearch is somebody else's service. It gets two seconds and no second try; when it has failed it is
left alone for a minute; and whatever it does, the person who typed sees a shorter list at worst.
What was typed, and where it is, is never logged.
"""

from __future__ import annotations

import functools
import http.client
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from time import monotonic
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

import orjson
import structlog
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from samspil.core import geo, time
from samspil.core.text import fold
from samspil.places.models import MUNICIPALITY, Address, Area
from samspil.search.near import DANISH
from samspil.settings import Settings

log = structlog.get_logger()

SHORTEST_QUERY: Final = 3
PATIENCE_S: Final = 2.0
PAUSE: Final = timedelta(minutes=1)
MOST_BYTES: Final = 512_000
LONGEST_TEXT: Final = 200
_PIECE: Final = 16_384


@dataclass(frozen=True, slots=True)
class Match:
    """An address and where it is."""

    text: str
    position: geo.GeoJSON


class ServiceFailed(Exception):  # noqa: N818  # what happened, for the breaker alone
    """The service did not answer as it should; the text says how, without what was asked."""


class Breaker:
    """Leaves a service alone for a while after it has failed."""

    def __init__(self, service: str) -> None:
        self._service = service
        self._open_again = time.now()
        self._lock = threading.Lock()

    def call(self, ask: Callable[[], list[Match]]) -> list[Match]:
        """What the service says; nothing when it fails, or did so lately."""
        with self._lock:
            if time.now() < self._open_again:
                return []
        try:
            return ask()
        except ServiceFailed as failure:
            with self._lock:
                self._open_again = time.now() + PAUSE
            log.warning("left alone for a while", service=self._service, why=str(failure))
            return []


@functools.cache
def breaker_of(url: str) -> Breaker:
    """The one breaker of a service, by its address, in this process."""
    return Breaker(url)


# A name that does not resolve can hang for longer than any socket's timeout.
_threads: Final = ThreadPoolExecutor(max_workers=4, thread_name_prefix="gsearch")


def find_addresses(session: Session, settings: Settings, query: str, limit: int) -> list[Match]:
    """Addresses that begin like `query`, best first; empty when nobody can say."""
    if len(fold(query)) < SHORTEST_QUERY:
        return []
    if session.scalar(select(Address.id).limit(1)) is not None:
        rows = session.execute(addresses_like(query).limit(limit))
        return [Match(text, position) for text, position in rows]
    if settings.gsearch_token is None:
        return []
    code = session.scalar(select(Area.code).where(Area.layer == MUNICIPALITY))
    breaker = breaker_of(settings.gsearch_url)
    return breaker.call(lambda: _within_patience(settings, query, code, limit))


def addresses_like(query: str) -> Select[str, Any]:
    """(text, position) of the addresses in which every word of `query` begins a word."""
    words = [
        Address.search_text.contains(f" {word}", autoescape=True) for word in fold(query).split()
    ]
    in_order = Address.search_text.contains(f" {fold(query)}", autoescape=True)
    return (
        select(Address.text, Address.position)
        .where(*words)
        .order_by(in_order.desc(), Address.text.collate(DANISH))
    )


def _within_patience(settings: Settings, query: str, code: str | None, limit: int) -> list[Match]:
    answer = _threads.submit(ask_gsearch, settings, query, code, limit)
    try:
        return answer.result(timeout=PATIENCE_S)
    except TimeoutError:
        answer.cancel()
        raise ServiceFailed("no answer in time") from None


def ask_gsearch(settings: Settings, query: str, code: str | None, limit: int) -> list[Match]:
    """GSearch's house numbers, in the municipality where its code is known.

    Raises:
        ServiceFailed: no answer in time, or not the documented one.
    """
    parameters = {"q": query, "limit": str(limit), "srid": str(geo.WGS84)}
    if code is not None:
        parameters["filter"] = f"kommunekode like '%{code}%'"
    address = urlsplit(settings.gsearch_url)
    path = f"{address.path.rstrip('/')}/husnummer?{urlencode(parameters)}"
    secure = address.scheme == "https"
    connect = http.client.HTTPSConnection if secure else http.client.HTTPConnection
    deadline = monotonic() + PATIENCE_S
    headers = {"token": settings.gsearch_token or "", "Accept": "application/json"}
    try:
        with closing(connect(address.hostname or "", address.port, timeout=PATIENCE_S)) as opened:
            # http.client follows no redirect: what was typed goes to the host in the settings.
            opened.request("GET", path, headers=headers)
            with opened.getresponse() as response:
                return _addresses_in(response, deadline)[:limit]
    except (OSError, http.client.HTTPException) as error:
        raise ServiceFailed(type(error).__name__) from error


def _addresses_in(response: http.client.HTTPResponse, deadline: float) -> list[Match]:
    if response.status == http.HTTPStatus.BAD_REQUEST:
        return []  # words it cannot make sense of are no fault of the service
    if response.status != http.HTTPStatus.OK:
        raise ServiceFailed(f"status {response.status}")
    grid = response.headers.get("Content-Crs", str(geo.WGS84))
    if str(geo.WGS84) not in grid and "CRS84" not in grid:
        raise ServiceFailed("another grid than asked for")
    body = bytearray()
    while piece := response.read1(_PIECE):
        body += piece
        if len(body) > MOST_BYTES:
            raise ServiceFailed("too long an answer")
        if monotonic() > deadline:
            raise ServiceFailed("no answer in time")
    return read_gsearch(bytes(body))


def read_gsearch(body: bytes) -> list[Match]:
    """The addresses in GSearch's answer: a bare array; what has no text or place is passed over.

    Raises:
        ServiceFailed: it is not an array of JSON.
    """
    try:
        document = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise ServiceFailed("not JSON") from error
    if not isinstance(document, list):
        raise ServiceFailed("not an array")
    found = []
    for item in document:
        if isinstance(item, dict):
            text, place = item.get("visningstekst"), _first_position(item.get("geometri"))
            if isinstance(text, str) and 0 < len(text) <= LONGEST_TEXT and place is not None:
                found.append(Match(text, place))
    return found


def _first_position(geometry: Any) -> geo.GeoJSON | None:
    """The point of a Point or MultiPoint, if it is in Denmark."""
    at = geometry.get("coordinates") if isinstance(geometry, dict) else None
    while isinstance(at, list) and at and isinstance(at[0], list):
        at = at[0]
    if not isinstance(at, list) or len(at) < 2:  # noqa: PLR2004  # longitude, latitude
        return None
    lon, lat = at[:2]
    if not all(isinstance(degrees, int | float) for degrees in (lon, lat)):
        return None
    west, south, east, north = geo.DENMARK
    return geo.point(lat, lon) if west <= lon <= east and south <= lat <= north else None

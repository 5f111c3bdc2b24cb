"""iCalendar (RFC 5545), as calendars of all makers read it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from icalendar import (
    Calendar,
    Component,
    Event,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
    vDuration,
    vRecur,
)

from samspil.core.geo import LatLon
from samspil.core.time import COPENHAGEN, local

MEDIA_TYPE: Final = "text/calendar"
REFRESHED: Final = timedelta(hours=1)
# Sequences count the seconds from here to the last change: they grow with each, and stay small.
_SINCE: Final = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One event.

    Attributes:
        uid: the same for as long as it is the same event.
        starts_at: the first time.
        ends_at: of the first time.
        changed_at: when anything of it last changed.
        status: CONFIRMED, TENTATIVE or CANCELLED.
        title: what it is.
        description: in lines.
        location: in words.
        position: (lat, lon), where it is known exactly.
        url: its page.
        rule: how it comes again, if it does.
    """

    uid: str
    starts_at: datetime
    ends_at: datetime
    changed_at: datetime
    status: str
    title: str
    description: str
    location: str
    position: LatLon | None
    url: str
    rule: vRecur | None = None


def written(entries: Iterable[Entry], name: str | None = None) -> bytes:
    """A calendar of these events.

    Args:
        entries: in any order.
        name: what a calendar that is subscribed to calls itself; None for one to be added once.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Samspil//Samspil//DA")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    if name is not None:
        calendar.add("name", name)
        calendar.add("x-wr-calname", name)
        calendar.add("refresh-interval", REFRESHED, parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", vDuration(REFRESHED))
    calendar.add_component(_denmark())
    for entry in entries:
        calendar.add_component(_event(entry))
    lines: bytes = calendar.to_ical()
    return lines


def _event(entry: Entry) -> Event:
    event = Event()
    changed = entry.changed_at.astimezone(UTC).replace(microsecond=0)
    event.add("uid", entry.uid)
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("sequence", max(0, int((changed - _SINCE).total_seconds())))
    # With the zone's name, so that a calendar shows the time of the place, and keeps to it.
    event.add("dtstart", local(entry.starts_at))
    event.add("dtend", local(entry.ends_at))
    if entry.rule is not None:
        event.add("rrule", entry.rule)
    event.add("status", entry.status)
    event.add("summary", entry.title)
    event.add("description", entry.description)
    event.add("location", entry.location)
    if entry.position is not None:
        event.add("geo", entry.position)
    event.add("url", entry.url)
    return event


def _denmark() -> Component:
    """Denmark's zone: summer time from the last Sunday of March to that of October, as since 1996.

    By its rule and not by its dates, so that a weekly event has no last year.
    """
    zone = Timezone()
    zone.add("tzid", COPENHAGEN.key)
    winter, summer = timedelta(hours=1), timedelta(hours=2)
    for kind, name, month, clock, before, after in (
        (TimezoneDaylight(), "CEST", 3, 2, winter, summer),
        (TimezoneStandard(), "CET", 10, 3, summer, winter),
    ):
        kind.add("dtstart", datetime(1996, month, 31 if month == 3 else 27, clock))  # noqa: DTZ001, PLR2004
        kind.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        kind.add("tzoffsetfrom", before)
        kind.add("tzoffsetto", after)
        kind.add("tzname", name)
        zone.add_component(kind)
    return zone

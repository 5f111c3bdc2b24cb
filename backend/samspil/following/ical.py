"""iCalendar (RFC 5545), as calendars of all makers read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final
from urllib.parse import urlsplit

import orjson
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

from samspil.core.geo import LatLon, positions_of
from samspil.core.language import text
from samspil.core.time import COPENHAGEN, WEEKDAYS, at_local, local
from samspil.needs.models import Need, Shift
from samspil.needs.services import where
from samspil.organising.rules import on_day
from samspil.signups.models import Signup

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


def to_bytes(entries: Iterable[Entry], name: str | None = None) -> bytes:
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


# The events of a person's calendar, from their sign-ups.

# For as long what has ended, or will not be, still stands in a feed: a calendar that comes by
# seldom shall see it too.
KEPT: Final = timedelta(days=60)
WAITING: Final = ("applied", "waitlisted")
ENDED: Final = ("declined", "withdrawn")


@dataclass(frozen=True, slots=True)
class Site:
    """Where this installation is."""

    public_url: str

    @property
    def host(self) -> str:
        """What makes identifiers unique in the world."""
        return urlsplit(self.public_url).hostname or "localhost"

    def page(self, path: str) -> str:
        """The address of one of our pages."""
        return f"{self.public_url.rstrip('/')}{path}"


def of_shift(site: Site, row: Any) -> Entry:
    """A shift for anybody, from a row of `queries.public_shift`."""
    shift: Shift = row.Shift
    cancelled = shift.cancelled_at is not None
    said = [text("calendar.with", association=row.association), row.Need.summary]
    return Entry(
        uid=f"{shift.id}@{site.host}",
        starts_at=shift.starts_at,
        ends_at=shift.ends_at,
        changed_at=max(shift.changed_at, row.Need.updated_at),
        status="CANCELLED" if cancelled else "CONFIRMED",
        title=_title(row.Need, "CANCELLED" if cancelled else "CONFIRMED"),
        description="\n".join([text("calendar.cancelled"), *said] if cancelled else said),
        **_where(site, row),
    )


def of_signup(site: Site, row: Any, now: datetime) -> Entry | None:
    """One's own shift, from a row of `queries.dated`; None once there was nothing to wait for."""
    signup, shift = row.Signup, row.Shift
    if signup.status in WAITING and shift.starts_at <= now and shift.cancelled_at is None:
        return None
    status = _status(signup, shift)
    # Who has signed up for the whole has as many events as there are shifts.
    uid = signup.id if signup.shift_id is not None else f"{signup.id}-{shift.id}"
    return Entry(
        uid=f"{uid}@{site.host}",
        starts_at=shift.starts_at,
        ends_at=shift.ends_at,
        changed_at=max(signup.changed_at, shift.changed_at, row.Need.updated_at),
        status=status,
        title=_title(row.Need, status),
        description=_description(site, row, shift),
        **_where(site, row),
    )


def every_week(site: Site, row: Any) -> Iterator[Entry]:
    """One's own weekly task, from a row of `queries.weekly`: an event for each line of it."""
    signup, need = row.Signup, row.Need
    first = max(need.from_day or date.min, local(signup.created_at).date())
    for line in need.pattern:
        weekday, starts = line["weekday"], line["starts"]
        day = first + timedelta(days=(WEEKDAYS.index(weekday) - first.weekday()) % 7)
        if need.until_day is not None and day > need.until_day:
            continue
        on = on_day(day, time.fromisoformat(starts), time.fromisoformat(line["ends"]))
        status = _status(signup, None)
        yield Entry(
            uid=f"{signup.id}-{weekday}-{starts.replace(':', '')}@{site.host}",
            starts_at=on.starts_at,
            ends_at=on.ends_at,
            changed_at=max(signup.changed_at, need.updated_at),
            status=status,
            title=_title(need, status),
            description=_description(site, row, None),
            rule=_rule(need),
            **_where(site, row),
        )


def _rule(need: Need) -> vRecur:
    rule: dict[str, Any] = {"freq": "weekly"}
    if need.until_day is not None:
        after = at_local(need.until_day + timedelta(days=1), time())
        rule["until"] = (after - timedelta(seconds=1)).astimezone(UTC)
    return vRecur(rule)


def _status(signup: Signup, shift: Shift | None) -> str:
    if signup.status in ENDED or (shift is not None and shift.cancelled_at is not None):
        return "CANCELLED"
    return "TENTATIVE" if signup.status in WAITING else "CONFIRMED"


def _title(need: Need, status: str) -> str:
    """Not all calendars show an event's status: the title says it too."""
    if status == "CANCELLED":
        return text("calendar.title.cancelled", title=need.title)
    if status == "TENTATIVE":
        return text("calendar.title.waiting", title=need.title)
    return need.title


def _description(site: Site, row: Any, shift: Shift | None) -> str:
    signup = row.Signup
    if shift is not None and shift.cancelled_at is not None:
        state = "cancelled"
    elif signup.offered_until is not None:
        state = "offered"
    else:
        state = signup.status if signup.status in (*WAITING, *ENDED) else "accepted"
    return "\n".join(
        (
            text(f"calendar.{state}"),
            text("calendar.with", association=row.association),
            text("calendar.see", url=site.page(f"/mig/tilmeldinger/{signup.id}")),
        )
    )


def _where(site: Site, row: Any) -> Mapping[str, Any]:
    need: Need = row.Need
    towns = [place["name"] for place in orjson.loads(row.places)]
    exact = positions_of(need)
    return {
        "location": where(need, towns),
        "position": (exact[0][0], exact[0][1]) if len(exact) == 1 else None,
        "url": site.page(f"/opgaver/{need.id}"),
    }

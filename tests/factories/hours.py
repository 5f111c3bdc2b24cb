"""Hours, and certificates of them."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy.orm import Session

from samspil.associations.models import Association
from samspil.core import time
from samspil.hours import certificates
from samspil.hours.models import Certificate, HoursEntry
from samspil.people.models import Person


def hours(session: Session, who: Person, of: Association, **values: Any) -> HoursEntry:
    """An hour that somebody gave yesterday, waiting unless it says otherwise."""
    now = time.now()
    usual = {
        "day": time.local(now).date() - timedelta(days=1),
        "minutes": 60,
        "entered_by": "volunteer",
        "status": "waiting",
        "decided_at": now if values.get("status", "waiting") != "waiting" else None,
        "created_at": now,
    }
    made = HoursEntry(association_id=of.id, person_id=who.id, **usual | values)
    session.add(made)
    session.flush()  # a row that requests can see, whatever autoflush does
    return made


def certificate(session: Session, who: Person, **values: Any) -> Certificate:
    """A certificate of somebody's hours in 2026."""
    given = {
        "association": "Naturgruppen",
        "tasks": ["Høslæt"],
        "from": "2026-05-01",
        "until": "2026-09-01",
        "minutes": 150,
    }
    usual = {
        "code": certificates.new_code(),
        "name": who.name,
        "language": "da",
        "from_day": date(2026, 1, 1),
        "until_day": date(2026, 12, 31),
        "minutes": 150,
        "rows": [given],
        "created_at": time.now(),
    }
    made = Certificate(person_id=who.id, **usual | values)
    session.add(made)
    session.flush()  # a row that requests can see, whatever autoflush does
    return made

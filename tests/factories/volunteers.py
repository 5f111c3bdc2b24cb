"""People who have told what they would like to help with, and that they may be asked."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from factories.people import person
from factories.places import HELSINGOER
from samspil.core import geo
from samspil.people.models import OptionalConsent, Person, Profile


def told(session: Session, who: Person, home: geo.LatLon | None = None, **values: Any) -> Profile:
    """What somebody has told of themselves."""
    profile = Profile(person_id=who.id, home=home and geo.point(*home), **values)
    session.add(profile)
    session.flush()
    return profile


def may_be_asked(
    session: Session, home: geo.LatLon | None = HELSINGOER, person_values: Any = None, **values: Any
) -> Person:
    """Somebody who has said yes to being asked."""
    who = person(session, **(person_values or {}))
    told(session, who, home, **values)
    session.add(agreed(who))
    session.flush()
    return who


def agreed(who: Person, purpose: str = "asked_for_needs", **values: Any) -> OptionalConsent:
    """Somebody's yes."""
    given_at = datetime.fromisoformat("2027-01-01T00:00Z")
    return OptionalConsent(person_id=who.id, purpose=purpose, given_at=given_at, **values)

"""Saved searches."""

from typing import Any

from sqlalchemy.orm import Session

from samspil.core import time
from samspil.following.models import SavedSearch
from samspil.people.models import Person


def saved_search(session: Session, who: Person, **values: Any) -> SavedSearch:
    """A search around Helsingør that somebody is told of each day, from now on."""
    usual = {
        "name": "Nær mig",
        "filters": {"place": "helsingoer", "remote": "include"},
        "frequency": "daily",
        "told_until": time.now(),
    }
    made = SavedSearch(person_id=who.id, **usual | values)
    session.add(made)
    session.flush()  # a row that requests can see, whatever autoflush does
    return made

"""What the OpenAPI document cannot say of valid requests.

Which values go together, and which identifiers exist, stands in descriptions only: so the valid
requests that schemathesis makes up are put right in these points. All else stays as it made it.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

# A leap year, so that every date of another year stands in it.
IN_THIS_CENTURY = "2028"
GOOD = {"name": "Karen", "password": "en hest der spiser æbler", "kind": "association"}

# Values that a pattern cannot describe: with a check digit, or of a thing that is there.
GOOD_EVERYWHERE = {
    "name": "Karen",
    "title": "Læs højt for børn",
    "cvr": "29189846",
    "phone": "49 28 00 00",
    "website": "https://forening.example",
    "new": "endnu en lang adgangskode",
    "guardian_email": "mor@demo.example",
    "towns": ["tikoeb"],
    "places": ["tikoeb"],
    "interests": ["sport"],
    "interest": ["sport"],
}
# What is only right together, or as of today: as in the request that is known to be right.
AS_KNOWN = {
    *("starts_at", "ends_at", "day", "from", "to", "until", "from_day", "until_day", "deadline"),
    *("available_from", "available_until", "commitment", "pattern", "starts", "ends", "weekdays"),
    *("year", "need", "remote", "birth_year"),
    *("lat", "lon", "place", "home", "position", "positions", "radius_m", "minimum_crew"),
    *("association", "signup", "shift", "into", "entries", "volunteers", "kind", "slug"),
    *("current", "password", "email", "token", "minutes", "file"),
}


def put_known_right(body: dict[str, Any], known: Mapping[str, Any]) -> None:
    """Put a made-up body right, beside one that is known to be taken; what is missing, too."""
    for name in known:
        body.setdefault(name, known[name])
    for name, value in list(body.items()):
        if name in AS_KNOWN or (name == "id" and "slug" in known):
            body.pop(name)
            if name in known:
                body[name] = known[name]
        elif isinstance(value, dict):
            put_known_right(value, known.get(name) or {})
        elif isinstance(value, float) and value.is_integer():
            body[name] = int(value)  # 1954.0 is whole to JSON Schema alone
        elif value is not None and name in GOOD_EVERYWHERE:
            body[name] = GOOD_EVERYWHERE[name]


def put_body_right(body: dict[str, Any]) -> None:
    """A name that is one, a password that nobody guesses, one thing to report."""
    for name, good in GOOD.items():
        if body.get(name) is not None:
            body[name] = good
    if "reason" in body:
        body.pop("id", None)
        body["slug"] = "boldklubben-sundet"
    put_right(body)
    body.pop("available_until", None)  # only a day after the other is valid
    if body.get("available_from"):
        body["available_from"] = f"{IN_THIS_CENTURY}{body['available_from'][4:]}"
    if "shift" in body:
        body["shift"] = None  # only the need's own are valid
    for name, value in body.items():
        if isinstance(value, float) and value.is_integer():
            body[name] = int(value)  # 1954.0 is whole to JSON Schema alone
    if body.get("guardian_email"):
        body["guardian_email"] = "mor@demo.example"


def put_right(query: dict[str, Any]) -> None:
    """Keep to the rules between parameters, and to places and boxes there are."""
    query.pop("cursor", None)  # only those that a search gave are valid
    if not {"lat", "lon"} <= query.keys():
        query.pop("lat", None)
        query.pop("lon", None)
    if "place" in query:
        query["place"] = "tikoeb"
        if "lat" in query:
            del query["place"]
    if not query.keys() & {"lat", "place"}:
        query.pop("radius_m", None)
    starts_at, ends_at = query.pop("starts_at", None), query.pop("ends_at", None)
    if starts_at and ends_at:
        query["starts_at"] = f"{IN_THIS_CENTURY}{starts_at[4:]}"
        query["ends_at"] = _an_hour_after(query["starts_at"])
    if "bbox" in query:
        query["bbox"] = "12.4,56.0,12.6,56.1"


def _an_hour_after(moment: str) -> str:
    return (datetime.fromisoformat(moment.upper()) + timedelta(hours=1)).isoformat()

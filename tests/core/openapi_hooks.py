"""What the OpenAPI document cannot say of valid requests, told to schemathesis.

Which parameters go together, and which identifiers exist, stands in their descriptions only: so
the valid requests it makes up are put right in these points. Its invalid ones stay as they are.
"""

import functools
from datetime import datetime, timedelta
from typing import Any

import requests
import schemathesis
from schemathesis import GenerationMode

# A leap year, so that every date of another year stands in it.
IN_THIS_CENTURY = "2028"
# Where a visitor's body is read.
OPEN_TO_ALL = tuple(f"/api/v1/{part}" for part in ("auth", "links", "reports", "needs", "matches"))
GOOD = {"name": "Karen", "password": "en hest der spiser æbler", "kind": "association"}


@functools.cache
def existing(base_url: str, path: str) -> str | None:
    """The identifier of one thing that is there; None of what only some may list."""
    answer = requests.get(f"{base_url}{path}?limit=1", timeout=10)
    if not answer.ok:
        return None
    item = answer.json()["items"][0]
    return str(item.get("slug") or item["id"])


@schemathesis.hook
def before_call(_context: Any, case: Any, _options: Any) -> None:
    """Put a valid request right."""
    if case.meta is None or case.meta.generation.mode is not GenerationMode.POSITIVE:
        return
    base_url = case.operation.base_url
    for name in case.path_parameters or {}:
        collection = case.operation.path.removesuffix(f"/{{{name}}}")
        case.path_parameters[name] = existing(base_url, collection) or case.path_parameters[name]
    if case.query:
        put_right(case.query)
    if isinstance(case.body, dict) and case.operation.path.startswith(OPEN_TO_ALL):
        put_body_right(case.body)


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

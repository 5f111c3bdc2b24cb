"""What the OpenAPI document cannot say of valid requests, told to schemathesis.

For a visitor's run over the network; a signed-in person's is tests/test_contract.py. Invalid
requests stay as they are.
"""

import functools
from typing import Any

import requests
import schemathesis
from schemathesis import GenerationMode

from valid_requests import put_body_right, put_right

# Where a visitor's body is read.
OPEN_TO_ALL = tuple(f"/api/v1/{part}" for part in ("auth", "links", "reports", "needs", "matches"))


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

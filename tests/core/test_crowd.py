"""A crowd behind one address: a class or a library that opens the application at once."""

import contextlib
import http.client
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from databases import DEMO, Server
from samspil.settings import from_environment
from serving import Served, served

FRONTEND = Path(__file__).parents[2] / "frontend"
NODE = Path(sys.prefix) / "node" / "node"
PHONES = 60
# What one connection is about, not what a phone asks for.
OF_THE_CONNECTION = {"host", "connection", "origin", "referer"}


@pytest.fixture(scope="module")
def site(server: Server) -> Iterator[Served]:
    """The real server with the real frontend and the usual limit.

    What it allows in a minute it allows here in an hour: however slow the machine is, everything
    below happens within one window.
    """
    usual = from_environment({"SAMSPIL_DATABASE_URL": "postgresql:///none"}).rate_limit
    limit = usual.replace("per minute", "per hour")
    assert limit != usual
    more = {"SAMSPIL_TRUSTED_PROXIES": "1", "SAMSPIL_RATE_LIMIT": limit}
    with served(server, DEMO, FRONTEND / "build", **more) as running:
        yield running


@pytest.fixture(scope="module")
def first_visit(site: Served) -> list[dict[str, Any]]:
    """What a real browser asked for until its first visit was idle."""
    script = FRONTEND / "e2e" / "recorded.ts"
    said = subprocess.run(
        [NODE, script, site.address], capture_output=True, text=True, check=True, timeout=180
    )
    return [json.loads(line) for line in said.stdout.splitlines()]


def visit(site: Served, requests: list[dict[str, Any]], address: str) -> Counter[int]:
    """Make the same requests from an address; how often each status was answered."""
    statuses: Counter[int] = Counter()
    phone = http.client.HTTPConnection("127.0.0.1", site.port, timeout=120)
    with contextlib.closing(phone):
        for one in requests:
            headers = {k: v for k, v in one["headers"].items() if k not in OF_THE_CONNECTION}
            phone.request(
                one["method"], one["path"], headers=headers | {"X-Forwarded-For": address}
            )
            answer = phone.getresponse()
            answer.read()
            statuses[answer.status] += 1
    return statuses


def test_sixty_phones_open_it_for_the_first_time_from_one_address(
    site: Served, first_visit: list[dict[str, Any]]
) -> None:
    paths = [one["path"] for one in first_visit]
    assert {"/", "/service-worker.js"} < set(paths)
    assert sum(path.startswith("/_app/") for path in paths) > 20
    assert any(path.startswith("/api/v1/needs") for path in paths)
    with ThreadPoolExecutor(8) as phones:
        visits = [phones.submit(visit, site, first_visit, "198.51.100.7") for _ in range(PHONES)]
        statuses = sum((one.result() for one in visits), Counter())
    assert statuses.total() == PHONES * len(first_visit)
    assert set(statuses) <= {200, 304}, statuses

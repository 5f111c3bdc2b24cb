"""Whoever uploads large pictures keeps nobody waiting.

Real programs on a database of their own: the web server and the worker.
"""

import math
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import requests
from PIL import Image

from databases import Server
from factories.pictures import written
from installation import Running, installed
from samspil.demo.helping import BOARD
from samspil.local import processes

UPLOADS = 8
DECODED = 3  # of them, while visitors come; the others are no different
BETWEEN_VISITORS = 0.2  # seconds
MOST_WAITING = 200
SIDE = 6300  # pixels: just below what is taken
LONGEST_WAIT = 1.0
SECONDS = 300.0


@pytest.fixture
def running(server: Server, frontend: Path, tmp_path: Path) -> Iterator[Running]:
    """The demonstration, served and worked for."""
    with installed(server, frontend, tmp_path) as running:
        yield running


class Visitors(threading.Thread):
    """One after the other looks for needs, however long those before wait for their answer."""

    def __init__(self, at: Running) -> None:
        super().__init__()
        self._address = f"{at.address}/api/v1/needs"
        self._over = threading.Event()
        self.answers: list[tuple[int, float]] = []  # each with its status and seconds

    def run(self) -> None:
        """Come at their times until it is over, and wait for the last answer."""
        with ThreadPoolExecutor(MOST_WAITING) as crowd:
            while not self._over.wait(BETWEEN_VISITORS):
                crowd.submit(self._visit, time.perf_counter())

    def _visit(self, came: float) -> None:
        status = requests.get(self._address, timeout=SECONDS).status_code
        self.answers.append((status, time.perf_counter() - came))

    def end(self) -> None:
        """Let nobody come any more."""
        self._over.set()
        self.join()


def p95(waits: list[float]) -> float:
    return sorted(waits)[math.ceil(0.95 * len(waits)) - 1]


@pytest.mark.alone
def test_eight_of_the_largest_pictures_at_once_keep_no_other_visitor_waiting(
    running: Running,
) -> None:
    board = running.sign_in(BOARD)
    club = board("GET", "/me")["associations"][0]["slug"]
    upload = written(Image.new("RGB", (SIDE, SIDE), (13, 82, 87)), "PNG")
    assert len(upload) < 200_000
    made: list[Any] = []

    def send() -> None:
        made.append(
            board(
                "POST",
                f"/associations/{club}/pictures",
                files={"file": ("stor.png", upload, "image/png")},
                data={"alt": "Havet"},
            )
        )

    visitors = Visitors(running)
    visitors.start()
    senders = [threading.Thread(target=send) for _ in range(UPLOADS)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()

    def some_are_ready() -> bool:
        ready = "SELECT count(*) FROM association_pictures WHERE status = 'ready'"
        return bool(running.sql(ready)[0][0] >= DECODED)

    assert len(made) == UPLOADS
    assert processes.wait_until(some_are_ready, SECONDS)
    shown = running.ask(None, "GET", f"/associations/{club}")["pictures"]
    assert len(shown) >= DECODED
    assert {one["id"] for one in shown} <= {one["id"] for one in made}
    visitors.end()
    assert {status for status, _ in visitors.answers} == {200}
    assert p95([seconds for _, seconds in visitors.answers]) < LONGEST_WAIT

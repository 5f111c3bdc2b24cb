"""Whoever uploads large pictures keeps nobody waiting.

Real programs on a database of their own: the web server and the worker.
"""

import math
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from PIL import Image

from databases import Server
from factories.pictures import written
from installation import Running, installed
from samspil.demo.accounts import BOARD
from samspil.local import processes

UPLOADS = 8
VISITORS = 2
SIDE = 6300  # pixels: just below what is taken
LONGEST_WAIT = 1.0
SECONDS = 300.0


@pytest.fixture
def running(server: Server, frontend: Path, tmp_path: Path) -> Iterator[Running]:
    """The demonstration, served and worked for."""
    with installed(server, frontend, tmp_path) as running:
        yield running


class Visitor(threading.Thread):
    """Looks for needs again and again, and notes how long each answer takes."""

    def __init__(self, at: Running) -> None:
        super().__init__()
        self._at = at
        self._leaves = threading.Event()
        self.waits: list[float] = []
        self.answers: set[int] = set()

    def run(self) -> None:
        """Ask until told to leave."""
        while not self._leaves.wait(0.2):
            began = time.perf_counter()
            answer = requests.get(f"{self._at.address}/api/v1/needs", timeout=SECONDS)
            self.waits.append(time.perf_counter() - began)
            self.answers.add(answer.status_code)

    def leave(self) -> None:
        """Ask no more."""
        self._leaves.set()
        self.join()


def p95(waits: list[float]) -> float:
    return sorted(waits)[math.ceil(0.95 * len(waits)) - 1]


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

    visitors = [Visitor(running) for _ in range(VISITORS)]
    for visitor in visitors:
        visitor.start()
    senders = [threading.Thread(target=send) for _ in range(UPLOADS)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()

    def all_are_ready() -> bool:
        ready = "SELECT count(*) FROM association_pictures WHERE status = 'ready'"
        return bool(running.sql(ready)[0][0] == UPLOADS)

    assert len(made) == UPLOADS
    assert processes.wait_until(all_are_ready, SECONDS)
    shown = running.ask(None, "GET", f"/associations/{club}")["pictures"]
    assert {one["id"] for one in shown} == {one["id"] for one in made}
    for visitor in visitors:
        visitor.leave()
    assert {answer for visitor in visitors for answer in visitor.answers} == {200}
    assert p95([wait for visitor in visitors for wait in visitor.waits]) < LONGEST_WAIT

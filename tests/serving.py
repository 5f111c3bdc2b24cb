"""Samspil as it runs for real: the web server's processes, on a database of its own."""

import contextlib
import dataclasses
import http.client
import os
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from databases import Server
from samspil.app import create_app
from samspil.core.http import Application
from samspil.local import processes

PATIENCE_SECONDS = 120


@dataclass(frozen=True)
class Served:
    """A running server, and an application on the same database, to prepare and look with."""

    app: Application
    port: int
    running: processes.Running

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def connect(self) -> socket.socket:
        """A connection to say anything over."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=30)


@contextlib.contextmanager
def served(server: Server, template: str, frontend: Path, **more: str) -> Iterator[Served]:
    """Start it as the supervisor does; `more` are variables of its environment."""
    database = server.clone(template)
    settings = dataclasses.replace(server.settings(database), frontend_dir=frontend)
    application = create_app(settings)
    port = free_port()
    environment = {k: v for k, v in os.environ.items() if not k.startswith("SAMSPIL_")} | {
        "SAMSPIL_DATABASE_URL": settings.database_url,
        "SAMSPIL_OWNER_DATABASE_URL": settings.owner_database_url,
        "SAMSPIL_FRONTEND_DIR": str(settings.frontend_dir),
        "SAMSPIL_FILES_DIR": str(settings.files_dir),
        "SAMSPIL_MAIL_DIR": str(settings.mail_dir),
        "SAMSPIL_SECRET_KEY": settings.secret_key or "",
        "SAMSPIL_RATE_LIMIT": settings.rate_limit,
    }
    running = processes.Running(processes.web_server(port), environment | more)
    try:
        assert processes.wait_until(lambda: status(port, "/readyz") == 200, PATIENCE_SECONDS)
        yield Served(application, port, running)
    finally:
        running.stop()
        application.database.engine.dispose()
        server.drop(database)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
    return number


def status(port: int, path: str) -> int | None:
    """What a path is answered with; None where nobody answers."""
    asked = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    with contextlib.closing(asked), contextlib.suppress(OSError, http.client.HTTPException):
        asked.request("GET", path)
        return asked.getresponse().status
    return None


def waits(port: int, path: str, seconds: float, readers: int = 2) -> list[float]:
    """How long each of a few readers waited, who ask one after the other, and all get an answer."""
    waited: list[float] = []
    refused: list[int | None] = []

    def read() -> None:
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            begun = time.perf_counter()
            code = status(port, path)
            waited.append(time.perf_counter() - begun)
            if code != 200:
                refused.append(code)

    threads = [threading.Thread(target=read) for _ in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert refused == []
    return waited


def p95(waited: list[float]) -> float:
    """The wait that one in twenty exceeds."""
    return sorted(waited)[len(waited) * 95 // 100]


class Dribble:
    """Connections that each send the head of a request and then one byte of its body at a time."""

    def __init__(self, port: int, head: str, connections: int, *, pause: float = 0.1) -> None:
        self._sockets = [
            socket.create_connection(("127.0.0.1", port), timeout=30) for _ in range(connections)
        ]
        for one in self._sockets:
            one.sendall(head.encode())
        self._pause = pause
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._go_on)

    def _go_on(self) -> None:
        while not self._over.wait(self._pause):
            for one in self._sockets:
                with contextlib.suppress(OSError):  # the server has given it up
                    one.sendall(b" ")

    def __enter__(self) -> "Dribble":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()
        for one in self._sockets:
            one.close()

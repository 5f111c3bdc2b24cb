"""An installation as `scripts/start` runs it: the web server and the worker, on a clone."""

import contextlib
import dataclasses
import functools
import os
import re
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import requests

from databases import DEMO, Server
from samspil.core.mail import mailbox
from samspil.demo.helping import PASSWORD
from samspil.local import processes
from samspil.local.cluster import SUPERUSER

SECONDS = 60.0


@dataclasses.dataclass(frozen=True)
class Running:
    """An installation that serves and works, and where it keeps things."""

    address: str
    folder: Path
    database: str
    server: Server

    def ask(self, token: str | None, method: str, path: str, **sent: Any) -> Any:
        """The document of an answer that must be good, as the owner of a token gets it."""
        headers = {} if token is None else {"Authorization": f"Bearer {token}"}
        answer = requests.request(
            method, f"{self.address}/api/v1{path}", headers=headers, timeout=30, **sent
        )
        assert answer.ok, f"{method} {path}: {answer.status_code} {answer.text}"
        return answer.json() if "json" in answer.headers.get("Content-Type", "") else answer.content

    def sign_in(self, email: str) -> functools.partial[Any]:
        """What asks in the name of a demonstration account."""
        body = {"email": email, "password": PASSWORD, "tokens": True}
        return functools.partial(
            self.ask, self.ask(None, "POST", "/auth/login", json=body)["access_token"]
        )

    def sql(self, statement: str) -> list[Any]:
        """A statement's rows, asked past the application."""
        with psycopg.connect(
            host=str(self.server.cluster.socket_folder), user=SUPERUSER, dbname=self.database
        ) as connection:
            return connection.execute(statement.encode()).fetchall()

    def all_is_done(self) -> None:
        """Wait until the worker has nothing left to do."""
        waiting = "SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing')"
        assert processes.wait_until(lambda: self.sql(waiting)[0][0] == 0, SECONDS)

    def link_to(self, email: str) -> str:
        """The secret in the newest mail to an address."""
        self.all_is_done()
        newest = self.ask(None, "GET", "/demo/mails", params={"to": email})["items"][0]
        said = self.ask(None, "GET", f"/demo/mails/{newest['id']}")["text"]
        found = re.search(r"/bekraeft/([\w-]{43})", said)
        assert found is not None, said
        return found[1]

    def dump(self) -> str:
        """Every row of every table."""
        installed = max(Path("/usr/lib/postgresql").glob("*/bin/pg_dump"))
        return subprocess.run(
            [
                *(str(installed), "--data-only", "--inserts", "--username", SUPERUSER),
                *("--host", str(self.server.cluster.socket_folder), self.database),
            ],
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    def written(self) -> dict[str, str]:
        """What stands in each file: pictures, mails, logs, PostgreSQL's log."""
        files = [path for path in self.folder.rglob("*") if path.is_file()]
        found = {
            str(path.relative_to(self.folder)): path.read_bytes().decode("utf-8", "replace")
            for path in files
        }
        mails = mailbox.newest(self.folder / "mail", None)
        return (
            found
            | {f"mail {mail.id}": str(mail) for mail in mails}
            | {"PostgreSQL's log": self.server.cluster.log.read_text()}
        )


@contextlib.contextmanager
def installed(server: Server, frontend: Path, folder: Path) -> Iterator[Running]:
    """The demonstration, run as `scripts/start` runs it, with logs in files of the folder."""
    database = server.clone(DEMO)
    settings = server.settings(database)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    environment = {k: v for k, v in os.environ.items() if not k.startswith("SAMSPIL_")} | {
        "SAMSPIL_DATABASE_URL": settings.database_url,
        "SAMSPIL_FRONTEND_DIR": str(frontend),
        "SAMSPIL_SECRET_KEY": settings.secret_key or "",
        "SAMSPIL_FILES_DIR": str(folder / "files"),
        "SAMSPIL_MAIL_DIR": str(folder / "mail"),
        "SAMSPIL_PUBLIC_URL": address,
    }
    with contextlib.ExitStack() as ends:
        ends.callback(server.drop, database)
        for service in processes.services(port):
            log = ends.enter_context((folder / f"{service.name}.log").open("wb"))
            started = processes.start(service.command, environment, output=log.fileno())
            ends.callback(processes.stop, started)

        def answers() -> bool:
            with contextlib.suppress(requests.ConnectionError):
                return requests.get(f"{address}/readyz", timeout=5).status_code == 200
            return False

        assert processes.wait_until(answers, SECONDS)
        yield Running(address, folder, database, server)

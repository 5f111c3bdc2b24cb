"""A post office for tests: a real SMTP server, a database of one's own, and real workers."""

import asyncio
import contextlib
import dataclasses
import email
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import SMTP as MAIL_POLICY
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from sqlalchemy import text

from samspil.core.db import Database, make_engine
from samspil.core.jobs import Work
from samspil.core.mail import Mail, NewMail, delivery, send
from samspil.local import processes
from samspil.settings import CHECKOUT, Settings

SECONDS = 60.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
    return number


class Gate:
    """Where a server's conversation stops until the test lets it go on."""

    def __init__(self) -> None:
        self.reached = threading.Event()
        self.opened = threading.Event()

    async def wait(self) -> None:
        self.reached.set()
        while not self.opened.is_set():
            await asyncio.sleep(0.01)


class SmtpServer:
    """Takes mails on a port, slowly or not at all where a test says so."""

    def __init__(self) -> None:
        self.port = free_port()
        self.received: list[EmailMessage] = []
        self.answers: dict[str, str] = {}  # to RCPT, by address; else it takes all
        self.content_answer: str | None = None
        self.before_data: Gate | None = None  # stops before it asks for the content
        self.before_taking: Gate | None = None  # has the content, and thinks about it
        self.options: dict[str, Any] = {}  # aiosmtpd's, such as a certificate
        self._controller: Controller | None = None

    async def handle_RCPT(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Any
    ) -> str:
        answer = self.answers.get(address)
        if answer is None:
            envelope.rcpt_tos.append(address)
            answer = "250 OK"
        return answer

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.before_taking is not None:
            await self.before_taking.wait()
        if self.content_answer is not None:
            return self.content_answer
        content = envelope.content
        assert isinstance(content, bytes)
        self.received.append(email.message_from_bytes(content, policy=MAIL_POLICY))
        return "250 OK"

    def start(self) -> None:
        post = self

        class Protocol(SMTP):
            async def smtp_DATA(self, arg: str) -> None:  # noqa: N802
                if post.before_data is not None:
                    await post.before_data.wait()
                await super().smtp_DATA(arg)

        class Office(Controller):
            def factory(self) -> SMTP:
                return Protocol(self.handler, **self.SMTP_kwargs, **post.options)

        self._controller = Office(self, hostname="127.0.0.1", port=self.port)
        self._controller.start()

    def stop(self) -> None:
        if self._controller is not None:
            self._controller.stop()
            self._controller = None


class Post:
    """An installation's mail: its database, its SMTP server and any number of workers."""

    def __init__(self, settings: Settings, database: Database, smtp: SmtpServer) -> None:
        self.settings = settings
        self.database = database
        self.smtp = smtp

    def send(self, letter: NewMail) -> Mail:
        with self.database.writing.begin() as session:
            return send(session, letter)

    def deliver(self, mail: Mail, *, last_try: bool = False) -> None:
        """Do in this process what a worker does with the mail's job."""
        delivery.deliver(Work(self.settings, self.database, last_try), str(mail.id))

    def row(self, mail: Mail) -> Mail:
        """The mail as it is kept now."""
        with self.database.writing() as session:
            return session.get_one(Mail, mail.id)

    def sql(self, statement: str, **values: Any) -> list[Any]:
        """Run a statement; returns its rows."""
        with self.database.engine.begin() as connection:
            result = connection.execute(text(statement), values)
            return list(result) if result.returns_rows else []

    def wait_for(self, statement: str) -> None:
        """Wait until a statement's one value is true."""
        assert processes.wait_until(lambda: bool(self.sql(statement)[0][0]), SECONDS), statement

    def wait_for_mails(self, number: int) -> None:
        """Wait until so many have arrived and nothing is left to do."""
        assert processes.wait_until(lambda: len(self.smtp.received) >= number, SECONDS)
        self.wait_for(
            "SELECT NOT EXISTS (SELECT FROM procrastinate_jobs WHERE task_name = 'mail.deliver')"
        )

    @contextlib.contextmanager
    def worker(self, errors: Path | None = None) -> Iterator[subprocess.Popen[bytes]]:
        """A worker as `scripts/start` runs one, which can also word the tests' mails.

        What it logs goes to our own output, or to a file.
        """
        environment = {k: v for k, v in os.environ.items() if not k.startswith("SAMSPIL_")} | {
            "PYTHONPATH": os.pathsep.join([str(CHECKOUT / "backend"), str(CHECKOUT / "tests")]),
            "SAMSPIL_DATABASE_URL": self.settings.database_url,
            "SAMSPIL_PUBLIC_URL": self.settings.public_url,
            "SAMSPIL_AUTHORITY": self.settings.authority or "",
            "SAMSPIL_SMTP_URL": self.settings.smtp_url or "",
            "SAMSPIL_MAIL_FROM": self.settings.mail_from,
            "SAMSPIL_MAIL_DIR": str(self.settings.mail_dir),
        }
        program = "import sys, factories.mails, samspil.worker as w; sys.exit(w.main())"
        with contextlib.ExitStack() as files:
            log = files.enter_context(errors.open("wb")) if errors else None
            process = subprocess.Popen(
                [sys.executable, "-c", program], env=environment, stdout=log, stderr=log
            )
        try:
            yield process
        finally:
            process.terminate()
            process.wait(SECONDS)

    def kill(self, worker: subprocess.Popen[bytes]) -> None:
        """End a worker without a word, and let the time pass after which that is noticed."""
        os.kill(worker.pid, signal.SIGKILL)
        worker.wait(SECONDS)
        self.sql("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 minute'")


@contextlib.contextmanager
def opened(settings: Settings, folder: Path) -> Iterator[Post]:
    """The post office of an installation, open."""
    smtp = SmtpServer()
    smtp.start()
    settings = dataclasses.replace(
        settings,
        public_url="https://samspil.example",
        authority="Åkøbing Kommune",
        smtp_url=f"smtp://127.0.0.1:{smtp.port}",
        mail_from="samspil@akoebing.example",
        mail_dir=folder / "mail",
    )
    database = Database(make_engine(settings.database_url))
    try:
        yield Post(settings, database, smtp)
    finally:
        database.engine.dispose()
        smtp.stop()

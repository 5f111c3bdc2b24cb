"""Mails on their way: a real SMTP server, real workers, real kills."""

import contextlib
import dataclasses
import os
import signal
import ssl
import stat
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import AuthResult

from databases import BASE, Server
from factories.mails import ADDRESS, news, welcome
from post import SECONDS, Gate, Post, opened
from samspil.core import time
from samspil.core.db import new_id
from samspil.core.jobs import Work
from samspil.core.mail import forget, is_suppressed, lift, mailbox, send
from samspil.core.mail.delivery import NotDelivered, tidy
from samspil.local import processes


@pytest.fixture
def post(server: Server, tmp_path: Path) -> Iterator[Post]:
    name = server.clone(BASE)
    with opened(server.settings(name), tmp_path) as post:
        yield post
    server.drop(name)


def test_a_worker_sends_what_was_committed_and_never_what_was_rolled_back(post: Post) -> None:
    with post.database.writing() as session:
        send(session, welcome(to="nobody@post.example"))
        session.rollback()
    mail = post.send(welcome())
    with post.worker() as worker:
        post.wait_for_mails(1)
        worker.terminate()
        assert worker.wait(SECONDS) == 0
    [received] = post.smtp.received
    assert received["To"] == ADDRESS
    assert received["Message-ID"] == f"<{mail.id}@akoebing.example>"
    assert post.sql("SELECT count(*) FROM mails") == [(1,)]


def test_nothing_of_what_a_mail_said_is_kept_once_it_is_sent(post: Post) -> None:
    mail = post.send(welcome())
    post.deliver(mail)
    row = post.row(mail)
    assert row.state == "sent"
    assert row.ended_at is not None
    assert (row.to_address, row.said, row.link, row.unsubscribe) == (None,) * 4
    post.deliver(mail)
    assert len(post.smtp.received) == 1


def test_a_job_names_nobody(post: Post) -> None:
    mail = post.send(welcome())
    [(arguments,)] = post.sql("SELECT args FROM procrastinate_jobs")
    assert arguments == {"mail_id": str(mail.id)}


def test_what_people_can_do_without_waits_behind_what_they_wait_for(post: Post) -> None:
    post.send(news())
    post.send(welcome())
    jobs = post.sql("SELECT priority FROM procrastinate_jobs ORDER BY id")
    assert jobs == [(-1,), (0,)]


def test_a_server_that_is_busy_gets_the_mail_later(post: Post) -> None:
    post.smtp.answers[ADDRESS] = "451 4.7.1 try again later, anna@post.example"
    mail = post.send(welcome())
    with post.worker():
        post.wait_for("SELECT attempts = 1 AND status = 'todo' FROM procrastinate_jobs")
        [(wait,)] = post.sql("SELECT scheduled_at - now() FROM procrastinate_jobs")
        assert timedelta(seconds=30) < wait <= timedelta(minutes=1)
        waiting = post.row(mail)
        assert waiting.state == "waiting"
        assert waiting.problem == "the server answers 451 4.7.1 to the recipient"
        post.smtp.answers.clear()
        post.sql("UPDATE procrastinate_jobs SET scheduled_at = now()")
        post.wait_for_mails(1)
    assert post.row(mail).problem is None


def test_without_a_server_the_mail_waits_and_is_given_up_in_the_end(post: Post) -> None:
    post.smtp.stop()
    mail = post.send(welcome())
    with pytest.raises(NotDelivered, match="no connection to the server"):
        post.deliver(mail)
    assert post.row(mail).state == "waiting"
    with pytest.raises(NotDelivered):
        post.deliver(mail, last_try=True)
    assert post.row(mail).state == "failed"

    post.smtp.start()  # and somebody asks for the failed job again
    post.deliver(mail)
    assert post.row(mail).state == "sent"
    assert len(post.smtp.received) == 1


@pytest.mark.parametrize(
    "answer", ["550 no such user", "550 5.1.1 no such user", "553 5.1.3 bad", "550 5.2.1 disabled"]
)
def test_an_address_that_is_refused_for_good_gets_no_more_mail(post: Post, answer: str) -> None:
    post.smtp.answers[ADDRESS] = answer
    mail = post.send(welcome())
    other = post.send(welcome(to=ADDRESS.upper()))
    post.deliver(mail)
    post.deliver(other)
    post.smtp.answers.clear()
    later = post.send(welcome())
    assert [post.row(m).state for m in (mail, other, later)] == ["suppressed"] * 3
    assert post.smtp.received == []
    assert post.sql("SELECT reason FROM suppressed_addresses") == [("refused",)]
    assert "anna" not in str(post.sql("SELECT * FROM suppressed_addresses, mails"))

    with post.database.writing.begin() as session:
        assert is_suppressed(session, ADDRESS)
        assert lift(session, " Anna@Post.example ")
        assert not lift(session, ADDRESS)
    post.deliver(post.send(welcome()))
    assert len(post.smtp.received) == 1


@pytest.mark.parametrize(
    "answer", ["550 5.7.1 we take no mail from you", "552 5.2.2 mailbox full", "554 no"]
)
def test_a_refusal_that_is_not_about_the_address_shuts_nobody_out(post: Post, answer: str) -> None:
    post.smtp.answers[ADDRESS] = answer
    mail = post.send(welcome())
    post.deliver(mail)
    assert post.row(mail).state == "failed"
    assert post.sql("SELECT * FROM suppressed_addresses") == []


def test_content_that_is_refused_shuts_nobody_out(post: Post) -> None:
    post.smtp.content_answer = "550 5.1.1 looks like spam"
    mail = post.send(welcome())
    post.deliver(mail)
    assert post.row(mail).state == "failed"
    assert post.sql("SELECT * FROM suppressed_addresses") == []


@pytest.mark.parametrize("moment", ["before_data", "before_taking"])
def test_a_worker_killed_in_the_middle_of_sending_sends_it_once(post: Post, moment: str) -> None:
    gate = Gate()
    setattr(post.smtp, moment, gate)
    mail = post.send(welcome())
    with post.worker() as worker:
        assert gate.reached.wait(SECONDS)
        post.kill(worker)
    assert post.row(mail).state == "waiting"
    setattr(post.smtp, moment, None)
    gate.opened.set()
    with post.worker():
        post.wait_for_mails(1)
    assert len(post.smtp.received) == 1
    assert post.row(mail).state == "sent"


def test_a_worker_told_to_stop_finishes_what_it_sends(post: Post) -> None:
    gate = post.smtp.before_taking = Gate()
    mail = post.send(welcome())
    with post.worker() as worker:
        assert gate.reached.wait(SECONDS)
        worker.terminate()
        gate.opened.set()
        assert worker.wait(SECONDS) == 0
    assert post.row(mail).state == "sent"
    assert post.sql("SELECT * FROM procrastinate_jobs WHERE task_name = 'mail.deliver'") == []
    assert post.sql("SELECT * FROM procrastinate_workers") == []


def test_two_workers_at_once_send_each_mail_once(post: Post) -> None:
    with post.worker(), post.worker():
        post.wait_for("SELECT count(*) = 2 FROM procrastinate_workers")
        sent = [post.send(welcome(to=f"person{n}@post.example")) for n in range(40)]
        post.wait_for_mails(len(sent))
    ids = [received["Message-ID"] for received in post.smtp.received]
    assert sorted(ids) == sorted(f"<{mail.id}@akoebing.example>" for mail in sent)


def test_a_mail_that_somebody_is_sending_is_left_to_them(post: Post) -> None:
    mail = post.send(welcome())
    with post.database.engine.begin() as other:
        other.exec_driver_sql("SELECT FROM mails FOR UPDATE")
        with pytest.raises(NotDelivered, match="somebody else"):
            post.deliver(mail)
    assert post.smtp.received == []


def test_a_database_that_goes_away_is_waited_for(post: Post) -> None:
    with post.worker() as worker:
        post.wait_for("SELECT count(*) = 1 FROM procrastinate_workers")
        with contextlib.suppress(Exception):  # the sessions it ends include its own kind
            post.sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        post.send(welcome())
        post.wait_for_mails(1)
        assert worker.poll() is None


# Encryption


@pytest.fixture
def certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """A certificate for 127.0.0.1; set SSL_CERT_FILE to `certificate.pem` to trust it."""
    key, written = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1"),
            *("-subj", "/CN=post", "-addext", "subjectAltName=IP:127.0.0.1"),
            *("-keyout", str(key), "-out", str(written)),
        ],
        check=True,
        capture_output=True,
    )
    monkeypatch.chdir(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(written, key)
    return context


def with_password(post: Post, **options: Any) -> list[tuple[bytes, bytes]]:
    """Let the server ask for a password; returns those it gets."""
    given = []

    def take(_server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
        given.append((data.login, data.password))
        return AuthResult(success=data.password == b"p@ss", handled=False)

    post.smtp.stop()
    post.smtp.options = {"authenticator": take} | options
    post.smtp.start()
    url = f"smtp://samspil:p%40ss@127.0.0.1:{post.smtp.port}"
    post.settings = dataclasses.replace(post.settings, smtp_url=url)
    return given


def test_a_password_goes_to_a_server_that_proves_who_it_is(
    post: Post, certificate: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = with_password(post, tls_context=certificate)
    monkeypatch.setenv("SSL_CERT_FILE", "certificate.pem")
    post.deliver(post.send(welcome()))
    assert given == [(b"samspil", b"p@ss")]
    assert len(post.smtp.received) == 1


def test_neither_mail_nor_password_goes_to_a_server_that_may_be_another(
    post: Post, certificate: ssl.SSLContext
) -> None:
    given = with_password(post, tls_context=certificate)
    with pytest.raises(NotDelivered, match="SSLCertVerificationError"):
        post.deliver(post.send(welcome()))
    assert (given, post.smtp.received) == ([], [])


def test_a_password_never_goes_unencrypted(post: Post) -> None:
    given = with_password(post, auth_require_tls=False)
    with pytest.raises(NotDelivered, match="SMTPNotSupportedError"):
        post.deliver(post.send(welcome()))
    assert (given, post.smtp.received) == ([], [])


def test_a_wrong_password_keeps_the_mail_for_later(
    post: Post, certificate: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_password(post, tls_context=certificate)
    monkeypatch.setenv("SSL_CERT_FILE", "certificate.pem")
    wrong = f"smtp://samspil:wrong@127.0.0.1:{post.smtp.port}"
    post.settings = dataclasses.replace(post.settings, smtp_url=wrong)
    mail = post.send(welcome())
    with pytest.raises(NotDelivered, match="535 before the mail"):
        post.deliver(mail)
    assert post.row(mail).state == "waiting"


# Without an SMTP server


def test_without_smtp_mails_land_in_a_folder_that_only_we_can_read(post: Post) -> None:
    post.settings = dataclasses.replace(post.settings, smtp_url=None)
    first, second = post.send(welcome()), post.send(news(to="bo@post.example"))
    with post.worker():
        post.wait_for("SELECT count(*) = 2 FROM mails WHERE state = 'sent'")
    folder = post.settings.mail_dir
    assert {file.name for file in folder.iterdir()} == {f"{first.id}.eml", f"{second.id}.eml"}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}

    newest = mailbox.newest(folder, None)
    assert [received.to for received in newest] == ["bo@post.example", ADDRESS]
    assert "https://samspil.example/bekraeft/abc-123_x" in newest[1].text


def test_a_person_who_is_erased_takes_their_mails_along(post: Post) -> None:
    post.settings = dataclasses.replace(post.settings, smtp_url=None)
    anna, bo = new_id(), new_id()
    post.deliver(post.send(welcome(person_id=anna)))
    post.deliver(post.send(welcome(person_id=bo, to="bo@post.example")))
    waiting = post.send(welcome(person_id=anna, to="anna@work.example"))
    with post.database.writing.begin() as session:
        forget(session, anna, " Anna@Post.example", "Anna Andersen")
    assert post.sql("SELECT person_id FROM mails") == [(bo,)]
    with post.worker():
        post.wait_for(
            "SELECT NOT EXISTS (SELECT FROM procrastinate_jobs WHERE task_name LIKE 'mail.%')"
        )
    post.deliver(waiting)
    left = mailbox.newest(post.settings.mail_dir, None)
    assert [received.to for received in left] == ["bo@post.example"]


def test_what_is_no_longer_needed_is_forgotten(post: Post) -> None:
    post.settings = dataclasses.replace(post.settings, smtp_url=None)
    old, failed, fresh = (post.send(welcome()) for _ in range(3))
    post.deliver(old)
    post.deliver(fresh)
    file = post.settings.mail_dir / f"{old.id}.eml"
    long_ago = (time.now() - timedelta(days=31)).timestamp()
    os.utime(file, (long_ago, long_ago))
    post.sql("UPDATE mails SET created_at = now() - interval '31 days' WHERE id = :id", id=old.id)
    post.sql(
        "UPDATE mails SET state = 'failed', ended_at = now() - interval '8 days' WHERE id = :id",
        id=failed.id,
    )
    post.sql(
        "INSERT INTO suppressed_addresses VALUES"
        " ('old', 'bounced', now() - interval '366 days'), ('new', 'bounced', now())"
    )
    tidy(Work(post.settings, post.database, last_try=False))
    kept = post.sql("SELECT id, to_address FROM mails ORDER BY id")
    assert kept == [(failed.id, None), (fresh.id, None)]
    assert post.sql("SELECT fingerprint FROM suppressed_addresses") == [("new",)]
    assert not file.exists()
    post.deliver(failed)  # there is nothing left of it to send
    assert len(mailbox.newest(post.settings.mail_dir, None)) == 1


def test_a_stop_while_the_worker_waits_for_its_database_ends_it(post: Post) -> None:
    nowhere = "postgresql://nobody@127.0.0.1:1/none"
    post.settings = dataclasses.replace(post.settings, database_url=nowhere)
    with post.worker() as worker:
        # Its handler of the signal stands before it looks for the database.
        def handles() -> bool:
            status = Path(f"/proc/{worker.pid}/status").read_text()
            caught = int(status.partition("SigCgt:\t")[2].split()[0], 16)
            return bool(caught >> (signal.SIGTERM - 1) & 1)

        assert processes.wait_until(handles, SECONDS)
        worker.terminate()
        assert worker.wait(SECONDS) == 0

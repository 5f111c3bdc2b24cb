"""Mails that come back: who may say so, and what follows."""

import os
import subprocess
import sys
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from databases import BASE, Server
from factories.mails import ADDRESS, welcome
from post import Post, opened
from samspil.core.mail import is_suppressed
from samspil.core.mail.delivery import take_report


@pytest.fixture
def post(server: Server, tmp_path: Path) -> Iterator[Post]:
    name = server.clone(BASE)
    with opened(server.settings(name), tmp_path) as post:
        yield post
    server.drop(name)


@pytest.fixture
def sent(post: Post) -> EmailMessage:
    """A mail of ours, as a mail server has it."""
    post.deliver(post.send(welcome()))
    return post.smtp.received[0]


def report(
    original: EmailMessage,
    *,
    status: str = "5.1.1",
    action: str = "failed",
    headers_only: bool = False,
    recipient: str = ADDRESS,
) -> bytes:
    """A delivery report as mail servers write them."""
    kind, returned = "message/rfc822", original.as_bytes()
    if headers_only:
        kind = "text/rfc822-headers"
        returned = "".join(f"{name}: {value}\n" for name, value in original.items()).encode()
    parts = {
        "text/plain": b"I am sorry.\n",
        "message/delivery-status": (
            "Reporting-MTA: dns; post.example\n\n"
            f"Final-Recipient: rfc822; {recipient}\nAction: {action}\nStatus: {status}\n"
        ).encode(),
        kind: returned,
    }
    lines = [
        b"From: MAILER-DAEMON@post.example\nSubject: Undelivered Mail Returned to Sender\n"
        b"Content-Type: multipart/report; report-type=delivery-status; boundary=part\n"
    ]
    lines += [b"--part\nContent-Type: %b\n\n%b" % (k.encode(), v) for k, v in parts.items()]
    return b"\n".join([*lines, b"--part--\n"])


def verdict(post: Post, raw: bytes) -> str:
    with post.database.writing.begin() as session:
        return take_report(session, raw)


def suppressed(post: Post, address: str = ADDRESS) -> bool:
    with post.database.writing() as session:
        return is_suppressed(session, address)


@pytest.mark.parametrize("headers_only", [False, True])
def test_a_mail_that_came_back_for_good_ends_all_mail_to_its_address(
    post: Post, sent: EmailMessage, headers_only: bool
) -> None:
    assert verdict(post, report(sent, headers_only=headers_only)) == "suppressed"
    assert suppressed(post)
    assert post.row(post.send(welcome())).state == "suppressed"
    assert verdict(post, report(sent)) == "suppressed"  # they may come twice


@pytest.mark.parametrize(
    ("status", "action"),
    [
        ("4.4.1", "delayed"),
        ("4.2.2", "failed"),
        ("5.2.2", "failed"),
        ("5.7.1", "failed"),
        ("5.1.1", "delivered"),
        ("", "failed"),
        ("5", "failed"),
    ],
)
def test_a_mail_that_came_back_for_another_reason_ends_nothing(
    post: Post, sent: EmailMessage, status: str, action: str
) -> None:
    assert verdict(post, report(sent, status=status, action=action)) == "not final"
    assert not suppressed(post)


def test_a_forged_report_shuts_nobody_out(post: Post, sent: EmailMessage) -> None:
    forged = EmailMessage()
    forged["To"] = ADDRESS
    forged["Message-ID"] = "<01890000-0000-7000-8000-000000000001@akoebing.example>"
    forged.set_content("as if")
    assert verdict(post, report(forged)) == "not ours"
    # One's own mail is no weapon against another's address either.
    assert verdict(post, report(sent, recipient="victim@post.example")) == "suppressed"
    assert not suppressed(post, "victim@post.example")
    assert suppressed(post, ADDRESS)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00\xff\xfe",
        b"Subject: out of office\n\nI am away.",
        b"Content-Type: multipart/report; boundary=x\n\n--x\n",
        b"Content-Type: multipart/report\n\n",
        b"Content-Type: multipart/report; boundary=x\n\n--x\nContent-Type: message/delivery-status"
        b"\n\nnothing\n--x\nContent-Type: message/rfc822\n\n\n--x--\n",
        b"Content-Type: multipart/report; boundary=x\n\n--x\nContent-Type: message/delivery-status"
        b"\n\nA: b\n\nAction: failed\nStatus: 5.1.1\n\n--x\nContent-Type: text/rfc822-headers\n\n"
        b"Message-ID: <\xff\n--x--\n",
    ],
)
def test_what_is_no_report_does_nothing(post: Post, raw: bytes) -> None:
    assert verdict(post, raw) in {"no report", "not final", "not ours"}


def bounce(url: str, owner: str, raw: bytes, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run it as a mail server's pipe does."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("SAMSPIL_")}
    return subprocess.run(
        [sys.executable, "-m", "samspil.cli", "bounce", *arguments],
        env=environment | {"SAMSPIL_DATABASE_URL": url, "SAMSPIL_OWNER_DATABASE_URL": owner},
        input=raw,
        capture_output=True,
        check=False,
    )


def test_the_mail_server_s_pipe_and_the_way_back(post: Post, sent: EmailMessage) -> None:
    addresses = post.settings.database_url, post.settings.owner_database_url
    done = bounce(*addresses, report(sent))
    assert (done.returncode, done.stdout) == (0, b"suppressed\n"), done.stderr
    assert suppressed(post)
    done = bounce(*addresses, b"", "--lift", ADDRESS)
    assert (done.returncode, done.stdout) == (0, b"lifted\n")
    assert not suppressed(post)
    nowhere = "postgresql://nobody@127.0.0.1:1/none"
    done = bounce(nowhere, nowhere, report(sent))
    assert done.returncode == os.EX_TEMPFAIL
    assert b"does not answer" in done.stderr

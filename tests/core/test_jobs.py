"""Jobs: deferred with their cause, tried again, taken over, shown."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from procrastinate.jobs import Job
from sqlalchemy.orm import Session

from databases import BASE, Server
from factories.mails import ADDRESS, welcome
from post import Post, opened
from samspil.cli import main
from samspil.core import jobs, time
from samspil.core.jobs import (
    FIRST_WAIT,
    LONGEST_WAIT,
    RETRIES,
    Backoff,
    retry,
    unfinished,
    wait_after,
)
from samspil.core.mail import send


@pytest.fixture
def post(server: Server, tmp_path: Path) -> Iterator[Post]:
    name = server.clone(BASE)
    with opened(server.settings(name), tmp_path) as post:
        yield post
    server.drop(name)


def test_the_waits_grow_from_a_minute_to_half_a_day_and_outlast_a_weekend() -> None:
    waits = [wait_after(n) for n in range(RETRIES)]
    assert waits[0] == FIRST_WAIT
    assert waits[-1] == LONGEST_WAIT
    given = [wait for wait in waits if wait is not None]
    assert given == sorted(given)
    assert timedelta(days=2.5) < sum(given, timedelta()) < timedelta(days=4)
    assert wait_after(RETRIES) is None


def job(**values: Any) -> Job:
    given = {"lock": None} | values
    return Job(id=1, queueing_lock=None, task_name="t", queue="q", **given)


def test_a_job_that_fails_too_often_is_given_up() -> None:
    before = time.now()
    decision = Backoff().get_retry_decision(exception=ValueError(), job=job(attempts=2))
    assert decision is not None
    assert decision.retry_at is not None
    assert decision.retry_at - before >= timedelta(minutes=9)
    assert Backoff().get_retry_decision(exception=ValueError(), job=job(attempts=RETRIES)) is None


def test_a_job_with_a_lock_that_fails_lets_those_behind_it_go_first(post: Post) -> None:
    """Otherwise whatever waits for the same lock would wait for its next try."""
    decision = Backoff().get_retry_decision(exception=ValueError(), job=job(attempts=1, lock="l"))
    assert decision is not None
    assert decision.priority == -1
    with post.database.writing.begin() as session:
        broken = jobs.defer(session, "mail.deliver", lock="mails", mail_id="no id at all")
        mail = send(session, welcome())
    post.sql("UPDATE procrastinate_jobs SET lock = 'mails'")
    with post.worker():
        post.wait_for("SELECT count(*) = 1 FROM procrastinate_jobs")
    [(left, status, priority)] = post.sql("SELECT id, status, priority FROM procrastinate_jobs")
    assert (left, status, priority) == (broken, "todo", -1)
    assert post.row(mail).state == "sent"


def test_of_the_jobs_with_one_lock_one_runs_at_a_time(post: Post) -> None:
    with post.database.writing.begin() as session:
        first, second = (
            jobs.defer(session, "mail.deliver", lock="one", mail_id="none") for _ in range(2)
        )
        other = jobs.defer(session, "mail.deliver", mail_id="none")
    [(worker_id,)] = post.sql("SELECT procrastinate_register_worker_v1()")
    fetch = "SELECT (procrastinate_fetch_job_v2(NULL, :worker)).id"
    taken = [post.sql(fetch, worker=worker_id)[0][0] for _ in range(3)]
    assert taken == [first, other, None]
    post.sql("DELETE FROM procrastinate_jobs WHERE id = :id", id=first)
    assert post.sql(fetch, worker=worker_id) == [(second,)]


def test_the_worker_knows_every_task_by_a_name_of_its_domain() -> None:
    names = {name for name in jobs.app.tasks if "procrastinate" not in name}
    assert {"jobs.rescue", "jobs.tidy", "mail.deliver", "mail.tidy"} <= names
    assert all(re.fullmatch(r"[a-z-]+\.[a-z-]+", name) for name in names)


def test_a_job_stands_or_falls_with_its_transaction_and_waits_for_its_moment(
    session: Session,
) -> None:
    moment = time.now() + timedelta(days=2)
    with session.begin_nested() as undone:
        jobs.defer(session, "mail.deliver", mail_id="never")
        undone.rollback()
    number = jobs.defer(session, "mail.deliver", at=moment, mail_id="later")
    [waiting] = unfinished(session)
    assert (waiting.id, waiting.state, waiting.at) == (number, "waiting", moment)
    assert waiting.arguments == {"mail_id": "later"}


def states(post: Post) -> list[tuple[str, int]]:
    with post.database.writing() as session:
        return [(job.state, job.tries) for job in unfinished(session)]


def test_the_list_tells_what_waits_runs_has_failed_and_is_stuck(post: Post) -> None:
    post.send(welcome())
    assert states(post) == [("waiting", 0)]
    post.sql("UPDATE procrastinate_events SET at = now() - interval '6 minutes'")
    assert states(post) == [("stuck", 0)]
    post.sql("UPDATE procrastinate_jobs SET scheduled_at = now() + interval '1 hour', attempts = 2")
    assert states(post) == [("retrying", 2)]
    post.sql("SELECT procrastinate_register_worker_v1()")
    post.sql(
        "UPDATE procrastinate_jobs SET status = 'doing',"
        " worker_id = (SELECT id FROM procrastinate_workers)"
    )
    assert states(post) == [("running", 2)]
    post.sql("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 minute'")
    assert states(post) == [("stuck", 2)]
    post.sql("DELETE FROM procrastinate_workers")
    assert states(post) == [("stuck", 2)]
    post.sql("UPDATE procrastinate_jobs SET status = 'failed'")
    assert states(post) == [("failed", 2)]


def test_a_failed_job_runs_once_more_when_asked_to(post: Post) -> None:
    post.send(welcome())
    post.sql("UPDATE procrastinate_jobs SET status = 'doing'")
    post.sql("UPDATE procrastinate_jobs SET status = 'failed', attempts = 12")
    [(number,)] = post.sql("SELECT id FROM procrastinate_jobs")
    with post.database.writing.begin() as session:
        assert not retry(session, number + 1)
        assert retry(session, number)
        assert not retry(session, number)
    with post.worker():
        post.wait_for_mails(1)


def test_what_its_worker_died_of_too_often_is_given_up(post: Post) -> None:
    post.send(welcome())
    post.sql("UPDATE procrastinate_jobs SET status = 'doing', attempts = :n", n=RETRIES)
    with post.worker():
        post.wait_for("SELECT status = 'failed' FROM procrastinate_jobs")
    assert post.smtp.received == []


def test_a_job_that_fails_for_good_is_logged_without_what_anybody_wrote(
    post: Post, tmp_path: Path
) -> None:
    post.send(welcome(values={"name": "Anna Østergård", "place": "Bakken"}))
    # A kind that is no more: the error's text is its name.
    post.sql("UPDATE mails SET kind = 'Anna Østergård'")
    post.sql("UPDATE procrastinate_jobs SET attempts = :n", n=RETRIES)
    log = tmp_path / "log"
    with post.worker(log):
        post.wait_for("SELECT status = 'failed' FROM procrastinate_jobs")
    written = log.read_text()
    assert "Job mail.deliver" in written
    assert "KeyError" in written
    assert "core/mail/message.py:" in written
    assert "Anna" not in written


def samspil(post: Post, *arguments: str, send: bytes | None = None) -> tuple[int, str]:
    environment = {
        "SAMSPIL_DATABASE_URL": post.settings.database_url,
        "SAMSPIL_OWNER_DATABASE_URL": post.settings.owner_database_url,
    }
    done = CliRunner().invoke(main, arguments, env=environment, input=send)
    return done.exit_code, done.output


def test_the_command_shows_jobs_and_warns_by_its_code(post: Post) -> None:
    assert samspil(post, "jobs") == (
        0,
        "0 waiting, 0 running, 0 retrying, 0 failed, 0 stuck\n",
    )
    mail = post.send(welcome())
    code, output = samspil(post, "jobs")
    assert code == 0
    assert output.startswith("1 waiting, 0 running")
    assert str(mail.id) in output
    assert ADDRESS not in output
    post.sql("UPDATE procrastinate_jobs SET status = 'failed'")
    code, output = samspil(post, "jobs")
    assert code == 1
    assert "1 failed" in output
    [(number,)] = post.sql("SELECT id FROM procrastinate_jobs")
    code, output = samspil(post, "jobs", "--retry", str(number))
    assert code == 0
    code, output = samspil(post, "jobs", "--retry", str(number))
    assert (code, output) == (1, f"Error: {number}: no such failed job\n")


def test_a_mail_on_trial_goes_the_way_of_all_mails(post: Post) -> None:
    assert samspil(post, "try-mail", "nowhere") == (1, "Error: nowhere: not a mail address\n")
    assert samspil(post, "try-mail", "it@kommune.example", "--language", "en") == (0, "waiting\n")
    with post.worker():
        post.wait_for_mails(1)
    assert post.smtp.received[0]["Subject"] == "Mail works"

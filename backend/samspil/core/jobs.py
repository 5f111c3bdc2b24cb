"""Background jobs: what happens later, kept in the same PostgreSQL and run by `samspil.worker`.

A job is deferred in the transaction that causes it: rolled back, it never was. A task is handed
over by its domain's manifest and named by text, so that services need not import what calls them:

    @jobs.task("people.tidy")
    def tidy(work: jobs.Work, person_id: str) -> None:
        with work.database.writing.begin() as session: …

    jobs.defer(session, "people.tidy", person_id=str(person.id))

Two rules. A task must stand being run twice, because a worker may die between the work and its
note of it. Arguments hold ids and nothing personal, because they are kept and shown as they are.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, Literal

import orjson
from procrastinate import App, JobContext, PsycopgConnector
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Job, Status
from procrastinate.manager import JobManager
from procrastinate.retry import BaseRetryStrategy, RetryDecision
from sqlalchemy import text
from sqlalchemy.orm import Session

from samspil.core import time
from samspil.core.db import Database
from samspil.settings import Settings

# After 1, 3, 9, 27, 81 and 243 minutes, then every 12 hours: together longer than a weekend.
FIRST_WAIT: Final = timedelta(minutes=1)
LONGEST_WAIT: Final = timedelta(hours=12)
RETRIES: Final = 11
# A worker says every 10 seconds that it lives.
STALLED_SECONDS: Final = 30.0
# Long enough to be seen and run again.
FAILED_KEPT: Final = timedelta(days=30)

Argument = str | int | bool | None


@dataclass(frozen=True, slots=True)
class Work:
    """What a task works with.

    Attributes:
        settings: of this installation; the authority has its name.
        database: opens the task's own transactions.
        last_try: whether the job is given up if this run fails.
    """

    settings: Settings
    database: Database
    last_try: bool


class Backoff(BaseRetryStrategy):
    """Ever longer waits, then none: the job has failed and `samspil jobs` shows it.

    With each failure a job that holds a lock comes after those that have failed less often: while
    it waits it would otherwise hold back all that wait for the same lock.
    """

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        """When to run a job again that has failed now."""
        del exception  # all are worth another try: what is not must not raise
        wait = wait_after(job.attempts)
        if wait is None:
            return None
        priority = None if job.lock is None else job.priority - 1
        return RetryDecision(retry_at=time.now() + wait, priority=priority)


def wait_after(earlier_runs: int) -> timedelta | None:
    """How long a job waits that failed after so many earlier runs; None: it is given up."""
    if earlier_runs >= RETRIES:
        return None
    factor: int = 3**earlier_runs
    return min(LONGEST_WAIT, FIRST_WAIT * factor)


# Knows the tasks. It is opened by the worker alone, with a connector that has an address.
app: Final = App(connector=PsycopgConnector())


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker can run; called like the function it is made of.

    Attributes:
        name: by which jobs are deferred.
        run: does it; takes the work, and the job's arguments.
        cron: when it runs by itself, in UTC. Such a run that fails is not retried: the next one
            comes. No lock holds others of its name back, or one that died with its worker would do
            so for ever. A task without it is retried with growing waits.
    """

    name: str
    run: Callable[..., None]
    cron: str | None = None

    def __call__(self, work: Work, *values: Any, **arguments: Any) -> None:
        """Run it."""
        self.run(work, *values, **arguments)


def task(name: str) -> Callable[[Callable[..., None]], Task]:
    """Make a function a task that jobs are deferred to by name."""
    return lambda run: Task(name, run)


def every(cron: str, name: str) -> Callable[[Callable[[Work], None]], Task]:
    """Make a function a task that runs at the times of a cron expression, in UTC."""
    return lambda run: Task(name, run, cron)


def install_tasks(tasks: Iterable[Task]) -> None:
    """Let the worker run tasks."""
    for one in tasks:
        if one.name in app.tasks:
            continue
        if one.cron is None:
            app.task(name=one.name, pass_context=True, retry=Backoff())(_by_name(one))
        else:
            by_itself = app.task(name=one.name, pass_context=True, queueing_lock=one.name)
            app.periodic(cron=one.cron)(by_itself(_by_clock(one)))


def _by_name(task: Task) -> Callable[..., None]:
    def run(context: JobContext, /, **arguments: Any) -> None:
        task(_work(context), **arguments)

    return run


def _by_clock(task: Task) -> Callable[[JobContext, int], None]:
    def run(context: JobContext, timestamp: int) -> None:
        del timestamp
        task(_work(context))

    return run


def _work(context: JobContext) -> Work:
    return Work(
        context.additional_context["settings"],
        context.additional_context["database"],
        last_try=wait_after(context.job.attempts) is None,
    )


# procrastinate's own way to defer wants a pool of its own, or a driver's connection with its own
# kind of cursor. This is the function behind it, called like everything else in the transaction.
_DEFER = text(
    "SELECT (procrastinate_defer_jobs_v1(ARRAY[CAST(ROW("
    "'default', :task, :priority, :lock, NULL, CAST(:arguments AS jsonb), "
    "CAST(:at AS timestamptz)) AS procrastinate_job_to_defer_v1)]))[1]"
)


def defer(
    session: Session,
    task: str,
    *,
    at: datetime | None = None,
    priority: int = 0,
    lock: str | None = None,
    **arguments: Argument,
) -> int:
    """Let a task run after this transaction's commit.

    Args:
        session: the caller's; the job stands or falls with it.
        task: its name.
        at: not before this moment.
        priority: higher ones run first.
        lock: of all jobs with this lock one runs at a time, over any number of workers.
        **arguments: the task's; nothing personal.

    Returns:
        The job's id, as `samspil jobs` shows it.
    """
    values = {
        "task": task,
        "priority": priority,
        "lock": lock,
        "arguments": orjson.dumps(arguments).decode(),
        "at": at,
    }
    return session.scalars(_DEFER, values).one()  # type: ignore[no-any-return]


@app.periodic(cron="* * * * *")
@app.task(name="jobs.rescue", pass_context=True, queueing_lock="jobs.rescue")
async def _rescue(context: JobContext, timestamp: int) -> None:
    del timestamp
    # A database that is away for the moment is no reason for a failed job: a minute later we look
    # again.
    with contextlib.suppress(ConnectorException):
        await rescue(context.app.job_manager)


@app.periodic(cron="41 3 * * *")
@app.task(name="jobs.tidy", pass_context=True, queueing_lock="jobs.tidy")
async def _tidy(context: JobContext, timestamp: int) -> None:
    del timestamp
    hours = FAILED_KEPT // timedelta(hours=1)
    await context.app.job_manager.delete_old_jobs(
        hours, include_failed=True, include_cancelled=True, include_aborted=True
    )


async def rescue(manager: JobManager) -> int:
    """Let jobs run again whose worker has died; returns how many there were."""
    stalled = list(await manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_SECONDS))
    for job in stalled:
        try:
            await _give_back(manager, job)
        except ConnectorException:
            # Another worker was faster, or this one's database is gone, which the next query tells.
            continue
    return len(stalled)


async def _give_back(manager: JobManager, job: Job) -> None:
    if job.id is None:
        return
    if job.queueing_lock is not None:  # one of every so often: the next one comes anyway
        await manager.finish_job_by_id_async(job.id, Status.ABORTED, delete_job=True)
    elif wait_after(job.attempts) is None:  # it may be what its workers die of
        await manager.finish_job_by_id_async(job.id, Status.FAILED, delete_job=False)
    else:
        await manager.retry_job_by_id_async(job.id, time.now())


def run_options(settings: Settings, database: Database, concurrency: int) -> dict[str, Any]:
    """The options of procrastinate's worker.

    Jobs that are done are deleted at once: what they did stands where they did it.
    """
    return {
        "concurrency": concurrency,
        "delete_jobs": "successful",
        "additional_context": {"settings": settings, "database": database},
        "stalled_worker_timeout": STALLED_SECONDS,
        "install_signal_handlers": False,
    }


# What waits, runs, has failed or is stuck, for those who run an installation.

State = Literal["waiting", "running", "retrying", "failed", "stuck"]
STATES: Final[tuple[State, ...]] = ("waiting", "running", "retrying", "failed", "stuck")
# Past this, a job that is due is overdue: no worker runs, or all are held up.
OVERDUE_SECONDS: Final = 300


@dataclass(frozen=True, slots=True)
class JobStatus:
    """A job; `at` is when it is due, or when it last changed."""

    id: int
    task: str
    state: State
    tries: int
    at: datetime
    arguments: dict[str, Any]


_JOBS: Final = text(
    """
    SELECT job.id, job.task_name AS task, job.attempts AS tries, job.args AS arguments,
           coalesce(CASE WHEN job.status = 'todo' THEN job.scheduled_at END, last.at) AS at,
           CASE
             WHEN job.status IN ('failed', 'aborted') THEN 'failed'
             WHEN job.status = 'doing' AND worker.last_heartbeat IS NULL THEN 'stuck'
             WHEN job.status = 'doing' THEN 'running'
             WHEN coalesce(job.scheduled_at, last.at)
                  < now() - make_interval(secs => :overdue) THEN 'stuck'
             WHEN job.attempts > 0 THEN 'retrying'
             ELSE 'waiting'
           END AS state
      FROM procrastinate_jobs AS job
      LEFT JOIN procrastinate_workers AS worker
        ON worker.id = job.worker_id
       AND worker.last_heartbeat >= now() - make_interval(secs => :stalled)
      LEFT JOIN LATERAL (
        SELECT max(event.at) AS at FROM procrastinate_events AS event
         WHERE event.job_id = job.id AND event.type <> 'scheduled'
      ) AS last ON true
     WHERE job.status NOT IN ('succeeded', 'cancelled')
     ORDER BY job.id
    """
)


def unfinished(session: Session) -> list[JobStatus]:
    """Every job that is not done, oldest first."""
    limits = {"overdue": OVERDUE_SECONDS, "stalled": STALLED_SECONDS}
    return [JobStatus(**row) for row in session.execute(_JOBS, limits).mappings()]


def retry(session: Session, job_id: int) -> bool:
    """Run a failed job once more, now; False when there is no failed job of this id."""
    failed = text(
        "SELECT procrastinate_retry_job_v2(id, now(), NULL, NULL, NULL) FROM procrastinate_jobs"
        " WHERE id = :id AND status = 'failed'"
    )
    return session.execute(failed, {"id": job_id}).first() is not None

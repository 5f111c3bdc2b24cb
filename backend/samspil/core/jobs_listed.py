"""What waits, runs, has failed or is stuck, for those who run an installation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal

from sqlalchemy import text
from sqlalchemy.orm import Session

from samspil.core.jobs import STALLED_SECONDS

State = Literal["waiting", "running", "retrying", "failed", "stuck"]
STATES: Final[tuple[State, ...]] = ("waiting", "running", "retrying", "failed", "stuck")
# Past this, a job that is due is overdue: no worker runs, or all are held up.
OVERDUE_SECONDS: Final = 300


@dataclass(frozen=True, slots=True)
class Listed:
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


def listed(session: Session) -> list[Listed]:
    """Every job that is not done, oldest first."""
    limits = {"overdue": OVERDUE_SECONDS, "stalled": STALLED_SECONDS}
    return [Listed(**row) for row in session.execute(_JOBS, limits).mappings()]


def retry(session: Session, job_id: int) -> bool:
    """Run a failed job once more, now; False when there is no failed job of this id."""
    failed = text(
        "SELECT procrastinate_retry_job_v2(id, now(), NULL, NULL, NULL) FROM procrastinate_jobs"
        " WHERE id = :id AND status = 'failed'"
    )
    return session.execute(failed, {"id": job_id}).first() is not None

"""The mails that people get, without a worker: its jobs are done here, its mails are looked at."""

import re

from sqlalchemy import text

from samspil.core import jobs
from samspil.core.http import Application
from samspil.core.mail import Mail
from samspil.people import accounts, email_change

TASKS = {
    accounts.ANSWER_REGISTRATION: accounts.answer_registration,
    accounts.ANSWER_SIGN_IN: accounts.answer_sign_in,
    accounts.ANSWER_RESET: accounts.answer_reset,
    email_change.ANSWER: email_change.answer_new_email,
}
ANSWERS = """
    DELETE FROM procrastinate_jobs WHERE task_name LIKE 'people.%' RETURNING id, task_name, args
"""


def do_jobs(app: Application) -> int:
    """Do the jobs of accounts that wait, first the one that came first; returns how many."""
    with app.database.writing.begin() as session:
        waiting = sorted(session.execute(text(ANSWERS)).all())
    work = jobs.Work(app.settings, app.database, last_try=False)
    for _, name, arguments in waiting:
        TASKS[name](work, **arguments)
    return len(waiting)


def mails(app: Application, to: str) -> list[Mail]:
    """What waits to be sent to an address, oldest first."""
    do_jobs(app)
    with app.database.writing() as session:
        found = session.query(Mail).filter(Mail.to_address == to).order_by(Mail.id)
        return list(found)


def newest(app: Application, to: str, kind: str) -> Mail:
    """The newest mail to an address, which is of this kind."""
    mail = mails(app, to)[-1]
    assert mail.kind == f"people.{kind}"
    return mail


def token(mail: Mail) -> str:
    """The secret of a mail's link."""
    found = re.fullmatch(r"/bekraeft/([\w-]{43})", mail.link or "")
    assert found is not None
    return found[1]

"""What associations leave for later."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Final

from samspil.associations.pictures import (
    FORGET,
    PREPARE,
    is_preparing,
    overdue,
    settle,
    stands,
)
from samspil.core import jobs, pictures, time
from samspil.core.files import DiskFiles, Files
from samspil.core.picture_process import prepare_apart
from samspil.core.pictures import NotAPicture, Prepared

# A picture is ready within seconds; what is not after this long has been lost with a machine.
UPLOADS_KEPT: Final = timedelta(days=1)


@jobs.task(PREPARE)
def prepare_picture(work: jobs.Work, picture_id: str) -> None:
    """Decode what was sent, while no transaction waits for it, and show the picture."""
    sent, files = uuid.UUID(picture_id), DiskFiles(work.settings.files_dir)
    with work.database.session(writes=False) as session:
        waits = session.scalar(is_preparing(sent))
    # It may have been removed, or a run that died had done it already.
    prepared = _prepared(files, sent) if waits else None
    if prepared is not None:
        pictures.keep(files, sent, prepared)
    with work.database.writing.begin() as session:
        kept = settle(session, sent, prepared)
    if kept:
        pictures.forget_upload(files, sent)
    else:
        pictures.forget(files, [sent])


def _prepared(files: Files, sent: uuid.UUID) -> Prepared | None:
    upload = pictures.kept_upload(files, sent)
    if upload is None:
        return None
    try:
        return prepare_apart(upload)
    except NotAPicture:
        return None


@jobs.task(FORGET)
def forget_picture(work: jobs.Work, picture_id: str) -> None:
    """Delete the files of a picture that nobody shows any more."""
    removed = uuid.UUID(picture_id)
    with work.database.session(writes=False) as session:
        if session.scalar(stands(removed)) is None:
            pictures.forget(DiskFiles(work.settings.files_dir), [removed])


@jobs.every("19 * * * *", "associations.tidy-uploads")
def tidy_uploads(work: jobs.Work) -> None:
    """Give up what was sent a day ago and has not become a picture."""
    before = time.now() - UPLOADS_KEPT
    with work.database.session(writes=False) as session:
        lost = session.scalars(overdue(before)).all()
    for picture_id in lost:
        with work.database.writing.begin() as session:
            settle(session, picture_id, None)
    pictures.forget_uploads(DiskFiles(work.settings.files_dir), before)

"""What associations leave for later."""

from __future__ import annotations

import uuid

from samspil.associations.pictures import FORGET, stands
from samspil.core import jobs, pictures
from samspil.core.files import DiskFiles


@jobs.task(FORGET)
def forget_picture(work: jobs.Work, picture_id: str) -> None:
    """Delete the files of a picture that nobody shows any more."""
    removed = uuid.UUID(picture_id)
    with work.database.session(writes=False) as session:
        if session.scalar(stands(removed)) is None:
            pictures.forget(DiskFiles(work.settings.files_dir), [removed])

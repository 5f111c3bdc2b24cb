"""An association's pictures: adding, preparing, changing, removing."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Select, delete, event, func, select
from sqlalchemy.orm import Session, SessionTransaction

from samspil.associations import queries, rules
from samspil.associations.access import open_desk
from samspil.associations.editing import KIND
from samspil.associations.models import Association, AssociationPicture
from samspil.associations.rules import TooManyWaiting
from samspil.core import audit, jobs, pictures, time
from samspil.core.auth import Actor
from samspil.core.db import advisory_lock, new_id
from samspil.core.errors import NotFound, must
from samspil.core.files import DiskFiles, Files
from samspil.core.picture_process import prepare_apart
from samspil.core.pictures import NotAPicture, Prepared, Upload

PREPARE = "associations.prepare-picture"
FORGET = "associations.forget-picture"

_PREPARING = AssociationPicture.status == "preparing"


def add(
    session: Session, files: Files, actor: Actor, slug: str, upload: Upload, alt: str, now: datetime
) -> AssociationPicture:
    """Let an association show a picture, as the last of its pictures, once a job has prepared it.

    Args:
        session: the transaction.
        files: where it is kept.
        actor: who adds it.
        slug: which association.
        upload: the file, measured.
        alt: what it shows.
        now: when.

    Raises:
        NotFound, Forbidden: the association is not this person's.
        TooManyWaiting: it has as many as it may.
    """
    desk = open_desk(session, actor, slug)
    association = desk.association
    must(rules.may_edit(desk.standing, association))
    others, next_rank = session.execute(
        select(func.count(), func.coalesce(func.max(AssociationPicture.rank) + 1, 0)).where(
            AssociationPicture.association_id == association.id
        )
    ).one()
    if others >= rules.MOST_PICTURES:
        raise TooManyWaiting
    added = AssociationPicture(
        id=new_id(),
        association_id=association.id,
        rank=next_rank,
        alt=alt,
        width=upload.width,
        height=upload.height,
        status="preparing",
        uploaded_by_id=actor.id,
        created_at=now,
    )
    session.add(added)
    session.flush()  # what the database refuses leaves no file
    _forget_unless_committed(session, files, added.id)
    pictures.keep_upload(files, added.id, upload.content)
    # Decoding takes much memory: one at a time, however many workers there are.
    jobs.defer(session, PREPARE, lock="pictures", picture_id=str(added.id))
    audit.record(session, actor.id, "add-picture", KIND, association.id, picture=str(added.id))
    return added


def change(
    session: Session, actor: Actor, slug: str, picture_id: uuid.UUID, values: Mapping[str, Any]
) -> AssociationPicture:
    """Change what a picture is said to show, or its place among the others.

    Raises:
        NotFound, Forbidden: the association, or the picture, is not this person's.
    """
    desk = open_desk(session, actor, slug)
    must(rules.may_edit(desk.standing, desk.association))
    every = list(session.scalars(_of(desk.association)))
    changed = next((one for one in every if one.id == picture_id), None)
    if changed is None:
        raise NotFound
    changed.alt = values.get("alt", changed.alt)
    if "rank" in values:
        every.remove(changed)
        every.insert(values["rank"], changed)
        for rank, one in enumerate(every):
            one.rank = rank
    audit.record(
        session, actor.id, "change-picture", KIND, desk.association.id, picture=str(picture_id)
    )
    return changed


def remove(session: Session, actor: Actor, slug: str, picture_id: uuid.UUID) -> None:
    """Take a picture away; its files go when that is certain.

    Raises:
        NotFound, Forbidden: the association, or the picture, is not this person's.
    """
    desk = open_desk(session, actor, slug)
    must(rules.may_edit(desk.standing, desk.association))
    picture = session.get(AssociationPicture, picture_id)
    if picture is None or picture.association_id != desk.association.id:
        raise NotFound
    session.delete(picture)
    jobs.defer(session, FORGET, picture_id=str(picture_id))
    audit.record(
        session, actor.id, "remove-picture", KIND, desk.association.id, picture=str(picture_id)
    )


def visible(picture_id: uuid.UUID, actor: Actor | None) -> Select[bool]:
    """Whether everybody may see the picture; no row: not even this reader."""
    return (
        select(queries.PUBLIC)
        .join(AssociationPicture, AssociationPicture.association_id == Association.id)
        .where(
            AssociationPicture.id == picture_id, queries.PICTURE_READY, queries.visible_to(actor)
        )
    )


def stands(picture_id: uuid.UUID) -> Select[uuid.UUID]:
    """The picture's id, while it is an association's."""
    return select(AssociationPicture.id).where(AssociationPicture.id == picture_id)


def is_preparing(picture_id: uuid.UUID) -> Select[bool]:
    """Whether the picture waits to be prepared; no row: it has been removed."""
    return select(_PREPARING).where(AssociationPicture.id == picture_id)


def settle(session: Session, picture_id: uuid.UUID, prepared: Prepared | None) -> bool:
    """Show a picture whose variants are kept, or say that it failed, if that is not known yet.

    Args:
        session: the transaction.
        picture_id: which.
        prepared: the picture; None when there is none to be had from the file.

    Returns:
        Whether it is still an association's.
    """
    whose = select(AssociationPicture.uploaded_by_id).where(AssociationPicture.id == picture_id)
    uploader = session.scalar(whose)
    if uploader is not None:
        advisory_lock(session, "person", uploader)  # erasing them removes what is not ready
    picture = session.get(AssociationPicture, picture_id, with_for_update=True)
    if picture is None:
        return False
    if picture.status != "preparing":
        return True
    if prepared is None:
        picture.status = "failed"
    else:
        picture.status, picture.width, picture.height = "ready", prepared.width, prepared.height
    return True


def overdue(before: datetime) -> Select[uuid.UUID]:
    """The pictures that were uploaded before a moment and are still being prepared."""
    return select(AssociationPicture.id).where(_PREPARING, AssociationPicture.created_at < before)


def drop_unprepared(session: Session, person_id: uuid.UUID) -> None:
    """Remove the pictures of a person that are being prepared, and what they have sent."""
    dropped = session.scalars(
        delete(AssociationPicture)
        .where(_PREPARING, AssociationPicture.uploaded_by_id == person_id)
        .returning(AssociationPicture.id)
    )
    for picture_id in dropped.all():
        jobs.defer(session, FORGET, picture_id=str(picture_id))


def _of(association: Association) -> Select[AssociationPicture]:
    return (
        select(AssociationPicture)
        .where(AssociationPicture.association_id == association.id)
        .order_by(AssociationPicture.rank, AssociationPicture.id)
    )


def _forget_unless_committed(session: Session, files: Files, picture_id: uuid.UUID) -> None:
    """Leave no files behind for a row that never came to be.

    The listeners end with the session, which is the request's.
    """
    unsettled = [picture_id]

    def settle(_session: Session, ended: SessionTransaction) -> None:
        if ended.parent is None and unsettled:
            pictures.forget(files, [unsettled.pop()])

    event.listen(session, "after_commit", lambda _session: unsettled.clear())
    event.listen(session, "after_transaction_end", settle)


# What associations leave for later.

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
    upload = pictures.upload_of(files, sent)
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

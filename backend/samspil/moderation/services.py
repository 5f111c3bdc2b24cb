"""Reporting and deciding: anything public can be reported; staff hide it, or let it stand.

A domain's manifest hands over its kinds:

    ModeratedKind("association", "associations", find, describe, hide, show)
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import CheckConstraint, ForeignKey, Index, func, select, text
from sqlalchemy.orm import Mapped, Session, aliased, mapped_column

from samspil.core import audit
from samspil.core.auth import Actor, Area
from samspil.core.db import AnySelect, Base, Id, Moment, new_id
from samspil.core.errors import Forbidden, Invalid, NotFound, must_still
from samspil.core.inbox import InboxKind, Waiting
from samspil.people.locks import lock_person
from samspil.people.models import Person
from samspil.search.paging import Listing, newest_first

REPORT_STATES: Final = ("open", "upheld", "dismissed")


class Report(Base):
    """Somebody's notice that something public should not stand as it does."""

    __tablename__ = "reports"
    __table_args__ = (
        CheckConstraint(f"status IN {REPORT_STATES}", name="status"),
        CheckConstraint("(status = 'open') = (decided_at IS NULL)", name="decided"),
        Index("ix_reports_object", "kind", "object_id"),
        Index("ix_reports_open", "created_at", postgresql_where=text("status = 'open'")),
    )

    id: Mapped[Id]
    kind: Mapped[str] = mapped_column(comment="association, need, …")
    object_id: Mapped[uuid.UUID]
    reason: Mapped[str]
    reporter_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(Person.id, ondelete="SET NULL"), index=True
    )
    created_at: Mapped[Moment]
    status: Mapped[str] = mapped_column(server_default="open")
    decided_by_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(Person.id, ondelete="SET NULL"), index=True
    )
    decided_at: Mapped[Moment | None]
    decision: Mapped[str | None] = mapped_column(comment="why, in words the author is told")


@dataclass(frozen=True, slots=True)
class Summary:
    """What staff see of a reported thing; `text` is its own, where no page of theirs shows it."""

    title: str
    url: str
    text: str | None = None


@dataclass(frozen=True, slots=True)
class ModeratedKind:
    """A kind of thing that can be reported.

    Attributes:
        kind: its name.
        area: whose staff decide.
        find: the id of the one with this id or slug; None where there is none.
        describe: titles and pages of those with these ids.
        hide: hides one with a reason, and tells its author.
        show: shows again what was hidden, and tells its author.
        is_seen_by: whether a person sees one, for what is not public; None of what is.
    """

    kind: str
    area: Area
    find: Callable[[Session, str], uuid.UUID | None]
    describe: Callable[[Session, Sequence[uuid.UUID]], Mapping[uuid.UUID, Summary]]
    hide: Callable[[Session, Actor, uuid.UUID, str, datetime], None]
    show: Callable[[Session, Actor, uuid.UUID, datetime], None]
    is_seen_by: Callable[[Session, Actor | None, uuid.UUID], bool] | None = None

    def install(self) -> None:
        """Let things of this kind be reported."""
        if _kinds.setdefault(self.kind, self) is not self:
            raise ValueError(f"there are two kinds called {self.kind}")


_kinds: dict[str, ModeratedKind] = {}

GONE: Final = Summary("–", "/")


def forget(kind: str) -> None:
    """Let nothing of a kind be reported any more; for tests, which register kinds of their own."""
    del _kinds[kind]


def report(
    session: Session, actor: Actor | None, kind: str, which: str, reason: str, now: datetime
) -> None:
    """Report a thing of a kind, by its id or its slug; visitors may, too.

    Raises:
        Invalid: nothing of that kind can be reported.
        NotFound: there is no such thing, or not for this person.
    """
    moderated = _kinds.get(kind)
    if moderated is None:
        raise Invalid.field("kind", "field.kind-unknown")
    if actor is not None:
        lock_person(session, actor.id)
    object_id = moderated.find(session, which)
    if object_id is None:
        raise NotFound
    if moderated.is_seen_by and not moderated.is_seen_by(session, actor, object_id):
        raise NotFound
    reporter = None if actor is None else actor.id
    new = Report(
        id=new_id(),
        kind=kind,
        object_id=object_id,
        reason=reason,
        reporter_id=reporter,
        created_at=now,
    )
    session.add(new)
    audit.record(session, reporter, "report", kind, object_id, report=str(new.id))


def reports(actor: Actor, status: str) -> Listing:
    """The reports of the kinds this person decides on: open ones oldest first, else latest first.

    A row has the report, its reporter's name, and the name of who decided.
    """
    kinds = [one.kind for one in _kinds.values() if actor.in_charge_of(one.area)]
    rows = report_rows().where(Report.status == status, Report.kind.in_(kinds))
    if status == "open":
        return Listing(rows, Report.created_at, Report.id)
    return newest_first(rows, Report.decided_at, Report.id)


def report_rows() -> AnySelect:
    """All reports with the names of those who reported and decided."""
    decider = aliased(Person)
    return (
        select(Report, Person.name.label("reporter"), decider.name.label("decided_by"))
        .outerjoin(Person, Person.id == Report.reporter_id)
        .outerjoin(decider, (decider.id == Report.decided_by_id) & decider.erased_at.is_(None))
    )


def summaries(session: Session, found: Sequence[Report]) -> dict[uuid.UUID, Summary]:
    """What was reported, by the reports' ids: one query for each kind."""
    by_report: dict[uuid.UUID, Summary] = {}
    for kind in {one.kind for one in found}:
        same = [one for one in found if one.kind == kind]
        known = _kinds[kind].describe(session, [one.object_id for one in same])
        by_report |= {one.id: known.get(one.object_id, GONE) for one in same}
    return by_report


def uphold(
    session: Session, actor: Actor, report_id: uuid.UUID, decision: str, now: datetime
) -> Report:
    """Hide what was reported; every open report of it is decided with that.

    Raises:
        NotFound: there is no such report.
        Forbidden: it is another area's.
        Conflict: it was decided before.
    """
    report = _lock_report(session, actor, report_id)
    must_still(report.status == "open")
    _kinds[report.kind].hide(session, actor, report.object_id, decision, now)
    same = select(Report).where(
        Report.kind == report.kind, Report.object_id == report.object_id, Report.status == "open"
    )
    for one in session.scalars(same.order_by(Report.id).with_for_update()):
        _decide(session, actor, one, "upheld", decision, now)
    return report


def dismiss(
    session: Session, actor: Actor, report_id: uuid.UUID, decision: str, now: datetime
) -> Report:
    """Let it stand; raises as `uphold` does."""
    report = _lock_report(session, actor, report_id)
    must_still(report.status == "open")
    _decide(session, actor, report, "dismissed", decision, now)
    return report


def reopen(session: Session, actor: Actor, report_id: uuid.UUID, now: datetime) -> Report:
    """Take a decision back: what was hidden with it is seen again, and the report is open.

    Other reports that were decided with it are open again, too. One that is open stays so.

    Raises:
        NotFound: there is no such report.
        Forbidden: it is another area's.
    """
    report = _lock_report(session, actor, report_id)
    if report.status == "open":
        return report
    together = select(Report).where(Report.id == report.id)
    if report.status == "upheld":
        _kinds[report.kind].show(session, actor, report.object_id, now)
        together = select(Report).where(
            Report.kind == report.kind,
            Report.object_id == report.object_id,
            Report.status == "upheld",
            Report.decided_at == report.decided_at,
        )
    for one in session.scalars(together.order_by(Report.id).with_for_update()):
        one.status, one.decision, one.decided_by_id, one.decided_at = "open", None, None, None
        audit.record(session, actor.id, "reopen", one.kind, one.object_id, report=str(one.id))
    session.flush()  # what is read back is what the database keeps
    return report


def _lock_report(session: Session, actor: Actor, report_id: uuid.UUID) -> Report:
    lock_person(session, actor.id)
    found = session.get(Report, report_id, with_for_update=True)
    if found is None or found.kind not in _kinds:
        raise NotFound
    if not actor.in_charge_of(_kinds[found.kind].area):
        raise Forbidden
    return found


def _decide(
    session: Session, actor: Actor, one: Report, status: str, decision: str, now: datetime
) -> None:
    one.status, one.decision = status, decision
    one.decided_by_id, one.decided_at = actor.id, now
    audit.record(session, actor.id, status, one.kind, one.object_id, report=str(one.id))


# What waits for staff.


def _open_reports(session: Session, actor: Actor, _now: datetime) -> Sequence[Waiting]:
    rows = reports(actor, "open").rows.subquery() if actor.staff else None
    if rows is None:
        return ()
    count, since = session.execute(select(func.count(), func.min(rows.c.created_at))).one()
    return () if count == 0 else (Waiting(kind="reports.open", count=count, since=since),)


INBOX: Final = InboxKind("reports.open", _open_reports)

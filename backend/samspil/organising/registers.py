"""Needs from a municipality's or an association's list.

Where a need is done may be somebody's home: its address and position are taken only where the
row says that it is public premises; else the need stands at its town.
"""

from __future__ import annotations

import uuid
from collections.abc import Container, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, ClassVar, Final

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from samspil.associations import contacts
from samspil.associations.models import Association, FormerSlug, ImportedAssociation
from samspil.core.db import new_id
from samspil.core.geo import positions_of
from samspil.needs.models import ImportedNeed, Need, NeedPlace, Shift
from samspil.needs.services import findable_by, set_times
from samspil.organising.queries import shift_has_signups
from samspil.people.profiles import INTERESTS, Interests
from samspil.places.columns import ADDRESS, PUBLIC, TOWNS, read_place
from samspil.places.models import Place
from samspil.places.queries import Lookup, on_the_map
from samspil.registers import cells
from samspil.registers.columns import (
    EXTERNAL_ID,
    LANG,
    LANGUAGES_COLUMN,
    SUMMARY_COLUMN,
    Column,
    Fields,
    iso_date,
)
from samspil.registers.importing import Entry, InvalidRow, Register, RowValues

SHIFT: Final = "shifts/"

_COMMITMENTS: Final = {
    "once": ("enkelt gang", "én gang"),
    "recurring": ("fast", "løbende"),
    "ongoing": ("når det passer", "efter aftale"),
}
_INTAKES: Final = {"instant": ("med det samme", "straks"), "reviewed": ("efter svar", "aftales")}


class Needs(Register):
    """A register of needs. New ones are published at once; a paused or closed one stays so."""

    name = "needs"
    what = "needs"
    link = ImportedNeed
    removes = True
    columns: ClassVar = (
        EXTERNAL_ID,
        Column(
            "association",
            "forening",
            "Its external id in the same source, or its slug",
            cells.line_of_text(120),
            needed=True,
            example="F-1001",
            others=("forening id", "foreningsid"),
        ),
        Column(
            "title",
            "titel",
            "What one does, at most 100 characters",
            cells.line_of_text(100),
            needed=True,
            example="Læs højt for børn",
            others=("opgave", "navn", "name"),
        ),
        SUMMARY_COLUMN,
        Column(
            "description",
            "beskrivelse",
            "Markdown, at most 10,000 characters",
            cells.prose(10_000),
            empty="",
            example="Vi mødes på biblioteket.",
        ),
        Column("tasks", "opgaver", "With | between", cells.sentences(most=8), empty=[]),
        Column("benefits", "udbytte", "With | between", cells.sentences(most=8), empty=[]),
        Column(
            "requirements", "krav", "At most 3, with | between", cells.sentences(most=3), empty=[]
        ),
        Column("skills", "kompetencer", "With | between", cells.sentences(most=8), empty=[]),
        LANGUAGES_COLUMN,
        INTERESTS,
        Column("helps", "hjælper", "Who is helped", cells.line_of_text(120)),
        Column(
            "commitment",
            "hvornår",
            "enkelt gang (with shifts), fast (with weekly hours) or når det passer",
            cells.choice(_COMMITMENTS),
            needed=True,
            example="fast",
            others=("type",),
        ),
        Column(
            "weekly",
            "ugeplan",
            "For fast: tir 17:00-18:30|tor 17:00-18:30",
            cells.weekly,
            empty=[],
            example="tir 17:00-18:30",
        ),
        Column(
            "shifts",
            "vagter",
            "Date, time, x people, (min people): 05-12-2026 10:00-12:00 x12 (min 3)|…",
            cells.shifts,
            empty=[],
        ),
        Column(
            "hours_per_week",
            "timer om ugen",
            "1,5",
            cells.number(0.1, 80),
            example="1,5",
            others=("timer pr uge",),
        ),
        Column("from_day", "fra", "The first day", cells.day, others=("fra dato",)),
        Column("until_day", "til", "The last day", cells.day, others=("til dato",)),
        Column(
            "deadline", "tilmeldingsfrist", "The last day to sign up", cells.day, others=("frist",)
        ),
        Column(
            "remote",
            "hjemmefra",
            "ja: done from home; then no place is given",
            cells.yes_no,
            empty=False,
            example="nej",
        ),
        *TOWNS,
        *ADDRESS,
        PUBLIC,
        Column(
            "wanted",
            "antal",
            "How many people; 1 where it is empty",
            cells.whole(1, 10_000),
            empty=1,
            example="4",
            others=("antal frivillige",),
        ),
        Column("minimum_age", "mindstealder", "Years", cells.whole(0, 99), others=("alder",)),
        Column(
            "children_under_15",
            "børn under 15",
            "ja: lasting direct contact with children under 15",
            cells.yes_no,
            empty=False,
            example="ja",
        ),
        Column("step_free", "trinfri adgang", "ja, nej, or empty", cells.yes_no, example="ja"),
        Column("public_transport", "offentlig transport", "Bus, train", cells.line_of_text(200)),
        Column(
            "intake",
            "optagelse",
            "med det samme, or efter svar (the association answers first)",
            cells.choice(_INTAKES),
            empty="reviewed",
            example="efter svar",
        ),
        Column(
            "takes_whole",
            "hele opgaven",
            "ja: one may also sign up for all of it, beside its shifts",
            cells.yes_no,
            empty=False,
        ),
        *contacts.COLUMNS,
        LANG,
    )

    def __init__(self, session: Session, source: str, now: datetime) -> None:
        super().__init__(session, source, now)
        self._places = Lookup(session.scalars(select(Place)))
        self._interests = Interests(session)
        self._associations = _associations(session, source)
        self._rows: dict[uuid.UUID, Need] = {}
        self._shifts: dict[uuid.UUID, dict[str, Shift]] = {}
        self._towns: dict[uuid.UUID, list[str]] = {}
        self._later: list[Shift] = []

    def name_of(self, values: Fields) -> str:
        """See Register."""
        return values.get("title") or ""

    def complete(self, values: Fields) -> RowValues:
        """See Register."""
        reasons = self._interests.read(values)
        public, remote = values.pop("public_premises", False), values.pop("remote", False)
        wrong, left_out = read_place(values, self._places, public=public, needed=not remote)
        reasons += wrong
        if remote and (values.get("towns") or values.get("position") or values.get("address")):
            reasons.append("remote: a need done from home has no place")
        association = self._associations.get(values["association"])
        if association is None:
            reasons.append(f"association: there is no {values['association'][:40]!r} here")
        else:
            values["association"] = str(association.id)
            left_out += contacts.public_contact(values, association.name)
            answered = values.get("contact_email") or values.get("contact_phone")
            if not (answered or association.answers):
                reasons.append("contact_email: nobody to ask, in the row or at the association")
        whole = (SHIFT,) if "shifts" in values else ()
        reasons += _times(values)
        if reasons:
            raise InvalidRow(*reasons)
        return RowValues(values, left_out, whole)

    def claims(self, entries: Sequence[Entry]) -> Mapping[str, uuid.UUID]:  # noqa: ARG002
        """None: a need has nothing else to be known by."""
        return {}

    def load(self, ids: Sequence[uuid.UUID]) -> Mapping[uuid.UUID, Fields]:
        """See Register."""
        rows = self.session.scalars(select(Need).where(Need.id.in_(ids)))
        self._rows = {row.id: row for row in rows}
        self._shifts = {id_: {} for id_ in self._rows}
        on = select(Shift).where(Shift.need_id.in_(ids), Shift.cancelled_at.is_(None))
        for shift in self.session.scalars(on):
            self._shifts[shift.need_id][_key(shift)] = shift
        towns: dict[uuid.UUID, list[str]] = {id_: [] for id_ in self._rows}
        for need_id, slug in self.session.execute(
            select(NeedPlace.need_id, Place.slug)
            .join(Place, Place.id == NeedPlace.place_id)
            .where(NeedPlace.need_id.in_(ids))
            .order_by(NeedPlace.rank)
        ):
            towns[need_id].append(slug)
        return {id_: _fields(row, towns[id_], self._shifts[id_]) for id_, row in self._rows.items()}

    def add(self, entry: Entry) -> uuid.UUID:
        """See Register."""
        fields = _DEFAULTS | entry.values.fields
        row = Need(id=new_id(), status="published", published_at=self.now)
        self._shifts[row.id] = {}
        self._write(row, fields, fields)
        self.session.add(row)
        return row.id

    def change(self, object_id: uuid.UUID, fields: Fields, changed: Sequence[str]) -> None:
        """See Register."""
        row, shifts = self._rows[object_id], self._shifts[object_id]
        reasons = []
        if fields["wanted"] < row.taken:
            reasons.append(f"wanted: {row.taken} have signed up already")
        for name in changed:
            shift = shifts.get(name)
            if shift is None or not shift.taken:
                continue
            if fields[name] is None:
                reasons.append(f"{name}: {shift.taken} have signed up; it cannot be dropped")
            elif fields[name]["capacity"] < shift.taken:
                reasons.append(f"{name}: {shift.taken} have signed up already")
        if reasons:
            raise InvalidRow(*reasons)
        self._write(row, fields, changed)

    def finish(self) -> None:
        """See Register."""
        self.session.add_all(self._later)
        self.session.execute(delete(NeedPlace).where(NeedPlace.need_id.in_(self._towns)))
        links = [
            {"need_id": id_, "place_id": self._places.by_slug[slug].id, "rank": rank}
            for id_, slugs in self._towns.items()
            for rank, slug in enumerate(slugs)
        ]
        if links:
            self.session.execute(insert(NeedPlace), links)

    def forget(self) -> None:
        """See Register."""
        super().forget()
        self._towns.clear()
        self._later.clear()

    def _write(self, row: Need, fields: Fields, changed: Container[str]) -> None:
        association = self._associations[fields["association"]]
        row.association_id = association.id
        row.shown = association.public and row.hidden_reason is None
        for name in _PLAIN:
            setattr(row, name, fields[name])
        hours = fields["hours_per_week"]
        row.hours_per_week = None if hours is None else Decimal(str(hours))
        row.pattern = fields["weekly"]
        for name in _DAYS:
            setattr(row, name, iso_date(fields[name]))
        contact = contacts.kept_contact(fields)
        row.contact = contact if any(contact.values()) else None
        places = [self._places.by_slug[slug] for slug in fields["towns"]]
        if "towns" in changed or "position" in changed:
            row.positions, row.position_accuracy = on_the_map(
                places, [(lat, lon) for lat, lon in fields["position"]]
            )
        if "towns" in changed:
            self._towns[row.id] = fields["towns"]
        shifts = self._write_shifts(row, fields, changed)
        set_times(row, [(shift.starts_at, shift.ends_at) for shift in shifts])
        row.search = self.index(findable_by(row, association.name, places, self._interests.words))

    def _write_shifts(self, row: Need, fields: Fields, changed: Container[str]) -> list[Shift]:
        """Add, change and drop what the register says anew; returns all the need then has."""
        shifts = self._shifts[row.id]
        for name, said in fields.items():
            if not name.startswith(SHIFT) or name not in changed:
                continue
            if said is None:
                if (dropped := shifts.pop(name, None)) is not None:
                    self._drop(dropped)
                continue
            shift = shifts.get(name)
            if shift is None:
                starts_at = datetime.fromisoformat(name.removeprefix(SHIFT))
                shift = shifts[name] = Shift(need_id=row.id, starts_at=starts_at)
                self._later.append(shift)
            shift.ends_at = datetime.fromisoformat(said["ends_at"])
            shift.capacity, shift.minimum_crew = said["capacity"], said["minimum_crew"]
            shift.changed_at = self.now
        return list(shifts.values())

    def _drop(self, shift: Shift) -> None:
        """Delete a shift that nobody ever signed up for; cancel one where nobody has a place."""
        if self.session.scalars(shift_has_signups(shift.id)).one():
            shift.cancelled_at = shift.changed_at = self.now
        else:
            self.session.delete(shift)


class _Owner:
    """An association as a row of needs names it."""

    __slots__ = ("answers", "id", "name", "public")

    def __init__(
        self, id_: uuid.UUID, name: str, contact: Mapping[str, Any], *, public: bool
    ) -> None:
        self.id, self.name, self.public = id_, name, public
        self.answers = bool(contact.get("email") or contact.get("phone"))


def _associations(session: Session, source: str) -> dict[str, _Owner]:
    """Associations by all that a row may call them: id, slug, external id (which goes first).

    One that was merged into another is called by its name still, and is the other.
    """
    found: dict[str, _Owner] = {}
    by_id: dict[uuid.UUID, _Owner] = {}
    merged = []
    columns = (Association.id, Association.slug, Association.name, Association.contact)
    for id_, slug, name, contact, public, into in session.execute(
        select(*columns, Association.status == "public", Association.merged_into_id)
    ):
        owner = by_id[id_] = found[slug] = _Owner(id_, name, contact, public=public)
        found[str(id_)] = owner
        if into is not None:
            merged.append((slug, id_, into))
    for slug, id_, into in merged:
        found[slug] = found[str(id_)] = by_id[id_] = by_id[into]
    former = select(FormerSlug.slug, FormerSlug.association_id)
    found = {slug: by_id[id_] for slug, id_ in session.execute(former)} | found
    linked = select(ImportedAssociation.external_id, ImportedAssociation.object_id).where(
        ImportedAssociation.source == source, ImportedAssociation.object_id.is_not(None)
    )
    return found | {key: by_id[id_] for key, id_ in session.execute(linked) if id_ in by_id}


def _times(values: Fields) -> list[str]:
    """Turn a row's shifts into fields, and say what in its times does not fit together."""
    reasons = []
    shifts = values.pop("shifts", [])
    commitment, weekly = values["commitment"], values.get("weekly")
    if commitment == "once" and not shifts:
        reasons.append("shifts: must be filled where commitment is once")
    if weekly and commitment != "recurring":
        reasons.append("weekly: is for a commitment that is recurring")
    start, end = values.get("from_day"), values.get("until_day")
    if start and end and end < start:
        reasons.append("until_day: is before from_day")
    for shift in shifts:
        key = f"{SHIFT}{shift.pop('starts_at')}"
        shift["capacity"] = shift["capacity"] or values.get("wanted") or 1
        if (shift["minimum_crew"] or 0) > shift["capacity"]:
            reasons.append("shifts: the minimum is more than there is room for")
        values[key] = shift
    return reasons


_DAYS: Final = ("from_day", "until_day", "deadline")
_PLAIN: Final = (
    *("title", "summary", "description", "lang", "tasks", "benefits", "requirements", "skills"),
    *("languages", "interests", "helps", "commitment", "address", "wanted", "minimum_age"),
    *("children_under_15", "step_free", "public_transport", "intake", "takes_whole"),
)
_DEFAULTS: Final[Fields] = {
    **{column.name: column.empty for column in Needs.columns},
    "towns": [],
    "position": [],
}


def _fields(row: Need, towns: list[str], shifts: Mapping[str, Shift]) -> Fields:
    return {
        **{name: getattr(row, name) for name in _PLAIN},
        **{name: (day := getattr(row, name)) and day.isoformat() for name in _DAYS},
        **{
            key: {
                "ends_at": cells.utc(shift.ends_at),
                "capacity": shift.capacity,
                "minimum_crew": shift.minimum_crew,
            }
            for key, shift in shifts.items()
        },
        "association": str(row.association_id),
        "hours_per_week": None if row.hours_per_week is None else float(row.hours_per_week),
        "weekly": row.pattern,
        "towns": towns,
        "position": positions_of(row),
    } | contacts.contact_fields(row.contact)


def _key(shift: Shift) -> str:
    return f"{SHIFT}{cells.utc(shift.starts_at)}"

"""Premises and their spaces from a municipality's register: a row a space.

Rows with the same external id, one after the other, are one building; what is said of the
building stands in the first of them. A space that the register no longer names stays: there may be
bookings in it.
"""

from __future__ import annotations

import uuid
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, time
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from samspil.associations import contacts
from samspil.core.db import new_id
from samspil.core.geo import positions_of
from samspil.core.text import free_slug
from samspil.core.time import WEEKDAYS
from samspil.places.columns import read_place
from samspil.places.models import Place
from samspil.places.queries import Lookup, on_the_map
from samspil.premises.columns import COLUMNS, SPACE_COLUMNS, SPACE_DEFAULTS, SPACE_FIELDS
from samspil.premises.models import ImportedPremises, OpeningHours, Part, Premises, Space
from samspil.premises.services import findable_by
from samspil.registers.columns import Fields, read_cells
from samspil.registers.importing import Entry, InvalidRow, Register, RowValues
from samspil.registers.tables import Record

SPACE: Final = "spaces/"
MOST_SPACES: Final = 200
PUBLIC_BUILDING: Final = True  # what a municipality lends out is nobody's home


class PremisesRegister(Register):
    """A register of premises."""

    name = "premises"
    what = "premises and their spaces"
    link = ImportedPremises
    columns = COLUMNS

    def __init__(self, session: Session, source: str, now: datetime) -> None:
        super().__init__(session, source, now)
        self._places = Lookup(session.scalars(select(Place)))
        self._slugs = set(session.scalars(select(Premises.slug)))
        self._rows: dict[uuid.UUID, Premises] = {}
        self._towns: dict[uuid.UUID, str] = {
            id_: slug for slug, id_ in session.execute(select(Place.slug, Place.id))
        }
        self._parts: dict[uuid.UUID, dict[str, Part]] = {}
        self._later: list[Space | OpeningHours] = []

    def entries(self, records: Iterable[Record]) -> Iterator[Entry]:
        """A building an entry: its rows stand together."""
        for group in _together(records):
            yield self._building(group)

    def _building(self, records: Sequence[Record]) -> Entry:
        first, *more = records
        entry = self._entry(first)
        fields, reasons = dict(entry.values.fields), list(entry.reasons)
        for record in more:
            values, wrong = read_cells(SPACE_COLUMNS, record)
            wrong += _differences(first, record)
            if not wrong:
                try:
                    space = _space(values)
                    if space.keys() & fields.keys():
                        wrong.append("space_name: stands twice in the same premises")
                    fields |= space
                except InvalidRow as refused:
                    wrong += refused.reasons
            reasons += [(record.line, reason) for reason in wrong]
        if len(records) > MOST_SPACES:
            reasons.append((first.line, f"more than {MOST_SPACES} rows of one building"))
        said = RowValues(fields, entry.values.left_out, (SPACE,))
        return Entry(entry.line, entry.key, entry.name, said, tuple(reasons))

    def complete(self, values: Fields) -> RowValues:
        """See Register."""
        reasons, left_out = read_place(values, self._places, public=PUBLIC_BUILDING)
        if len(values.get("towns", [])) > 1:
            reasons.append("towns: premises stand in one town")
        left_out += contacts.public_contact(values, values["name"], values["operator"])
        try:
            values |= _space(values)
        except InvalidRow as refused:
            reasons += refused.reasons
        if reasons:
            raise InvalidRow(*reasons)
        return RowValues(values, left_out)

    def claims(self, entries: Sequence[Entry]) -> Mapping[str, uuid.UUID]:  # noqa: ARG002
        """None: a building's name is no identity."""
        return {}

    def load(self, ids: Sequence[uuid.UUID]) -> Mapping[uuid.UUID, Fields]:
        """See Register."""
        rows = self.session.scalars(
            select(Premises)
            .where(Premises.id.in_(ids))
            .options(
                selectinload(Premises.spaces).selectinload(Space.parts),
                selectinload(Premises.opening_hours),
            )
        )
        self._rows = {row.id: row for row in rows}
        self._parts = {id_: {} for id_ in self._rows}
        for part in self.session.scalars(select(Part).where(Part.premises_id.in_(ids))):
            self._parts[part.premises_id][part.name] = part
        return {id_: self._fields(row) for id_, row in self._rows.items()}

    def add(self, entry: Entry) -> uuid.UUID:
        """See Register."""
        fields = _DEFAULTS | entry.values.fields
        row = Premises(id=new_id(), slug=free_slug(fields["name"], self._slugs))
        self._rows[row.id], self._parts[row.id] = row, {}
        self._write(row, fields, fields)
        self.session.add(row)
        return row.id

    def change(self, object_id: uuid.UUID, fields: Fields, changed: Sequence[str]) -> None:
        """See Register."""
        self._write(self._rows[object_id], fields, changed)

    def finish(self) -> None:
        """See Register."""
        self.session.add_all(part for parts in self._parts.values() for part in parts.values())
        self.session.flush()  # spaces refer to parts, and both to their building
        self.session.add_all(self._later)

    def forget(self) -> None:
        """See Register."""
        super().forget()
        self._later.clear()

    def _write(self, row: Premises, fields: Fields, changed: Container[str]) -> None:
        for name in _PLAIN:
            setattr(row, name, fields[name])
        row.contact = contacts.kept_contact(fields)
        place = self._places.by_slug[fields["towns"][0]]
        row.place_id = place.id
        if "towns" in changed or "position" in changed:
            row.positions, row.position_accuracy = on_the_map(
                [place], [(lat, lon) for lat, lon in fields["position"]]
            )
        if "opening_hours" in changed:
            self._write_hours(row, fields["opening_hours"])
        spaces = _spaces_of(fields)
        self._write_spaces(row, spaces, changed)
        row.search = self.index(findable_by(row, place, spaces))

    def _write_hours(self, row: Premises, hours: Sequence[Mapping[str, str]]) -> None:
        if row in self.session:
            for old in list(row.opening_hours):
                self.session.delete(old)
            self.session.flush()  # the new ones may have the same keys
        self._later += [
            OpeningHours(
                premises_id=row.id,
                weekday=WEEKDAYS.index(line["weekday"]),
                opens=time.fromisoformat(line["starts"]),
                closes=time.fromisoformat(line["ends"]),
            )
            for line in hours
        ]

    def _write_spaces(
        self, row: Premises, spaces: Mapping[str, Fields], changed: Container[str]
    ) -> None:
        here = {space.name: space for space in row.spaces} if row in self.session else {}
        for name, said in spaces.items():
            new = [field for field in said if f"{SPACE}{name}/{field}" in changed]
            space = here.get(name)
            if not new or (space is None and said.get("capacity") is None):
                continue
            if space is None:
                space = Space(premises_id=row.id, name=name, rank=len(here), parts=[])
                here[name] = space
                self._later.append(space)
                said = SPACE_DEFAULTS | said  # noqa: PLW2901
                new = list(said)
            for field in new:
                if field != "parts":
                    setattr(space, field, said[field])
            if "parts" in new:
                space.parts = [self._part(row.id, part) for part in said["parts"] or [name]]

    def _part(self, premises_id: uuid.UUID, name: str) -> Part:
        parts = self._parts[premises_id]
        if name not in parts:
            parts[name] = Part(id=new_id(), premises_id=premises_id, name=name)
        return parts[name]

    def _fields(self, row: Premises) -> Fields:
        spaces: Fields = {}
        for space in row.spaces:
            parts = [part.name for part in space.parts]
            values = {
                **{field: getattr(space, field) for field in SPACE_DEFAULTS if field != "parts"},
                "parts": [] if parts == [space.name] else parts,
            }
            spaces |= {f"{SPACE}{space.name}/{field}": value for field, value in values.items()}
        hours = [
            {
                "weekday": WEEKDAYS[line.weekday],
                "starts": f"{line.opens:%H:%M}",
                "ends": f"{line.closes:%H:%M}",
            }
            for line in row.opening_hours
        ]
        return {
            **{name: getattr(row, name) for name in _PLAIN},
            "towns": [self._towns[row.place_id]],
            "position": positions_of(row),
            "opening_hours": hours,
            **contacts.contact_fields(row.contact),
            **spaces,
        }


_PLAIN: Final = (
    *("name", "operator", "summary", "description", "lang", "address", "features", "parking"),
    *("transport", "house_rules"),
)
_DEFAULTS: Final[Fields] = {
    **{column.name: column.empty for column in COLUMNS if column not in SPACE_COLUMNS},
    "towns": [],
    "position": [],
}


def _together(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Rows of the same external id that follow each other."""
    group: list[Record] = []
    for record in records:
        key = record.cells.get("external_id")
        same = group and key and group[0].cells.get("external_id") == key
        if not same or len(group) > MOST_SPACES:
            if group:
                yield group
            group = []
        group.append(record)
    if group:
        yield group


def _space(values: Fields) -> Fields:
    """Take the columns of a space out of a row's values; returns them as fields."""
    said = {name: values.pop(name) for name in SPACE_FIELDS if name in values}
    name = values.pop("space_name", None)
    if not name:
        if any(value not in (None, []) for value in said.values()):
            raise InvalidRow("space_name: must be filled where anything is said of a space")
        return {}
    if said.get("capacity") is None:
        raise InvalidRow("capacity: must be filled for a space")
    said["parts"] = sorted(said["parts"]) if said.get("parts") else []
    return {f"{SPACE}{name}/{SPACE_FIELDS[column]}": value for column, value in said.items()}


def _differences(first: Record, record: Record) -> list[str]:
    """What a later row says otherwise of the building than its first."""
    own = {column.name for column in SPACE_COLUMNS}
    return [
        f"{name}: reads otherwise in line {first.line}, which speaks for the building"
        for name, cell in record.cells.items()
        if name not in own and cell and cell != first.cells.get(name)
    ]


def _spaces_of(fields: Fields) -> dict[str, Fields]:
    """A building's spaces by name, out of its fields."""
    spaces: dict[str, Any] = {}
    for key, value in fields.items():
        if key.startswith(SPACE):
            name, _, field = key.removeprefix(SPACE).rpartition("/")
            spaces.setdefault(name, {})[field] = value
    return spaces

"""Associations from a municipality's register.

An association's address in a register is often an officer's home. It is put on the map, and
shown, only where the row says that it is public premises; else the association stands at its town.
"""

from __future__ import annotations

import textwrap
import uuid
from collections.abc import Container, Mapping, Sequence
from datetime import datetime
from typing import ClassVar, Final

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from samspil.associations import contacts, rules
from samspil.associations.models import KINDS, Association, AssociationPlace, ImportedAssociation
from samspil.associations.services import Renamed, findable_by, taken_slugs
from samspil.core.db import new_id
from samspil.core.domain import publish
from samspil.core.geo import positions_of
from samspil.core.text import free_slug
from samspil.people.profiles import INTERESTS, Interests
from samspil.places.columns import ADDRESS, PUBLIC, TOWNS, read_place
from samspil.places.models import Place
from samspil.places.queries import Lookup, on_the_map
from samspil.registers import cells
from samspil.registers.cells import CellError
from samspil.registers.columns import (
    EXTERNAL_ID,
    LANG,
    LANGUAGES_COLUMN,
    SUMMARY,
    SUMMARY_COLUMN,
    Column,
    Fields,
    iso_date,
)
from samspil.registers.importing import Entry, InvalidRow, Register, RowValues

_KIND_NAMES: Final = {
    "association": ("forening", "frivillig forening"),
    "network": ("netværk",),
    "initiative": ("initiativ", "borgerinitiativ"),
}


def cvr(cell: str) -> str:
    """A CVR number whose check digit is right; blanks and DK before it are let be."""
    number = cell.upper().removeprefix("DK").replace(" ", "").replace("-", "")
    if not (number.isascii() and number.isdecimal() and len(number) == 8):  # noqa: PLR2004
        raise CellError(f"{cell[:40]!r} is not eight digits")
    if not rules.is_cvr(number):
        raise CellError(f"{number} has a wrong check digit")
    return number


class Associations(Register):
    """A register of associations, networks and initiatives."""

    name = "associations"
    what = "associations"
    link = ImportedAssociation
    columns: ClassVar = (
        EXTERNAL_ID,
        Column(
            "name",
            "navn",
            "At most 120 characters",
            cells.line_of_text(120),
            needed=True,
            example="Byens Læsekreds",
            others=("foreningsnavn", "forening"),
        ),
        Column(
            "kind",
            "type",
            "forening, netværk or initiativ; a forening where it is empty",
            cells.choice({kind: _KIND_NAMES[kind] for kind in KINDS}),
            empty="association",
            example="forening",
            others=("art",),
        ),
        Column(
            "cvr",
            "cvr-nummer",
            "Eight digits; the check digit is verified",
            cvr,
            others=("cvr nr", "cvrnr"),
        ),
        SUMMARY_COLUMN,
        Column(
            "purpose",
            "formål",
            "What it is for: Markdown, at most 10,000 characters",
            cells.prose(10_000),
            empty="",
            example="Vi læser og taler om bøger.",
            others=("beskrivelse", "description"),
        ),
        INTERESTS,
        *TOWNS,
        *ADDRESS,
        PUBLIC,
        *contacts.COLUMNS,
        Column(
            "website",
            "hjemmeside",
            "An http(s) address",
            cells.web_address,
            example="https://forening.example",
            others=("web", "www", "url"),
        ),
        LANGUAGES_COLUMN,
        Column(
            "step_free",
            "trinfri adgang",
            "ja, nej, or empty where nobody knows",
            cells.yes_no,
            example="ja",
        ),
        Column(
            "approved_from",
            "godkendt fra",
            "Approved under folkeoplysningsloven: 31-12-2026",
            cells.day,
        ),
        Column("approved_until", "godkendt til", "The last day approved", cells.day),
        LANG,
    )

    def __init__(self, session: Session, source: str, now: datetime) -> None:
        super().__init__(session, source, now)
        self._places = Lookup(session.scalars(select(Place)))
        self._interests = Interests(session)
        self._slugs = taken_slugs(session)
        self._rows: dict[uuid.UUID, Association] = {}
        self._towns: dict[uuid.UUID, list[str]] = {}
        self._renamed: list[uuid.UUID] = []

    def complete(self, values: Fields) -> RowValues:
        """See Register."""
        reasons = self._interests.read(values)
        public = values.pop("public_premises", False)
        wrong, left_out = read_place(values, self._places, public=public)
        reasons += wrong
        left_out += contacts.public_contact(values, values["name"])
        start, end = values.get("approved_from"), values.get("approved_until")
        if start and end and end < start:
            reasons.append("approved_until: is before approved_from")
        if reasons:
            raise InvalidRow(*reasons)
        return RowValues(values, left_out)

    def claims(self, entries: Sequence[Entry]) -> Mapping[str, uuid.UUID]:
        """Associations with the same CVR number that this register has not spoken of yet."""
        numbers: dict[str, str] = {}
        for entry in entries:
            if number := entry.values.fields.get("cvr"):
                numbers.setdefault(number, entry.key)
        linked = select(ImportedAssociation.object_id).where(
            ImportedAssociation.source == self.source,
            ImportedAssociation.object_id == Association.id,
        )
        found = self.session.execute(
            select(Association.cvr, Association.id)
            .where(Association.cvr.in_(numbers), Association.status != "merged", ~linked.exists())
            .order_by(Association.created_at.desc())
        )
        return {numbers[number]: association_id for number, association_id in found if number}

    def load(self, ids: Sequence[uuid.UUID]) -> Mapping[uuid.UUID, Fields]:
        """See Register."""
        rows = self.session.scalars(select(Association).where(Association.id.in_(ids)))
        self._rows = {row.id: row for row in rows}
        towns: dict[uuid.UUID, list[str]] = {row: [] for row in self._rows}
        for association_id, slug in self.session.execute(
            select(AssociationPlace.association_id, Place.slug)
            .join(Place, Place.id == AssociationPlace.place_id)
            .where(AssociationPlace.association_id.in_(ids))
            .order_by(AssociationPlace.rank)
        ):
            towns[association_id].append(slug)
        return {id_: _fields(row, towns[id_]) for id_, row in self._rows.items()}

    def add(self, entry: Entry) -> uuid.UUID:
        """See Register."""
        fields = _DEFAULTS | entry.values.fields
        if not fields["summary"]:
            fields["summary"] = textwrap.shorten(fields["purpose"], SUMMARY, placeholder=" …")
        row = Association(id=new_id(), slug=free_slug(fields["name"], self._slugs))
        self._write(row, fields, fields)
        self.session.add(row)
        self._towns[row.id] = fields["towns"]
        return row.id

    def change(self, object_id: uuid.UUID, fields: Fields, changed: Sequence[str]) -> None:
        """See Register."""
        self._write(self._rows[object_id], fields, changed)
        if "towns" in changed:
            self._towns[object_id] = fields["towns"]
        if "name" in changed:
            self._renamed.append(object_id)

    def finish(self) -> None:
        """See Register."""
        self.session.execute(
            delete(AssociationPlace).where(AssociationPlace.association_id.in_(self._towns))
        )
        links = [
            {"association_id": id_, "place_id": self._places.by_slug[slug].id, "rank": rank}
            for id_, slugs in self._towns.items()
            for rank, slug in enumerate(slugs)
        ]
        if links:
            self.session.execute(insert(AssociationPlace), links)
        for object_id in self._renamed:
            publish(self.session, Renamed(object_id))

    def forget(self) -> None:
        """See Register."""
        super().forget()
        self._towns.clear()
        self._renamed.clear()

    def _write(self, row: Association, fields: Fields, changed: Container[str]) -> None:
        for name in _PLAIN:
            setattr(row, name, fields[name])
        row.approved_from = iso_date(fields["approved_from"])
        row.approved_until = iso_date(fields["approved_until"])
        row.contact = contacts.kept_contact(fields)
        places = [self._places.by_slug[slug] for slug in fields["towns"]]
        if "towns" in changed or "position" in changed:
            row.positions, row.position_accuracy = on_the_map(
                places, [(lat, lon) for lat, lon in fields["position"]]
            )
        row.search = self.index(findable_by(row, places, self._interests.words))


_PLAIN: Final = (
    *("kind", "name", "summary", "purpose", "lang", "cvr", "interests", "address", "website"),
    *("languages", "step_free"),
)
_DEFAULTS: Final[Fields] = {
    **{column.name: column.empty for column in Associations.columns},
    "towns": [],
    "position": [],
}


def _fields(row: Association, towns: list[str]) -> Fields:
    return {
        **{name: getattr(row, name) for name in _PLAIN},
        "approved_from": row.approved_from and row.approved_from.isoformat(),
        "approved_until": row.approved_until and row.approved_until.isoformat(),
        "towns": towns,
        "position": positions_of(row),
    } | contacts.contact_fields(row.contact)

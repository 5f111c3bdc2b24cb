"""Importing geography: each layer of a file replaces the one that was there, or nothing changes.

Nothing here commits; the caller's transaction is all of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import numpy
from sqlalchemy import (
    LargeBinary,
    bindparam,
    column,
    delete,
    exists,
    func,
    insert,
    literal,
    select,
    text,
    update,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.exc import DataError, IntegrityError, InternalError
from sqlalchemy.orm import Session, aliased

from samspil.core import geo
from samspil.core.text import fold, slugify
from samspil.places.importing.features import Refused, Table, excerpt
from samspil.places.importing.geopackage import read_geopackage
from samspil.places.importing.json_features import read_json
from samspil.places.importing.layers import Layer, Row, layer_of, rows_of
from samspil.places.models import (
    AREA_LAYERS,
    LAYERS,
    MUNICIPALITY,
    PLACE,
    POSTCODE,
    Address,
    Area,
    ImportedLayer,
    Place,
)
from samspil.places.queries import area_holding, drawing_of

# As far as the coarsest outline in use lies from the true one.
DEFAULT_MOST_BYTES: Final = 100_000_000
NEAR_M: Final = 300
DEFAULT_KIND: Final = "hamlet"


@dataclass(frozen=True, slots=True)
class Options:
    """How a file is to be read."""

    layer: str | None = None
    skip_refused: bool = False
    most_bytes: int = DEFAULT_MOST_BYTES


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What one file brought to one layer.

    `left_out` counts what lies outside the municipality or is of a kind that is not kept; `kept`
    are places that the file no longer has but others still refer to.
    """

    file: str
    layer: str
    features: int
    repaired: int
    left_out: int
    refused: Sequence[Refused] = ()
    kept: Sequence[str] = ()


@dataclass(slots=True)
class _Plan:
    """The layers of all files of a run."""

    layers: dict[str, tuple[Path, Layer]] = field(default_factory=dict)

    def add(self, file: Path, layer: Layer) -> None:
        if layer.layer in self.layers:
            first = self.layers[layer.layer][0].name
            raise Refused(f"holds the layer {layer.layer}, which {first} holds too; import one")
        self.layers[layer.layer] = file, layer


class FileRefused(Exception):  # noqa: N818  # as Refused
    """A file is not taken, and so nothing of this run is; the text is the line to show."""


def import_files(
    session: Session, files: Sequence[Path], now: datetime, options: Options
) -> list[ImportResult]:
    """Replace the layers that the files hold, in the session's transaction.

    Raises:
        FileRefused: names the file, and the feature where it is one.
    """
    plan = _Plan()
    for file in files:
        _read_into(plan, file, options)
    # One import at a time; readers go on seeing what was there.
    session.execute(text("SET LOCAL statement_timeout = '10min'"))
    session.execute(text("LOCK TABLE imported_layers IN SHARE ROW EXCLUSIVE MODE"))
    results = []
    for name in LAYERS:  # in this order: places ask the outline and the postcode areas
        if name in plan.layers:
            file, layer = plan.layers[name]
            try:
                results.append(_replace(session, file, layer, now))
            except Refused as refused:
                raise FileRefused(refused.about(file)) from refused
            except (DataError, InternalError) as error:  # PostGIS, on a shape we let pass
                reason = excerpt(str(error.orig).partition("\n")[0])
                raise FileRefused(f"{excerpt(file.name)}: PostGIS refuses it ({reason})") from error
    return results


def _read_into(plan: _Plan, file: Path, options: Options) -> None:
    """Read a file's tables; of several, those that are no layer of ours are passed over."""
    name: str | None = None
    try:
        tables = read(file, options.most_bytes)
        unknown = []
        for table in tables:
            name = table.name if len(tables) > 1 else None
            try:
                layer = layer_of(table, options.layer)
            except Refused as refused:
                unknown.append(refused)
                continue
            plan.add(file, rows_of(table, layer, skip_refused=options.skip_refused))
        if len(unknown) == len(tables):
            raise unknown[0]
    except Refused as refused:
        raise FileRefused(refused.about(file, name)) from refused


def _replace(session: Session, file: Path, layer: Layer, now: datetime) -> ImportResult:
    kept: Sequence[str] = ()
    if layer.layer in AREA_LAYERS:
        features = _replace_areas(session, layer)
    elif layer.layer == PLACE:
        features, kept = _replace_places(session, layer)
    else:
        features = _replace_addresses(session, layer)
    if features == 0:
        raise Refused(f"holds nothing that lies in {_municipality_name(session)}")
    values = {"source": file.name, "features": features, "imported_at": now}
    noted = upsert(ImportedLayer).values(layer=layer.layer, **values)
    session.execute(noted.on_conflict_do_update(index_elements=["layer"], set_=values))
    left_out = layer.left_out + len(layer.rows) - features
    return ImportResult(
        file.name, layer.layer, features, layer.repaired, left_out, layer.refused, kept
    )


def _municipality_name(session: Session) -> str:
    return session.scalar(select(Area.name).where(Area.layer == MUNICIPALITY)) or "the municipality"


def _on_grid() -> Any:
    """A row's shape as a statement takes it: binary, saying its own grid."""
    return geo.to_grid(func.ST_GeomFromEWKB(bindparam("shape", type_=LargeBinary)))


def _replace_areas(session: Session, layer: Layer) -> int:
    rows = layer.rows
    if layer.layer == MUNICIPALITY:
        rows = [_ours(session, rows)]
    session.execute(delete(Area).where(Area.layer == layer.layer))
    outline = _on_grid()
    values = {"outline": outline}
    if layer.layer == MUNICIPALITY:
        values["drawing"] = drawing_of(outline)
    session.execute(
        insert(Area).values(layer=layer.layer, **values),
        [{"code": r.code, "name": r.name, "shape": r.shape} for r in rows],
    )
    if layer.layer == MUNICIPALITY:
        return 1
    return len(rows) - _delete_elsewhere(session, Area, Area.outline, Area.layer == layer.layer)


def _ours(session: Session, rows: Sequence[Row]) -> Row:
    """The one municipality that this installation is for; the base data names it."""
    code = session.scalar(select(Area.code).where(Area.layer == MUNICIPALITY))
    ours = [row for row in rows if row.code == code or (code is None and len(rows) == 1)]
    if not ours:
        codes = ", ".join(row.code for row in rows[:5]) + (", …" if len(rows) > 5 else "")  # noqa: PLR2004
        raise Refused(f"does not hold the municipality {code or 'of this installation'}: {codes}")
    return ours[0]


def _delete_elsewhere(session: Session, table: Any, shape: Any, condition: Any) -> int:
    """Take away what is not near the municipality: a file may hold the whole country."""
    home = aliased(Area)
    near = exists().where(home.layer == MUNICIPALITY, func.ST_DWithin(home.outline, shape, NEAR_M))
    known = exists().where(home.layer == MUNICIPALITY)
    gone = session.execute(
        delete(table)
        .where(condition, known, ~near.correlate(table))
        .execution_options(synchronize_session=False)
    )
    return int(gone.rowcount)  # type: ignore[attr-defined]  # a DELETE's result has it


def _replace_addresses(session: Session, layer: Layer) -> int:
    session.execute(delete(Address))
    session.execute(
        insert(Address).values(position=_on_grid()),
        [
            {"text": r.name, "search_text": f" {fold(r.name)} ", "shape": r.shape}
            for r in layer.rows
        ],
    )
    return len(layer.rows) - _delete_elsewhere(session, Address, Address.position, literal(True))


def _replace_places(session: Session, layer: Layer) -> tuple[int, list[str]]:
    """Bring the places up to date; returns how many the file has here, and which others stay."""
    known = session.scalars(select(Place)).all()
    rows = _here(session, layer)
    if not rows:
        return 0, []
    taken: set[str] = {place.slug for place in known}
    matched: set[str] = set()
    exactly = {(fold(place.name), place.postcode) for place in known}
    # Who is surely the same comes first, lest a namesake takes its slug.
    for row, postcode in sorted(
        rows, key=lambda pair: (fold(pair[0].name), pair[1]) not in exactly
    ):
        place = _known_as(row, postcode, [p for p in known if p.slug not in matched])
        values = {
            "name": row.name,
            "kind": row.kind or (place.kind if place else DEFAULT_KIND),
            "postcode": postcode,
            "spellings": _spellings(row, place),
        }
        shape = {"shape": row.shape}
        if place is None:
            slug = _free_slug(row.name, postcode, taken)
            taken.add(slug)
            added = insert(Place).values(slug=slug, position=_on_grid(), **values)
            session.execute(added, shape)
        else:
            slug = place.slug
            changed = (
                update(Place).where(Place.id == place.id).values(position=_on_grid(), **values)
            )
            session.execute(changed.execution_options(synchronize_session=False), shape)
        matched.add(slug)
    kept = [
        place.name for place in known if place.slug not in matched and not _gone(session, place)
    ]
    session.expire_all()
    return len(rows), kept


def _here(session: Session, layer: Layer) -> list[tuple[Row, str]]:
    """The rows near the municipality, each with its postcode: its own, or of the area it is in."""
    shapes = func.unnest(bindparam("shapes", [r.shape for r in layer.rows], ARRAY(LargeBinary)))
    rows = shapes.table_valued(
        column("shape", LargeBinary), with_ordinality="number"
    ).render_derived()
    at = geo.to_grid(func.ST_GeomFromEWKB(rows.c.shape))
    home = aliased(Area)
    near = exists().where(home.layer == MUNICIPALITY, func.ST_DWithin(home.outline, at, NEAR_M))
    nowhere = ~exists().where(home.layer == MUNICIPALITY)
    here_with_code = select(rows.c.number, area_holding(at, POSTCODE).scalar_subquery()).where(
        near.correlate(rows) | nowhere
    )
    found: Mapping[int, str | None] = {row[0]: row[1] for row in session.execute(here_with_code)}
    here = []
    for number, row in enumerate(layer.rows, start=1):
        if number in found:
            postcode = row.code or found[number]
            if postcode is None:
                raise Refused(
                    "has no postcode, and no imported postcode area holds it",
                    f"feature {row.number} ({row.name})",
                )
            here.append((row, postcode))
    return here


def _known_as(row: Row, postcode: str, known: Sequence[Place]) -> Place | None:
    """The place that stands there already under this name; of several, the one in its postcode."""
    name = fold(row.name)
    same = [p for p in known if fold(p.name) == name] or [p for p in known if name in p.spellings]
    return next((p for p in same if p.postcode == postcode), same[0] if len(same) == 1 else None)


def _spellings(row: Row, place: Place | None) -> list[str]:
    return list(
        dict.fromkeys([fold(row.name), *row.spellings, *(place.spellings if place else ())])
    )


def _free_slug(name: str, postcode: str, taken: set[str]) -> str:
    slug = slugify(name)
    if slug not in taken:
        return slug
    numbered = (f"{slug}-{postcode}-{n}" for n in range(2, len(taken) + 3))
    return next(s for s in (f"{slug}-{postcode}", *numbered) if s not in taken)


def _gone(session: Session, place: Place) -> bool:
    """Take a place away, unless others refer to it: the database knows who does."""
    try:
        with session.begin_nested():
            session.execute(
                delete(Place)
                .where(Place.id == place.id)
                .execution_options(synchronize_session=False)
            )
    except IntegrityError:
        return False
    return True


# A file's features, whatever it is made of. What it is, its first bytes say, not its name.

_SQLITE: Final = b"SQLite format 3\0"
_UTF8_MARK: Final = b"\xef\xbb\xbf"
_HEAD: Final = 1024


# A coordinate that is no number is found and named later; until then it is no news.
@numpy.errstate(invalid="ignore")
def read(file: Path, most_bytes: int = DEFAULT_MOST_BYTES) -> list[Table]:
    """The tables of a GeoJSON, DAWA JSON or GeoPackage file.

    Raises:
        Refused: it is too large, none of these, damaged, or made to fill the memory.
    """
    try:
        head = _head(file, most_bytes)
        if head.startswith(_SQLITE):
            return read_geopackage(file)
        _must_be_json(file, head)
        with file.open("rb") as opened:
            opened.seek(len(_UTF8_MARK) if head.startswith(_UTF8_MARK) else 0)
            return [read_json(opened)]
    except OSError as error:
        raise Refused(f"cannot be read ({error.strerror})") from error


def _head(file: Path, most_bytes: int) -> bytes:
    if file.is_dir():
        raise Refused("is a folder")
    if not file.exists():
        raise Refused("does not exist")
    if not file.is_file():
        raise Refused("is not an ordinary file")
    size = file.stat().st_size
    if size == 0:
        raise Refused("is empty")
    if size > most_bytes:
        raise Refused(
            f"is {size / 1e6:,.0f} MB, and at most {most_bytes / 1e6:,.0f} MB are read; "
            "if that is right, allow more with --max-mb"
        )
    with file.open("rb") as opened:
        return opened.read(_HEAD)


def _must_be_json(file: Path, head: bytes) -> None:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in head:
        raise Refused("is not UTF-8 (it looks like UTF-16 or a binary file)")
    if file.suffix.lower() == ".gpkg":
        raise Refused("is not a GeoPackage, whatever its name says")
    if head.startswith(b"PK"):
        raise Refused("is a ZIP archive; unpack it first")
    if not head.removeprefix(_UTF8_MARK).lstrip().startswith((b"{", b"[")):
        raise Refused("is neither GeoJSON, DAWA's JSON nor a GeoPackage")

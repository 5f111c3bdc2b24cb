"""Suggestions of associations and premises from OpenStreetMap: found, accepted, rejected.

The map's data is under the ODbL: what is taken over says where it is from. Nothing that people
have written is touched: an accepted suggestion becomes a new row, and what stands here already is
not suggested.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal

from sqlalchemy import Float, Select, cast, func, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from samspil.associations.models import Association
from samspil.associations.services import add_association, slug_for
from samspil.core import geo
from samspil.core.text import fold, free_slug
from samspil.places.models import Place
from samspil.places.queries import in_municipality, nearest_to
from samspil.premises.models import Premises, Suggestion
from samspil.premises.osm import MapObject
from samspil.premises.services import add_premises
from samspil.registers import cells

Outcome = Literal["new", "changed", "unchanged", "decided", "known", "outside"]

# The same thing, by name and distance: a little apart with a name much alike; or, where only
# the town is known, with nearly the same name.
NEAR_M: Final = 400
SAME_TOWN_M: Final = 10_000
ALIKE: Final = 0.55
NEARLY_THE_SAME: Final = 0.85
_PREFILTER: Final = 0.3  # pg_trgm's, to bring only possible names here
_BATCH: Final = 500

_FEATURES: Final = (
    ("wheelchair", "step_free"),
    ("toilets:wheelchair", "accessible_toilet"),
    ("hearing_loop", "hearing_loop"),
)
_INTERESTS: Final = {
    "sport": "sport",
    "scout": "nature",
    "nature": "nature",
    "culture": "culture",
    "history": "culture",
    "music": "culture",
    "theatre": "culture",
    "art": "culture",
    "dog": "animals",
    "dogs": "animals",
    "computer": "digital",
    "elderly": "care",
}
_ATTRIBUTION: Final = (
    "Navn og sted er fra [OpenStreetMap](https://www.openstreetmap.org/{osm_id}), "
    "© OpenStreetMaps bidragydere, ODbL."
)


class NotOpen(Exception):  # noqa: N818  # an answer
    """There is no such suggestion that waits for a decision."""


class OperatorMissing(Exception):  # noqa: N818  # an answer
    """Nobody says who runs the premises."""


def suggest(session: Session, mapped: Iterable[MapObject]) -> Counter[Outcome]:
    """Suggest what the open map has in the municipality and we have not."""
    counts: Counter[Outcome] = Counter()
    towns = frozenset(
        spelling for place in session.scalars(select(Place)) for spelling in place.spellings
    )
    batch: list[MapObject] = []
    for one in mapped:
        batch.append(one)
        if len(batch) == _BATCH:
            counts += _suggest(session, batch, towns)
            batch = []
    return counts + _suggest(session, batch, towns)


def _suggest(
    session: Session, batch: Sequence[MapObject], towns: frozenset[str]
) -> Counter[Outcome]:
    ids = [one.osm_id for one in batch]
    here = {
        s.osm_id: s for s in session.scalars(select(Suggestion).where(Suggestion.osm_id.in_(ids)))
    }
    inside = set(session.scalars(_inside_municipality(batch)))
    counts: Counter[Outcome] = Counter()
    for number, one in enumerate(batch, start=1):
        counts[_suggest_one(session, one, here, towns, inside=number in inside)] += 1
    session.flush()  # an error is this batch's
    return counts


def _inside_municipality(batch: Sequence[MapObject]) -> Select[int]:
    """The numbers, from 1, of those that lie in the municipality."""
    lats, lons = ([one.position[axis] for one in batch] for axis in (0, 1))
    given = (
        func.unnest(cast(lats, ARRAY(Float(53))), cast(lons, ARRAY(Float(53))))
        .table_valued("lat", "lon", with_ordinality="number")
        .render_derived()
    )
    point = geo.to_grid(func.ST_SetSRID(func.ST_MakePoint(given.c.lon, given.c.lat), geo.WGS84))
    return select(given.c.number).where(in_municipality(point))


def _suggest_one(
    session: Session,
    one: MapObject,
    here: dict[str, Suggestion],
    towns: frozenset[str],
    *,
    inside: bool,
) -> Outcome:
    before = here.get(one.osm_id)
    if before is not None and before.status != "open":
        return "decided"
    if not inside:
        return "outside"
    if before is None:
        if _stands_here(session, one, towns):
            return "known"
        here[one.osm_id] = added = Suggestion(
            osm_id=one.osm_id, kind=one.kind, name=one.name, position=_point(one), tags=one.tags
        )
        session.add(added)
        session.flush()  # the next may be the same thing, mapped twice
        return "new"
    said = {"kind": one.kind, "name": one.name, "tags": one.tags, "position": _point(one)}
    changed = {name: value for name, value in said.items() if getattr(before, name) != value}
    for name, value in changed.items():
        setattr(before, name, value)
    return "changed" if changed else "unchanged"


def _point(one: MapObject) -> geo.GeoJSON:
    """The position as it comes back from the database, so that it can be compared."""
    lat, lon = (round(degrees, geo.DECIMALS) for degrees in one.position)
    return geo.point(lat, lon)


def _stands_here(session: Session, one: MapObject, towns: frozenset[str]) -> bool:
    """Whether this, by name and distance, is here or suggested already."""
    origin = geo.origin_at(*one.position)
    kept: type[Association | Premises] = Association if one.kind == "association" else Premises
    near = select(kept.name).where(
        kept.position_accuracy == "exact", origin.within(kept.positions, NEAR_M)
    )
    somewhat = func.similarity(func.lower(kept.name), one.name.lower()) >= _PREFILTER
    around = select(kept.name).where(origin.within(kept.positions, SAME_TOWN_M), somewhat)
    suggested = select(Suggestion.name).where(
        Suggestion.kind == one.kind, origin.within(Suggestion.position, NEAR_M)
    )
    return any(
        name_similarity(one.name, name, towns) >= enough
        for names, enough in (
            (near, ALIKE),
            (around, NEARLY_THE_SAME),
            (suggested, NEARLY_THE_SAME),
        )
        for name in session.scalars(names)
    )


def name_similarity(one: str, other: str, towns: frozenset[str]) -> float:
    """How much alike two names are, from 0 to 1.

    Blanks do not count ("Hornbæk Hallen" is "Hornbækhallen"), nor does a town's name where more
    is left: the library of a town is not its school.
    """
    names = [fold(name).split() for name in (one, other)]
    if "".join(names[0]) == "".join(names[1]):
        return 1.0
    distinctive = [[word for word in words if word not in towns] or words for words in names]
    first, second = (_trigrams("".join(words)) for words in distinctive)
    shared = (first & second).total()
    return 2 * shared / max(1, first.total() + second.total())


def _trigrams(word: str) -> Counter[str]:
    padded = f"  {word} "
    return Counter(padded[at : at + 3] for at in range(len(padded) - 2))


def suggestions_in(status: str) -> Select[Suggestion]:
    """The suggestions in a state, oldest first."""
    return (
        select(Suggestion)
        .where(Suggestion.status == status)
        .order_by(Suggestion.created_at, Suggestion.osm_id)
    )


def accept(
    session: Session, osm_id: str, *, operator: str | None = None, public: bool = False
) -> Association | Premises:
    """Make a suggestion an association or premises.

    Args:
        session: the transaction.
        osm_id: which.
        operator: who runs the premises, where the map does not say.
        public: an association's position is a public place; else it stands at its town, for it
            may be somebody's home.

    Raises:
        NotOpen, OperatorMissing.
    """
    suggestion = _open(session, osm_id)
    lon, lat = suggestion.position["coordinates"]
    place = session.scalars(nearest_to(geo.origin_at(lat, lon)).limit(1)).one()
    if suggestion.kind == "association":
        made: Association | Premises = _associate(
            session, suggestion, place, (lat, lon) if public else None
        )
        session.flush()  # the suggestion refers to it
        suggestion.association_id = made.id
    else:
        made = _build(session, suggestion, place, (lat, lon), operator)
        session.flush()  # the suggestion refers to it
        suggestion.premises_id = made.id
    suggestion.status = "accepted"
    return made


def reject(session: Session, osm_id: str) -> str:
    """Let a suggestion never come again; returns its name.

    Raises:
        NotOpen: there is none.
    """
    suggestion = _open(session, osm_id)
    suggestion.status = "rejected"
    return suggestion.name


def _open(session: Session, osm_id: str) -> Suggestion:
    found = session.scalar(
        select(Suggestion)
        .where(Suggestion.osm_id == osm_id, Suggestion.status == "open")
        .with_for_update()
    )
    if found is None:
        raise NotOpen
    return found


def _associate(
    session: Session, suggestion: Suggestion, place: Place, position: geo.LatLon | None
) -> Association:
    tags = suggestion.tags
    interest = _INTERESTS.get(tags.get("club", "")) or ("sport" if "sport" in tags else None)
    values = {
        "slug": slug_for(session, suggestion.name),
        "kind": "association",
        "name": suggestion.name,
        "summary": _summary(tags, f"Forening i {place.name}"),
        "purpose": _ATTRIBUTION.format(osm_id=suggestion.osm_id),
        "interests": [interest] if interest else [],
        "contact": {"name": None, "email": None, "phone": None},
        "website": _website(tags),
    }
    return add_association(session, values, [place], position)


def _build(
    session: Session,
    suggestion: Suggestion,
    place: Place,
    position: geo.LatLon,
    operator: str | None,
) -> Premises:
    tags = suggestion.tags
    runs = operator or tags.get("operator")
    if not runs:
        raise OperatorMissing
    values = {
        "slug": free_slug(suggestion.name, set(session.scalars(select(Premises.slug)))),
        "name": suggestion.name,
        "operator": runs,
        "summary": _summary(tags, f"Lokaler i {place.name}"),
        "description": _ATTRIBUTION.format(osm_id=suggestion.osm_id),
        "address": _address(tags),
        "features": [feature for tag, feature in _FEATURES if tags.get(tag) == "yes"],
        "contact": {"name": None, "email": None, "phone": None},
    }
    return add_premises(session, values, place, position, [], [])


def _summary(tags: Mapping[str, str], otherwise: str) -> str:
    return textwrap.shorten(tags.get("description") or otherwise, 160, placeholder=" …")


def _website(tags: Mapping[str, str]) -> str | None:
    for key in ("website", "contact:website"):
        try:
            return str(cells.web_address(tags[key]))
        except (KeyError, cells.CellError):
            continue
    return None


def _address(tags: Mapping[str, str]) -> str | None:
    street = " ".join(filter(None, (tags.get("addr:street"), tags.get("addr:housenumber"))))
    town = " ".join(filter(None, (tags.get("addr:postcode"), tags.get("addr:city"))))
    return ", ".join(filter(None, (street, town))) if street else None

"""Municipal premises as open data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

import orjson
from sqlalchemy import ColumnElement, select

from samspil.core.db import AnySelect
from samspil.core.fields import Choice, Text
from samspil.core.time import local
from samspil.ogc import collections as shared
from samspil.ogc.collections import Collection, Property
from samspil.ogc.parameters import datetime_for, several, whole, written
from samspil.ogc.words import TEXTS, words
from samspil.premises.models import ACTIVITIES, FEATURES, Premises
from samspil.premises.queries import PREMISES as TABLE
from samspil.premises.queries import Filters, columns
from samspil.premises.schemas import MOST_PERSONS
from samspil.search.near import Searched
from samspil.site import url_of

SHOWS: Final = (
    Property("name", words("Navn", "Name"), shared.STRING),
    Property("slug", words("Navn i adresser", "Slug"), shared.STRING),
    Property("operator", words("Drives af", "Operator"), shared.STRING),
    shared.SUMMARY,
    shared.LANG,
    shared.ADDRESS,
    shared.PLACES,
    shared.POSITION_ACCURACY,
    Property("features", words("Adgang", "Accessibility"), shared.words_of(FEATURES)),
    Property("spaces", words("Antal rum", "Number of spaces"), shared.INTEGER),
    Property("capacity", words("Pladser i det største rum", "Persons in the largest space"),
             shared.MAYBE_INTEGER),
    Property("activities", words("Egnet til", "Suited for"), shared.words_of(ACTIVITIES)),
    shared.UPDATED_AT,
    shared.DEMO,
    shared.PAGE,
)  # fmt: skip

FILTERS: Final = (
    written("q", Text(longest=100), TEXTS["parameter.q"]),
    several(
        "features",
        Choice(FEATURES),
        words(
            "Alle de nævnte, i et og samme rum.", "All of those named, in one and the same space."
        ),
    ),
    several(
        "activities",
        Choice(ACTIVITIES),
        words("Et rum, der egner sig til mindst en.", "A space suited for at least one."),
    ),
    whole(
        "persons",
        1,
        MOST_PERSONS,
        words("Et rum til mindst så mange.", "A space for at least that many."),
    ),
    shared.LANG_IS,
    shared.ACCURACY_IS,
    shared.DEMO_IS,
)


def table(_now: datetime) -> Searched:
    """The premises that anybody may see."""
    return TABLE


def rows(_now: datetime) -> AnySelect:
    """Premises with an item's columns, all their spaces, and what open data adds."""
    return select(*columns(Filters()), Premises.updated_at)


def conditions(asked: Mapping[str, Any]) -> list[ColumnElement[bool]]:
    """The filters as SQL."""
    filters = Filters(
        q=asked.get("q"),
        persons=asked.get("persons"),
        activities=asked.get("activities", ()),
        features=asked.get("features", ()),
    )
    return filters.conditions() + shared.equal(
        asked,
        {
            "lang": Premises.lang,
            "position_accuracy": Premises.position_accuracy,
            "demo": Premises.demo,
        },
    )


def properties(row: Any, public_url: str) -> dict[str, Any]:
    """What `SHOWS` names, from a row of `rows`; its spaces come as what they are good for."""
    spaces = orjson.loads(row.spaces)
    suited = {activity for space in spaces for activity in space["activities"]}
    return {
        "name": row.name,
        "slug": row.slug,
        "operator": row.operator,
        "summary": row.summary,
        "lang": row.lang,
        "address": row.address,
        "places": shared.names_of(row.places),
        "position_accuracy": row.position_accuracy,
        "features": row.features,
        "spaces": len(spaces),
        "capacity": max((space["capacity"] for space in spaces), default=None),
        "activities": [activity for activity in ACTIVITIES if activity in suited],
        "updated_at": local(row.updated_at),
        "demo": row.demo,
        "url": f"{public_url}{url_of('premises', row.slug)}",
    }


PREMISES: Final = Collection(
    id="premises",
    title=words("Kommunale lokaler", "Municipal premises"),
    description=words(
        "Haller, lokaler og baner, som foreninger og borgere kan bruge.",
        "Halls, rooms and grounds that associations and citizens can use.",
    ),
    shows=SHOWS,
    heading=("name", "places", "address", "capacity"),
    filters=FILTERS,
    when=datetime_for(TEXTS["parameter.datetime.timeless"]),
    table=table,
    rows=rows,
    conditions=conditions,
    properties=properties,
)

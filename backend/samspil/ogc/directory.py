"""Associations and municipal premises as open data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

import orjson
from sqlalchemy import ColumnElement, select

from samspil.associations import queries as associations
from samspil.associations.models import KINDS, Association
from samspil.core.db import AnySelect
from samspil.core.fields import Choice, Slug, Text
from samspil.core.time import local
from samspil.ogc import collections as shared
from samspil.ogc.collections import Collection, Property
from samspil.ogc.parameters import datetime_for, flag, several, string, whole
from samspil.ogc.texts import TEXTS, both
from samspil.premises import queries as premises
from samspil.premises.models import ACTIVITIES, FEATURES, Premises
from samspil.premises.schemas import MOST_PERSONS
from samspil.site import url_of

OF_ASSOCIATIONS: Final = (
    Property("name", both("Navn", "Name"), shared.STRING),
    Property("slug", both("Navn i adresser", "Slug"), shared.STRING),
    Property("kind", both("Slags", "Kind"), {"type": "string", "enum": list(KINDS)}),
    shared.SUMMARY,
    shared.LANG,
    shared.INTERESTS,
    shared.PLACES,
    shared.ADDRESS,
    shared.POSITION_ACCURACY,
    shared.STEP_FREE,
    Property("languages", both("Sprog, der tales", "Languages spoken"), shared.STRINGS),
    Property("website", both("Hjemmeside", "Website"), shared.MAYBE_STRING),
    Property("cvr", both("CVR-nummer", "CVR number"), shared.MAYBE_STRING),
    Property("open_needs", both("Åbne opgaver", "Open tasks"), shared.INTEGER),
    Property("reply_days", both("Dage til svar", "Days to an answer"), shared.MAYBE_INTEGER),
    Property("verified", both("Bekræftet", "Verified"), shared.BOOLEAN),
    Property("approved", both("Folkeoplysende, godkendt", "Approved for lending premises"),
             shared.BOOLEAN),
    shared.UPDATED_AT,
    shared.DEMO,
    shared.PAGE,
)  # fmt: skip

ASSOCIATION_FILTERS: Final = (
    string("q", Text(longest=100), TEXTS["parameter.q"]),
    several("interests", Slug(), TEXTS["parameter.interests"]),
    several(
        "kind",
        Choice(KINDS),
        both(
            "Foreninger, netværk, initiativer eller flere af dem.",
            "Associations, networks, initiatives, or several of them.",
        ),
    ),
    flag(
        "verified",
        both(
            "Om kommunen har bekræftet, hvem den er.",
            "Whether the municipality has verified who it is.",
        ),
    ),
    flag("step_free", both("Om der er trinfri adgang.", "Whether it is step-free.")),
    shared.LANG_IS,
    shared.ACCURACY_IS,
    shared.DEMO_IS,
)


def association_rows(now: datetime) -> AnySelect:
    """Associations with an item's columns and those that open data adds."""
    return select(
        *associations.columns(local(now).date()),
        Association.address,
        Association.step_free,
        Association.languages,
        Association.website,
        Association.cvr,
        Association.updated_at,
    )


def association_conditions(asked: Mapping[str, Any]) -> list[ColumnElement[bool]]:
    """The filters as SQL."""
    filters = associations.Filters(
        asked.get("q"), asked.get("interests", ()), asked.get("kind", ())
    )
    return filters.conditions() + shared.equal(
        asked,
        {
            "verified": Association.verified_at.is_not(None),
            "step_free": Association.step_free,
            "lang": Association.lang,
            "position_accuracy": Association.position_accuracy,
            "demo": Association.demo,
        },
    )


ASSOCIATIONS: Final = Collection(
    id="associations",
    title=both("Foreninger og netværk", "Associations and networks"),
    description=both(
        "Foreninger, netværk og initiativer. Den, der ingen adresse har, ligger ved sine byer.",
        "Associations, networks and initiatives. One without an address lies at its towns.",
    ),
    properties=OF_ASSOCIATIONS,
    heading=("name", "kind", "places", "open_needs"),
    filters=ASSOCIATION_FILTERS,
    when=datetime_for(TEXTS["parameter.datetime.timeless"]),
    table=lambda _now: associations.ASSOCIATIONS,
    rows=association_rows,
    conditions=association_conditions,
    page=lambda row: url_of("association", row.slug),
)


# Premises: their spaces come as what they are good for.


def _spaces(row: Any) -> list[dict[str, Any]]:
    spaces: list[dict[str, Any]] = orjson.loads(row.spaces)
    return spaces


def _activities(row: Any) -> list[str]:
    suited = {activity for space in _spaces(row) for activity in space["activities"]}
    return [activity for activity in ACTIVITIES if activity in suited]


OF_PREMISES: Final = (
    Property("name", both("Navn", "Name"), shared.STRING),
    Property("slug", both("Navn i adresser", "Slug"), shared.STRING),
    Property("operator", both("Drives af", "Operator"), shared.STRING),
    shared.SUMMARY,
    shared.LANG,
    shared.ADDRESS,
    shared.PLACES,
    shared.POSITION_ACCURACY,
    Property("features", both("Adgang", "Accessibility"), shared.list_of(FEATURES)),
    Property("spaces", both("Antal rum", "Number of spaces"), shared.INTEGER,
             read=lambda row: len(_spaces(row))),
    Property("capacity", both("Pladser i det største rum", "Persons in the largest space"),
             shared.MAYBE_INTEGER,
             read=lambda row: max((space["capacity"] for space in _spaces(row)), default=None)),
    Property("activities", both("Egnet til", "Suited for"), shared.list_of(ACTIVITIES),
             read=_activities),
    shared.UPDATED_AT,
    shared.DEMO,
    shared.PAGE,
)  # fmt: skip

PREMISES_FILTERS: Final = (
    string("q", Text(longest=100), TEXTS["parameter.q"]),
    several(
        "features",
        Choice(FEATURES),
        both(
            "Alle de nævnte, i et og samme rum.", "All of those named, in one and the same space."
        ),
    ),
    several(
        "activities",
        Choice(ACTIVITIES),
        both("Et rum, der egner sig til mindst en.", "A space suited for at least one."),
    ),
    whole(
        "persons",
        1,
        MOST_PERSONS,
        both("Et rum til mindst så mange.", "A space for at least that many."),
    ),
    shared.LANG_IS,
    shared.ACCURACY_IS,
    shared.DEMO_IS,
)


def premises_rows(_now: datetime) -> AnySelect:
    """Premises with an item's columns, all their spaces, and what open data adds."""
    return select(*premises.columns(premises.Filters()), Premises.updated_at)


def premises_conditions(asked: Mapping[str, Any]) -> list[ColumnElement[bool]]:
    """The filters as SQL."""
    filters = premises.Filters(
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


PREMISES: Final = Collection(
    id="premises",
    title=both("Kommunale lokaler", "Municipal premises"),
    description=both(
        "Haller, lokaler og baner, som foreninger og borgere kan bruge.",
        "Halls, rooms and grounds that associations and citizens can use.",
    ),
    properties=OF_PREMISES,
    heading=("name", "places", "address", "capacity"),
    filters=PREMISES_FILTERS,
    when=datetime_for(TEXTS["parameter.datetime.timeless"]),
    table=lambda _now: premises.PREMISES,
    rows=premises_rows,
    conditions=premises_conditions,
    page=lambda row: url_of("premises", row.slug),
)

"""Associations as open data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, select

from samspil.associations.models import KINDS, Association
from samspil.associations.queries import ASSOCIATIONS as TABLE
from samspil.associations.queries import Filters, columns
from samspil.associations.schemas import association_item
from samspil.core.db import AnySelect
from samspil.core.fields import Choice, Slug, Text
from samspil.core.time import local
from samspil.ogc import collections as shared
from samspil.ogc.collections import Collection, Property
from samspil.ogc.parameters import datetime_for, flag, several, written
from samspil.ogc.words import TEXTS, words
from samspil.search.near import Searched
from samspil.site import url_of

SHOWS: Final = (
    Property("name", words("Navn", "Name"), shared.STRING),
    Property("slug", words("Navn i adresser", "Slug"), shared.STRING),
    Property("kind", words("Slags", "Kind"), {"type": "string", "enum": list(KINDS)}),
    shared.SUMMARY,
    shared.LANG,
    shared.INTERESTS,
    shared.PLACES,
    shared.ADDRESS,
    shared.POSITION_ACCURACY,
    shared.STEP_FREE,
    Property("languages", words("Sprog, der tales", "Languages spoken"), shared.STRINGS),
    Property("website", words("Hjemmeside", "Website"), shared.MAYBE_STRING),
    Property("cvr", words("CVR-nummer", "CVR number"), shared.MAYBE_STRING),
    Property("open_needs", words("Åbne opgaver", "Open tasks"), shared.INTEGER),
    Property("reply_days", words("Dage til svar", "Days to an answer"), shared.MAYBE_INTEGER),
    Property("verified", words("Bekræftet", "Verified"), shared.BOOLEAN),
    Property("approved", words("Folkeoplysende, godkendt", "Approved for lending premises"),
             shared.BOOLEAN),
    shared.UPDATED_AT,
    shared.DEMO,
    shared.PAGE,
)  # fmt: skip

FILTERS: Final = (
    written("q", Text(longest=100), TEXTS["parameter.q"]),
    several("interests", Slug(), TEXTS["parameter.interests"]),
    several(
        "kind",
        Choice(KINDS),
        words(
            "Foreninger, netværk, initiativer eller flere af dem.",
            "Associations, networks, initiatives, or several of them.",
        ),
    ),
    flag(
        "verified",
        words(
            "Om kommunen har bekræftet, hvem den er.",
            "Whether the municipality has verified who it is.",
        ),
    ),
    flag("step_free", words("Om der er trinfri adgang.", "Whether it is step-free.")),
    shared.LANG_IS,
    shared.ACCURACY_IS,
    shared.DEMO_IS,
)


def table(_now: datetime) -> Searched:
    """The associations that anybody may see."""
    return TABLE


def rows(now: datetime) -> AnySelect:
    """Associations with an item's columns and those that open data adds."""
    return select(
        *columns(local(now).date()),
        *shared.nowhere_in_particular(),
        Association.address,
        Association.step_free,
        Association.languages,
        Association.website,
        Association.cvr,
        Association.updated_at,
    )


def conditions(asked: Mapping[str, Any]) -> list[ColumnElement[bool]]:
    """The filters as SQL."""
    filters = Filters(asked.get("q"), asked.get("interests", ()), asked.get("kind", ()))
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


def properties(row: Any, public_url: str) -> dict[str, Any]:
    """What `SHOWS` names, from a row of `rows`: the interface's own item, made flat."""
    item = association_item(row)
    return {
        "name": item["name"],
        "slug": item["slug"],
        "kind": item["kind"],
        "summary": item["summary"],
        "lang": item["lang"],
        "interests": item["interests"],
        "places": shared.names_of(row.places),
        "address": row.address,
        "position_accuracy": item["position_accuracy"],
        "step_free": row.step_free,
        "languages": row.languages,
        "website": row.website,
        "cvr": row.cvr,
        "open_needs": item["open_needs"],
        "reply_days": item["reply_days"],
        "verified": item["verified"],
        "approved": item["approved"],
        "updated_at": local(row.updated_at),
        "demo": item["demo"],
        "url": f"{public_url}{url_of('association', row.slug)}",
    }


ASSOCIATIONS: Final = Collection(
    id="associations",
    title=words("Foreninger og netværk", "Associations and networks"),
    description=words(
        "Foreninger, netværk og initiativer. Den, der ingen adresse har, ligger ved sine byer.",
        "Associations, networks and initiatives. One without an address lies at its towns.",
    ),
    shows=SHOWS,
    heading=("name", "kind", "places", "open_needs"),
    filters=FILTERS,
    when=datetime_for(TEXTS["parameter.datetime.timeless"]),
    table=table,
    rows=rows,
    conditions=conditions,
    properties=properties,
)

"""What a collection of open data is made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement

from samspil.core.db import AnySelect
from samspil.ogc.interval import Interval
from samspil.ogc.parameters import Parameter
from samspil.ogc.words import Words
from samspil.search.near import Searched


@dataclass(frozen=True, slots=True)
class Property:
    """One of a feature's facts: its name in the data and to people, and its JSON schema."""

    name: str
    title: Words
    schema: dict[str, Any]
    coded: bool = False

    @property
    def is_coded(self) -> bool:
        """Whether its values are words of the data, which people know by other names."""
        return self.coded or "enum" in (self.schema | self.schema.get("items", {}))


@dataclass(frozen=True, slots=True)
class Period:
    """When a collection's features are, as SQL over the features themselves.

    `meets` says whether a feature's time meets an interval (always, when it has none); `extent` is
    one row (begins, ends) over all of them; in both None is open.
    """

    meets: Callable[[Interval, datetime], ColumnElement[bool]]
    extent: Callable[[datetime], AnySelect]


@dataclass(frozen=True, slots=True)
class Collection:
    """A collection of features: which rows, by what they can be chosen, what they tell.

    `table` and `rows` are what the rest of the interface shows, so that nothing is published here
    that is not public there. `properties` makes the facts, in the order of `shows`, from a row of
    `rows`; `path` is the page of a feature, given its properties.
    """

    id: str
    title: Words
    description: Words
    shows: Sequence[Property]
    heading: Sequence[str]
    filters: Sequence[Parameter]
    when: Parameter
    table: Callable[[datetime], Searched]
    rows: Callable[[datetime], AnySelect]
    conditions: Callable[[Mapping[str, Any]], list[ColumnElement[bool]]]
    properties: Callable[[Any, str], dict[str, Any]]
    period: Period | None = None

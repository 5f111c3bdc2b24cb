"""Builders: functions made from a schema, once, that turn a row into what orjson writes.

The schema states the shape once, for the document, for its types and for this: what is not the
row's attribute of the same name, it says in `read`. marshmallow's own dump asks for all of that at
every value and takes ten times as long.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from marshmallow import Schema, fields

from samspil.core.time import local

Read = Callable[[Any], Any]
# How the values of fields are read, by their names.
Sources = dict[str, Any]
Build = Callable[[Any], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Inside:
    """A nested shape whose values lie in the row itself, their names behind a prefix.

    Where the row's attribute `if_any` is None, there is no such thing.
    """

    prefix: str = ""
    if_any: str | None = None


def builder(schema: type[Schema], *, but: Collection[str] = ()) -> Build:
    """A function from a row to a document of this shape, in the schema's order.

    Args:
        schema: the shape. Its `read` says by a field's name how its value is read: by a function of
            the row, by the name of another attribute, or by an `Inside`.
        but: names of fields that somebody else adds.
    """
    functions: dict[str, Read] = {}
    written = _object(schema, "row.", functions, but)
    # As named tuples are made: written out once it is as quick as by hand. All of the text is ours.
    build: Build = eval(f"lambda row: {written}", functions)  # noqa: S307
    return build


def _object(
    schema: type[Schema], at: str, functions: dict[str, Read], but: Collection[str] = ()
) -> str:
    """An expression that makes the shape from the attributes whose names begin with `at`."""
    read: Sources = getattr(schema, "read", {})
    members = (
        f"{field.data_key or name!r}: {_value(field, read.get(name, name), at, functions)}"
        for name, field in schema().fields.items()
        if name not in but
    )
    return f"{{{', '.join(members)}}}"


def _value(field: Any, source: Any, at: str, functions: dict[str, Read]) -> str:
    def calling(function: Read, value: str) -> str:
        name = f"function{len(functions)}"
        functions[name] = function
        return f"{name}({value})"

    if callable(source):
        return calling(source, "row")
    if isinstance(source, Inside):
        inside = _object(type(field.schema), at + source.prefix, functions)
        return f"None if row.{source.if_any} is None else {inside}" if source.if_any else inside
    value, shown = f"{at}{source}", _shown(field)
    return value if shown is None else f"None if {value} is None else {calling(shown, value)}"


def _shown(field: Any) -> Read | None:
    """What makes a value of this type what is shown, where that is not itself."""
    if isinstance(field, fields.Nested):
        return builder(type(field.schema))
    if isinstance(field, fields.List) and (one := _shown(field.inner)) is not None:
        return lambda values: [one(value) for value in values]
    if isinstance(field, fields.AwareDateTime):
        return local
    return float if isinstance(field, fields.Float) else None

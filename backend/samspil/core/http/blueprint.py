"""The blueprint that every domain uses: strict parameters, documented problems."""

from __future__ import annotations

import functools
import string
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar
from urllib.parse import parse_qsl, quote, unquote_to_bytes

from flask import Blueprint as Pages
from flask import current_app, request
from marshmallow import INCLUDE, RAISE, Schema, fields

from samspil.core.errors import Invalid
from samspil.core.http.parsing import Uploads
from samspil.core.language import text

__all__ = ["Blueprint", "Pages", "ProblemOut"]

REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"

View = TypeVar("View", bound=Callable[..., Any])


class ProblemOut(Schema):
    """RFC 9457; some kinds of problems say more, in members of their own."""

    class Meta:
        """marshmallow's options."""

        unknown = INCLUDE

    type = fields.String(required=True, metadata={"example": "/problems/validation"})
    title = fields.String(required=True)
    status = fields.Integer(required=True)
    detail = fields.String(required=True)
    errors = fields.Dict(
        keys=fields.String(),
        values=fields.List(fields.String()),
        metadata={"description": "What is wrong, by field"},
    )


class Blueprint(Uploads):
    """flask-smorest's, but an unknown or repeated parameter is an error that names it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.before_request(_refuse_broken_characters)
        self.before_request(_refuse_unasked)

    def arguments(
        self, schema: Schema | type[Schema], *, location: str = "json", **options: Any
    ) -> Any:
        """Parse what a location holds; the document says whether a body may be left out."""
        shape = schema() if isinstance(schema, type) else schema
        if location == "json":
            options.setdefault("required", any(one.required for one in shape.fields.values()))
        return super().arguments(shape, location=location, **options)

    def query(self, schema: type[Schema]) -> Callable[[View], View]:
        """Parse the query string into the view's first argument."""
        many = {
            (field.data_key or name)
            for name, field in schema().fields.items()
            if isinstance(field, fields.List)
        }
        # An instance: webargs would make a new one from a class at every request.
        parse = self.arguments(schema(), location="query", unknown=RAISE)

        def decorate(view: View) -> View:
            @functools.wraps(view)
            def checked(*args: Any, **kwargs: Any) -> Any:
                _refuse_repeated(many)
                return view(*args, **kwargs)

            checked.takes_query = True  # type: ignore[attr-defined]
            return parse(checked)  # type: ignore[no-any-return]

        return decorate


def _refuse_broken_characters() -> None:
    """werkzeug keeps bytes that are not UTF-8 as their escapes, which would then be looked for."""
    try:
        unquote_to_bytes(request.query_string).decode()
    except UnicodeDecodeError as error:
        escaped = quote(request.query_string, safe=string.punctuation)
        pairs = parse_qsl(escaped, keep_blank_values=True, errors="replace")
        broken = {n: [text("field.characters")] for n, v in pairs if REPLACEMENT in n + v}
        raise Invalid(broken) from error


def _refuse_unasked() -> None:
    """A view that takes no parameters would otherwise ignore them silently."""
    view = current_app.view_functions[request.endpoint or ""]
    if request.args and not getattr(view, "takes_query", False):
        raise Invalid({name: [text("field.unknown")] for name in request.args})


def _refuse_repeated(many: set[str]) -> None:
    """The first of `limit=5&limit=50` would otherwise win silently."""
    repeated: Mapping[str, list[str]] = {
        name: [text("field.repeated")]
        for name, values in request.args.lists()
        if len(values) > 1 and name not in many
    }
    if repeated:
        raise Invalid(repeated)

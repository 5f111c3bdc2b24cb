"""The blueprint that every domain uses: strict parameters, documented problems."""

from __future__ import annotations

import functools
import re
import string
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar
from urllib.parse import parse_qsl, quote, unquote_to_bytes

import flask_smorest
from flask import Blueprint as Pages
from flask import Response, current_app, request
from marshmallow import INCLUDE, RAISE, Schema, fields

from samspil.core.errors import Invalid
from samspil.core.http.answers import answer
from samspil.core.http.application import Application, SlugConverter
from samspil.core.http.guards import Access, access_of, open_to
from samspil.core.http.parsing import Uploads
from samspil.core.http.problems import MEDIA_TYPE
from samspil.core.http.shell import source_hash
from samspil.core.http.tokens import ACCESS_COOKIE
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


# The OpenAPI document and its readable page, both served by ourselves.

_DOCS_PAGE: Final = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Samspil API</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/docs-assets/swagger-ui.css"></head>
<body><div id="swagger-ui"></div>
<script src="/docs-assets/swagger-ui-bundle.js"></script>
<script>{start}</script></body></html>
"""
_DOCS_START: Final = (
    'SwaggerUIBundle({url: "/api/v1/openapi.json", dom_id: "#swagger-ui", deepLinking: true});'
)
_DOCS_POLICY: Final = (
    f"default-src 'none'; script-src 'self' {source_hash(_DOCS_START)}; "
    "style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'"
)
_SECURITY: Final = {
    "session": {
        "type": "apiKey",
        "in": "cookie",
        "name": ACCESS_COOKIE,
        "description": "A browser's; what changes something also sends X-CSRF-TOKEN, "
        "the value of the cookie csrf_access_token.",
    },
    "bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
}
_RULE_ARGUMENT: Final = re.compile(r"<(?:[^<>:]+:)?(\w+)>")


class Api(flask_smorest.Api):
    """flask-smorest's, with our own problem as the shape of every error."""

    ERROR_SCHEMA = ProblemOut  # type: ignore[assignment]  # any schema will do

    def _register_error_handlers(self) -> None:
        """Leave errors to `problems`: flask-smorest's own handler knows no problem documents."""


def describe(app: Application, prefix: str) -> Api:
    """Serve the document under `prefix` and the page at /api/docs."""
    app.config.update(API_TITLE="Samspil", API_VERSION="v1", OPENAPI_VERSION="3.1.0")
    api = Api(app)
    api.register_converter(
        SlugConverter, lambda slug: {"type": "string", "pattern": f"^{slug.regex}$"}
    )
    api.spec.options["info"] = {
        "description": "What associations need hands for, who they are, and municipal premises; "
        "nearest first.",
        "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
    }

    @app.get(f"{prefix}/openapi.json")
    @open_to(Access.ANYONE)
    def document() -> Response:
        described = with_problems(api.spec.to_dict())
        return answer(with_guards(described, app), max_age=300)

    @app.get("/api/docs")
    @open_to(Access.ANYONE)
    def docs() -> Response:
        page = Response(_DOCS_PAGE.format(start=_DOCS_START), mimetype="text/html")
        page.headers["Content-Security-Policy"] = _DOCS_POLICY
        return page

    return api


def with_guards(document: dict[str, Any], app: Application) -> dict[str, Any]:
    """State who each operation is open to, as the guards themselves know it."""
    document["components"]["securitySchemes"] = _SECURITY
    for rule in app.url_map.iter_rules():
        operations = document["paths"].get(_RULE_ARGUMENT.sub(r"{\1}", rule.rule), {})
        access = access_of(app.view_functions[rule.endpoint])
        for method in (rule.methods or set()) & {m.upper() for m in operations}:
            operation = operations[method.lower()]
            if access is not Access.ANYONE:
                operation["security"] = [{name: []} for name in _SECURITY]
                operation["x-open-to"] = access.value
    return document


def with_problems(document: dict[str, Any]) -> dict[str, Any]:
    """State that errors are problem documents, whose media type flask-smorest cannot be told."""
    for response in document["components"]["responses"].values():
        content = response.get("content", {})
        if "application/json" in content:
            content[MEDIA_TYPE] = content.pop("application/json")
    return document

"""The OpenAPI document and its readable page, both served by ourselves."""

from __future__ import annotations

import re
from typing import Any, Final

import flask_smorest
from flask import Response

from samspil.core.http.answers import answer
from samspil.core.http.application import Application, SlugConverter
from samspil.core.http.blueprint import ProblemOut
from samspil.core.http.guards import Access, access_of, open_to
from samspil.core.http.problems import MEDIA_TYPE
from samspil.core.http.shell import source_hash
from samspil.core.http.tokens import ACCESS_COOKIE

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
    app.config.update(
        API_TITLE="Samspil",
        API_VERSION="v1",
        OPENAPI_VERSION="3.1.0",
    )
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

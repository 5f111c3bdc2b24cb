"""A file sent by a form: one, of a limited size, whose name and claimed type mean nothing."""

from __future__ import annotations

import functools
import io
from collections.abc import Callable
from typing import Any, Final, TypeVar

from flask import Request, request
from flask_smorest.blueprint import Blueprint
from flask_smorest.fields import Upload
from marshmallow import RAISE, Schema
from webargs.flaskparser import FlaskParser
from werkzeug.datastructures import CombinedMultiDict, FileStorage
from werkzeug.formparser import FormDataParser

from samspil.core.errors import Invalid, Problem
from samspil.core.http.bodies import json_body
from samspil.core.language import Message, text
from samspil.core.pictures import MOST_BYTES

MULTIPART: Final = "multipart/form-data"
# The file, and around it the texts and what separates the parts.
MOST_BODY_BYTES: Final = MOST_BYTES + 100_000
# The parser counts its buffer of 64 KiB, also when it holds a piece of the file.
MOST_TEXT_BYTES: Final = 200_000
MOST_PARTS: Final = 20

View = TypeVar("View", bound=Callable[..., Any])


class NotAForm(Problem):
    """The body is something else than a form with a file."""

    status = 415
    name = "unsupported-media-type"

    def __init__(self) -> None:
        super().__init__(detail=text("unsupported-media-type.form"))


class UploadedFile(Upload):
    """The content of a file in a form."""

    default_error_messages = {  # noqa: RUF012  # marshmallow's own way to declare messages
        "required": Message("field.required"),
        "null": Message("field.required"),
        "text": Message("field.picture.missing"),
    }

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> bytes:
        if not isinstance(value, FileStorage):
            raise self.make_error("text")
        return value.stream.read()


class _InMemory(FormDataParser):
    """Keeps what is read in memory, which is limited: none of it is ever left behind on a disk."""

    def __init__(self, **options: Any) -> None:
        options["stream_factory"] = lambda **_: io.BytesIO()
        super().__init__(**options)


class _Parser(FlaskParser):
    """webargs, reading JSON strictly, and of a form both files and texts: a schema names both."""

    def _raw_load_json(self, req: Request) -> Any:
        return json_body(req)

    def load_files(self, req: Request, schema: Schema) -> Any:
        """The parts of the form."""
        parts: CombinedMultiDict[str, Any] = CombinedMultiDict([req.files, req.form])
        repeated = {
            name: [text("field.repeated")] for name in parts if len(parts.getlist(name)) > 1
        }
        if repeated:
            raise Invalid(repeated)
        return self._makeproxy(parts, schema)


class Uploads(Blueprint):
    """A blueprint that can take a file."""

    ARGUMENTS_PARSER = _Parser()

    def upload(self, schema: type[Schema]) -> Callable[[View], View]:
        """Parse a form into the view's first argument: a dictionary with the file's bytes.

        More bytes than a picture may have are answered with 413 before they are read, here and
        not for the whole application, whose other bodies are far smaller.

        Args:
            schema: of fields from `core.fields`, and one `UploadedFile`.
        """
        parse = self.arguments(schema(), location="files", unknown=RAISE)

        def decorate(view: View) -> View:
            parsed = parse(view)

            @functools.wraps(parsed)
            def limited(*args: Any, **kwargs: Any) -> Any:
                request.max_content_length = MOST_BODY_BYTES
                request.max_form_memory_size = MOST_TEXT_BYTES
                request.max_form_parts = MOST_PARTS
                request.form_data_parser_class = _InMemory
                if request.mimetype != MULTIPART:
                    raise NotAForm
                return parsed(*args, **kwargs)

            return limited  # type: ignore[return-value]

        return decorate

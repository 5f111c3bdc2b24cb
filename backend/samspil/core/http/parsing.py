"""What a request brings: JSON bodies, files of forms, and keys that make a retry harmless.

JSON is read more strictly than the libraries do. A body of another type is refused instead of
ignored: another site's form can send one, and what is left out of an edit means "as it was". A name
that stands twice is refused, because the last value would win silently where another program thinks
that the first does. And half a character, which Python's own reader takes, is refused, because no
database can keep it.
"""

from __future__ import annotations

import functools
import gzip
import hashlib
import io
import json
import re
import uuid
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple, TypeVar

import orjson
from flask import Request, Response, request
from flask_smorest.blueprint import Blueprint
from flask_smorest.fields import Upload
from marshmallow import RAISE, Schema
from sqlalchemy import LargeBinary, delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Mapped, Session, mapped_column
from webargs.core import missing
from webargs.flaskparser import FlaskParser
from werkzeug.datastructures import CombinedMultiDict, FileStorage
from werkzeug.formparser import FormDataParser

from samspil.core import time
from samspil.core.db import Base, Moment
from samspil.core.errors import Invalid, Problem
from samspil.core.http.answers import conditional
from samspil.core.http.application import actor, session
from samspil.core.language import Message, text
from samspil.core.pictures import MOST_BYTES


class NotJson(Problem):
    """The body is something else than JSON."""

    status = 415
    name = "unsupported-media-type"


def json_body(request: Request) -> Any:
    """The document that a request brings, or webargs' `missing`.

    Raises:
        NotJson: the body is of another type, or of none that is told.
        Invalid: a name stands twice in an object.
        Problem: it is no JSON.
    """
    body = request.get_data()
    if not request.is_json and (body or request.mimetype):
        raise NotJson
    if not body:
        return missing
    try:
        document = orjson.loads(body)
        json.loads(body, object_pairs_hook=_each_once)
    except (ValueError, RecursionError):
        raise Problem from None
    return document


def _each_once(pairs: list[tuple[str, Any]]) -> None:
    if len(dict(pairs)) < len(pairs):
        times = Counter(name for name, _ in pairs)
        raise Invalid({name: [text("field.repeated")] for name in times if times[name] > 1})


# A file sent by a form: one, of a limited size, whose name and claimed type mean nothing.

MULTIPART: Final = "multipart/form-data"
# The file, and around it the texts and what separates the parts.
MOST_BODY_BYTES: Final = MOST_BYTES + 100_000
# The parser counts its buffer of 64 KiB, also when it holds a piece of the file.
MOST_TEXT_BYTES: Final = 200_000
MOST_PARTS: Final = 20

View = TypeVar("View", bound=Callable[..., Response])


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


# Retries: a request that is sent twice with one `Idempotency-Key` happens once.
#
# A phone that loses its connection cannot know whether its request arrived. With the same key,
# the same person gets the first answer again for 24 hours; two that arrive together wait for
# each other. What failed is not remembered: it may be tried again.

HEADER: Final = "Idempotency-Key"
_KEY: Final = re.compile(r"[!-~]{1,200}")


def answers_retries(view: View) -> View:
    """Let a view for signed-in people answer a retry as it did the first time.

    It stands between the view's guard and the description of its answer.
    """

    @functools.wraps(view)
    def answered(*args: Any, **kwargs: Any) -> Response:
        key = request.headers.get(HEADER)
        if key is None:
            return view(*args, **kwargs)
        if not _KEY.fullmatch(key):
            raise Invalid.field(HEADER, "field.retry-key")
        route = f"{request.method} {request.path}"
        sent = KeyedRequest.of(actor().id, route, key, request.get_data())
        before = first(session(), sent, time.now())
        if before is None:
            return _kept(sent, functools.partial(view, *args, **kwargs))
        if before.body != sent.body or before.status is None or before.answer is None:
            raise Invalid.field(HEADER, "field.retry-other-body")
        return _private(conditional(before.answer, "application/json", before.status))

    return answered  # type: ignore[return-value]  # the same shape


def _kept(sent: KeyedRequest, view: Callable[[], Response]) -> Response:
    try:
        response = view()
    except Problem as problem:
        if problem.keeps_writes:
            forget(session(), sent)
        raise
    body = response.get_data()
    if response.headers.get("Content-Encoding") == "gzip":
        body = gzip.decompress(body)
    keep(session(), sent, response.status_code, body)
    return response


def _private(response: Response) -> Response:
    response.headers["Cache-Control"] = "private, no-store"
    return response


# Idempotency keys: the first answers to requests, so that sent again they do nothing twice.

KEPT_FOR: Final = timedelta(hours=24)


class AnsweredRequest(Base):
    """The first answer to a request with a key."""

    __tablename__ = "answered_requests"

    key: Mapped[bytes] = mapped_column(
        LargeBinary, primary_key=True, comment="SHA-256 of the client's key, the route and who"
    )
    actor_id: Mapped[uuid.UUID] = mapped_column(
        index=True, comment="no key: this floor has no people"
    )
    body: Mapped[bytes] = mapped_column(LargeBinary, comment="SHA-256 of what was sent")
    status: Mapped[int | None]
    answer: Mapped[bytes | None] = mapped_column(LargeBinary)
    created_at: Mapped[Moment] = mapped_column(index=True)


class KeyedRequest(NamedTuple):
    """A request that has a key, as hashes of who, where and what."""

    key: bytes
    actor_id: uuid.UUID
    body: bytes

    @classmethod
    def of(cls, actor_id: uuid.UUID, route: str, key: str, body: bytes) -> KeyedRequest:
        """From what came; `route` is the method and the path."""
        whose = f"{actor_id}\0{route}\0{key}".encode()
        return cls(hashlib.sha256(whose).digest(), actor_id, hashlib.sha256(body).digest())


def first(session: Session, sent: KeyedRequest, now: datetime) -> AnsweredRequest | None:
    """None for who comes first with a key, and from then on others wait; else the first answer."""
    session.execute(
        delete(AnsweredRequest).where(
            AnsweredRequest.key == sent.key, AnsweredRequest.created_at < now - KEPT_FOR
        )
    )
    kept = session.execute(
        insert(AnsweredRequest)
        .values(key=sent.key, actor_id=sent.actor_id, body=sent.body, created_at=now)
        .on_conflict_do_nothing()
        .returning(AnsweredRequest.key)
    )
    if kept.first() is not None:
        return None
    return session.scalars(select(AnsweredRequest).where(AnsweredRequest.key == sent.key)).one()


def keep(session: Session, sent: KeyedRequest, status: int, answer: bytes) -> None:
    """Remember what the first was answered."""
    session.execute(
        update(AnsweredRequest)
        .where(AnsweredRequest.key == sent.key)
        .values(status=status, answer=answer)
    )


def forget(session: Session, sent: KeyedRequest) -> None:
    """Let it be tried again."""
    session.execute(delete(AnsweredRequest).where(AnsweredRequest.key == sent.key))

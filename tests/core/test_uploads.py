"""Uploads: one file of a limited size in a form, documented, whatever its name and type claim."""

import io
from typing import Any

import pytest
from flask import Response
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from databases import Server
from factories.pictures import jpeg
from samspil.core.db import Database, make_engine
from samspil.core.fields import Schema, Text
from samspil.core.http import Access, Application, Blueprint, answer, open_to
from samspil.core.http.blueprint import describe
from samspil.core.http.parsing import MOST_BODY_BYTES, MOST_PARTS, UploadedFile
from samspil.core.http.problems import handle_problems
from samspil.core.pictures import MOST_BYTES, prepare

BOUNDARY = "xxxxxxxxxx"
FORM = f"multipart/form-data; boundary={BOUNDARY}"


class PictureIn(Schema):
    """A picture and what it shows."""

    file = UploadedFile(required=True)
    alt = Text(longest=300, required=True)


@pytest.fixture(scope="module")
def client(server: Server) -> FlaskClient:
    """A house with one route, which takes a picture; nothing of it needs the database."""
    settings = server.settings("none")
    database = Database(make_engine(settings.database_url))
    app = Application(settings, database, lambda _session, _claim: None)
    app.config["MAX_CONTENT_LENGTH"] = settings.max_body_bytes
    handle_problems(app)
    api = describe(app, "/api")
    blp = Blueprint("pictures", "pictures", description="Pictures")

    @blp.post("/pictures")
    @blp.upload(PictureIn)
    @open_to(Access.ANYONE)
    def add_picture(sent: dict[str, Any]) -> Response:
        """Keep a picture."""
        prepared = prepare(sent["file"])
        return answer({"width": prepared.width, "alt": sent["alt"], "bytes": len(sent["file"])})

    api.register_blueprint(blp, url_prefix="/api")
    return app.test_client()


class Body:
    """A body that counts how much of it is asked for."""

    def __init__(self, content: bytes, more: int = 0) -> None:
        self.content = io.BytesIO(content)
        self.more = more
        self.given = 0

    def read(self, size: int = -1) -> bytes:
        content = self.content.read(size)
        if not content and self.more:
            content = b"x" * min(self.more, 65_536 if size < 0 else size)
            self.more -= len(content)
        self.given += len(content)
        return content


def part(name: str, content: bytes, *more: str) -> bytes:
    disposition = "; ".join([f'Content-Disposition: form-data; name="{name}"', *more])
    return f"--{BOUNDARY}\r\n{disposition}\r\n\r\n".encode() + content + b"\r\n"


def form(*parts: bytes) -> bytes:
    return b"".join(parts) + f"--{BOUNDARY}--\r\n".encode()


def post(client: FlaskClient, body: bytes, content_type: str = FORM) -> TestResponse:
    return client.post("/api/pictures", data=body, content_type=content_type)


FILE = part("file", jpeg(), 'filename="sommer.jpg"')
ALT = part("alt", "Børn på stranden".encode())


def test_a_file_and_its_text_arrive(client: FlaskClient) -> None:
    answered = post(client, form(FILE, ALT))
    assert answered.status_code == 200
    assert answered.json == {"width": 64, "alt": "Børn på stranden", "bytes": len(jpeg())}


def test_a_picture_may_be_larger_than_other_bodies(client: FlaskClient) -> None:
    picture = jpeg() + bytes(MOST_BYTES - len(jpeg()))
    answered = post(client, form(part("file", picture, 'filename="stor.jpg"'), ALT))
    assert answered.json["bytes"] == MOST_BYTES


@pytest.mark.parametrize(
    "name",
    [
        "../../../../etc/cron.d/mine",
        "..\\\\..\\\\windows\\\\system.ini",
        "/etc/passwd",
        "CON",
        "a" * 5000 + ".php",
        "skal.svg\0.jpg",
        "<script>.html",
    ],
)
def test_a_files_name_and_claimed_type_mean_nothing(client: FlaskClient, name: str) -> None:
    disposition = f'filename="{name}"\r\nContent-Type: text/html'
    answered = post(client, form(part("file", jpeg(), disposition), ALT))
    assert answered.status_code == 200
    assert "script" not in answered.text


def test_what_is_not_a_picture_is_an_error_of_its_field(client: FlaskClient) -> None:
    named = 'filename="sommer.jpg"\r\nContent-Type: image/jpeg'
    answered = post(client, form(part("file", b"<html><script>", named), ALT))
    assert answered.status_code == 422
    assert answered.mimetype == "application/problem+json"
    assert answered.json["errors"] == {
        "file": ["Er ikke et billede, vi kan læse. Brug JPEG, PNG, WebP eller GIF."]
    }


@pytest.mark.parametrize(
    ("parts", "fields"),
    [
        ((), {"file", "alt"}),
        ((FILE,), {"alt"}),
        ((ALT,), {"file"}),
        ((part("file", b"text"), ALT), {"file"}),
        ((FILE, ALT, part("id", b"1")), {"id"}),
        ((FILE, ALT, part("other", b"1", 'filename="x"')), {"other"}),
        ((FILE, FILE, ALT), {"file"}),
        ((FILE, ALT, ALT), {"alt"}),
        ((FILE, part("alt", b"x" * 301)), {"alt"}),
        ((FILE, part("alt", b"\xff\xfe")), {"alt"}),
        ((FILE, part("alt", b"x", 'filename="x.txt"')), {"alt"}),
    ],
)
def test_a_form_that_is_wrong_names_the_fields(
    client: FlaskClient, parts: tuple[bytes, ...], fields: set[str]
) -> None:
    answered = post(client, form(*parts))
    assert answered.status_code == 422
    assert set(answered.json["errors"]) == fields


@pytest.mark.parametrize(
    "content_type",
    ["application/json", "image/jpeg", "text/plain", "application/x-www-form-urlencoded", ""],
)
def test_a_body_of_another_type_is_refused(client: FlaskClient, content_type: str) -> None:
    answered = post(client, form(FILE, ALT), content_type)
    assert answered.status_code == 415
    assert answered.json["type"] == "/problems/unsupported-media-type"
    assert "multipart/form-data" in answered.json["detail"]


@pytest.mark.parametrize(
    "body", [b"", b"nonsense", form(FILE, ALT)[:-40], FILE[:90], b"--" + BOUNDARY.encode() * 9]
)
def test_a_broken_form_is_an_answer(client: FlaskClient, body: bytes) -> None:
    assert post(client, body).status_code in {400, 422}
    assert post(client, body, "multipart/form-data").status_code in {400, 422}


def stream(client: FlaskClient, body: Body, **environ: Any) -> TestResponse:
    """Send a body as a server hands it on: to be read, of whatever length it says."""
    given = {"wsgi.input": body, "wsgi.input_terminated": True} | environ
    return client.post("/api/pictures", content_type=FORM, environ_overrides=given)


def test_fifty_megabytes_are_refused_unread(client: FlaskClient) -> None:
    body = Body(FILE, more=50_000_000)
    answered = stream(client, body, CONTENT_LENGTH="50000000")
    assert answered.status_code == 413
    assert answered.mimetype == "application/problem+json"
    assert answered.json["type"] == "/problems/too-large"
    assert body.given == 0


def test_a_body_without_a_length_is_read_no_further_than_the_limit(client: FlaskClient) -> None:
    body = Body(part("file", b"", 'filename="x"')[:-2], more=50_000_000)
    answered = stream(client, body, HTTP_TRANSFER_ENCODING="chunked")
    assert answered.status_code == 413
    assert body.given <= MOST_BODY_BYTES + 65_536


def test_a_length_that_lies_does_not_help(client: FlaskClient) -> None:
    endless = Body(part("file", b"", 'filename="x"')[:-2], more=50_000_000)
    assert stream(client, endless, CONTENT_LENGTH="500").status_code == 413
    assert endless.given <= MOST_BODY_BYTES + 65_536
    cut = Body(form(FILE, ALT)[:200])
    assert stream(client, cut, CONTENT_LENGTH="5000").status_code == 422


def test_a_form_of_many_or_large_texts_is_refused(client: FlaskClient) -> None:
    many = [part(f"name{number}", b"x") for number in range(MOST_PARTS + 1)]
    assert post(client, form(FILE, *many)).status_code == 413
    assert post(client, form(FILE, part("alt", b"x" * 300_000))).status_code == 413
    # A file without a name is a text, and texts are small.
    assert post(client, form(part("file", bytes(300_000)), ALT)).status_code == 413


def test_other_bodies_stay_small(client: FlaskClient) -> None:
    assert client.application.config["MAX_CONTENT_LENGTH"] == 1_000_000


def test_the_document_tells_how_to_send_a_file(client: FlaskClient) -> None:
    document = client.get("/api/openapi.json").json
    operation = document["paths"]["/api/pictures"]["post"]
    (media_type,) = operation["requestBody"]["content"]
    assert media_type == "multipart/form-data"
    assert operation["requestBody"]["required"]
    shape = document["components"]["schemas"]["PictureIn"]
    assert shape["properties"]["file"] == {"type": "string", "format": "binary"}
    assert shape["properties"]["alt"]["maxLength"] == 300
    assert set(shape["required"]) == {"file", "alt"}
    assert shape["additionalProperties"] is False

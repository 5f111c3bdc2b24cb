"""The built frontend's files, and nothing beside them."""

import dataclasses
import gzip
from urllib.parse import unquote_to_bytes

import pytest
from flask.testing import FlaskClient
from werkzeug.test import EnvironBuilder, TestResponse, run_wsgi_app

from factories.pages import ASSET, JAVASCRIPT
from samspil.app import create_app
from samspil.core.http import Application


def fetch(client: FlaskClient, path: str, **headers: str) -> TestResponse:
    """A file's whole answer, with the file closed."""
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.get(path, headers=sent, buffered=True)


def test_an_asset_is_sent_compressed_to_who_can_read_it(demo: FlaskClient) -> None:
    plain = fetch(demo, f"/{ASSET}")
    assert plain.text == JAVASCRIPT
    assert "Content-Encoding" not in plain.headers
    squeezed = fetch(demo, f"/{ASSET}", Accept_Encoding="gzip, deflate, br")
    assert squeezed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(squeezed.data).decode() == JAVASCRIPT
    assert len(squeezed.data) < len(plain.data)
    for response in (plain, squeezed):
        assert response.mimetype == "text/javascript"
        assert "Accept-Encoding" in response.headers["Vary"]
        assert response.headers["X-Content-Type-Options"] == "nosniff"
    refused = fetch(demo, f"/{ASSET}", Accept_Encoding="gzip;q=0")
    assert "Content-Encoding" not in refused.headers


def test_a_name_with_its_fingerprint_is_kept_for_a_year_others_are_checked(
    demo: FlaskClient,
) -> None:
    assert (
        fetch(demo, f"/{ASSET}").headers["Cache-Control"] == "public, max-age=31536000, immutable"
    )
    icon = fetch(demo, "/icon.svg")
    assert icon.headers["Cache-Control"] == "no-cache"
    again = fetch(demo, "/icon.svg", If_None_Match=icon.headers["ETag"])
    assert again.status_code == 304


def test_the_compressed_file_of_another_encoding_is_another_answer(demo: FlaskClient) -> None:
    plain = fetch(demo, f"/{ASSET}").headers["ETag"]
    squeezed = fetch(demo, f"/{ASSET}", Accept_Encoding="gzip").headers["ETag"]
    assert plain != squeezed


def test_a_missing_asset_is_no_page(demo: FlaskClient) -> None:
    response = fetch(demo, "/_app/immutable/gone.js")
    assert (response.status_code, response.content_type) == (404, "application/problem+json")


OUTSIDE = (
    *("/../outside.txt", "/_app/../../outside.txt", "/..%2foutside.txt", "/%2e%2e/outside.txt"),
    *("/%2e%2e%2foutside.txt", "/_app/..%2f..%2foutside.txt", "/..\\outside.txt"),
    *("/..%5coutside.txt", "//outside.txt", "/%2foutside.txt", "/_app//../../outside.txt"),
    *("/.secret", "/_app/.secret", "/%2esecret", "/./.secret", "/.secret%00.js", "/icon.svg%00"),
    *(
        "/etc/passwd",
        "/%2fetc%2fpasswd",
        "//etc/passwd",
        "/_app/%2fetc/passwd",
        "/proc/self/environ",
    ),
    *(
        "/_app",
        "/_app/",
        "/_app/immutable",
        "/_app/immutable/",
        "/..",
        "/.",
        "/~root",
        "/index.html",
    ),
)


@pytest.mark.parametrize("path", OUTSIDE)
@pytest.mark.parametrize("encoding", ["identity", "gzip, br"])
def test_nothing_beside_the_build_can_be_read(demo: FlaskClient, path: str, encoding: str) -> None:
    """The path goes in as a server passes it on: unquoted, and not tidied by a client."""
    environ = EnvironBuilder(headers={"Accept-Encoding": encoding}).get_environ()
    environ["PATH_INFO"] = unquote_to_bytes(path).decode("latin-1")
    environ["RAW_URI"] = environ["REQUEST_URI"] = path
    body, status, headers = run_wsgi_app(demo.application, environ)
    content = b"".join(body)
    assert status.split()[0] in {"301", "308", "404"}, status
    assert b"not for readers" not in content
    assert b"root:" not in content
    if status.startswith("3"):
        assert headers["Location"].startswith(("http://localhost/", "/"))
        assert not headers["Location"].startswith("//")


def test_files_count_for_nothing_and_everything_else_does(demo_app: Application) -> None:
    settings = dataclasses.replace(demo_app.settings, rate_limit="3 per minute")
    client = create_app(settings, demo_app.database).test_client()
    for _ in range(10):
        assert fetch(client, f"/{ASSET}").status_code == 200
        assert fetch(client, "/icon.svg").status_code == 200
    # What is no file: pages, what nobody may read, what is not there.
    asked = [client.get(path).status_code for path in ("/", "/.secret", "/_app/immutable/none.js")]
    assert asked == [200, 404, 404]
    for path in ("/", "/index.html", "/../outside.txt", "/none.css", "/api/v1/interests"):
        assert client.get(path).status_code == 429, path
    assert fetch(client, f"/{ASSET}").status_code == 200


def test_who_opens_a_page_that_is_refused_reads_why_and_can_try_again(
    demo_app: Application,
) -> None:
    settings = dataclasses.replace(demo_app.settings, rate_limit="1 per minute")
    client = create_app(settings, demo_app.database).test_client()
    browser = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
    assert client.get("/", headers=browser).status_code == 200
    for tag, title, again in (
        ("da", "For mange forespørgsler", "Prøv igen"),
        ("en", "Too many requests", "Try again"),
    ):
        refused = client.get("/lokaler", headers=browser | {"Accept-Language": tag})
        assert (refused.status_code, refused.mimetype) == (429, "text/html")
        assert f'<html lang="{tag}">' in refused.text
        assert f"<h1>{title}</h1>" in refused.text
        assert f'<a href="">{again}</a>' in refused.text
        assert int(refused.headers["Retry-After"]) > 0
        assert refused.headers["Cache-Control"] == "no-store"
        policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
        assert refused.headers["Content-Security-Policy"] == policy
    # A program is told as ever, and so is whoever looks at the interface in a browser.
    for path, headers in (("/lokaler", {}), ("/api/v1/interests", browser)):
        refused = client.get(path, headers=headers)
        assert (refused.status_code, refused.mimetype) == (429, "application/problem+json")

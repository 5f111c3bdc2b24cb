"""A method that an address does not have, and an address that is not there."""

import pytest
from flask.testing import FlaskClient

API = "/api/v1"


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/needs", {"GET"}),
        ("/associations", {"GET", "POST"}),
        ("/associations/klubben", {"GET", "PATCH"}),
        ("/associations/klubben/claims", {"POST"}),
        ("/staff/associations/klubben/verify", {"POST"}),
        ("/auth/login", {"POST"}),
    ],
)
def test_what_an_address_can_is_named(client: FlaskClient, path: str, allowed: set[str]) -> None:
    for method in {"GET", "PUT", "DELETE", "PATCH", "TRACE"} - allowed:
        response = client.open(API + path, method=method)
        assert response.status_code == 405, method
        assert response.content_type == "application/problem+json"
        assert response.json["type"] == "/problems/method-not-allowed"
        assert set(response.allow) - {"HEAD", "OPTIONS"} == allowed


@pytest.mark.parametrize("path", ["/api/", "/api/v1", "/api/v1/nothing", "/api/nothing/at/all"])
def test_what_is_not_there_is_a_problem_and_no_page(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert response.content_type == "application/problem+json"


@pytest.mark.parametrize("path", ["/apis", "/findes/ikke", "/foreninger/api/v1"])
def test_other_paths_are_pages(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert response.content_type.startswith("text/html")

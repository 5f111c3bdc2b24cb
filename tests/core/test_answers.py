"""What every answer keeps: caching, language, methods, one statement, the documented shape."""

import dataclasses
from typing import Any

import marshmallow as ma
import pytest
from alembic import command
from flask import request
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from databases import Recorder
from factories.associations import association
from reading import API, get
from samspil import migrations
from samspil.app import create_app
from samspil.associations.schemas import AssociationOut, AssociationsOut
from samspil.core.db import make_engine
from samspil.core.errors import Invalid, NotFound, Problem, Stale, TooMany, Unavailable
from samspil.core.http import Access, Application, open_to
from samspil.discover.schemas import DiscoverOut, MapOut
from samspil.needs.schemas import FacetsOut, NeedOut, NeedsOut
from samspil.people.schemas import InterestsOut
from samspil.places.schemas import OutlineOut, PlaceOut, PlacesOut
from samspil.premises.schemas import PremisesListOut, PremisesOut
from samspil.site import SiteOut

LISTS = ("/needs", "/associations", "/premises", "/discover")
SHAPES: dict[str, type[ma.Schema]] = {
    "/site": SiteOut,
    "/outline": OutlineOut,
    "/interests": InterestsOut,
    "/places": PlacesOut,
    "/places?lat=56.03&lon=12.6": PlacesOut,
    "/places/tikoeb": PlaceOut,
    "/needs?limit=100": NeedsOut,
    "/needs?limit=100&place=hornbaek&radius_m=50000&with_total=true": NeedsOut,
    "/needs?remote=only": NeedsOut,
    "/needs/facets": FacetsOut,
    "/associations?limit=100": AssociationsOut,
    "/associations?limit=100&place=tikoeb&radius_m=50000&with_total=true": AssociationsOut,
    "/premises?limit=100": PremisesListOut,
    "/premises?limit=100&place=tikoeb&persons=20&with_total=true": PremisesListOut,
    "/discover?limit=100&with_total=true": DiscoverOut,
    "/discover?limit=100&place=helsingoer": DiscoverOut,
    "/map?bbox=12.3,55.9,12.7,56.2": MapOut,
    "/map?bbox=12.3,55.9,12.7,56.2&kind=premises": MapOut,
}
# One of each, found when the test runs.
ONES: dict[str, type[ma.Schema]] = {
    "/needs": NeedOut,
    "/associations": AssociationOut,
    "/premises": PremisesOut,
}


def same_shape(schema: ma.Schema, document: Any) -> None:
    """The schema accepts the document, knows every field of it, and writes it back as it was."""
    loaded = schema.load(document, unknown=ma.RAISE)
    assert schema.dump(loaded) == document


@pytest.mark.parametrize("path", SHAPES)
def test_an_answer_has_the_documented_shape(demo: FlaskClient, path: str) -> None:
    same_shape(SHAPES[path](), get(demo, path))


@pytest.mark.parametrize("path", ONES)
def test_single_things_have_the_documented_shape(demo: FlaskClient, path: str) -> None:
    for item in get(demo, path, limit=25)["items"]:
        document = get(demo, f"{path}/{item.get('slug') or item['id']}")
        same_shape(ONES[path](), document)
        shared = item.keys() & document.keys() - {"association", "spaces"}
        assert {name: document[name] for name in shared} == {name: item[name] for name in shared}


@pytest.mark.parametrize("limit", [1, 100])
@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize(
    "search",
    [
        {},
        {"place": "helsingoer"},
        {"lat": 56.03, "lon": 12.6, "radius_m": 50_000},
        {"q": "børn", "with_total": "true"},
    ],
    ids=str,
)
def test_a_search_is_one_statement_however_many_rows_and_one_more_for_its_words(
    demo: FlaskClient,
    demo_app: Application,
    statements: Recorder,
    path: str,
    search: dict[str, Any],
    limit: int,
) -> None:
    with statements(demo_app.database.engine) as sent:
        found = get(demo, path, limit=limit, **search)
    assert found["items"]
    assert len(sent) == (2 if "q" in search else 1), sent


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/needs/facets?place=tikoeb&interest=nature", 1),
        ("/map?bbox=12.3,55.9,12.7,56.2", 1),
        ("/places?q=hornbæk", 1),
        ("/places", 1),
        ("/interests", 1),
    ],
)
def test_other_lists_are_one_statement_too(
    demo: FlaskClient, demo_app: Application, statements: Recorder, path: str, most: int
) -> None:
    with statements(demo_app.database.engine) as sent:
        get(demo, path)
    assert len(sent) <= most, sent


@pytest.mark.parametrize("path", ONES)
def test_a_single_thing_takes_few_statements_whatever_it_holds(
    demo: FlaskClient, demo_app: Application, statements: Recorder, path: str
) -> None:
    counts = set()
    for item in get(demo, path, limit=20)["items"]:
        with statements(demo_app.database.engine) as sent:
            get(demo, f"{path}/{item.get('slug') or item['id']}")
        counts.add(len(sent))
    assert max(counts) <= 4


PUBLIC = [*SHAPES, "/openapi.json"]


@pytest.mark.parametrize("path", PUBLIC)
def test_an_unchanged_answer_is_not_sent_again(demo: FlaskClient, path: str) -> None:
    first = demo.get(API + path)
    assert first.status_code == 200
    again = demo.get(API + path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert again.headers["Cache-Control"] == first.headers["Cache-Control"]


def test_a_changed_answer_is_sent(client: FlaskClient, session: Session) -> None:
    tag = client.get(f"{API}/associations").headers["ETag"]
    association(session)
    session.commit()
    again = client.get(f"{API}/associations", headers={"If-None-Match": tag})
    assert again.status_code == 200
    assert again.headers["ETag"] != tag


@pytest.mark.parametrize("path", PUBLIC)
def test_only_what_tells_no_position_may_be_kept_by_others(demo: FlaskClient, path: str) -> None:
    cached = demo.get(API + path).headers["Cache-Control"]
    scope, _, age = cached.partition(", max-age=")
    assert scope == ("private" if "lat=" in path else "public")
    assert 0 < int(age) <= 86_400


@pytest.mark.parametrize("path", LISTS)
def test_an_answer_from_a_position_is_for_one_reader(demo: FlaskClient, path: str) -> None:
    response = demo.get(f"{API}{path}?lat=56.0&lon=12.5")
    assert response.headers["Cache-Control"].startswith("private")


def test_answers_vary_by_language_and_forbid_framing(demo: FlaskClient) -> None:
    headers = demo.get(f"{API}/needs").headers
    assert "Accept-Language" in headers["Vary"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "max-age" in headers["Strict-Transport-Security"]
    assert "Set-Cookie" not in headers


def test_a_public_address_without_tls_gets_no_promise_of_it(demo_app: Application) -> None:
    settings = dataclasses.replace(demo_app.settings, public_url="http://127.0.0.1:8000")
    app = create_app(settings, demo_app.database)
    assert "Strict-Transport-Security" not in app.test_client().get("/healthz").headers


LANGUAGES = {
    None: "da",
    "": "da",
    "da": "da",
    "en": "en",
    "en-GB,en;q=0.9": "en",
    "de, en;q=0.5": "en",
    "da;q=0.2, en;q=0.8": "en",
    "fr": "da",
    "*": "da",
    "garbage;;;q=x": "da",
}


@pytest.mark.parametrize(("asked", "spoken"), LANGUAGES.items())
def test_problems_and_labels_are_in_the_readers_language(
    demo: FlaskClient, asked: str | None, spoken: str
) -> None:
    headers = {} if asked is None else {"Accept-Language": asked}
    problem = demo.get(f"{API}/needs?limit=0", headers=headers).json
    label = demo.get(f"{API}/interests", headers=headers).json["items"][1]["label"]
    if spoken == "da":
        assert problem["title"] == "Noget i forespørgslen er forkert"
        assert problem["errors"] == {"limit": ["Skal være fra 1 til 100."]}
        assert label == "Natur og spejder"
    else:
        assert problem["title"] == "Something in the request is wrong"
        assert problem["errors"] == {"limit": ["Must be from 1 to 100."]}
        assert label == "Nature and scouts"


def test_one_readers_language_is_not_the_nexts(demo: FlaskClient) -> None:
    demo.get(f"{API}/interests", headers={"Accept-Language": "en"})
    assert get(demo, "/interests")["items"][1]["label"] == "Natur og spejder"


# Methods and problems


@pytest.mark.parametrize("path", ["/needs", "/places/tikoeb", "/needs/facets", "/interests"])
def test_head_says_what_get_would(demo: FlaskClient, path: str) -> None:
    head, whole = demo.head(API + path), demo.get(API + path)
    assert (head.status_code, head.data) == (200, b"")
    for name in ("ETag", "Content-Type", "Cache-Control", "Content-Length"):
        assert head.headers[name] == whole.headers[name]


def test_options_names_the_methods(demo: FlaskClient) -> None:
    response = demo.options(f"{API}/needs")
    assert response.status_code == 200
    assert set(response.allow) == {"GET", "HEAD", "OPTIONS"}


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("path", ["/needs", "/places/tikoeb", "/site"])
def test_another_method_is_a_problem_that_names_the_right_ones(
    demo: FlaskClient, method: str, path: str
) -> None:
    response = demo.open(API + path, method=method, json={})
    is_problem(response, 405, "method-not-allowed")
    assert set(response.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


@pytest.mark.parametrize(
    "path",
    [
        *("/api/v1/", "/api/v1/nothing", "/api/v2/needs", "/api/nothing"),
        *("/api/v1/places/atlantis", "/api/v1/associations/atlantis", "/api/v1/premises/atlantis"),
        "/api/v1/needs/01890a5d-ac96-774b-bcce-b302099a8057",
        "/api/v1/needs/not-a-uuid",
    ],
)
def test_what_is_not_there_is_a_problem(demo: FlaskClient, path: str) -> None:
    is_problem(demo.get(path), 404, "not-found")


def test_a_body_too_large_is_a_problem(demo_app: Application) -> None:
    app = create_app(dataclasses.replace(demo_app.settings, max_body_bytes=1000), demo_app.database)

    @app.post("/echo")
    @open_to(Access.ANYONE)
    def echo() -> Any:
        return request.get_data()

    client = app.test_client()
    assert client.post("/echo", data=b"x" * 1000).status_code == 200
    is_problem(client.post("/echo", data=b"x" * 1001), 413, "too-large")


def test_too_many_requests_are_a_problem_that_says_when_to_return(demo_app: Application) -> None:
    settings = dataclasses.replace(demo_app.settings, rate_limit="3 per minute")
    client = create_app(settings, demo_app.database).test_client()
    for _ in range(3):
        assert client.get(f"{API}/interests").status_code == 200
    refused = client.get(f"{API}/interests")
    is_problem(refused, 429, "too-many-requests")
    assert 0 < int(refused.headers["Retry-After"]) <= 60
    assert client.get("/healthz").status_code == 200, "who watches the server is never refused"
    other = client.get(f"{API}/interests", environ_base={"REMOTE_ADDR": "192.0.2.7"})
    assert other.status_code == 200


def test_only_what_is_to_be_asked_again_says_when(demo_app: Application) -> None:
    """And nobody is told how much of whose window is left, but who has used theirs up."""
    settings = dataclasses.replace(demo_app.settings, rate_limit="1000 per minute")
    app = create_app(settings, demo_app.database)
    problems = (Invalid(), NotFound(), Unavailable(), Stale(), Problem(), TooMany(7))
    client = app.test_client()
    for number, problem in enumerate(problems):

        def fail(problem: Problem = problem) -> Any:
            raise problem

        app.add_url_rule(f"/fail/{number}", f"fail{number}", open_to(Access.ANYONE)(fail))
    answers = [client.get(f"/fail/{number}") for number in range(len(problems))]
    paths = ("/", "/api/v1/interests", "/api/v1/needs?limit=x", "/api/v1/nothing", "/api/ogc/x")
    answers += [client.get(path) for path in paths]
    answers += [client.delete("/api/v1/needs"), client.get("/api/v1//needs")]
    wrong = [a for a in answers if any(name.startswith("X-RateLimit") for name, _ in a.headers)]
    assert wrong == [], "what a cache keeps holds nobody's count"
    told = [
        (a.status_code, a.headers["Retry-After"]) for a in answers if "Retry-After" in a.headers
    ]
    assert told == [(429, "7")]
    assert {a.status_code for a in answers} == {200, 308, 400, 404, 405, 412, 422, 429, 503}


def test_only_a_trusted_proxy_may_name_the_reader(demo_app: Application) -> None:
    for proxies, expected in ((0, 429), (1, 200)):
        settings = dataclasses.replace(
            demo_app.settings, rate_limit="1 per minute", trusted_proxies=proxies
        )
        client = create_app(settings, demo_app.database).test_client()
        client.get(f"{API}/interests", headers={"X-Forwarded-For": "192.0.2.1"})
        second = client.get(f"{API}/interests", headers={"X-Forwarded-For": "192.0.2.2"})
        assert second.status_code == expected


def is_problem(response: Any, status: int, name: str) -> None:
    """RFC 9457, with our stable type, never kept by a cache."""
    assert response.status_code == status, response.text
    assert response.content_type == "application/problem+json"
    document = response.json
    assert document["type"] == f"/problems/{name}"
    assert document["status"] == status
    assert document["title"]
    assert document["detail"]
    assert document.keys() <= {"type", "title", "status", "detail", "errors"}
    assert response.headers["Cache-Control"] == "no-store"


# Health


def test_a_living_process_says_so_and_a_ready_one_has_its_database(demo: FlaskClient) -> None:
    assert demo.get("/healthz").json == {"status": "alive"}
    assert demo.get("/readyz").json == {"status": "ready"}


def test_a_database_without_the_newest_migration_is_not_ready(own_app: Application) -> None:

    owner = make_engine(own_app.settings.owner_database_url)
    with owner.connect() as connection:
        command.downgrade(migrations.config(connection), "-1")
    owner.dispose()
    is_problem(own_app.test_client().get("/readyz"), 503, "unavailable")


def test_without_a_database_the_process_lives_and_answers_with_a_problem(
    demo_app: Application,
) -> None:
    settings = dataclasses.replace(
        demo_app.settings,
        database_url="postgresql+psycopg://nobody@127.0.0.1:1/nothing",
    )
    client = create_app(settings).test_client()
    assert client.get("/healthz").status_code == 200
    is_problem(client.get("/readyz"), 503, "unavailable")
    is_problem(client.get(f"{API}/needs"), 503, "unavailable")

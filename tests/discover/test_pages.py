"""Pages as crawlers and previews see them, without JavaScript."""

import base64
import dataclasses
import hashlib
import io
import json
from datetime import date, datetime
from html.parser import HTMLParser
from typing import Any

import pytest
from flask.testing import FlaskClient
from PIL import Image
from sqlalchemy import delete
from sqlalchemy.orm import Session

from factories.associations import association
from factories.needs import need, shift
from factories.pages import INLINE_SCRIPT
from factories.premises import premises, space
from reading import get
from samspil.app import create_app
from samspil.core.http import Application
from samspil.places.models import Area

HOSTILE = """</script><script>alert(1)</script>"'><img src=x onerror=alert(2)> & <!-- {{7*7}}"""
SIMPLE = ("/", "/foreninger", "/lokaler", "/mere", "/tilgaengelighed", "/privatliv")


class Page(HTMLParser):
    """What a crawler reads of a page."""

    def __init__(self, response: Any) -> None:
        super().__init__()
        self.language = ""
        self.title = ""
        self.meta: dict[str, str] = {}
        self.canonical = ""
        self.elements: list[str] = []
        self.scripts: list[tuple[dict[str, str], str]] = []
        self._open: str | None = None
        self.feed(response.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.elements.append(tag)
        self._open = tag
        if tag == "html":
            self.language = attributes["lang"]
        elif tag == "meta" and (name := attributes.get("name") or attributes.get("property")):
            assert name not in self.meta, f"{name} stands twice"
            self.meta[name] = attributes["content"]
        elif tag == "link" and attributes.get("rel") == "canonical":
            self.canonical = attributes["href"]
        elif tag == "script":
            self.scripts.append((attributes, ""))

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002  # HTMLParser's
        self._open = None

    def handle_data(self, data: str) -> None:
        if self._open == "title":
            self.title += data
        elif self._open == "script":
            attributes, body = self.scripts[-1]
            self.scripts[-1] = (attributes, body + data)

    def json_of(self, media_type: str) -> Any:
        [body] = [body for attributes, body in self.scripts if attributes.get("type") == media_type]
        return json.loads(body)


def read(client: FlaskClient, path: str, status: int = 200, **headers: str) -> Page:
    response = client.get(path, headers=headers)
    assert response.status_code == status
    assert response.content_type == "text/html; charset=utf-8"
    return Page(response)


@pytest.fixture
def paths(demo: FlaskClient) -> list[str]:
    """Every public page: the simple ones, and some of each thing."""
    found = get(demo, "/discover", limit=100)["items"]
    things = [item["url"] for item in found]
    for kind in ("association", "premises"):
        things += [item["url"] for item in get(demo, "/discover", kind=kind, limit=10)["items"]]
    return [*SIMPLE, *dict.fromkeys(things)]


def test_every_public_page_says_what_it_is(demo: FlaskClient, paths: list[str]) -> None:
    assert {path.split("/")[1] for path in paths} >= {"opgaver", "foreninger", "lokaler"}
    titles = set()
    for path in paths:
        page = read(demo, path)
        assert page.language == "da"
        assert page.title.endswith(" · Samspil Helsingør")
        assert page.title.startswith(page.meta["og:title"])
        assert 10 < len(page.meta["description"]) <= 300
        assert page.meta["og:description"] == page.meta["description"]
        assert page.canonical == page.meta["og:url"] == f"https://samspil.example{path}"
        assert page.meta["og:image"].startswith("https://samspil.example/")
        assert page.meta["og:type"]
        assert page.meta["og:locale"] == "da_DK"
        assert "robots" not in page.meta
        assert page.json_of("application/json") == get(demo, "/site")
        titles.add(page.title)
    assert len(titles) == len(paths)


def test_things_describe_themselves_in_schema_org(demo: FlaskClient, paths: list[str]) -> None:
    kinds = {"opgaver": "JobPosting", "foreninger": "NGO", "lokaler": "CivicStructure"}
    for path in paths[len(SIMPLE) :]:
        document = read(demo, path).json_of("application/ld+json")
        assert document["@context"] == "https://schema.org"
        assert document["@type"] == kinds[path.split("/")[1]]
        assert document.get("name") or document.get("title")
        assert document["description"]
        assert None not in document.values()


def test_what_is_shared_has_a_picture_with_its_title(client: FlaskClient, session: Session) -> None:
    made = need(session, title="Hundelufter 🐕 på en titel, der er alt for lang, " + "x" * 90)
    owner = made.association
    session.commit()
    for path in (f"/opgaver/{made.id}", f"/foreninger/{owner.slug}"):
        page = read(client, path)
        assert page.meta["og:image"] == f"https://samspil.example{path}/billede.png"
        got = client.get(f"{path}/billede.png")
        picture = Image.open(io.BytesIO(got.data))
        assert (picture.format, picture.size) == ("PNG", (1200, 630))
        assert len(picture.getcolors() or []) > 10  # something is written on it
        assert got.headers["Cache-Control"] == "public, max-age=3600"
        again = client.get(f"{path}/billede.png", headers={"If-None-Match": got.headers["ETag"]})
        assert again.status_code == 304
    made.shown, owner.status, owner.hidden_reason = False, "hidden", "Reklame"
    session.commit()
    for path in (f"/opgaver/{made.id}", f"/foreninger/{owner.slug}", "/opgaver/noget"):
        assert client.get(f"{path}/billede.png").status_code == 404


def test_a_need_is_a_job_posting_for_volunteers(client: FlaskClient, session: Session) -> None:
    owner = association(session, name="Klubben")
    made = need(
        session,
        of=owner,
        title="Vær med",
        towns=["hornbaek"],
        address="Havnevej 1",
        deadline=date(2027, 4, 1),
        shifts=[shift(datetime.fromisoformat("2027-03-20T10:00:00+01:00"))],
    )
    session.commit()
    assert read(client, f"/opgaver/{made.id}").json_of("application/ld+json") == {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": "Vær med",
        "description": "<p>Mere om det</p>\n",
        "datePosted": "2027-03-01T10:00:00+01:00",
        "employmentType": "VOLUNTEER",
        "hiringOrganization": {"@type": "NGO", "name": "Klubben"},
        "inLanguage": "da",
        "validThrough": "2027-04-01",
        "jobLocation": {
            "@type": "Place",
            "address": {
                "@type": "PostalAddress",
                "addressCountry": "DK",
                "streetAddress": "Havnevej 1",
                "addressLocality": "Hornbæk",
            },
            "geo": {"@type": "GeoCoordinates", "latitude": 56.0903, "longitude": 12.4569},
        },
    }


def test_a_need_from_home_has_no_place(client: FlaskClient, session: Session) -> None:
    made = need(session, remote=True)
    session.commit()
    document = read(client, f"/opgaver/{made.id}").json_of("application/ld+json")
    assert document["jobLocationType"] == "TELECOMMUTE"
    assert "jobLocation" not in document


def test_hostile_words_stay_words(client: FlaskClient, session: Session) -> None:
    owner = association(
        session, slug="fjenden", name=HOSTILE, summary=HOSTILE, purpose=HOSTILE, address=HOSTILE
    )
    made = need(
        session, of=owner, title=HOSTILE, summary=HOSTILE, description=HOSTILE, address=HOSTILE
    )
    premises(
        session,
        slug="fjenden",
        name=HOSTILE,
        summary=HOSTILE,
        description=HOSTILE,
        address=HOSTILE,
        spaces=[space(HOSTILE)],
    )
    session.commit()
    clean = read(client, "/foreninger")
    for path in (f"/opgaver/{made.id}", "/foreninger/fjenden", "/lokaler/fjenden"):
        page = read(client, path)
        assert HOSTILE in page.meta["og:title"]
        assert page.meta["description"] == HOSTILE
        assert HOSTILE in page.title
        assert "img" not in page.elements
        assert len(page.scripts) == len(clean.scripts), "no more than on a page without their words"
        document = page.json_of("application/ld+json")
        assert HOSTILE in {document.get("name"), document.get("title")}


def test_a_long_description_is_cut(client: FlaskClient, session: Session) -> None:
    association(session, slug="lang", summary="ø" * 160)
    session.commit()
    assert len(read(client, "/foreninger/lang").meta["description"]) == 160


NOWHERE = (
    "/findes-ikke",
    "/opgaver",
    "/opgaver/01890a5d-ac96-774b-bcce-b302099a8057",
    "/opgaver/nej",
    "/opgaver/%00",
    "/foreninger/findes-ikke",
    "/foreninger/Store-Bogstaver",
    "/foreninger/%00",
    "/lokaler/findes-ikke",
    "/lokaler/a/b",
    "/index.html",
    "/%3Cscript%3Ealert(1)%3C/script%3E",
    "/%22%3E%3Cimg%20src=x%3E",
)


@pytest.mark.parametrize("path", NOWHERE)
def test_what_is_not_there_is_a_page_that_says_so(demo: FlaskClient, path: str) -> None:
    page = read(demo, path, 404)
    assert page.meta["og:title"] == "Siden findes ikke"
    assert page.meta["robots"] == "noindex"
    assert "img" not in page.elements
    assert len(page.scripts) == 3


def test_a_page_speaks_the_readers_language(demo: FlaskClient) -> None:
    english = read(demo, "/", **{"Accept-Language": "en"})
    assert english.language == "en"
    assert english.meta["og:title"] == "Volunteer near you"
    assert english.meta["og:locale"] == "en_GB"


def test_an_id_spelt_otherwise_leads_to_the_one_address(
    client: FlaskClient, session: Session
) -> None:
    made = need(session)
    session.commit()
    for spelling in (str(made.id).upper(), made.id.hex):
        page = read(client, f"/opgaver/{spelling}")
        assert page.canonical == f"https://samspil.example/opgaver/{made.id}"


# What a page may load


def policy_of(response: Any) -> dict[str, list[str]]:
    directives = response.headers["Content-Security-Policy"].split("; ")
    return {name: values for name, *values in (d.split() for d in directives)}


def test_only_our_own_files_and_the_shells_own_script_may_run(demo: FlaskClient) -> None:
    policy = policy_of(demo.get("/"))
    digest = base64.b64encode(hashlib.sha256(INLINE_SCRIPT.encode()).digest()).decode()
    assert policy["script-src"] == ["'self'", f"'sha256-{digest}'"]
    assert policy["default-src"] == ["'none'"]
    assert policy["frame-ancestors"] == ["'none'"]
    assert policy["base-uri"] == ["'none'"]
    assert policy["connect-src"] == ["'self'"]


def test_no_script_of_a_page_runs_but_the_shells(demo: FlaskClient, paths: list[str]) -> None:
    for path in paths[:12]:
        inline = [
            body
            for attributes, body in read(demo, path).scripts
            if "src" not in attributes
            and attributes.get("type") not in {"application/json", "application/ld+json"}
        ]
        assert inline == [INLINE_SCRIPT]


def test_a_map_named_in_the_settings_is_the_only_foreign_host(demo_app: Application) -> None:
    settings = dataclasses.replace(
        demo_app.settings, map_style_url="https://kort.example/stil/lys.json?token=1"
    )
    client = create_app(settings, demo_app.database).test_client()
    policy = policy_of(client.get("/"))
    foreign = {
        name for name, values in policy.items() for v in values if "https://kort.example" in v
    }
    assert foreign == {"connect-src", "img-src"}
    assert policy["connect-src"] == ["'self'", "https://kort.example"]
    assert get(client, "/site")["map_style_url"].endswith("token=1")


def test_a_page_is_checked_again_each_time_and_sent_only_when_changed(demo: FlaskClient) -> None:
    first = demo.get("/foreninger")
    assert first.headers["Cache-Control"] == "no-cache"
    again = demo.get("/foreninger", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


def test_without_a_built_frontend_the_interface_still_answers(
    demo_app: Application, tmp_path: Any
) -> None:
    settings = dataclasses.replace(demo_app.settings, frontend_dir=tmp_path / "none")
    client = create_app(settings, demo_app.database).test_client()
    assert client.get("/").status_code == 503
    assert client.get("/api/v1/site").status_code == 200


def test_before_the_geography_is_loaded_pages_say_they_are_not_ready(
    client: FlaskClient, session: Session
) -> None:

    session.execute(delete(Area))
    session.commit()
    assert client.get("/").status_code == 503
    assert client.get("/api/v1/site").status_code == 503


@pytest.mark.parametrize(
    "path",
    [
        *("/log-ind", "/opret", "/glemt", "/bekraeft/a-secret", "/mig", "/mig/profil"),
        *("/opret-forening", "/forening/tikoeb-ok", "/forening/tikoeb-ok/medlemmer"),
        *("/medarbejder", "/medarbejder/foreninger", "/demo/postkasse"),
    ],
)
def test_a_page_for_one_person_tells_crawlers_nothing(demo: FlaskClient, path: str) -> None:
    response = demo.get(path)
    page = Page(response)
    assert response.status_code == 200
    assert page.title.endswith("Samspil Helsingør")
    assert page.meta["robots"] == "noindex"
    assert page.canonical == ""
    assert response.headers["Referrer-Policy"] == page.meta["referrer"] == "no-referrer"
    assert "a-secret" not in response.text

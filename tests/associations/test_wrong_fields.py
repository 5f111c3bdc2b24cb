"""Whatever is written wrong of an association is named, field by field."""

from typing import Any

import pytest
from sqlalchemy.orm import Session

from factories.associations import association, takes_part
from factories.people import Browser, person, signed_in
from reading import API
from samspil.core.http import Application

RIGHT: dict[str, Any] = {
    "kind": "association",
    "name": "Klubben",
    "summary": "Kort",
    "purpose": "Formål",
    "interests": [],
    "towns": ["helsingoer"],
    "contact": {},
    "languages": ["da"],
}
NOTHING: tuple[Any, ...] = ("", "   ", None, 7, [], {}, True)

# (what is sent, the fields that the answer names)
WRONG: list[tuple[dict[str, Any], set[str]]] = [
    # names and texts
    *(({"name": name}, {"name"}) for name in NOTHING),
    ({"name": "x" * 121}, {"name"}),
    ({"name": "a\x00b"}, {"name"}),
    ({"name": "To\nlinjer"}, {"name"}),
    ({"name": "\x1b[2J"}, {"name"}),
    *(({"summary": summary}, {"summary"}) for summary in NOTHING),
    ({"summary": "x" * 161}, {"summary"}),
    *(({"purpose": purpose}, {"purpose"}) for purpose in NOTHING),
    ({"purpose": "x" * 10_001}, {"purpose"}),
    ({"address": "x" * 201}, {"address"}),
    ({"address": ""}, {"address"}),
    # words of fixed lists
    ({"kind": "company"}, {"kind"}),
    ({"kind": None}, {"kind"}),
    ({"lang": "de"}, {"lang"}),
    ({"languages": ["dansk"]}, {"languages.0"}),
    ({"languages": ["da", "EN"]}, {"languages.1"}),
    ({"languages": "da"}, {"languages"}),
    ({"languages": [f"a{chr(97 + n)}" for n in range(21)]}, {"languages"}),
    ({"step_free": "ja"}, {"step_free"}),
    ({"step_free": 1}, {"step_free"}),
    # CVR: too short, too long, wrong check digit, not digits
    ({"cvr": "1234567"}, {"cvr"}),
    ({"cvr": "123456789"}, {"cvr"}),
    ({"cvr": "12345678"}, {"cvr"}),
    ({"cvr": "00000000"}, {"cvr"}),
    ({"cvr": "1234567a"}, {"cvr"}),
    ({"cvr": "\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0664"}, {"cvr"}),
    ({"cvr": 12345674}, {"cvr"}),
    ({"cvr": ""}, {"cvr"}),
    # interests and towns
    ({"interests": ["poker"]}, {"interests.0"}),
    ({"interests": ["sport", "poker"]}, {"interests.1"}),
    ({"interests": ["<script>"]}, {"interests.0"}),
    ({"interests": None}, {"interests"}),
    ({"interests": "sport"}, {"interests"}),
    ({"towns": []}, {"towns"}),
    ({"towns": None}, {"towns"}),
    ({"towns": ["atlantis"]}, {"towns.0"}),
    ({"towns": ["helsingoer", "atlantis"]}, {"towns.1"}),
    ({"towns": ["Helsingør"]}, {"towns.0"}),
    ({"towns": ["'; DROP TABLE places; --"]}, {"towns.0"}),
    ({"towns": [f"by-{n}" for n in range(21)]}, {"towns"}),
    ({"towns": ["atlantis"], "interests": ["poker"]}, {"towns.0", "interests.0"}),
    # positions
    ({"position": {"lat": 56.03}}, {"position.lon"}),
    ({"position": {"lon": 12.6}}, {"position.lat"}),
    ({"position": {"lat": 12.6, "lon": 56.03}}, {"position.lat", "position.lon"}),
    ({"position": {"lat": "nord", "lon": 12.6}}, {"position.lat"}),
    ({"position": {"lat": 56.03, "lon": 12.6, "z": 0}}, {"position.z"}),
    ({"position": [56.03, 12.6]}, {"position"}),
    # contacts
    ({"contact": None}, {"contact"}),
    ({"contact": "Formanden"}, {"contact"}),
    ({"contact": {"name": "x" * 121}}, {"contact.name"}),
    ({"contact": {"email": "formand"}}, {"contact.email"}),
    ({"contact": {"email": "a@b"}}, {"contact.email"}),
    ({"contact": {"email": "a@b.example, c@d.example"}}, {"contact.email"}),
    ({"contact": {"email": "a@b.example\r\nBcc: c@d.example"}}, {"contact.email"}),
    ({"contact": {"email": f"{'x' * 250}@demo.example"}}, {"contact.email"}),
    ({"contact": {"phone": "ring"}}, {"contact.phone"}),
    ({"contact": {"phone": "123"}}, {"contact.phone"}),
    ({"contact": {"fax": "49280000"}}, {"contact.fax"}),
    # websites
    ({"website": "javascript:alert(1)"}, {"website"}),
    ({"website": "JaVaScRiPt:alert(1)//forening.example"}, {"website"}),
    ({"website": "javascript://forening.example/%0aalert(1)"}, {"website"}),
    ({"website": "data:text/html,<script>"}, {"website"}),
    ({"website": "ftp://forening.example"}, {"website"}),
    ({"website": "//forening.example"}, {"website"}),
    ({"website": "https://"}, {"website"}),
    ({"website": "https://localhost"}, {"website"}),
    ({"website": "https://bank.example@ond.example"}, {"website"}),
    ({"website": 'https://forening.example/"onclick="x'}, {"website"}),
    ({"website": "https://forening.example/ <b>"}, {"website"}),
    ({"website": f"https://forening.example/{'x' * 500}"}, {"website"}),
    ({"website": ""}, {"website"}),
    # what is not for people to write
    ({"status": "public"}, {"status"}),
    ({"verified_at": "2027-01-01T00:00:00Z"}, {"verified_at"}),
    ({"verified": True}, {"verified"}),
    ({"approved_from": "2027-01-01"}, {"approved_from"}),
    ({"open_needs": 99}, {"open_needs"}),
    ({"reply_days": 0}, {"reply_days"}),
    ({"demo": False}, {"demo"}),
    ({"merged_into_id": None}, {"merged_into_id"}),
    ({"role": "manager"}, {"role"}),
    ({"search": "x"}, {"search"}),
]
ONLY_REGISTERING: list[tuple[dict[str, Any], set[str]]] = [
    ({"slug": "mit"}, {"slug"}),
    ({"id": "1"}, {"id"}),
    ({"id": None}, {"id"}),
]
ONLY_EDITING: list[tuple[dict[str, Any], set[str]]] = [
    ({"id": "01890a5d-ac96-774b-bcce-b302099a8057"}, {"id"}),
    ({"slug": ""}, {"slug"}),
    ({"slug": "Ny Adresse"}, {"slug"}),
    ({"slug": "../desk"}, {"slug"}),
    ({"slug": "x" * 121}, {"slug"}),
    ({"slug": "ny"}, {"slug"}),
    ({"slug": "taget"}, {"slug"}),
    ({"slug": None}, {"slug"}),
]


def named(value: Any) -> str:
    """A set's words have no order of their own: two workers would not agree on a test's name."""
    return " ".join(sorted(value)) if isinstance(value, set) else repr(value)[:60]


@pytest.fixture
def manager(app: Application, session: Session) -> Browser:
    """Who runs an association."""
    somebody = person(session)
    takes_part(session, somebody, association(session, slug="klubben"))
    association(session, slug="taget")
    return signed_in(app, somebody)


@pytest.mark.parametrize(("sent", "fields"), [*WRONG, *ONLY_REGISTERING], ids=named)
def test_a_wrong_registration_is_named(
    manager: Browser, sent: dict[str, Any], fields: set[str]
) -> None:
    must_name(manager.post(f"{API}/associations", json=RIGHT | sent), fields)


@pytest.mark.parametrize(("sent", "fields"), [*WRONG, *ONLY_EDITING], ids=named)
def test_a_wrong_change_is_named(manager: Browser, sent: dict[str, Any], fields: set[str]) -> None:
    must_name(manager.patch(f"{API}/associations/klubben", json=sent), fields)


def must_name(response: Any, fields: set[str]) -> None:
    assert response.status_code == 422, response.text
    assert response.content_type == "application/problem+json"
    assert response.json["type"] == "/problems/validation"
    assert set(response.json["errors"]) == fields
    assert all(message for errors in response.json["errors"].values() for message in errors)


@pytest.mark.parametrize("field", RIGHT)
def test_what_must_be_given_is_named(manager: Browser, field: str) -> None:
    sent = {name: value for name, value in RIGHT.items() if name != field}
    must_name(manager.post(f"{API}/associations", json=sent), {field})


@pytest.mark.parametrize(
    ("body", "status"), [(b"{", 400), (b"[]", 422), (b'"x"', 422), (b"null", 422), (b"\xff", 400)]
)
def test_a_body_that_is_no_object_is_refused(manager: Browser, body: bytes, status: int) -> None:
    for method, path in (("POST", "/associations"), ("PATCH", "/associations/klubben")):
        response = manager.open(
            API + path, method=method, data=body, content_type="application/json"
        )
        assert response.status_code == status, response.text
        assert response.content_type == "application/problem+json"


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("members/01890a5d-ac96-774b-bcce-b302099a8057", {"role": "owner"}, "role"),
        ("members/01890a5d-ac96-774b-bcce-b302099a8057", {}, "role"),
        ("pictures/01890a5d-ac96-774b-bcce-b302099a8057", {"rank": -1}, "rank"),
        ("pictures/01890a5d-ac96-774b-bcce-b302099a8057", {"alt": ""}, "alt"),
        ("pictures/01890a5d-ac96-774b-bcce-b302099a8057", {"width": 1}, "width"),
    ],
)
def test_a_wrong_change_of_a_part_is_named(
    manager: Browser, path: str, body: dict[str, Any], field: str
) -> None:
    must_name(manager.patch(f"{API}/associations/klubben/{path}", json=body), {field})


def test_the_website_and_the_number_are_kept_tidy(manager: Browser) -> None:
    sent = {"website": "www.forening.example", "cvr": "dk 1234-5674", "name": " Klubben "}
    desk = manager.patch(f"{API}/associations/klubben", json=sent).json
    assert desk["website"] == "https://www.forening.example"
    assert desk["cvr"] == "12345674"
    assert desk["name"] == "Klubben"

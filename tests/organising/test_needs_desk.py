"""An association writes of its needs: drafts, edits, their history, and who may read them."""

import uuid
from datetime import date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from at_once import at_once
from factories.associations import association, takes_part
from factories.needs import need, shift
from factories.people import Browser, person, signed_in, staff
from factories.places import HORNBAEK
from factories.signups import shifts_of, signup
from reading import API, get, titles
from samspil.associations.models import Association
from samspil.core.audit import AuditEntry
from samspil.core.http import Application
from samspil.needs.models import Need
from samspil.search.words import Word
from samspil.signups.models import Signup

TUESDAYS = {"weekday": "tue", "starts": "17:00", "ends": "18:30"}
ALL_OF_IT: dict[str, Any] = {
    "title": "Læs højt for børn",
    "summary": "En time om ugen",
    "description": "Vi mødes på **biblioteket**.",
    "lang": "en",
    "tasks": ["Læse", "Lytte"],
    "benefits": ["Kaffe"],
    "requirements": ["Tålmodighed"],
    "skills": ["Højtlæsning"],
    "languages": ["da", "en"],
    "interests": ["school"],
    "helps": "Børn på seks år",
    "commitment": "recurring",
    "pattern": [
        {"weekday": "wed", "starts": "22:00", "ends": "02:00"},
        TUESDAYS,
    ],
    "hours_per_week": 1.5,
    "from_day": "2027-08-31",
    "until_day": "2028-05-30",
    "deadline": "2027-08-20",
    "places": ["tikoeb", "hornbaek"],
    "positions": [{"lat": HORNBAEK[0], "lon": HORNBAEK[1]}, {"lat": 56.02, "lon": 12.45}],
    "address": "Biblioteket, Torvet 1",
    "wanted": 3,
    "minimum_age": 18,
    "children_under_15": True,
    "step_free": False,
    "public_transport": "Bus 340",
    "intake": "instant",
    "takes_whole": True,
    "contact": {"name": "Læsekredsen", "email": "laes@demo.example", "phone": "49 28 00 00"},
}


@pytest.fixture
def klub(session: Session) -> Association:
    return association(session, slug="klubben", name="Klubben")


@pytest.fixture
def hanne(app: Application, session: Session, klub: Association) -> Browser:
    """Who runs the association."""
    who = person(session, name="Hanne", email="hanne@demo.example")
    takes_part(session, who, klub)
    return signed_in(app, who)


def write(browser: Browser, status: int = 201, /, **values: Any) -> Any:
    answer = browser.post(f"{API}/associations/klubben/needs", json={"title": "Bag kage"} | values)
    assert answer.status_code == status, answer.text
    return answer.json


def edit(browser: Browser, need_id: Any, status: int = 200, /, **values: Any) -> Any:
    answer = browser.patch(f"{API}/needs/{need_id}", json=values)
    assert answer.status_code == status, answer.text
    return answer.json if status == 200 else answer.json["errors"]


def post(browser: Browser, path: str, status: int = 200, **sent: Any) -> Any:
    answer = browser.post(f"{API}{path}", json=sent or None)
    assert answer.status_code == status, answer.text
    return answer.json


def test_a_title_is_enough_to_begin_and_what_is_undecided_says_so(hanne: Browser) -> None:
    made = hanne.post(f"{API}/associations/klubben/needs", json={"title": "Bag kage"})
    assert made.status_code == 201
    draft = made.json
    assert draft == hanne.get(made.headers["Location"]).json
    assert draft["status"] == "draft"
    for undecided in ("commitment", "wanted", "published_at", "open_until"):
        assert draft[undecided] is None, undecided
    assert (draft["places"], draft["positions"], draft["remote"]) == ([], [], False)
    assert [line["field"] for line in draft["missing"]] == [
        *("summary", "description", "commitment", "places", "wanted"),
    ]
    assert draft["preview"]["title"] == "Bag kage"
    assert draft["preview"]["status"] == "published"


def test_all_that_can_be_written_is_kept_shown_and_previewed_as_others_will_see_it(
    app: Application, hanne: Browser
) -> None:
    draft = write(hanne, **ALL_OF_IT)
    pattern = [TUESDAYS, ALL_OF_IT["pattern"][0]]  # in the week's order
    shown = {name: draft[name] for name in ALL_OF_IT}
    assert shown == ALL_OF_IT | {
        "pattern": pattern,
        "places": [
            {"slug": "tikoeb", "name": "Tikøb"},
            {"slug": "hornbaek", "name": "Hornbæk"},
        ],
        "positions": [pytest.approx(point, abs=1e-6) for point in ALL_OF_IT["positions"]],
    }
    assert (draft["position_accuracy"], draft["missing"]) == ("exact", [])
    published = post(hanne, f"/needs/{draft['id']}/publish")
    public = get(app.test_client(), f"/needs/{draft['id']}")
    assert public["description_html"] == "<p>Vi mødes på <strong>biblioteket</strong>.</p>\n"
    # The association's count of open needs is the only thing that publishing changes.
    for document in (draft["preview"], published["preview"], public):
        document["association"].pop("open_needs")
    assert published["preview"] == public
    moments = ("published_at", "updated_at")
    assert {k: v for k, v in draft["preview"].items() if k not in moments} == {
        k: v for k, v in public.items() if k not in moments
    }


def test_what_is_not_sent_stays_and_null_takes_away(hanne: Browser) -> None:
    draft = write(hanne, **ALL_OF_IT)
    assert edit(hanne, draft["id"], wanted=5)["address"] == ALL_OF_IT["address"]
    emptied = ("helps", "hours_per_week", "from_day", "until_day", "deadline", "address")
    emptied += ("minimum_age", "step_free", "public_transport", "contact")
    saved = edit(hanne, draft["id"], **dict.fromkeys(emptied))
    assert [saved[name] for name in emptied] == [None] * len(emptied)
    assert saved["wanted"] == 5
    assert saved["tasks"] == ["Læse", "Lytte"]


def test_where_it_is_done_follows_from_what_was_said_last(hanne: Browser) -> None:
    draft = write(hanne)["id"]
    at_town = edit(hanne, draft, places=["tikoeb"])
    assert (at_town["position_accuracy"], at_town["positions"]) == ("town", [])
    spot = {"lat": HORNBAEK[0], "lon": HORNBAEK[1]}
    exact = edit(hanne, draft, positions=[spot])
    assert exact["positions"] == [pytest.approx(spot, abs=1e-6)]
    assert [place["slug"] for place in exact["places"]] == ["tikoeb"]
    home = edit(hanne, draft, remote=True)
    assert (home["remote"], home["places"], home["positions"]) == (True, [], [])
    assert home["preview"]["remote"]
    assert edit(hanne, draft, places=[], positions=[])["remote"]  # nothing else was said
    nowhere = edit(hanne, draft, remote=False)
    assert "places" in [line["field"] for line in nowhere["missing"]]
    # People know places by their towns: a spot on the map has that which is nearest.
    clicked = edit(hanne, draft, positions=[spot])
    assert [place["slug"] for place in clicked["places"]] == ["hornbaek"]
    assert edit(hanne, draft, positions=[])["position_accuracy"] == "town"


def test_another_commitment_leaves_the_weekdays_behind(hanne: Browser) -> None:
    draft = write(hanne, commitment="recurring", pattern=[TUESDAYS])["id"]
    saved = edit(hanne, draft, commitment="ongoing")
    assert (saved["commitment"], saved["pattern"]) == ("ongoing", [])


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("title", {"title": "Se mere på kage.dk"}),
        ("title", {"title": ""}),
        ("title", {"title": None}),
        ("requirements", {"requirements": ["a", "b", "c", "d"]}),
        ("summary", {"summary": "x" * 161}),
        ("pattern", {"commitment": "ongoing", "pattern": [TUESDAYS]}),
        ("pattern.0.ends", {"pattern": [TUESDAYS | {"ends": "17:00"}]}),
        ("pattern.0.starts", {"pattern": [TUESDAYS | {"starts": "24:00"}]}),
        ("until_day", {"from_day": "2027-05-02", "until_day": "2027-05-01"}),
        ("places.1", {"places": ["tikoeb", "atlantis"]}),
        ("interests.0", {"interests": ["atlantis"]}),
        ("positions.0.lat", {"positions": [{"lat": 12.6, "lon": 12.6}]}),
        ("remote", {"remote": True, "places": ["tikoeb"]}),
        ("wanted", {"wanted": 0}),
        ("commitment", {"commitment": None}),
        ("status", {"status": "published"}),
    ],
)
def test_what_is_wrong_is_named(hanne: Browser, field: str, values: dict[str, Any]) -> None:
    assert list(write(hanne, 422, **values)["errors"]) == [field]
    draft = write(hanne)["id"]
    assert list(edit(hanne, draft, 422, **values)) == [field]


def test_a_need_from_home_gets_no_address(hanne: Browser) -> None:
    draft = write(hanne, remote=True)["id"]
    assert list(edit(hanne, draft, 422, address="Torvet 1")) == ["address"]


def test_what_is_published_stays_whole(
    session: Session, hanne: Browser, klub: Association, now: datetime
) -> None:
    shown = need(session, of=klub, summary="", deadline=now.date() - timedelta(days=1))
    # What its time or its register left out is no fault of the edit.
    assert edit(hanne, shown.id, tasks=["Bage"])["tasks"] == ["Bage"]
    for field, values in {
        "description": {"description": ""},
        "places": {"remote": False, "places": [], "positions": []},
        "pattern": {"commitment": "recurring"},
        "until_day": {"until_day": "2027-02-01"},
    }.items():
        assert list(edit(hanne, shown.id, 422, **values)) == [field]
    # Nobody to ask, neither here nor at the association.
    edit(hanne, shown.id, contact={"phone": "49 28 00 00"})
    klub.contact = {"name": None, "email": None, "phone": None}
    session.commit()
    assert list(edit(hanne, shown.id, 422, contact=None)) == ["contact"]


def test_it_is_found_by_what_it_says_now_and_a_draft_by_nothing(
    app: Application, session: Session, hanne: Browser
) -> None:
    draft = write(hanne, **(ALL_OF_IT | {"title": "Kvædegelé i krukker"}))["id"]
    known = select(func.count()).select_from(Word).where(Word.word.like("kvaedegele%"))
    assert session.scalars(known).one() == 0  # half-written words are no vocabulary
    client = app.test_client()
    assert titles(client, q="kvædegelé") == set()
    post(hanne, f"/needs/{draft}/publish")
    assert titles(client, q="kvædegelé") == {"Kvædegelé i krukker"}
    edit(hanne, draft, title="Æblemost i flasker", places=["hornbaek"])
    assert titles(client, q="kvædegelé") == set()
    assert titles(client, q="æblemost hornbæk") == {"Æblemost i flasker"}
    assert titles(client, weekday="tue") == {"Æblemost i flasker"}
    edit(hanne, draft, pattern=[TUESDAYS | {"weekday": "fri"}])
    assert titles(client, weekday="tue") == set()


def test_each_saving_is_remembered_and_audited_without_words(
    session: Session, hanne: Browser
) -> None:
    draft = write(hanne, places=["tikoeb"])["id"]
    edit(hanne, draft, wanted=2, places=["hornbaek"], contact={"email": "ny@demo.example"})
    edit(hanne, draft, wanted=2)
    [change] = get(hanne, f"/needs/{draft}/history")["items"]
    assert change["by"] == {"name": "Hanne"}
    assert change["fields"] == {
        "wanted": [None, 2],
        "places": [["tikoeb"], ["hornbaek"]],
        "contact": [None, {"name": None, "email": "ny@demo.example", "phone": None}],
    }
    done = select(AuditEntry).where(AuditEntry.object_id == draft).order_by(AuditEntry.id)
    assert [(entry.action, entry.facts) for entry in session.scalars(done)] == [
        ("create", {}),
        ("edit", {"fields": ["contact", "places", "wanted"]}),
    ]


def test_what_is_saved_while_it_is_typed_is_one_change(
    app: Application, session: Session, hanne: Browser, klub: Association, now: datetime
) -> None:
    draft = write(hanne)["id"]

    def history() -> list[Any]:
        return [item["fields"] for item in get(hanne, f"/needs/{draft}/history")["items"]]

    edit(hanne, draft, summary="Bag")
    edit(hanne, draft, summary="Bag med os", wanted=2)
    assert history() == [{"summary": ["", "Bag med os"], "wanted": [None, 2]}]
    edit(hanne, draft, summary="")
    assert history() == [{"wanted": [None, 2]}]
    with time_machine.travel(now + timedelta(minutes=1), tick=False):
        other = person(session)
        takes_part(session, other, klub)
        edit(signed_in(app, other), draft, wanted=3)
    with time_machine.travel(now + timedelta(minutes=2), tick=False):
        edit(hanne, draft, wanted=4)
        edit(hanne, draft, wanted=3)
    assert history() == [{"wanted": [2, 3]}, {"wanted": [None, 2]}]
    # What everybody sees is remembered at each saving.
    shown = need(session, of=klub)
    session.commit()
    for summary in ("Først", "Så"):
        edit(hanne, shown.id, summary=summary)
    assert len(get(hanne, f"/needs/{shown.id}/history")["items"]) == 2


def test_the_list_tells_what_to_do_next(
    app: Application, session: Session, hanne: Browser, klub: Association, now: datetime
) -> None:
    soon = now + timedelta(days=3)
    rota = need(
        session, of=klub, title="Vagter", shifts=[shift(soon, capacity=2)], takes_whole=False
    )
    [evening] = shifts_of(session, rota)
    for status in ("accepted", "applied", "applied", "waitlisted"):
        signup(session, person(session), rota, evening, status=status)
    need(session, of=association(session), title="En andens")
    draft = write(hanne, summary="Kort")
    listed = get(hanne, "/associations/klubben/desk/needs")
    assert listed["counts"] == {
        **{"draft": 1, "published": 1},
        **{"paused": 0, "filled": 0, "closed": 0},
    }
    items = {item["title"]: item for item in listed["items"]}
    assert items.keys() == {"Bag kage", "Vagter"}
    assert (items["Vagter"]["waiting"], items["Vagter"]["unanswered"]) == (1, 2)
    assert datetime.fromisoformat(items["Vagter"]["next_shift"]["starts_at"]) == soon
    assert items["Vagter"]["missing_count"] == 0
    assert items["Bag kage"]["missing_count"] == len(draft["missing"]) == 4
    only = get(hanne, "/associations/klubben/desk/needs", status="draft")["items"]
    assert [item["id"] for item in only] == [draft["id"]]
    # Members see it as well; strangers are not told that there is a desk.
    member = person(session)
    takes_part(session, member, klub, "member")
    theirs = get(signed_in(app, member), "/associations/klubben/desk/needs")["items"]
    assert {item["title"] for item in theirs} == items.keys()
    seen = get(signed_in(app, member), f"/needs/{draft['id']}/desk")
    assert not any(seen["may"].values())
    stranger = signed_in(app, person(session))
    assert stranger.get(f"{API}/associations/klubben/desk/needs").status_code == 404


def test_the_list_comes_in_pages_newest_change_first(own_app: Application) -> None:
    with own_app.database.writing.begin() as session:
        klub = association(session, slug="klubben")
        who = person(session)
        takes_part(session, who, klub)
    browser = signed_in(own_app, who)
    made = [write(browser, title=f"Nummer {number}")["id"] for number in range(3)]
    edit(browser, made[0], summary="Rettet")
    path, seen, cursor = "/associations/klubben/desk/needs", [], {}
    while True:
        page = get(browser, path, limit=2, **cursor)
        seen += [item["id"] for item in page["items"]]
        if page["next_cursor"] is None:
            break
        cursor = {"cursor": page["next_cursor"]}
    assert seen == [made[0], made[2], made[1]]


def test_a_retry_makes_no_second_one(session: Session, hanne: Browser) -> None:
    sent = {"id": str(uuid.uuid4()), "title": "Bag kage"}
    answers = [hanne.post(f"{API}/associations/klubben/needs", json=sent) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json == answers[1].json
    assert session.scalars(select(Need.id)).all() == [uuid.UUID(sent["id"])]
    assert session.scalars(select(Need.title)).all() == ["Bag kage"]
    theirs = need(session, of=association(session))
    session.commit()
    assert write(hanne, 409, id=str(theirs.id))["type"] == "/problems/conflict"


def test_fewer_than_have_a_place_are_never_wanted(
    session: Session, hanne: Browser, klub: Association
) -> None:
    wanted = need(session, of=klub, wanted=3)
    for _ in range(2):
        signup(session, person(session), wanted)
    english = hanne.patch(
        f"{API}/needs/{wanted.id}", json={"wanted": 1}, headers={"Accept-Language": "en"}
    )
    assert english.status_code == 422
    assert english.json["errors"]["wanted"][0].startswith("2 have a place already.")
    assert edit(hanne, wanted.id, wanted=2)["status"] == "filled"
    assert edit(hanne, wanted.id, wanted=3)["status"] == "published"


def test_more_wanted_means_places_for_those_who_wait_in_their_order(
    session: Session, hanne: Browser, klub: Association
) -> None:
    full = need(session, of=klub, wanted=1)
    signup(session, person(session), full)
    full.status = "filled"
    waiting = [signup(session, person(session), full, status="waitlisted") for _ in range(3)]
    session.commit()
    saved = edit(hanne, full.id, wanted=3)
    assert (saved["wanted"], saved["taken"], saved["status"]) == (3, 3, "filled")
    session.expire_all()
    offered = [session.get_one(Signup, one.id).offered_until is not None for one in waiting]
    assert offered == [True, True, False]


def test_how_many_a_rota_wants_is_said_at_its_shifts(
    session: Session, hanne: Browser, klub: Association, now: datetime
) -> None:
    coming = [shift(now + timedelta(days=day), capacity=2) for day in (1, 2)]
    rota = need(session, of=klub, shifts=coming, wanted=4, takes_whole=False)
    first, _ = shifts_of(session, rota)
    signup(session, person(session), rota, first)
    session.commit()
    assert list(edit(hanne, rota.id, 422, wanted=9)) == ["wanted"]
    saved = edit(hanne, rota.id, wanted=4)
    assert (saved["wanted"], saved["taken"], saved["wanted_by_shifts"]) == (4, 1, True)
    # For the whole as well: then those are counted, and nobody has come for it yet.
    whole = edit(hanne, rota.id, takes_whole=True)
    assert (whole["wanted"], whole["taken"], whole["wanted_by_shifts"]) == (4, 0, False)
    signup(session, person(session), session.get_one(Need, rota.id))
    session.commit()
    assert list(edit(hanne, rota.id, 422, takes_whole=False)) == ["takes_whole"]


def test_staff_in_charge_write_too(app: Application, session: Session, klub: Association) -> None:
    worker = signed_in(app, staff(session, "associations"))
    draft = write(worker)["id"]
    assert edit(worker, draft, summary="Rettet")["summary"] == "Rettet"
    assert klub.slug == "klubben"


def test_an_association_that_is_not_public_yet_may_write_and_publish_unseen(
    app: Application, session: Session
) -> None:
    new = association(session, slug="klubben", status="pending")
    who = person(session)
    takes_part(session, who, new)
    theirs = signed_in(app, who)
    draft = write(theirs, **ALL_OF_IT)
    published = post(theirs, f"/needs/{draft['id']}/publish")
    assert (published["status"], published["shown"]) == ("published", False)
    assert app.test_client().get(f"{API}/needs/{draft['id']}").status_code == 404
    worker = signed_in(app, staff(session, "associations"))
    worker.post(f"{API}/staff/associations/klubben/verify", json={})
    assert get(app.test_client(), f"/needs/{draft['id']}")["title"] == ALL_OF_IT["title"]


def test_who_edits_what_has_changed_meanwhile_is_told(own_app: Application) -> None:
    with own_app.database.writing.begin() as session:
        klub = association(session, slug="klubben")
        who = person(session)
        takes_part(session, who, klub)
        written = need(session, of=klub)
    browser = signed_in(own_app, who)
    path = f"{API}/needs/{written.id}"
    tag = browser.get(f"{path}/desk").headers["ETag"]

    def save(summary: str) -> Any:
        theirs = signed_in(own_app, who)
        return lambda: theirs.patch(path, json={"summary": summary}, headers={"If-Match": tag})

    answers = at_once(*(save(f"Nummer {number}") for number in range(4)))
    assert sorted(answer.status_code for answer in answers) == [200, 412, 412, 412]
    [saved] = [answer for answer in answers if answer.status_code == 200]
    assert get(browser, f"/needs/{written.id}/desk")["summary"] == saved.json["summary"]
    for what in ("publish", "pause", "close"):
        stale = browser.post(f"{path}/{what}", headers={"If-Match": tag})
        assert stale.status_code == 412, what
    fresh = browser.post(f"{path}/pause", headers={"If-Match": saved.headers["ETag"]})
    assert fresh.status_code == 200


def test_a_sign_up_does_not_make_an_editors_page_old(
    app: Application, session: Session, hanne: Browser, klub: Association
) -> None:
    wanted = need(session, of=klub)
    session.commit()
    tag = hanne.get(f"{API}/needs/{wanted.id}/desk").headers["ETag"]
    helper = signed_in(app, person(session))
    assert helper.post(f"{API}/needs/{wanted.id}/signups", json={}).status_code == 201
    saved = hanne.patch(
        f"{API}/needs/{wanted.id}", json={"summary": "Nyt"}, headers={"If-Match": tag}
    )
    assert saved.status_code == 200


def test_a_need_that_has_a_last_day_is_open_until_then(
    session: Session, hanne: Browser, klub: Association, now: datetime
) -> None:
    open_still = need(session, of=klub)
    saved = edit(hanne, open_still.id, until_day=str(now.date() + timedelta(days=9)))
    assert saved["open_until"] == "2027-03-11T00:00:00+01:00"
    once = edit(hanne, open_still.id, until_day=None, commitment="once", from_day="2027-03-05")
    assert once["open_until"] == "2027-03-06T00:00:00+01:00"
    assert date.fromisoformat(once["from_day"]) == date(2027, 3, 5)


def test_editors_staff_and_volunteers_at_the_same_need_all_get_their_turn(
    own_app: Application,
) -> None:
    with own_app.database.writing.begin() as session:
        klub = association(session, slug="klubben")
        managers = [person(session) for _ in range(3)]
        for who in managers:
            takes_part(session, who, klub)
        worker = staff(session)
        helpers = [person(session) for _ in range(4)]
        wanted = need(session, of=klub, wanted=1)
    first, second, third = (signed_in(own_app, who) for who in managers)
    employee = signed_in(own_app, worker)
    volunteers = [signed_in(own_app, who) for who in helpers]
    reported = {"kind": "need", "id": str(wanted.id), "reason": "Reklame"}
    employee.post(f"{API}/reports", json=reported)
    [report] = get(employee, "/staff/reports")["items"]
    path, uphold = f"{API}/needs/{wanted.id}", f"{API}/staff/reports/{report['id']}/uphold"

    def sign_up(browser: Browser) -> Any:
        return lambda: browser.post(f"{path}/signups", json={})

    answers = at_once(
        lambda: first.patch(path, json={"wanted": 2}),
        lambda: second.patch(path, json={"summary": "Nyt"}),
        lambda: third.post(f"{path}/publish"),
        lambda: employee.post(uphold, json={"decision": "Reklame"}),
        *(sign_up(browser) for browser in volunteers),
    )
    codes = [answer.status_code for answer in answers]
    assert codes[:4] == [200] * 4
    assert set(codes[4:]) <= {201, 404}  # those who came after it was hidden
    desk = get(first, f"/needs/{wanted.id}/desk")
    assert (desk["wanted"], desk["summary"], desk["shown"]) == (2, "Nyt", False)
    with own_app.database.session(writes=False) as session:
        signups = session.scalars(select(Signup)).all()
        held = [one for one in signups if one.status == "accepted" or one.offered_until]
    assert desk["taken"] == len(held) <= 2

"""Pictures of associations: shown, ordered, hidden and gone."""

import io
import uuid
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event, text
from sqlalchemy.orm import Session

from factories.associations import association, takes_part
from factories.people import Browser, person, signed_in, staff
from factories.pictures import jpeg, opened
from reading import API, get
from samspil.associations import rules
from samspil.associations.models import Association, AssociationPicture
from samspil.associations.tasks import forget_picture
from samspil.core import jobs, time
from samspil.core.files import DiskFiles
from samspil.core.http import Application
from samspil.core.pictures import key

PICTURES = f"{API}/associations/klubben/pictures"


def add(browser: Browser, alt: str = "Os i haven", file: bytes | None = None) -> Any:
    sent = {"file": (io.BytesIO(file or jpeg(2000, 1000)), "../../ferie.php"), "alt": alt}
    return browser.post(PICTURES, data=sent, content_type="multipart/form-data")


@pytest.fixture
def files(app: Application) -> DiskFiles:
    """Where the tests' pictures are kept."""
    return DiskFiles(app.settings.files_dir)


@pytest.fixture
def klub(session: Session) -> Association:
    """A public association."""
    return association(session, slug="klubben", name="Klubben")


@pytest.fixture
def manager(app: Application, session: Session, klub: Association) -> Browser:
    """Who runs it."""
    somebody = person(session)
    takes_part(session, somebody, klub)
    return signed_in(app, somebody)


def test_a_picture_is_shown_in_three_widths(manager: Browser, client: FlaskClient) -> None:
    added = add(manager)
    assert added.status_code == 201, added.text
    shown = added.json
    assert (shown["alt"], shown["width"], shown["height"]) == ("Os i haven", 1600, 800)
    assert get(client, "/associations/klubben")["pictures"] == [shown]
    for width, address in shown["sizes"].items():
        response = client.get(address)
        assert response.status_code == 200
        assert response.content_type == "image/webp"
        assert opened(response.data).width == int(width)
        assert response.headers["Cache-Control"] == "no-cache"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        tag = response.headers["ETag"]
        again = client.get(address, headers={"If-None-Match": tag})
        assert (again.status_code, again.data) == (304, b"")
    assert client.get(f"{API}/pictures/{shown['id']}/500.webp").status_code == 404
    assert client.get(f"{API}/pictures/{uuid.uuid4()}/480.webp").status_code == 404


def test_they_stand_in_the_order_that_was_chosen(manager: Browser, client: FlaskClient) -> None:
    ids = [add(manager, f"Nummer {number}").json["id"] for number in range(3)]
    moved = manager.patch(f"{PICTURES}/{ids[2]}", json={"rank": 0, "alt": "Først"})
    assert (moved.status_code, moved.json["alt"]) == (200, "Først")
    shown = get(client, "/associations/klubben")["pictures"]
    assert [one["id"] for one in shown] == [ids[2], ids[0], ids[1]]
    manager.patch(f"{PICTURES}/{ids[2]}", json={"rank": 9})
    shown = get(client, "/associations/klubben")["pictures"]
    assert [one["id"] for one in shown] == ids


def test_only_those_who_may_see_it_see_the_picture_of_what_is_hidden(
    app: Application, session: Session, klub: Association, manager: Browser, client: FlaskClient
) -> None:
    address = add(manager).json["sizes"]["480"]
    member = person(session)
    takes_part(session, member, klub, "member")
    worker = signed_in(app, staff(session, "associations"))
    reason = {"reason": "Spam"}
    worker.post(f"{API}/staff/associations/klubben/hide", json=reason)
    tag = f'"{address.split("/")[-2].replace("-", "")}-480"'
    assert client.get(address).status_code == 404
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 404
    assert signed_in(app, person(session)).get(address).status_code == 404
    for browser in (manager, signed_in(app, member), worker):
        seen = browser.get(address)
        assert seen.status_code == 200
        assert seen.headers["Cache-Control"] == "private, no-cache"


def test_one_that_is_removed_is_gone_at_once_and_its_files_with_the_job(
    app: Application, session: Session, manager: Browser, client: FlaskClient, files: DiskFiles
) -> None:
    shown = add(manager).json
    kept = key(uuid.UUID(shown["id"]), 480)
    assert files.get(kept) is not None
    assert manager.delete(f"{PICTURES}/{shown['id']}").status_code == 204
    assert client.get(shown["sizes"]["480"]).status_code == 404
    assert get(client, "/associations/klubben")["pictures"] == []
    job = session.execute(
        text("SELECT args FROM procrastinate_jobs WHERE task_name = 'associations.forget-picture'")
    ).scalar_one()
    assert job == {"picture_id": shown["id"]}
    forget_picture(jobs.Work(app.settings, app.database, False), **job)
    assert files.get(kept) is None


def test_the_job_leaves_a_picture_that_still_stands(
    app: Application, manager: Browser, files: DiskFiles
) -> None:
    shown = add(manager).json
    forget_picture(jobs.Work(app.settings, app.database, False), picture_id=shown["id"])
    assert files.get(key(uuid.UUID(shown["id"]), 480)) is not None


def test_a_picture_whose_row_is_not_kept_leaves_no_file(own_app: Application) -> None:
    """The database refuses the commit: its last word comes after the files."""
    with own_app.database.writing.begin() as session:
        made = association(session, slug="klubben")
        somebody = person(session)
        takes_part(session, somebody, made)
    browser = signed_in(own_app, somebody)
    folder = own_app.settings.files_dir / "pictures"
    before = set(folder.rglob("*.webp"))

    def refuse(_session: Any) -> None:
        raise RuntimeError

    event.listen(own_app.database.writing, "before_commit", refuse)
    assert add(browser).status_code == 500
    event.remove(own_app.database.writing, "before_commit", refuse)
    assert set(folder.rglob("*.webp")) == before
    assert add(browser).status_code == 201
    assert len(set(folder.rglob("*.webp")) - before) == 3


@pytest.mark.parametrize(
    ("alt", "file", "field"),
    [
        ("", None, "alt"),
        ("   ", None, "alt"),
        ("x" * 301, None, "alt"),
        ("Os", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "file"),
        ("Os", b"GIF89a", "file"),
        ("Os", b"\xff\xd8\xff\xe0 no picture", "file"),
    ],
)
def test_what_is_no_picture_or_says_nothing_is_refused(
    manager: Browser, alt: str, file: bytes | None, field: str
) -> None:
    wrong = add(manager, alt, file)
    assert wrong.status_code == 422, wrong.text
    assert set(wrong.json["errors"]) == {field}


def test_there_are_not_ever_more_pictures(
    session: Session, klub: Association, manager: Browser
) -> None:
    for rank in range(rules.MOST_PICTURES):
        session.add(
            AssociationPicture(
                association_id=klub.id,
                rank=rank,
                alt="Os",
                width=9,
                height=9,
                created_at=time.now(),
            )
        )
    session.flush()
    assert add(manager).status_code == 409

"""The demonstration's mailbox: open where no mail reaches anybody, and nowhere else."""

import dataclasses
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from factories.mails import ADDRESS, news, welcome
from samspil.core.db import new_id
from samspil.core.http import Application
from samspil.core.mail import Mail, NewMail
from samspil.core.mail.delivery import into_folder
from samspil.core.mail.mailbox import MOST
from samspil.core.mail.message import message


@pytest.fixture(autouse=True)
def folder(app: Application, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of mails, empty."""
    changed = dataclasses.replace(app.settings, mail_dir=tmp_path / "mail")
    monkeypatch.setattr(app, "settings", changed)
    return changed.mail_dir


def put(app: Application, new: NewMail, minute: int = 0) -> str:
    """Let a mail arrive; returns its id."""
    mail = Mail(
        id=new_id(),
        kind=new.kind,
        language=new.language,
        to_address=new.to,
        said=dict(new.values),
        link=new.action.path if new.action else None,
        unsubscribe=new.unsubscribe,
        created_at=datetime(2027, 3, 1, 9, 0, tzinfo=UTC) + timedelta(minutes=minute),
    )
    into_folder(app.settings.mail_dir, str(mail.id), message(mail, app.settings))
    return str(mail.id)


def test_a_visitor_sees_the_newest_mails_first_and_reads_one(
    app: Application, client: FlaskClient
) -> None:
    first, second = put(app, welcome()), put(app, news(to="bo@post.example"), minute=1)
    answer = client.get("/api/v1/demo/mails")
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.json == {
        "items": [
            {
                "id": second,
                "to": "bo@post.example",
                "subject": "Nyt fra Bakken",
                "sent_at": "2027-03-01T09:01:00+00:00",
            },
            {
                "id": first,
                "to": ADDRESS,
                "subject": "Velkommen, Anna Østergård",
                "sent_at": "2027-03-01T09:00:00+00:00",
            },
        ],
        "next_cursor": None,
    }
    whole: Any = client.get(f"/api/v1/demo/mails/{first}").json
    assert whole.items() >= answer.json["items"][1].items()
    for form in ("text", "html"):
        assert "https://samspil.example/bekraeft/abc-123_x" in whole[form]


def test_one_address_has_its_own_mails(app: Application, client: FlaskClient) -> None:
    first = put(app, welcome())
    put(app, news(to="bo@post.example"))
    found = client.get("/api/v1/demo/mails", query_string={"to": " ANNA@post.example "}).json
    assert [item["id"] for item in found["items"]] == [first]


def test_no_more_than_a_hundred_are_listed(app: Application, client: FlaskClient) -> None:
    last = [put(app, news()) for _ in range(MOST + 1)][-1]
    items = client.get("/api/v1/demo/mails").json["items"]
    assert len(items) == MOST
    assert items[0]["id"] == last


def test_an_empty_mailbox_is_empty(client: FlaskClient) -> None:
    assert client.get("/api/v1/demo/mails").json == {"items": [], "next_cursor": None}


@pytest.mark.parametrize("other", ["x", "..%2Fsecret", "01890000-0000-7000-8000-000000000001"])
def test_there_is_nothing_else_to_read(folder: Path, client: FlaskClient, other: str) -> None:
    folder.mkdir()
    (folder.parent / "secret.eml").write_text("To: a@b.example\n\nsecret")
    assert client.get(f"/api/v1/demo/mails/{other}").status_code == 404


@pytest.mark.parametrize("change", [{"smtp_url": "smtp://127.0.0.1"}, {"env": "production"}])
def test_it_is_closed_where_mails_reach_people(
    app: Application, client: FlaskClient, monkeypatch: pytest.MonkeyPatch, change: Any
) -> None:
    mail_id = put(app, welcome())
    monkeypatch.setattr(app, "settings", dataclasses.replace(app.settings, **change))
    assert client.get("/api/v1/demo/mails").status_code == 404
    assert client.get(f"/api/v1/demo/mails/{mail_id}").status_code == 404

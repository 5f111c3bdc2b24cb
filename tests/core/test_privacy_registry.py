"""The registry of what is kept: its export is whole, its erasing leaves nothing, its end comes."""

import io
import json
import uuid
import zipfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from databases import NOW
from factories.associations import association
from factories.people import person
from factories.pictures import jpeg
from samspil.associations.models import (
    Association,
    AssociationPicture,
    Claim,
    ImportedAssociation,
    Invitation,
    Membership,
)
from samspil.associations.registers import Associations
from samspil.core import audit, pictures
from samspil.core.db import Base
from samspil.core.files import DiskFiles
from samspil.core.mail.outbox import Mail, SuppressedAddress, fingerprint
from samspil.core.privacy import (
    RECORDS,
    PrivacyRecord,
    Someone,
    Wording,
    data_of,
    erase,
    export_zip,
    install_records,
    privacy_table,
    retire,
)
from samspil.core.throttle import Throttle
from samspil.moderation.services import Report
from samspil.people.models import Link, LoginSession, OptionalConsent, Person, Profile
from samspil.registers.importing import import_rows
from samspil.registers.tables import Record

ADDRESS = "karen.testesen@example.dk"
NEIGHBOUR = "not-karen.testesen@example.dk"
PHONE = "49 21 37 58"
A_YEAR = timedelta(days=365)


@pytest.fixture
def karen(session: Session) -> Someone:
    """Somebody who has left traces in every table that can hold one."""
    somebody = person(
        session,
        name="Karen Testesen",
        email=ADDRESS,
        password_hash="argon2id-of-karen",
        guardian_email="karens.far@example.dk",
        areas=["premises"],
    )
    session.add_all(
        [
            Profile(person_id=somebody.id, about="Karen passer katte", skills=["katte"]),
            OptionalConsent(person_id=somebody.id, purpose="news_by_mail", given_at=NOW),
            LoginSession(person_id=somebody.id, refresh_hash=b"r", used_at=NOW, **window()),
            Link(purpose="verify", token_hash=b"t", email=ADDRESS, data={}, **window()),
            Report(
                kind="association",
                object_id=uuid.uuid4(),
                reason="Forkert adresse",
                reporter_id=somebody.id,
                created_at=NOW,
            ),
            Throttle(key=b"k", count=1, ends_at=NOW),
        ]
    )
    session.flush()
    return traces_of(session, somebody.id)


def traces_of(session: Session, person_id: uuid.UUID) -> Someone:
    who = Someone(person_id, ADDRESS, "Karen Testesen")
    contact = {"name": who.name, "email": ADDRESS.upper(), "phone": PHONE}
    mine = association(session, contact=contact)
    other = association(session)
    picture = AssociationPicture(
        association_id=mine.id,
        rank=0,
        alt="Stranden",
        width=64,
        height=48,
        uploaded_by_id=who.id,
        created_at=NOW,
    )
    session.add_all(
        [
            Membership(association_id=mine.id, person_id=who.id, role="manager", since=NOW),
            Invitation(association_id=other.id, email=ADDRESS, role="member", **window()),
            Invitation(
                association_id=mine.id,
                email="peter@example.dk",
                role="member",
                invited_by_id=who.id,
                **window(),
            ),
            Claim(association_id=other.id, person_id=who.id, message=PHONE, created_at=NOW),
            picture,
            SuppressedAddress(fingerprint=fingerprint(ADDRESS), reason="bounced"),
        ]
    )
    mail = {"kind": "x", "language": "da", "fingerprint": fingerprint(ADDRESS)}
    session.add(Mail(**mail, to_address=ADDRESS, said={"name": who.name}, link="/bekraeft/secret"))
    audit.record(session, who.id, "edit", "association", mine.id)
    audit.record(session, None, "erase-asked", "person", who.id)
    audit.record_change(
        session, "association", mine.id, who.id, {"contact": None}, {"contact": contact}
    )
    audit.record_change(
        session, "association", other.id, None, {}, {"text": f"Skriv til {NEIGHBOUR}"}
    )
    bring_in_contact(session, ADDRESS)
    session.flush()
    return who


def window() -> dict[str, datetime]:
    return {"created_at": NOW, "expires_at": NOW + timedelta(days=14)}


def bring_in_contact(session: Session, email: str) -> None:
    """Read a register in which a person has agreed to stand as the contact."""
    cells = {
        "external_id": "F-1",
        "name": "Hornbæk Strikkeklub",
        "towns": "Hornbæk",
        "contact_name": "Karen Testesen",
        "contact_email": email,
        "contact_phone": PHONE,
        "contact_consent": "ja",
    }
    outcomes = list(import_rows(session, Associations(session, "test", NOW), [Record(2, cells)]))
    assert [outcome.reasons for outcome in outcomes] == [()]


def club(session: Session) -> Association:
    statement = select(Association).join(ImportedAssociation)
    return session.scalars(statement.execution_options(populate_existing=True)).one()


def everything(session: Session) -> str:
    """All rows of all tables, as text."""
    rows: list[str] = []
    for table in Base.metadata.tables:
        rows += session.scalars(text(f'SELECT t::text FROM "{table}" t'))
    return "\n".join(rows)


# Export


def test_an_export_holds_every_personal_column_but_the_secret_ones(
    session: Session, karen: Someone
) -> None:
    sections = data_of(session, karen)
    for table in (
        *("people", "profiles", "optional_consents", "login_sessions", "links", "reports"),
        *("memberships", "claims", "association_pictures", "changes", "mails"),
    ):
        kept = RECORDS[table]
        (row,) = sections[table]["rows"]
        assert set(kept.personal) - set(kept.withheld) <= row.keys(), table
        assert not set(kept.withheld) & row.keys(), table
    assert [row["contact"]["name"] for row in sections["associations"]["rows"]] == [
        "Karen Testesen",
        "Karen Testesen",
    ]
    assert sections["imported_associations"]["rows"][0]["contact_phone"] == PHONE
    assert {row["action"] for row in sections["audit_log"]["rows"]} == {"edit", "erase-asked"}
    assert len(sections["suppressed_addresses"]["rows"]) == 1


def test_an_export_holds_nothing_of_others(session: Session, karen: Someone) -> None:
    sections = data_of(session, karen)
    assert {row["email"] for row in sections["invitations"]["rows"]} == {ADDRESS, None}
    assert "peter@" not in str(sections)
    assert NEIGHBOUR not in str(sections)
    stranger = data_of(session, Someone(uuid.uuid4(), "stranger@example.dk", "Stranger"))
    assert stranger.keys() == sections.keys()
    assert all(section["rows"] == [] for section in stranger.values())


def test_the_zip_is_readable_by_people_and_programs(
    session: Session, karen: Someone, tmp_path: Path
) -> None:
    files = DiskFiles(tmp_path)
    (picture_id,) = session.scalars(select(AssociationPicture.id))
    pictures.keep(files, picture_id, pictures.prepare(jpeg()))
    content = export_zip(session, files, karen, NOW)
    assert content == export_zip(session, files, karen, NOW)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        picture = f"pictures/{picture_id}.webp"
        assert archive.namelist() == ["README.txt", "data.json", picture]
        assert archive.read(picture) == pictures.stored_variant(files, picture_id, 1600)
        data = json.loads(archive.read("data.json"))
        readme = archive.read("README.txt").decode()
    assert data["person_id"] == str(karen.id)
    assert data["kept"]["memberships"]["rows"][0]["role"] == "manager"
    assert data["kept"]["memberships"]["what"].startswith("Hvilke foreninger")
    assert ADDRESS in readme
    assert "secret" not in json.dumps(data)


def test_the_zip_speaks_the_persons_language(session: Session, tmp_path: Path) -> None:
    someone = Someone(uuid.uuid4(), "someone@example.dk", "Someone", "en")
    with zipfile.ZipFile(
        io.BytesIO(export_zip(session, DiskFiles(tmp_path), someone, NOW))
    ) as archive:
        assert archive.read("README.txt").startswith(b"Your data")
        assert b"Which associations" in archive.read("data.json")


# Erasing


def test_nothing_of_somebody_is_left_when_they_are_erased(session: Session, karen: Someone) -> None:
    assert ADDRESS in everything(session).lower()
    erase(session, karen, NOW)
    left = everything(session)
    for trace in ("Karen", PHONE, "katte", "argon2id", "karens.far"):
        assert trace not in left
    assert ADDRESS not in left.lower().replace(NEIGHBOUR, "")
    about = {row["action"] for row in data_of(session, karen)["audit_log"]["rows"]}
    # The log stays, with a number that leads to nobody.
    assert about == {"edit", "erase-asked", "leave"}


def test_an_erased_person_is_an_id_that_others_rows_may_point_at(
    session: Session, karen: Someone
) -> None:
    erase(session, karen, NOW)
    left = session.scalars(
        select(Person).where(Person.id == karen.id).execution_options(populate_existing=True)
    ).one()
    assert (left.name, left.email, left.password_hash, left.areas) == ("", None, None, [])
    assert left.erased_at == NOW
    assert session.scalars(select(Report.reason)).all() == ["Forkert adresse"]


def test_what_is_others_stays_when_somebody_is_erased(session: Session, karen: Someone) -> None:
    erase(session, karen, NOW)
    left = everything(session)
    assert "peter@example.dk" in left
    assert NEIGHBOUR in left
    assert "formand@demo.example" in left
    assert session.scalars(select(AssociationPicture.alt)).all() == ["Stranden"]
    assert len(session.scalars(select(audit.Change)).all()) == 2


def test_a_register_does_not_put_back_who_was_erased(session: Session, karen: Someone) -> None:
    assert club(session).contact["email"] == ADDRESS
    erase(session, karen, NOW)
    assert club(session).contact == {"name": None, "email": None, "phone": None}
    bring_in_contact(session, ADDRESS)
    assert club(session).contact["email"] is None
    assert ADDRESS not in everything(session).replace(NEIGHBOUR, "")


def test_erasing_twice_is_as_good_as_once(session: Session, karen: Someone) -> None:
    erase(session, karen, NOW)
    once = everything(session)
    erase(session, karen, NOW)
    assert everything(session) == once


# Time


def test_what_is_past_its_time_goes_and_nothing_else(session: Session, karen: Someone) -> None:
    assert karen
    assert not any(retire(session, NOW).values())
    session.execute(update(Claim).values(status="declined", decided_at=NOW))
    later = retire(session, NOW + timedelta(days=45))
    ended = {"invitations", "links", "login_sessions", "throttles"}
    assert {name for name, count in later.items() if count} == ended
    assert retire(session, NOW + A_YEAR + timedelta(days=1))["claims"] == 1
    assert retire(session, NOW + 5 * A_YEAR + timedelta(days=1))["changes"] == 2
    assert session.scalars(select(Membership.role)).all() == ["manager"]


# The registry


def test_the_privacy_page_is_the_registry_in_words() -> None:
    danish, english = privacy_table("da"), privacy_table("en")
    said = [kept.what for kept in RECORDS.values() if kept.personal and kept.what is not None]
    assert {row["what"] for row in danish} == {what.da for what in said}
    assert {row["what"] for row in english} == {what.en for what in said}
    assert len(danish) == len(english)
    for rows in (danish, english):
        assert all(row.keys() == {"what", "why", "basis", "until"} for row in rows)
    assert "samtykke" not in str(english)


@pytest.fixture
def only() -> dict[str, Any]:
    said = Wording("da", "en")
    return {"table": "none", "what": said, "why": said, "basis": said, "until": said}


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        ({"personal": ("a",), "until": None}, "without"),
        ({"personal": ("a",), "impersonal": ("a",)}, "either"),
        ({"personal": ("a",), "owner": "b"}, "owner"),
        ({"personal": ("a",), "impersonal": ("b",), "withheld": ("b",)}, "withheld"),
    ],
)
def test_a_registration_that_makes_no_sense_is_refused(
    only: dict[str, Any], wrong: dict[str, Any], complaint: str
) -> None:
    with pytest.raises(ValueError, match=complaint):
        PrivacyRecord(**only | wrong)


def test_a_table_is_registered_once() -> None:
    install_records([RECORDS["memberships"]])  # the very same may come again
    with pytest.raises(ValueError, match="twice"):
        install_records([PrivacyRecord(table="memberships")])

"""An association that stands twice becomes one."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from at_once import at_once
from factories.associations import association, takes_part
from factories.hours import hours
from factories.needs import need
from factories.people import Browser, person, signed_in, staff
from factories.places import HORNBAEK
from reading import API, titles
from samspil.associations.models import (
    Association,
    AssociationPicture,
    Claim,
    FormerSlug,
    ImportedAssociation,
    Invitation,
    Membership,
    Merge,
)
from samspil.core import geo, time
from samspil.core.http import Application
from samspil.core.mail import Mail
from samspil.core.privacy import Someone, data_of, erase, retire
from samspil.following.models import Favourite
from samspil.needs.models import Need
from samspil.needs.services import count_open_needs
from samspil.premises.models import Suggestion

STAFF = f"{API}/staff/associations"


@pytest.fixture
def worker(app: Application, session: Session) -> Browser:
    """Staff in charge of associations."""
    return signed_in(app, staff(session, "associations", name="Mette"))


@pytest.fixture
def two(session: Session) -> tuple[Association, Association]:
    """One association under two names: the second shall stay."""
    first = association(session, slug="dobbelt", name="Kvædeklubben", cvr="12345674")
    second = association(session, slug="rigtig", name="Tranehaven")
    return first, second


def merge(browser: Browser, slug: str = "dobbelt", into: str = "rigtig") -> Any:
    return browser.post(f"{STAFF}/{slug}/merge", json={"into": into})


def picture(session: Session, of: Association, rank: int) -> uuid.UUID:
    made = AssociationPicture(
        association_id=of.id, rank=rank, alt="Os", width=9, height=9, created_at=time.now()
    )
    session.add(made)
    session.flush()
    return made.id


def test_all_that_one_has_moves(
    session: Session,
    client: FlaskClient,
    worker: Browser,
    two: tuple[Association, Association],
    now: Any,
) -> None:
    first, second = two
    need(session, of=first, title="Bag kage")
    need(session, of=second, title="Hent træ")
    count_open_needs(session, now)
    pictures = [picture(session, second, 0), picture(session, first, 0), picture(session, first, 1)]
    session.add(FormerSlug(slug="gammel", association_id=first.id))
    session.add(ImportedAssociation(source="cvr", external_id="1", written={}, object_id=first.id))
    session.add(
        Suggestion(
            osm_id="node/1",
            kind="association",
            name="Kvædeklubben",
            position=geo.point(*HORNBAEK),
            tags={},
            association_id=first.id,
        )
    )
    session.flush()

    answered = merge(worker)
    assert answered.status_code == 200, answered.text
    assert answered.json["slug"] == "rigtig"
    assert answered.json["open_needs"] == 2
    assert answered.json["cvr"] == "12345674"
    assert [shown["id"] for shown in answered.json["pictures"]] == [str(one) for one in pictures]

    assert titles(client, association="rigtig") == {"Bag kage", "Hent træ"}
    assert titles(client, q="tranehaven") == {"Bag kage", "Hent træ"}
    assert titles(client, q="kvædeklubben") == set()
    assert titles(client, "/associations") == {"Tranehaven"}
    for old in ("dobbelt", "gammel"):
        moved = client.get(f"{API}/associations/{old}")
        assert (moved.status_code, moved.headers["Location"]) == (
            308,
            f"{API}/associations/rigtig",
        )
        assert client.get(f"/foreninger/{old}").headers["Location"] == "/foreninger/rigtig"
    session.expire_all()
    assert session.scalars(select(ImportedAssociation.object_id)).one() == second.id
    assert session.scalars(select(Suggestion.association_id)).one() == second.id
    left = [Need, Membership, Invitation, Claim, AssociationPicture, FormerSlug]
    for table in left:
        belongs = select(func.count()).where(table.association_id == first.id)
        assert session.scalar(belongs) == 0, table


def test_who_takes_part_in_both_keeps_the_higher_role(
    session: Session, worker: Browser, two: tuple[Association, Association]
) -> None:
    first, second = two
    roles = {
        "first": ("manager", None, "manager"),
        "second": (None, "member", "member"),
        "up": ("manager", "member", "manager"),
        "down": ("member", "manager", "manager"),
        "same": ("member", "member", "member"),
    }
    people = {}
    for name, (here, there, _) in roles.items():
        people[name] = person(session, name=name)
        for role, of in ((here, first), (there, second)):
            if role is not None:
                takes_part(session, people[name], of, role)
    desk = merge(worker).json
    assert {one["name"]: one["role"] for one in desk["members"]} == {
        name: after for name, (_, _, after) in roles.items()
    }
    told = session.scalars(select(Mail).where(Mail.kind == "associations.merged")).all()
    assert {mail.to_address for mail in told} == {people[name].email for name in ("first", "up")}


def test_claims_and_invitations_that_both_have_are_one(
    session: Session, worker: Browser, two: tuple[Association, Association]
) -> None:
    somebody, other, now = person(session), person(session), time.now()
    for of in two:
        session.add(
            Claim(association_id=of.id, person_id=somebody.id, message=of.name, created_at=now)
        )
        session.add(
            Invitation(
                association_id=of.id,
                email="ny@demo.example",
                role="member",
                created_at=now,
                expires_at=now,
            )
        )
    session.add(
        Claim(association_id=two[0].id, person_id=other.id, message="Kun her", created_at=now)
    )
    session.flush()
    assert merge(worker).status_code == 200
    assert set(session.scalars(select(Claim.message))) == {"Tranehaven", "Kun her"}
    assert len(session.scalars(select(Invitation)).all()) == 1


def test_needs_that_were_hidden_with_it_are_seen_at_the_other(
    session: Session, client: FlaskClient, worker: Browser, two: tuple[Association, Association]
) -> None:
    shown = need(session, of=two[0], title="Bag kage")
    own = need(session, of=two[0], title="Skjult for sig")
    own.hidden_reason, own.shown = "Uden for formålet", False
    session.flush()
    worker.post(f"{STAFF}/dobbelt/hide", json={"reason": "Står to gange"})
    assert titles(client) == set()
    merge(worker)
    assert titles(client) == {shown.title}


def test_chains_lead_to_the_last(
    session: Session, client: FlaskClient, worker: Browser, two: tuple[Association, Association]
) -> None:
    association(session, slug="sidst")
    merge(worker)
    assert merge(worker, "rigtig", "sidst").status_code == 200
    for old in (one.slug for one in two):
        assert get_location(client, old) == f"{API}/associations/sidst"


def get_location(client: FlaskClient, slug: str) -> str:
    return client.get(f"{API}/associations/{slug}").headers["Location"]


@pytest.mark.usefixtures("two")
def test_what_cannot_be_merged_is_refused(session: Session, worker: Browser) -> None:
    association(session, slug="venter", status="pending")
    for into in ("dobbelt", "findes-ikke", "venter"):
        wrong = merge(worker, into=into)
        assert wrong.status_code == 422, into
        assert set(wrong.json["errors"]) == {"into"}
    assert merge(worker, "findes-ikke").status_code == 404
    assert merge(worker).status_code == 200
    assert merge(worker).status_code == 409
    desk = worker.get(f"{API}/associations/dobbelt/desk")
    assert desk.status_code == 308


def test_only_staff_in_charge_merge(
    app: Application, session: Session, two: tuple[Association, Association]
) -> None:
    manager = person(session)
    for one in two:
        takes_part(session, manager, one)
    for who in (manager, staff(session, "premises")):
        assert merge(signed_in(app, who)).status_code == 403


def test_two_who_merge_each_into_the_other_at_once_leave_one(own_app: Application) -> None:
    """One is first; the other is told no, and nothing is lost."""
    with own_app.database.writing.begin() as session:
        workers = [staff(session, "associations"), staff(session, "associations")]
    browsers = [signed_in(own_app, one) for one in workers]
    for number in range(8):
        slugs = (f"a-{number}", f"b-{number}")
        with own_app.database.writing.begin() as session:
            for slug in slugs:
                made = association(session, slug=slug)
                need(session, of=made)
                takes_part(session, person(session), made)
        answers = at_once(
            lambda slugs=slugs: merge(browsers[0], slugs[0], slugs[1]),
            lambda slugs=slugs: merge(browsers[1], slugs[1], slugs[0]),
        )
        codes = sorted(answer.status_code for answer in answers)
        assert codes in ([200, 409], [200, 422]), codes
        with own_app.database.writing.begin() as session:
            both = session.scalars(select(Association).where(Association.slug.in_(slugs))).all()
            kept = next(one for one in both if one.status == "public")
            gone = next(one for one in both if one.status == "merged")
            assert gone.merged_into_id == kept.id
            for table in (Need, Membership):
                owners = session.scalars(
                    select(table.association_id).where(table.association_id.in_([kept.id, gone.id]))
                ).all()
                assert owners == [kept.id, kept.id]


def test_somebody_who_joins_while_it_is_merged_is_with_the_other_or_nowhere(
    own_app: Application,
) -> None:
    """A claim that is accepted at the moment of the merge is never left with what is gone."""
    with own_app.database.writing.begin() as session:
        workers = [staff(session, "associations"), staff(session, "associations")]
    browsers = [signed_in(own_app, one) for one in workers]
    for number in range(8):
        with own_app.database.writing.begin() as session:
            gone, kept = (association(session, slug=f"{name}-{number}") for name in "ab")
            claim = Claim(
                association_id=gone.id,
                person_id=person(session).id,
                message="Min",
                created_at=time.now(),
            )
            session.add(claim)
        accept = f"{API}/staff/claims/{claim.id}/accept"
        answers = at_once(
            lambda gone=gone, kept=kept: merge(browsers[0], gone.slug, kept.slug),
            lambda accept=accept: browsers[1].post(accept, json={}),
        )
        assert answers[0].status_code == 200
        assert answers[1].status_code in {204, 409}
        with own_app.database.session(writes=False) as session:
            with_gone = select(func.count()).where(Membership.association_id == gone.id)
            assert session.scalar(with_gone) == 0


# The way back


def undo(browser: Browser, desk: Any) -> Any:
    return browser.post(f"{API}/staff/merges/{desk.json['merges'][0]['id']}/undo")


def owners(session: Session, *tables: Any) -> dict[str, list[uuid.UUID]]:
    session.expire_all()
    return {
        table.__tablename__: list(session.scalars(select(table.association_id).order_by(table.id)))
        for table in tables
    }


def test_a_merge_is_undone_and_all_is_as_it_was(
    session: Session,
    client: FlaskClient,
    worker: Browser,
    two: tuple[Association, Association],
    now: Any,
) -> None:
    first, second = two
    cake = need(session, of=first, title="Bag kage")
    need(session, of=second, title="Hent træ")
    count_open_needs(session, now)
    pictures = [picture(session, second, 0), picture(session, first, 0)]
    both, only = person(session, name="Begge"), person(session, name="Kun")
    takes_part(session, both, first, "manager")
    takes_part(session, both, second, "member")
    takes_part(session, only, first, "member")
    session.add(FormerSlug(slug="gammel", association_id=first.id))
    for of in two:
        session.add(Claim(association_id=of.id, person_id=only.id, message=of.name, created_at=now))
        session.add(Favourite(person_id=only.id, association_id=of.id, created_at=now))
    session.flush()
    tables = (Need, AssociationPicture, Claim, Favourite)
    before = owners(session, *tables)

    merged = merge(worker)
    assert merged.json["merges"][0] | {"id": 0, "made_at": 0, "until": 0} == {
        **{"name": "Kvædeklubben", "slug": "dobbelt", "by": "Mette"},
        **{"id": 0, "made_at": 0, "until": 0},
    }
    entry = hours(session, only, second, need_id=cake.id)  # given since, to what was moved
    undone = undo(worker, merged)
    assert undone.status_code == 200, undone.text
    assert (undone.json["slug"], undone.json["open_needs"]) == ("dobbelt", 1)
    assert owners(session, *tables) == before
    session.refresh(entry)
    assert entry.association_id == first.id
    parts = session.execute(
        select(Membership.association_id, Membership.person_id, Membership.role)
    )
    assert {tuple(row) for row in parts} == {
        (first.id, both.id, "manager"),
        (second.id, both.id, "member"),
        (first.id, only.id, "member"),
    }
    assert (first.cvr, second.cvr, first.status) == ("12345674", None, "public")
    assert titles(client, association="dobbelt") == {"Bag kage"}
    assert titles(client, association="rigtig") == {"Hent træ"}
    assert titles(client, q="kvædeklubben") == {"Bag kage"}
    assert get_location(client, "gammel") == f"{API}/associations/dobbelt"
    assert len(pictures) == len(undone.json["pictures"]) + 1
    assert undo(worker, merged).status_code == 404  # a second time there is nothing to undo
    told = session.scalars(select(Mail).where(Mail.kind == "associations.merge-undone")).all()
    assert {mail.to_address for mail in told} == {both.email}


def test_who_has_left_since_does_not_come_back_by_it(
    session: Session, worker: Browser, two: tuple[Association, Association]
) -> None:
    first, second = two
    gone, stays = person(session, name="Gået"), person(session, name="Bliver")
    for who in (gone, stays):
        takes_part(session, who, first, "manager")
        takes_part(session, who, second, "manager")
    moved = person(session, name="Kun her")
    takes_part(session, moved, first, "manager")
    merged = merge(worker)
    for who in (gone, moved):
        worker.delete(f"{API}/associations/rigtig/members/{who.id}")
    desk = undo(worker, merged).json
    assert {one["name"] for one in desk["members"]} == {"Bliver"}


def test_what_stands_in_the_way_of_an_undo_is_said(
    app: Application, session: Session, worker: Browser, two: tuple[Association, Association]
) -> None:
    association(session, slug="tredje", name="Tredje")
    association(session, slug="fjerde", name="Fjerde")
    early = merge(worker)
    manager = person(session)
    takes_part(session, manager, two[1])
    for who in (manager, staff(session, "premises")):
        assert undo(signed_in(app, who), early).status_code == 403
    late = merge(worker, "tredje", "rigtig")
    refused = undo(worker, early)
    assert (refused.status_code, refused.json["rule"]) == (409, "another-merged-since")
    assert "Tredje" in refused.json["detail"]
    assert undo(worker, late).status_code == 200
    whole = merge(worker, "rigtig", "fjerde")
    refused = undo(worker, early)
    assert (refused.status_code, refused.json["rule"]) == (409, "merged-since")
    assert undo(worker, whole).status_code == 200
    assert undo(worker, early).status_code == 200


@pytest.mark.usefixtures("two")
def test_after_thirty_days_the_record_is_gone(session: Session, worker: Browser) -> None:
    merged = merge(worker)
    kept = session.scalars(select(Merge)).one()
    kept.made_at -= timedelta(days=30, minutes=1)
    session.flush()
    assert worker.get(f"{API}/associations/rigtig/desk").json["merges"] == []
    assert undo(worker, merged).status_code == 404
    assert retire(session, time.now())["association_merges"] == 1


def test_only_staff_see_what_was_merged(
    app: Application, session: Session, worker: Browser, two: tuple[Association, Association]
) -> None:
    manager = person(session)
    takes_part(session, manager, two[1])
    merge(worker)
    assert "merges" not in signed_in(app, manager).get(f"{API}/associations/rigtig/desk").json


def test_the_record_of_a_merge_knows_nothing_more_of_who_is_erased(
    session: Session, worker: Browser, two: tuple[Association, Association]
) -> None:
    somebody, other, now = person(session, email="vaek@demo.example"), person(session), time.now()
    for of in two:
        takes_part(session, somebody, of)
        takes_part(session, other, of)
        session.add(
            Invitation(
                association_id=of.id,
                email="vaek@demo.example",
                role="member",
                invited_by_id=other.id,
                created_at=now,
                expires_at=now,
            )
        )
    session.flush()
    merged = merge(worker)
    kept = session.scalars(select(Merge)).one()
    mine = Someone(somebody.id, "vaek@demo.example", "Væk")
    exported = data_of(session, mine)["association_merges"]["rows"]
    assert exported[0]["record"]["memberships"][0]["person_id"] == str(somebody.id)
    assert str(other.id) not in str(exported[0]["record"]["memberships"])
    erase(session, mine, now)
    session.expire_all()
    assert str(somebody.id) not in str(kept.record)
    assert "vaek@demo.example" not in str(kept.record)
    assert str(other.id) in str(kept.record)
    assert {one["name"] for one in undo(worker, merged).json["members"]} == {other.name}


def test_of_two_who_undo_at_once_one_does(own_app: Application) -> None:
    with own_app.database.writing.begin() as session:
        workers = [staff(session, "associations"), staff(session, "associations")]
        for slug in ("a", "b"):
            made = association(session, slug=slug)
            need(session, of=made)
            takes_part(session, person(session), made)
    browsers = [signed_in(own_app, one) for one in workers]
    for _ in range(4):
        merged = merge(browsers[0], "a", "b")
        answers = at_once(*(lambda one=one, merged=merged: undo(one, merged) for one in browsers))
        assert sorted(answer.status_code for answer in answers) == [200, 404]
    with own_app.database.session(writes=False) as session:
        for table in (Need, Membership):
            assert len(set(session.scalars(select(table.association_id)))) == 2

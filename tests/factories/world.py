"""A small world: people with every hat, and things of every kind that they may ask for."""

import dataclasses
import io
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from factories import people
from factories.associations import association, takes_part
from factories.hours import certificate, hours
from factories.needs import need, shift
from factories.pictures import jpeg
from factories.premises import premises
from factories.searches import saved_search
from factories.signups import shifts_of, signup
from samspil.associations.models import AssociationPicture, Claim, Invitation, Merge
from samspil.associations.pictures import prepare_picture
from samspil.core import time
from samspil.core.http import Application
from samspil.core.jobs import Work
from samspil.following.models import Favourite
from samspil.hours import certificates
from samspil.moderation.services import Report
from samspil.people.rules import hashed
from samspil.signups.models import Message

PASSWORD = "en lang og god adgangskode"
PASSWORD_HASH = hashed(PASSWORD)

# Identifiers that lead to nothing.
NO_ID = "01890a5d-ac96-774b-bcce-b302099a8057"
NO_SLUG = "findes-slet-ikke"

A_WEEK = timedelta(days=7)


@dataclasses.dataclass(frozen=True)
class World:
    """People with every hat, and the things they ask for.

    Attributes:
        names: slugs and ids of things, by what they are called in the tests.
        clients: a browser for each kind of person, in which they have signed in.
    """

    names: Mapping[str, str]
    clients: Mapping[str, FlaskClient]


def world(app: Application, session: Session, *, has_picture: bool = True) -> World:
    """Two public associations and their people, one in each other state, and staff.

    The volunteer takes part in nothing; the member and the manager in alfa; other runs beta. What
    makes it slow is the picture of alfa, which not everybody needs.
    """
    alfa, beta = association(session), association(session)
    pending = association(session, status="pending")
    hidden = association(session, status="hidden", hidden_reason="Det er reklame.")
    merged = association(session, status="merged", merged_into_id=beta.id)
    who = {
        "unconfirmed": people.person(session, verified=False, password_hash=PASSWORD_HASH),
        "volunteer": people.person(session, password_hash=PASSWORD_HASH),
        "member": people.person(session, password_hash=PASSWORD_HASH),
        "manager": people.person(session, password_hash=PASSWORD_HASH),
        "other": people.person(session, password_hash=PASSWORD_HASH),
        "staff": people.staff(session, password_hash=PASSWORD_HASH),
        "administrator": people.administrator(session, password_hash=PASSWORD_HASH),
    }
    second = people.person(session)
    takes_part(session, who["member"], alfa, "member")
    takes_part(session, second, alfa, "member")
    takes_part(session, who["manager"], alfa)
    takes_part(session, who["other"], beta)
    now = time.now()
    made: dict[str, Any] = {
        "claim": Claim(
            association_id=beta.id, person_id=second.id, message="Det er min.", created_at=now
        ),
        "report": Report(kind="association", object_id=beta.id, reason="Reklame", created_at=now),
        "invitation": Invitation(
            association_id=alfa.id,
            email="inviteret@demo.example",
            role="member",
            created_at=now,
            expires_at=now + timedelta(days=7),
        ),
        "merge": Merge(
            source_id=merged.id,
            target_id=beta.id,
            made_at=now,
            record={
                "state": {
                    **{"status": "public", "hidden_reason": None},
                    **{"cvr": False, "approval": False},
                },
                **{"raised": [], "moved": {}, "dropped": {}},
            },
        ),
        "hidden_picture": AssociationPicture(
            association_id=hidden.id, rank=0, alt="Et hus", width=64, height=48, created_at=now
        ),
    }
    session.add_all(made.values())
    helped, rota = need(session, of=alfa), need(session, of=alfa, shifts=[shift(now + A_WEEK)])
    [evening] = shifts_of(session, rota)
    signup(session, second, rota, evening)
    [unclaimed] = shifts_of(session, need(session, of=alfa, shifts=[shift(now + A_WEEK)]))
    offered = signup(session, who["volunteer"], need(session, of=alfa), offered=True)
    signed_up = signup(session, who["volunteer"], helped)
    written = Message(
        signup_id=signed_up.id,
        side="volunteer",
        sender_id=who["volunteer"].id,
        text="Hvor mødes vi?",
        sent_at=now,
    )
    session.add(written)
    liked, liked_need = association(session), need(session, of=alfa)
    made["search"] = saved_search(session, who["volunteer"])
    session.add_all(
        Favourite(person_id=who["volunteer"].id, created_at=now, **thing)
        for thing in ({"need_id": liked_need.id}, {"association_id": liked.id})
    )
    by_staff = need(session, of=alfa)
    by_staff.shown, by_staff.hidden_reason = False, "Det er reklame."
    hours(session, who["volunteer"], alfa, status="confirmed")
    made["hours"] = hours(session, who["volunteer"], alfa)
    made["certificate"] = certificate(session, who["volunteer"])
    names = {
        "code": certificates.format_code(made["certificate"].code).lower(),
        "liked": liked.slug,
        "liked_need": str(liked_need.id),
        "signup": str(signed_up.id),
        "offered": str(offered.id),
        "shift": str(evening.id),
        "unclaimed": str(unclaimed.id),
        "alfa": alfa.slug,
        "beta": beta.slug,
        "pending": pending.slug,
        "hidden": hidden.slug,
        "merged": merged.slug,
        "need": str(need(session, of=alfa).id),
        "hidden_need": str(need(session, of=hidden).id),
        "draft": str(need(session, of=alfa, status="draft").id),
        "hidden_by_staff": str(by_staff.id),
        "premises": premises(session).slug,
        "second": str(second.id),
    }
    session.flush()
    names["message"] = str(written.id)
    names |= {name: str(row.id) for name, row in made.items()}
    session.commit()
    clients = {name: people.signed_in(app, person) for name, person in who.items()}
    if has_picture:
        sent = clients["manager"].post(
            f"/api/v1/associations/{alfa.slug}/pictures",
            data={"file": (io.BytesIO(jpeg()), "billede.jpg"), "alt": "Et hus"},
        )
        names["picture"] = sent.json["id"]
        prepare_picture(
            Work(app.settings, app.database, last_try=False), picture_id=names["picture"]
        )
    return World(names, {"visitor": people.browser(app)} | clients)

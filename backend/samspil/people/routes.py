"""Routes for one's own account, profile, consents and data, and for interests."""

from __future__ import annotations

from typing import Any

from flask import Response

from samspil.core import language, throttle, time
from samspil.core.files import DiskFiles
from samspil.core.http import (
    Access,
    Blueprint,
    actor,
    answer,
    must_match,
    open_to,
    private_answer,
    session,
    settings,
    visitor,
)
from samspil.core.language import text
from samspil.core.privacy import export_zip, privacy_table
from samspil.people import accounts, consents, email_change, erasure, interests, profiles
from samspil.people.auth import sessions
from samspil.people.auth.schemas import NothingOut
from samspil.people.schemas import (
    ErasureIn,
    InterestsOut,
    MeIn,
    MeOut,
    NewEmailIn,
    OwnProfileIn,
    OwnProfileOut,
    PasswordIn,
    PrivacyOut,
    consent_item,
    me_item,
    profile_document,
    session_item,
)
from samspil.places.services import authority

blp = Blueprint("me", __name__, description="One's own account and profile")


@blp.get("/me")
@blp.response(200, MeOut)
@open_to(Access.SIGNED_IN)
def get_me() -> Response:
    """Oneself: account, associations, consents, sessions."""
    return _me()


@blp.patch("/me")
@blp.arguments(MeIn)
@blp.response(200, MeOut)
@open_to(Access.SIGNED_IN)
def change_me(body: dict[str, Any]) -> Response:
    """Another name, language or guardian."""
    if body.get("guardian_email") is not None:
        throttle.unsolicited(visitor(), body["guardian_email"])
    accounts.change(session(), actor(), body)
    return _me()


@blp.patch("/me/password")
@blp.arguments(PasswordIn)
@blp.response(204)
@open_to(Access.CONFIRMED)
def change_password(body: dict[str, Any]) -> Response:
    """Choose another password; all other sessions end."""
    throttle.password(visitor(), actor().id)
    accounts.change_password(session(), actor(), body["current"], body["new"], time.now())
    return Response(status=204)


@blp.post("/me/email")
@blp.arguments(NewEmailIn)
@blp.response(202, NothingOut)
@open_to(Access.CONFIRMED)
def change_email(body: dict[str, Any]) -> Response:
    """Ask to use another address, which a mail to it confirms."""
    throttle.password(visitor(), actor().id)
    throttle.unsolicited(visitor(), body["email"])
    email_change.ask_for_another(session(), actor(), body["email"], body["password"])
    return private_answer({}, 202)


@blp.post("/me/verification")
@blp.response(202, NothingOut)
@open_to(Access.SIGNED_IN)
def send_verification() -> Response:
    """Send the letter that confirms the address once more."""
    throttle.unsolicited(visitor(), actor().email)
    accounts.send_verification(session(), actor())
    return private_answer({}, 202)


@blp.get("/me/profile")
@blp.response(200, OwnProfileOut)
@open_to(Access.SIGNED_IN)
def get_profile() -> Response:
    """What one has told of oneself, with its ETag."""
    return _profile()


@blp.put("/me/profile")
@blp.arguments(OwnProfileIn)
@blp.response(200, OwnProfileOut)
@open_to(Access.CONFIRMED)
def put_profile(body: dict[str, Any]) -> Response:
    """Tell all of it anew; `If-Match` refuses what was read before another change."""
    must_match(profiles.version(session(), actor()))
    if body["guardian_email"] is not None:
        throttle.unsolicited(visitor(), body["guardian_email"])
    profiles.save(session(), actor(), body, time.now())
    return _profile()


@blp.put("/me/consents/<string(maxlength=40):purpose>")
@blp.response(204)
@open_to(Access.CONFIRMED)
def give_consent(purpose: str) -> Response:
    """Say yes to one optional thing."""
    consents.consent(session(), actor(), purpose, time.now())
    return Response(status=204)


@blp.delete("/me/consents/<string(maxlength=40):purpose>")
@blp.response(204)
@open_to(Access.SIGNED_IN)
def withdraw_consent(purpose: str) -> Response:
    """Take a yes back."""
    consents.withdraw(session(), actor(), purpose, time.now())
    return Response(status=204)


def _me() -> Response:
    person = accounts.me(session(), actor())
    open_sessions = session().scalars(sessions.open_sessions(person.id, time.now()))
    document = me_item(person) | {
        "associations": profiles.memberships_of(session(), person.id),
        "consents": [
            consent_item(row) for row in session().execute(consents.consents_of(person.id))
        ],
        "sessions": [session_item(one, actor()) for one in open_sessions],
    }
    return private_answer(document)


def _profile() -> Response:
    row = session().execute(profiles.profile_of(actor().id)).one_or_none()
    profile, place = (None, None) if row is None else row
    document = profile_document(profile, place)
    return private_answer(document, version=profiles.version(session(), actor()))


data_blp = Blueprint("own data", __name__, description="What is kept of people")


@data_blp.get("/privacy")
@data_blp.response(200, PrivacyOut)
@open_to(Access.ANYONE)
def what_is_kept() -> Response:
    """What is kept of people, why, on what legal basis, and how long."""
    controller = authority(session(), settings().authority)
    return answer(
        {
            "controller": {"name": controller},
            "processor": text("privacy.processor", controller=controller),
            "rows": privacy_table(language.current.get()),
        },
        max_age=300,
    )


@data_blp.get("/me/export")
@data_blp.response(
    200, content_type="application/zip", description="A ZIP with data.json and pictures"
)
@open_to(Access.SIGNED_IN)
def export() -> Response:
    """Everything that is kept of oneself."""
    throttle.export(visitor(), actor().id)
    now, person = time.now(), accounts.me(session(), actor())
    files = DiskFiles(settings().files_dir)
    gathered = export_zip(session(), files, erasure.someone(person), now)
    response = Response(gathered, mimetype="application/zip")
    response.headers["Content-Disposition"] = f'attachment; filename="samspil-{now:%Y-%m-%d}.zip"'
    return response


@data_blp.delete("/me")
@data_blp.arguments(ErasureIn)
@data_blp.response(202, NothingOut)
@open_to(Access.SIGNED_IN)
def ask_to_erase(body: dict[str, Any]) -> Response:
    """Ask to have one's account erased, which the link in a mail then does."""
    throttle.password(visitor(), actor().id)
    if actor().verified:
        throttle.erasure(visitor(), actor().id)
    else:
        throttle.unsolicited(visitor(), actor().email)
    erasure.ask_to_erase(session(), actor(), body["password"])
    return private_answer({}, 202)


interests_blp = Blueprint("people", __name__, description="Interests")


@interests_blp.get("/interests")
@interests_blp.response(200, InterestsOut)
@open_to(Access.ANYONE)
def list_interests() -> Response:
    """All interests, in the reader's language."""
    items = [{"slug": s, "label": label} for s, label in session().execute(interests.interests())]
    return answer({"items": items, "next_cursor": None}, max_age=300)

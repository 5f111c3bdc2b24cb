"""Routes for one's own account, profile, consents and data, and for interests."""

from __future__ import annotations

import contextlib
import uuid
from typing import Any

from flask import Response, after_this_request

from samspil.core import audit, inbox, language, throttle, time
from samspil.core.errors import CsrfMissing, NotSignedIn
from samspil.core.files import DiskFiles
from samspil.core.http import (
    Access,
    Blueprint,
    actor,
    actor_or_none,
    answer,
    must_match,
    open_to,
    private_answer,
    session,
    settings,
    visitor,
)
from samspil.core.http.tokens import (
    Tokens,
    claimed,
    know_device,
    known_device,
    parting_claim,
    set_cookies,
    unset_cookies,
    user_agent,
)
from samspil.core.language import text
from samspil.core.privacy import export_zip, privacy_table
from samspil.people import accounts, email_change, erasure, links, profiles, sessions
from samspil.people.accounts import Registration
from samspil.people.schemas import (
    AccountIn,
    AddressIn,
    ErasureIn,
    EverywhereIn,
    InboxOut,
    InterestsOut,
    LinkIn,
    LinkLookOut,
    LinkUseIn,
    LinkUseOut,
    LoginIn,
    MeIn,
    MeOut,
    NewEmailIn,
    NothingOut,
    OwnProfileIn,
    OwnProfileOut,
    PasswordIn,
    PrivacyOut,
    TokensOut,
    consent_item,
    me_item,
    profile_document,
    session_item,
    waiting_document,
)
from samspil.places.services import authority

blp = Blueprint("me", __name__, description="One's own account and profile")


@blp.get("/me")
@blp.response(200, MeOut)
@open_to(Access.SIGNED_IN)
def get_me() -> Response:
    """Oneself: account, associations, consents, sessions."""
    return _me()


@blp.get("/me/inbox")
@blp.response(200, InboxOut)
@open_to(Access.SIGNED_IN)
def get_inbox() -> Response:
    """What waits for one, in all that one runs or is in charge of."""
    found = inbox.of(session(), actor(), time.now())
    items = [waiting_document(one) for one in found]
    return private_answer({"items": items, "total": sum(one.count for one in found)})


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
    profiles.consent(session(), actor(), purpose, time.now())
    return Response(status=204)


@blp.delete("/me/consents/<string(maxlength=40):purpose>")
@blp.response(204)
@open_to(Access.SIGNED_IN)
def withdraw_consent(purpose: str) -> Response:
    """Take a yes back."""
    profiles.withdraw(session(), actor(), purpose, time.now())
    return Response(status=204)


def _me() -> Response:
    person = accounts.me(session(), actor())
    open_sessions = session().scalars(sessions.open_sessions(person.id, time.now()))
    document = me_item(person) | {
        "associations": profiles.memberships_of(session(), person.id),
        "consents": [
            consent_item(row) for row in session().execute(profiles.consents_of(person.id))
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
    items = [{"slug": s, "label": label} for s, label in session().execute(profiles.interests())]
    return answer({"items": items, "next_cursor": None}, max_age=300)


# Routes for registering, signing in and out, and the links in mails.

auth_blp = Blueprint("auth", __name__, description="Accounts and signing in")


@auth_blp.post("/auth/register")
@auth_blp.arguments(AccountIn)
@auth_blp.response(202, NothingOut)
@open_to(Access.ANYONE)
def register(body: dict[str, Any]) -> Response:
    """Ask for an account. The answer is always this one; the mail says what came of it."""
    throttle.registration(visitor(), body["email"])
    if body["guardian_email"] is not None:  # they are mailed once the address is proved
        throttle.unsolicited(visitor(), body["guardian_email"])
    body.setdefault("language", language.current.get())
    device = accounts.register(session(), Registration(**body))
    response = private_answer({}, 202)
    know_device(response, device, accounts.VERIFY_VALID)
    return response


@auth_blp.post("/auth/login")
@auth_blp.arguments(LoginIn)
@auth_blp.response(200, TokensOut)
@open_to(Access.ANYONE)
def login(body: dict[str, Any]) -> Response:
    """Sign in with a password: a new session, whatever the browser carried before."""
    throttle.sign_in(visitor(), body["email"])
    person = accounts.sign_in(session(), body["email"], body["password"])
    throttle.sign_in_succeeded(session(), visitor(), body["email"], time.now())
    tokens = _begin(person.id, "password")
    return _with_tokens(tokens, {}, by_browser=not body["tokens"])


@auth_blp.post("/auth/link")
@auth_blp.arguments(AddressIn)
@auth_blp.response(202, NothingOut)
@open_to(Access.ANYONE)
def ask_for_link(body: dict[str, Any]) -> Response:
    """Ask for a mail whose link signs in without a password."""
    throttle.sign_in_mail(visitor(), body["email"])
    accounts.ask_for_link(session(), body["email"])
    return private_answer({}, 202)


@auth_blp.post("/auth/forgot")
@auth_blp.arguments(AddressIn)
@auth_blp.response(202, NothingOut)
@open_to(Access.ANYONE)
def forgot(body: dict[str, Any]) -> Response:
    """Ask for a mail whose link lets one choose a new password."""
    throttle.sign_in_mail(visitor(), body["email"])
    accounts.ask_for_reset(session(), body["email"])
    return private_answer({}, 202)


@auth_blp.post("/auth/refresh")
@auth_blp.response(200, TokensOut)
@open_to(Access.ANYONE)
def refresh() -> Response:
    """The next tokens, for a refresh token that was not used before."""
    try:
        claim = claimed(refresh=True)
        tokens = sessions.refresh_session(session(), claim, time.now(), user_agent())
    except NotSignedIn:
        # Scripts cannot take what is left of a session that is over.
        after_this_request(_without_cookies)
        raise
    return _with_tokens(tokens, {}, by_browser=claim.by_browser)


@auth_blp.post("/auth/logout")
@auth_blp.response(204)
@open_to(Access.ANYONE)
def logout() -> Response:
    """Sign out here, also when the access token's time is up."""
    with contextlib.suppress(NotSignedIn):
        claim = parting_claim()
        sessions.end_session(session(), claim.session_id, time.now())
    return _without_cookies(Response(status=204))


@auth_blp.post("/auth/logout-everywhere")
@auth_blp.arguments(EverywhereIn)
@auth_blp.response(204)
@open_to(Access.SIGNED_IN)
def logout_everywhere(body: dict[str, Any]) -> Response:
    """Sign out on every device, at once, and end mailed links and the calendar's address."""
    accounts.sign_out_everywhere(session(), actor(), time.now(), calendars=body["calendars"])
    return _without_cookies(Response(status=204))


@auth_blp.post("/auth/reset")
@auth_blp.arguments(LinkUseIn)
@auth_blp.response(200, LinkUseOut)
@open_to(Access.ANYONE)
def reset(body: dict[str, Any]) -> Response:
    """Choose a new password with a mailed link; the same as using the link."""
    return _use(body)


@auth_blp.post("/links/look")
@auth_blp.arguments(LinkIn)
@auth_blp.response(200, LinkLookOut)
@open_to(Access.ANYONE)
def look_at_link(body: dict[str, Any]) -> Response:
    """What a mailed link would do; does nothing."""
    return private_answer(links.look(session(), body["token"], _form()))


@auth_blp.post("/links/use")
@auth_blp.arguments(LinkUseIn)
@auth_blp.response(200, LinkUseOut)
@open_to(Access.ANYONE)
def use_link(body: dict[str, Any]) -> Response:
    """Do what a mailed link is for, or say no to it, once."""
    return _use(body)


def _use(body: dict[str, Any]) -> Response:
    form = _form(password=body["password"], name=body["name"], refused=body["refuse"])
    link, result = links.use(session(), body["token"], form)
    # Whoever reads the address's mail here is no stranger to it from now on.
    throttle.know_network(session(), visitor(), link.email, form.now)
    if links.shows_it_was_asked_for(link, form):
        throttle.answered(session(), visitor())
    document = {"purpose": link.purpose, "signed_in": result.sign_in is not None, **result.extra}
    if result.sign_in is None:
        response = private_answer(document)
        if result.sign_out:
            unset_cookies(response)
        return response
    return _with_tokens(_begin(result.sign_in, link.purpose), document, by_browser=True)


def _form(**fields: Any) -> links.Form:
    """What came with the press of a button, or the look at its page, in this browser."""
    try:
        who = actor_or_none()
    except CsrfMissing:
        who = None  # what a browser has left of an old session keeps nobody from a mailed link
    return links.Form(time.now(), None if who is None else who.id, known_device(), **fields)


def _begin(person_id: uuid.UUID, by: str) -> Tokens:
    """A new session, in place of the one that the browser carried."""
    with contextlib.suppress(NotSignedIn, CsrfMissing):
        sessions.end_session(session(), parting_claim().session_id, time.now(), "replaced")
    tokens = sessions.begin_session(session(), person_id, time.now(), user_agent())
    audit.record(session(), person_id, "sign-in", "person", person_id, by=by)
    return tokens


def _with_tokens(tokens: Tokens, document: dict[str, Any], *, by_browser: bool) -> Response:
    """The tokens in cookies for a browser, in the answer for a program."""
    if not by_browser:
        mine = {"access_token": tokens.access, "refresh_token": tokens.refresh}
        return private_answer(document | mine)
    response = private_answer(document)
    set_cookies(response, tokens)
    return response


def _without_cookies(response: Response) -> Response:
    unset_cookies(response)
    return response

"""HTTP: an association's desk, as its managers' pages are called, and that of staff."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from flask import Response, redirect, url_for

from samspil.associations import (
    claims,
    decisions,
    editing,
    members,
    pictures,
    queries,
    rules,
)
from samspil.associations.access import look_at_desk, open_desk
from samspil.associations.desk.schemas import (
    ApprovalIn,
    ClaimedOut,
    ClaimIn,
    ClaimsOut,
    DeclarationIn,
    DeskOut,
    InvitationIn,
    InvitationOut,
    MergeIn,
    NewPictureIn,
    NothingIn,
    PictureIn,
    ProfileIn,
    QueueOut,
    QueueQuery,
    ReasonIn,
    RegistrationIn,
    RoleIn,
    claim_document,
    declaration_document,
    desk_document,
    invitation_document,
    queue_item,
)
from samspil.associations.schemas import PictureOut, picture_document
from samspil.core import throttle, time
from samspil.core.auth import Actor
from samspil.core.errors import NotFound, must
from samspil.core.files import DiskFiles
from samspil.core.http import (
    Access,
    Blueprint,
    actor,
    must_match,
    open_to,
    private_answer,
    session,
    settings,
    visitor,
)
from samspil.core.pictures import measure
from samspil.core.throttle import Limit
from samspil.people.history import HistoryOut, change_document, history
from samspil.search import paging
from samspil.search.paging import ListQuery, Page

INVITED = Limit("invitation.person", 60, timedelta(hours=1))
# Decoding so many megapixels takes a processor some twenty seconds.
PICTURES = Limit("picture.person", 40, timedelta(hours=1))
MEGAPIXELS = Limit("picture.megapixels", 480, timedelta(hours=1))

blp = Blueprint("desk", __name__, description="Running an association")


@blp.post("/associations")
@blp.arguments(RegistrationIn())
@blp.response(201, DeskOut)
@open_to(Access.VERIFIED)
def register_association(values: dict[str, Any]) -> Response:
    """Register an association, which waits to be verified by staff."""
    made = editing.register(session(), actor(), values, time.now())
    response = desk_of(actor(), made.slug, 201)
    response.headers["Location"] = url_for("associations.get_association", slug=made.slug)
    return response


@blp.get("/associations/<slug:slug>/desk")
@blp.response(200, DeskOut)
@blp.alt_response(308, description="It has another address now")
@open_to(Access.SIGNED_IN)
def get_desk(slug: str) -> Response:
    """An association for those who run it, take part in it, or are in charge of it."""
    try:
        return desk_of(actor(), slug)
    except NotFound:
        present = session().scalar(queries.present_slug(slug))
        if present is None:
            raise
        desk_of(actor(), present)  # nobody else is told where it is
        return redirect(url_for(".get_desk", slug=present), 308)  # type: ignore[return-value]


@blp.patch("/associations/<slug:slug>")
@blp.arguments(ProfileIn())
@blp.response(200, DeskOut)
@open_to(Access.VERIFIED)
def edit_association(values: dict[str, Any], slug: str) -> Response:
    """Change what an association says of itself."""
    desk = open_desk(session(), actor(), slug)
    must_match(desk.association.updated_at)
    editing.edit(session(), actor(), desk, values)
    return desk_of(actor(), desk.association.slug)


@blp.get("/associations/<slug:slug>/history")
@blp.query(ListQuery)
@blp.response(200, HistoryOut)
@open_to(Access.SIGNED_IN)
def get_history(args: dict[str, Any], slug: str) -> Response:
    """Who changed what, newest first."""
    desk = look_at_desk(session(), actor(), slug)
    must(desk.standing.runs_it)
    changes = history(editing.KIND, desk.association.id)
    page = Page.of(args, of=slug)
    return private_answer(paging.document(session(), changes, page, change_document))


@blp.patch("/associations/<slug:slug>/members/<uuid:person_id>")
@blp.arguments(RoleIn())
@blp.response(204)
@open_to(Access.VERIFIED)
def change_role(body: dict[str, Any], slug: str, person_id: uuid.UUID) -> Response:
    """Make a member a manager, or the other way round."""
    members.change_role(session(), actor(), slug, person_id, body["role"])
    return _nothing()


@blp.delete("/associations/<slug:slug>/members/<uuid:person_id>")
@blp.response(204)
@open_to(Access.SIGNED_IN)
def remove_member(slug: str, person_id: uuid.UUID) -> Response:
    """End somebody's part in an association, or leave it oneself."""
    members.remove(session(), actor(), slug, person_id)
    return _nothing()


@blp.post("/associations/<slug:slug>/invitations")
@blp.arguments(InvitationIn())
@blp.response(201, InvitationOut)
@open_to(Access.VERIFIED)
def invite(body: dict[str, Any], slug: str) -> Response:
    """Invite somebody by mail, or send the mail again."""
    throttle.count(visitor(), (INVITED, str(actor().id)))
    throttle.unsolicited(visitor(), body["email"])
    made = members.invite(session(), actor(), slug, body["email"], body["role"], time.now())
    return private_answer(invitation_document(made), 201)


@blp.delete("/associations/<slug:slug>/invitations/<uuid:invitation_id>")
@blp.response(204)
@open_to(Access.VERIFIED)
def withdraw_invitation(slug: str, invitation_id: uuid.UUID) -> Response:
    """Let an invitation's mail lead nowhere."""
    members.withdraw(session(), actor(), slug, invitation_id)
    return _nothing()


@blp.post("/associations/<slug:slug>/pictures")
@blp.upload(NewPictureIn)
@blp.response(201, PictureOut)
@open_to(Access.VERIFIED)
def add_picture(sent: dict[str, Any], slug: str) -> Response:
    """Add a picture (JPEG, PNG, WebP or GIF), which is shown once it has been prepared."""
    upload = measure(sent["file"])
    throttle.count(visitor(), (PICTURES, str(actor().id)))
    throttle.count(visitor(), (MEGAPIXELS, str(actor().id)), amount=upload.megapixels)
    files = DiskFiles(settings().files_dir)
    added = pictures.add(session(), files, actor(), slug, upload, sent["alt"], time.now())
    return private_answer(picture_document(added), 201)


@blp.patch("/associations/<slug:slug>/pictures/<uuid:picture_id>")
@blp.arguments(PictureIn())
@blp.response(200, PictureOut)
@open_to(Access.VERIFIED)
def change_picture(body: dict[str, Any], slug: str, picture_id: uuid.UUID) -> Response:
    """Change what a picture is said to show, or its place among the others."""
    changed = pictures.change(session(), actor(), slug, picture_id, body)
    return private_answer(picture_document(changed))


@blp.delete("/associations/<slug:slug>/pictures/<uuid:picture_id>")
@blp.response(204)
@open_to(Access.VERIFIED)
def remove_picture(slug: str, picture_id: uuid.UUID) -> Response:
    """Take a picture away."""
    pictures.remove(session(), actor(), slug, picture_id)
    return _nothing()


@blp.post("/associations/<slug:slug>/claims")
@blp.arguments(ClaimIn())
@blp.response(201, ClaimedOut)
@open_to(Access.VERIFIED)
def claim_association(body: dict[str, Any], slug: str) -> Response:
    """Say that one runs an association that stands here already; staff decide."""
    made = claims.claim(session(), actor(), slug, body["message"], time.now())
    return private_answer({"id": made.id, "created_at": time.local(made.created_at)}, 201)


@blp.post("/associations/<slug:slug>/declaration")
@blp.arguments(DeclarationIn())
@blp.response(200, DeskOut)
@open_to(Access.VERIFIED)
def declare_child_checks(body: dict[str, Any], slug: str) -> Response:
    """Declare that one obtains child protection certificates, for this year."""
    claims.declare(session(), actor(), slug, body["year"], time.now())
    return desk_of(actor(), slug)


def desk_of(reader: Actor, slug: str, status: int = 200) -> Response:
    """The desk's document.

    Raises:
        NotFound: the desk is not this reader's.
    """
    now = time.now()
    desk = look_at_desk(session(), reader, slug)
    kept = desk.association
    today = time.local(now).date()
    row = session().execute(queries.in_any_state(slug, today)).one()
    taking_part = session().execute(queries.members(kept.id)).all()
    invited = session().scalars(queries.invitations(kept.id, now)).all()
    declared = session().execute(queries.declaration_of(kept.id, today.year)).one_or_none()
    declaration = declaration_document(today.year, declared)
    document = desk_document(row, desk.standing, taking_part, invited, declaration)
    return private_answer(document, status, version=kept.updated_at)


def _nothing() -> Response:
    return Response(status=204)


# What staff in charge of associations see and decide.

staff_blp = Blueprint("staff-associations", __name__, description="Deciding on associations")
STAFF = "/staff/associations"


@staff_blp.get(STAFF)
@staff_blp.query(QueueQuery)
@staff_blp.response(200, QueueOut)
@open_to(Access.STAFF)
def list_for_staff(args: dict[str, Any]) -> Response:
    """Associations in any state, oldest first."""
    must(rules.decides(actor()))
    listing = queries.for_staff(args, time.local(time.now()).year)
    return private_answer(paging.document(session(), listing, Page.of(args), queue_item))


@staff_blp.post(f"{STAFF}/<slug:slug>/verify")
@staff_blp.arguments(NothingIn())
@staff_blp.response(200, DeskOut)
@open_to(Access.STAFF)
def verify_association(_body: dict[str, Any], slug: str) -> Response:
    """Say that an association is who it says; it becomes public."""
    decisions.verify(session(), actor(), slug, time.now())
    return desk_of(actor(), slug)


@staff_blp.post(f"{STAFF}/<slug:slug>/decline")
@staff_blp.arguments(ReasonIn())
@staff_blp.response(200, DeskOut)
@open_to(Access.STAFF)
def decline_association(body: dict[str, Any], slug: str) -> Response:
    """Leave a registered association unseen, and say why."""
    decisions.decline(session(), actor(), slug, body["reason"])
    return desk_of(actor(), slug)


@staff_blp.post(f"{STAFF}/<slug:slug>/approve")
@staff_blp.arguments(ApprovalIn())
@staff_blp.response(200, DeskOut)
@open_to(Access.STAFF)
def approve_association(body: dict[str, Any], slug: str) -> Response:
    """Approve an association under folkeoplysningsloven, or end its approval."""
    decisions.approve(session(), actor(), slug, body["first"], body["last"])
    return desk_of(actor(), slug)


@staff_blp.post(f"{STAFF}/<slug:slug>/hide")
@staff_blp.arguments(ReasonIn())
@staff_blp.response(200, DeskOut)
@open_to(Access.STAFF)
def hide_association(body: dict[str, Any], slug: str) -> Response:
    """Take an association and its needs out of sight, and say why."""
    decisions.hide(session(), actor(), slug, body["reason"])
    return desk_of(actor(), slug)


@staff_blp.post(f"{STAFF}/<slug:slug>/show")
@staff_blp.arguments(NothingIn())
@staff_blp.response(200, DeskOut)
@open_to(Access.STAFF)
def show_association(_body: dict[str, Any], slug: str) -> Response:
    """Let everybody see again what was hidden."""
    decisions.show(session(), actor(), slug)
    return desk_of(actor(), slug)


@staff_blp.post(f"{STAFF}/<slug:slug>/merge")
@staff_blp.arguments(MergeIn())
@staff_blp.response(200, DeskOut)
@open_to(Access.STAFF)
def merge_association(body: dict[str, Any], slug: str) -> Response:
    """Give all that an association has to another; the other one's desk is answered."""
    decisions.merge(session(), actor(), slug, body["into"])
    return desk_of(actor(), body["into"])


@staff_blp.get("/staff/claims")
@staff_blp.query(ListQuery)
@staff_blp.response(200, ClaimsOut)
@open_to(Access.STAFF)
def list_claims(args: dict[str, Any]) -> Response:
    """Who says that they run an association, oldest first."""
    must(rules.decides(actor()))
    claims_ = queries.open_claims()
    return private_answer(paging.document(session(), claims_, Page.of(args), claim_document))


@staff_blp.post("/staff/claims/<uuid:claim_id>/accept")
@staff_blp.arguments(NothingIn())
@staff_blp.response(204)
@open_to(Access.STAFF)
def accept_claim(_body: dict[str, Any], claim_id: uuid.UUID) -> Response:
    """Let somebody run the association they say they run."""
    claims.accept(session(), actor(), claim_id, time.now())
    return Response(status=204)


@staff_blp.post("/staff/claims/<uuid:claim_id>/decline")
@staff_blp.arguments(ReasonIn())
@staff_blp.response(204)
@open_to(Access.STAFF)
def decline_claim(body: dict[str, Any], claim_id: uuid.UUID) -> Response:
    """Leave the association with whoever has it, and say why."""
    claims.decline(session(), actor(), claim_id, body["reason"], time.now())
    return Response(status=204)

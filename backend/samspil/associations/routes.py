"""HTTP: search for associations, see one and its pictures."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from flask import Response, redirect, request, url_for

from samspil.associations import (
    claims,
    decisions,
    editing,
    members,
    merging,
    pictures,
    queries,
    rules,
)
from samspil.associations.access import look_at_desk, open_desk
from samspil.associations.desk_schemas import (
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
from samspil.associations.queries import Filters
from samspil.associations.schemas import (
    AssociationOut,
    AssociationsOut,
    AssociationsQuery,
    PictureOut,
    association_document,
    association_item,
    picture_document,
)
from samspil.core import geo, throttle, time
from samspil.core.auth import Actor
from samspil.core.errors import NotFound, must
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
from samspil.core.pictures import MEDIA_TYPE, WIDTHS, measure, stored_variant
from samspil.core.throttle import Limit
from samspil.people.history import HistoryOut, change_document, history, of_object
from samspil.places.queries import must_be_known, origin_of_search
from samspil.search import paging
from samspil.search.paging import ListQuery, Page

blp = Blueprint("associations", __name__, description="Associations, networks, initiatives")


@blp.get("/associations")
@blp.query(AssociationsQuery)
@blp.response(200, AssociationsOut)
@open_to(Access.ANYONE)
def list_associations(args: dict[str, Any]) -> Response:
    """Associations nearest first, or by name without a position."""
    page = Page.of(args)
    filters = Filters(args.get("q"), args.get("interest", ()), args.get("kind", ()))
    today = time.local(time.now()).date()
    origin = origin_of_search(args)
    if origin is None:
        found = queries.by_name(filters, page, today)
    else:
        radius_m = args.get("radius_m", geo.DEFAULT_RADIUS_M)
        found = queries.near(origin, radius_m, filters, page, today)
    document = found.document(session(), page, association_item)
    must_be_known(session(), args, document["items"])
    return answer(document)


@blp.get("/associations/<slug:slug>")
@blp.response(200, AssociationOut)
@blp.alt_response(308, description="It has another address now")
@open_to(Access.ANYONE)
def get_association(slug: str) -> Response:
    """One association."""
    today = time.local(time.now()).date()
    row = session().execute(queries.one(slug, today)).first()
    if row is None:
        return _moved(slug)
    return answer(association_document(row))


def _moved(slug: str) -> Response:
    """Where the association is now that once had this slug.

    Raises:
        NotFound: nowhere that anybody may see.
    """
    present = session().scalar(queries.present_slug(slug).where(queries.PUBLIC))
    if present is None:
        raise NotFound
    response = redirect(url_for(".get_association", slug=present), 308)
    # Not for ever, as it else would be: it may get its old address back.
    response.headers["Cache-Control"] = "public, max-age=30"
    return response  # type: ignore[return-value]


@blp.get(
    "/pictures/<uuid:picture_id>/<int:width>.webp",
    parameters=[
        {"in": "path", "name": "width", "schema": {"type": "integer", "enum": list(WIDTHS)}}
    ],
)
@blp.response(200, content_type="image/webp")
@open_to(Access.ANYONE)
def get_picture(picture_id: uuid.UUID, width: int) -> Response:
    """A picture of an association that the reader may see, in one of its widths."""
    public = session().scalar(pictures.visible(picture_id, None))
    if public is None:
        public = session().scalar(pictures.visible(picture_id, actor_or_none()))
    content = stored_variant(DiskFiles(settings().files_dir), picture_id, width)
    if public is None or content is None:
        raise NotFound
    response = Response(content, mimetype=MEDIA_TYPE)
    # Asked again each time: it may be hidden or taken away at any moment.
    response.headers["Cache-Control"] = "no-cache" if public else "private, no-cache"
    response.set_etag(f"{picture_id.hex}-{width}")
    response.make_conditional(request)
    return response


# HTTP: an association's desk, as its managers' pages are called, and that of staff.

INVITED = Limit("invitation.person", 60, timedelta(hours=1))
# Decoding so many megapixels takes a processor some twenty seconds.
PICTURES = Limit("picture.person", 40, timedelta(hours=1))
MEGAPIXELS = Limit("picture.megapixels", 480, timedelta(hours=1))

desk_blp = Blueprint("desk", __name__, description="Running an association")


@desk_blp.post("/associations")
@desk_blp.arguments(RegistrationIn())
@desk_blp.response(201, DeskOut)
@open_to(Access.VERIFIED)
def register_association(values: dict[str, Any]) -> Response:
    """Register an association, which waits to be verified by staff."""
    made = editing.register(session(), actor(), values, time.now())
    response = desk_of(actor(), made.slug, 201)
    response.headers["Location"] = url_for("associations.get_association", slug=made.slug)
    return response


@desk_blp.get("/associations/<slug:slug>/desk")
@desk_blp.response(200, DeskOut)
@desk_blp.alt_response(308, description="It has another address now")
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


@desk_blp.patch("/associations/<slug:slug>")
@desk_blp.arguments(ProfileIn())
@desk_blp.response(200, DeskOut)
@open_to(Access.VERIFIED)
def edit_association(values: dict[str, Any], slug: str) -> Response:
    """Change what an association says of itself."""
    desk = open_desk(session(), actor(), slug)
    must_match(desk.association.updated_at)
    editing.edit(session(), actor(), desk, values)
    return desk_of(actor(), desk.association.slug)


@desk_blp.get("/associations/<slug:slug>/history")
@desk_blp.query(ListQuery)
@desk_blp.response(200, HistoryOut)
@open_to(Access.SIGNED_IN)
def get_history(args: dict[str, Any], slug: str) -> Response:
    """Who changed what, newest first."""
    desk = look_at_desk(session(), actor(), slug)
    must(desk.standing.runs_it)
    sources = of_object(editing.KIND, desk.association.id, editing.ACTS)
    changes = history(*sources, now=time.now())
    page = Page.of(args, of=slug)
    return private_answer(paging.document(session(), changes, page, change_document))


@desk_blp.patch("/associations/<slug:slug>/members/<uuid:person_id>")
@desk_blp.arguments(RoleIn())
@desk_blp.response(204)
@open_to(Access.VERIFIED)
def change_role(body: dict[str, Any], slug: str, person_id: uuid.UUID) -> Response:
    """Make a member a manager, or the other way round."""
    members.change_role(session(), actor(), slug, person_id, body["role"])
    return _nothing()


@desk_blp.delete("/associations/<slug:slug>/members/<uuid:person_id>")
@desk_blp.response(204)
@open_to(Access.SIGNED_IN)
def remove_member(slug: str, person_id: uuid.UUID) -> Response:
    """End somebody's part in an association, or leave it oneself."""
    members.remove(session(), actor(), slug, person_id)
    return _nothing()


@desk_blp.post("/associations/<slug:slug>/invitations")
@desk_blp.arguments(InvitationIn())
@desk_blp.response(201, InvitationOut)
@open_to(Access.VERIFIED)
def invite(body: dict[str, Any], slug: str) -> Response:
    """Invite somebody by mail, or send the mail again."""
    throttle.count(visitor(), (INVITED, str(actor().id)))
    throttle.unsolicited(visitor(), body["email"])
    made = members.invite(session(), actor(), slug, body["email"], body["role"], time.now())
    return private_answer(invitation_document(made), 201)


@desk_blp.delete("/associations/<slug:slug>/invitations/<uuid:invitation_id>")
@desk_blp.response(204)
@open_to(Access.VERIFIED)
def withdraw_invitation(slug: str, invitation_id: uuid.UUID) -> Response:
    """Let an invitation's mail lead nowhere."""
    members.withdraw(session(), actor(), slug, invitation_id)
    return _nothing()


@desk_blp.post("/associations/<slug:slug>/pictures")
@desk_blp.upload(NewPictureIn)
@desk_blp.response(201, PictureOut)
@open_to(Access.VERIFIED)
def add_picture(sent: dict[str, Any], slug: str) -> Response:
    """Add a picture (JPEG, PNG, WebP or GIF), which is shown once it has been prepared."""
    upload = measure(sent["file"])
    throttle.count(visitor(), (PICTURES, str(actor().id)))
    throttle.count(visitor(), (MEGAPIXELS, str(actor().id)), amount=upload.megapixels)
    files = DiskFiles(settings().files_dir)
    added = pictures.add(session(), files, actor(), slug, upload, sent["alt"], time.now())
    return private_answer(picture_document(added), 201)


@desk_blp.patch("/associations/<slug:slug>/pictures/<uuid:picture_id>")
@desk_blp.arguments(PictureIn())
@desk_blp.response(200, PictureOut)
@open_to(Access.VERIFIED)
def change_picture(body: dict[str, Any], slug: str, picture_id: uuid.UUID) -> Response:
    """Change what a picture is said to show, or its place among the others."""
    changed = pictures.change(session(), actor(), slug, picture_id, body)
    return private_answer(picture_document(changed))


@desk_blp.delete("/associations/<slug:slug>/pictures/<uuid:picture_id>")
@desk_blp.response(204)
@open_to(Access.VERIFIED)
def remove_picture(slug: str, picture_id: uuid.UUID) -> Response:
    """Take a picture away."""
    pictures.remove(session(), actor(), slug, picture_id)
    return _nothing()


@desk_blp.post("/associations/<slug:slug>/claims")
@desk_blp.arguments(ClaimIn())
@desk_blp.response(201, ClaimedOut)
@open_to(Access.VERIFIED)
def claim_association(body: dict[str, Any], slug: str) -> Response:
    """Say that one runs an association that stands here already; staff decide."""
    made = claims.claim(session(), actor(), slug, body["message"], time.now())
    return private_answer({"id": made.id, "created_at": time.local(made.created_at)}, 201)


@desk_blp.post("/associations/<slug:slug>/declaration")
@desk_blp.arguments(DeclarationIn())
@desk_blp.response(200, DeskOut)
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
    merged = session().execute(merging.merges_into(kept.id, now)).all()
    document = desk_document(row, desk.standing, taking_part, invited, declaration, merged)
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
    decisions.merge(session(), actor(), slug, body["into"], time.now())
    return desk_of(actor(), body["into"])


@staff_blp.post("/staff/merges/<uuid:merge_id>/undo")
@staff_blp.response(200, DeskOut)
@open_to(Access.STAFF)
def undo_merge(merge_id: uuid.UUID) -> Response:
    """Make two associations of one again, within thirty days; the desk of the one that is back."""
    return desk_of(actor(), merging.undo(session(), actor(), merge_id, time.now()).slug)


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

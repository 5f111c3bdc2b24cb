"""Associations, networks and their members: the manifest of the domain."""

from __future__ import annotations

from typing import Final

from samspil.associations import (
    invitations,
    letters,
    models,
    moderation,
    privacy,
    routes,
    tasks,
    texts,
)
from samspil.associations.desk import routes as desk_routes
from samspil.associations.registers import Associations
from samspil.associations.staff import routes as staff_routes
from samspil.core.domain import Domain

ASSOCIATIONS: Final = Domain(
    name="associations",
    models=(
        models.Association,
        models.AssociationPlace,
        models.FormerSlug,
        models.Membership,
        models.Invitation,
        models.Claim,
        models.ChildCheckDeclaration,
        models.AssociationPicture,
        models.ImportedAssociation,
    ),
    texts=(texts.TEXTS,),
    mails=(*letters.MAILS,),
    tasks=(
        tasks.prepare_picture,
        tasks.forget_picture,
        tasks.tidy_uploads,
    ),
    kept=(*privacy.KEPT,),
    links=(*invitations.LINKS,),
    moderated=(moderation.MODERATED,),
    registers=(Associations,),
    blueprints=(
        desk_routes.blp,
        routes.blp,
        staff_routes.blp,
    ),
)

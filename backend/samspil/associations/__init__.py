"""Associations, networks and their members: the manifest of the domain."""

from __future__ import annotations

from typing import Final

from samspil.associations import (
    decisions,
    inbox,
    members,
    messages,
    models,
    pictures,
    privacy,
    routes,
)
from samspil.associations.registers import Associations
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
        models.Merge,
        models.ImportedAssociation,
    ),
    texts=(messages.TEXTS,),
    mails=(*messages.MAILS,),
    tasks=(pictures.prepare_picture, pictures.forget_picture, pictures.tidy_uploads),
    kept=(*privacy.KEPT,),
    links=(*members.LINKS,),
    moderated=(decisions.MODERATED,),
    inbox=inbox.INBOX,
    registers=(Associations,),
    blueprints=(routes.desk_blp, routes.blp, routes.staff_blp),
)

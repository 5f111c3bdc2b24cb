"""The rules of associations: who may do what, how much may wait, what a CVR number is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from samspil.associations.models import Association
from samspil.core.auth import Actor
from samspil.core.errors import Conflict

MANAGER: Final = "manager"
# How much of one person, or one association, may wait for others at a time.
MOST_PENDING: Final = 5
MOST_CLAIMS: Final = 5
MOST_INVITATIONS: Final = 50
MOST_PICTURES: Final = 12

_CVR_WEIGHTS: Final = (2, 7, 6, 5, 4, 3, 2, 1)


def is_cvr(number: str) -> bool:
    """Whether eight digits can be a CVR number.

    The last digit follows from the others by modulus 11. Erhvervsstyrelsen: every CVR number
    keeps to it (erhvervsstyrelsen.dk/modulus_11); only CPR numbers, and one series of P numbers,
    do not.
    """
    if not re.fullmatch(r"[1-9]\d{7}", number, re.ASCII):
        return False
    return sum(w * int(d) for w, d in zip(_CVR_WEIGHTS, number, strict=True)) % 11 == 0


@dataclass(frozen=True, slots=True)
class Standing:
    """What a person is to an association.

    Attributes:
        role: in it, or None.
        staff: whether the person is the municipality's, in charge of associations.
    """

    role: str | None
    staff: bool

    @classmethod
    def of(cls, actor: Actor, role: str | None) -> Standing:
        """From who acts, and their role in the association."""
        return cls(role, decides(actor))

    @property
    def runs_it(self) -> bool:
        """Whether the person speaks for the association, or for all."""
        return self.role == MANAGER or self.staff


def decides(actor: Actor) -> bool:
    """Whether somebody verifies, approves, hides and merges associations."""
    return actor.in_charge_of("associations")


def may_see_desk(standing: Standing) -> bool:
    """Whether the desk exists for somebody; for all others it is not there."""
    return standing.role is not None or standing.staff


def may_edit(standing: Standing, association: Association) -> bool:
    """Its profile, pictures and members' roles; what has been merged away stays as it was."""
    return standing.runs_it and association.status != "merged"


def may_invite(standing: Standing, association: Association) -> bool:
    """By mail, and so only in the name of an association that staff know."""
    return standing.runs_it and association.status == "public"


def may_declare(standing: Standing, association: Association) -> bool:
    """That it obtains child-protection certificates: an association's own word, not staff's."""
    return standing.role == MANAGER and association.status != "merged"


def may_leave(standing: Standing) -> bool:
    """Also the last who runs it: nobody is held back, and staff are told."""
    return standing.role is not None


def may_verify(standing: Standing, association: Association) -> bool:
    """That it is who it says."""
    unverified = association.status == "public" and association.verified_at is None
    return standing.staff and (association.status == "pending" or unverified)


def may_decline(standing: Standing, association: Association) -> bool:
    """One that waits to be verified."""
    return standing.staff and association.status == "pending"


def may_approve(standing: Standing, association: Association) -> bool:
    """To borrow municipal premises, under folkeoplysningsloven."""
    return standing.staff and association.status == "public"


def may_hide(standing: Standing, association: Association) -> bool:
    """What is public."""
    return standing.staff and association.status == "public"


def may_show(standing: Standing, association: Association) -> bool:
    """What has been hidden or declined."""
    return standing.staff and association.status == "hidden"


def may_merge(standing: Standing, association: Association) -> bool:
    """Into another: one that stands twice."""
    return standing.staff and association.status != "merged"


def may(standing: Standing, association: Association) -> dict[str, bool]:
    """All of it, for a desk to show what can be done."""
    return {
        "edit": may_edit(standing, association),
        "invite": may_invite(standing, association),
        "change_members": may_edit(standing, association),
        "see_history": standing.runs_it,
        "declare": may_declare(standing, association),
        "leave": may_leave(standing),
        "verify": may_verify(standing, association),
        "decline": may_decline(standing, association),
        "approve": may_approve(standing, association),
        "hide": may_hide(standing, association),
        "show": may_show(standing, association),
        "merge": may_merge(standing, association),
    }


def highest(*roles: str) -> str:
    """The role that allows most."""
    return MANAGER if MANAGER in roles else roles[0]


# What can go wrong with associations alone.


class NotPublic(Conflict):
    """That can be done only for an association that is public."""

    name = "not-public"


class TooManyWaiting(Conflict):
    """So many things wait to be decided that there cannot be another."""

    name = "too-many-waiting"

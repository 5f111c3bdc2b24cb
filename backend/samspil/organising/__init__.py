"""Writing needs and planning shifts: the manifest of the domain."""

from __future__ import annotations

from typing import Final

from samspil.core.domain import Domain
from samspil.organising import messages, moderation, routes, states
from samspil.organising.registers import Needs

ORGANISING: Final = Domain(
    name="organising",
    texts=(messages.SHIFT_TEXTS, messages.TEXTS),
    mails=(*messages.MAILS, *messages.NEED_MAILS, *messages.SHIFT_MAILS),
    tasks=(states.remind_of_shifts, states.close_needs, states.warn_of_ends),
    moderated=(moderation.MODERATED,),
    registers=(Needs,),
    blueprints=(routes.blp, routes.shift_blp),
)

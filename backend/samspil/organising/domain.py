"""Writing needs and planning shifts: the manifest of the domain."""

from __future__ import annotations

from typing import Final

from samspil.core.domain import Domain
from samspil.organising import letters, moderation, need_letters, routes, tasks, texts
from samspil.organising.registers import Needs
from samspil.organising.shifts import letters as shifts_letters
from samspil.organising.shifts import routes as shifts_routes
from samspil.organising.shifts import tasks as shifts_tasks
from samspil.organising.shifts import texts as shifts_texts

ORGANISING: Final = Domain(
    name="organising",
    texts=(
        shifts_texts.SHIFT_TEXTS,
        texts.TEXTS,
    ),
    mails=(
        *letters.MAILS,
        *need_letters.NEED_MAILS,
        *shifts_letters.SHIFT_MAILS,
    ),
    tasks=(
        shifts_tasks.remind_of_shifts,
        tasks.close_needs,
        tasks.tell_of_ends,
    ),
    moderated=(moderation.MODERATED,),
    registers=(Needs,),
    blueprints=(
        routes.blp,
        shifts_routes.blp,
    ),
)

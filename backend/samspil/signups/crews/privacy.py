"""What reminding keeps: nothing of anybody."""

from __future__ import annotations

from typing import Final

from samspil.core.privacy import Kept
from samspil.signups.crews.models import ShiftReminder

CREW_KEPT: Final = (Kept(table=ShiftReminder.__tablename__, impersonal=("shift_id", "day")),)

"""What reminding keeps: nothing of anybody."""

from __future__ import annotations

from samspil.core.privacy import Kept, register
from samspil.signups.crews.models import ShiftReminder

register(Kept(table=ShiftReminder.__tablename__, impersonal=("shift_id", "day")))

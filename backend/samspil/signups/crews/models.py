"""What is kept of reminding those who have a place."""

from __future__ import annotations

import uuid
from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samspil.core.db import Base
from samspil.needs.models import Shift


class ShiftReminder(Base):
    """That an association has reminded the crew of a shift on a day; once a day is enough."""

    __tablename__ = "shift_reminders"

    shift_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(Shift.id, ondelete="CASCADE"), primary_key=True
    )
    day: Mapped[date] = mapped_column(primary_key=True)

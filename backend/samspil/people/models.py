"""What is kept of people. So far: what they can take an interest in."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from samspil.core.db import Base


class Interest(Base):
    """Something people like to do; associations and needs are marked with the same words."""

    __tablename__ = "interests"

    slug: Mapped[str] = mapped_column(primary_key=True)
    label_da: Mapped[str]
    label_en: Mapped[str]
    rank: Mapped[int]

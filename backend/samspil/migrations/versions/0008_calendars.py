"""Personal calendar feeds, shifts' changes, reminders."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "shifts",
        sa.Column(
            "changed_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
            comment="when its association last changed it",
        ),
    )
    op.add_column("shifts", sa.Column("cancelled_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column(
        "shifts",
        sa.Column(
            "reminded_for",
            sa.DateTime(timezone=True),
            nullable=True,
            comment="the start that who comes has been reminded of",
        ),
    )
    op.create_index(
        "ix_shifts_starts_at",
        "shifts",
        ["starts_at"],
        postgresql_where=sa.text("cancelled_at IS NULL"),
    )
    op.create_table(
        "calendar_feeds",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column(
            "secret", sa.LargeBinary(), nullable=False, comment="SHA-256 of what is in its address"
        ),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("fetched_on", sa.Date(), nullable=True, comment="the last day, no closer"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_calendar_feeds_person_id")
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_calendar_feeds")),
        sa.UniqueConstraint("secret", name=op.f("uq_calendar_feeds_secret")),
    )


def downgrade() -> None:
    op.drop_table("calendar_feeds")
    op.drop_index("ix_shifts_starts_at", "shifts")
    op.drop_column("shifts", "reminded_for")
    op.drop_column("shifts", "cancelled_at")
    op.drop_column("shifts", "changed_at")

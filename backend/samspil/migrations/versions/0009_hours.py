"""Hours given, their confirmation, and proofs of them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "hours_entries",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("association_id", sa.Uuid(), nullable=False),
        sa.Column("need_id", sa.Uuid(), nullable=True),
        sa.Column("signup_id", sa.Uuid(), nullable=True),
        sa.Column(
            "person_id",
            sa.Uuid(),
            nullable=True,
            comment="nobody: who gave them has been erased",
        ),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("entered_by", sa.Text(), nullable=False),
        sa.Column("automatic", sa.Boolean(), server_default="false", nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column(
            "reason",
            sa.Text(),
            nullable=True,
            comment="by the association, told to the volunteer",
        ),
        sa.Column("decided_by_id", sa.Uuid(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "created_at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False
        ),
        sa.Column(
            "updated_at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False
        ),
        sa.CheckConstraint(
            "status IN ('waiting', 'confirmed', 'declined')", name=op.f("ck_hours_entries_status")
        ),
        sa.CheckConstraint(
            "entered_by IN ('volunteer', 'association')", name=op.f("ck_hours_entries_entered_by")
        ),
        sa.CheckConstraint("minutes BETWEEN 5 AND 1440", name=op.f("ck_hours_entries_minutes")),
        sa.CheckConstraint(
            "(status = 'declined') = (reason IS NOT NULL)", name=op.f("ck_hours_entries_reason")
        ),
        sa.CheckConstraint(
            "(status = 'waiting') = (decided_at IS NULL)", name=op.f("ck_hours_entries_decided")
        ),
        sa.CheckConstraint(
            "person_id IS NOT NULL OR status = 'confirmed'", name=op.f("ck_hours_entries_person")
        ),
        sa.ForeignKeyConstraint(
            ["association_id"], ["associations.id"], name=op.f("fk_hours_entries_association_id")
        ),
        sa.ForeignKeyConstraint(
            ["need_id"], ["needs.id"], name=op.f("fk_hours_entries_need_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["signup_id"],
            ["signups.id"],
            name=op.f("fk_hours_entries_signup_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_hours_entries_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by_id"],
            ["people.id"],
            name=op.f("fk_hours_entries_decided_by_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hours_entries")),
    )
    op.create_index(
        "uq_hours_entries_signup_id_day", "hours_entries", ["signup_id", "day"], unique=True
    )
    op.create_index("ix_hours_entries_need_id", "hours_entries", ["need_id"])
    op.create_index("ix_hours_entries_decided_by_id", "hours_entries", ["decided_by_id"])
    op.create_index("ix_hours_entries_person_id_day", "hours_entries", ["person_id", "day", "id"])
    op.create_index(
        "ix_hours_entries_association_id_created_at",
        "hours_entries",
        ["association_id", "created_at", "id"],
    )
    op.create_table(
        "certificates",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column(
            "code",
            sa.Text(),
            nullable=False,
            comment="100 random bits; whoever has it reads the paper",
        ),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("until_day", sa.Date(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("rows", postgresql.JSONB(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("language IN ('da', 'en')", name=op.f("ck_certificates_language")),
        sa.CheckConstraint("until_day >= from_day", name=op.f("ck_certificates_days")),
        sa.CheckConstraint("minutes >= 1", name=op.f("ck_certificates_minutes")),
        sa.CheckConstraint("code ~ '^[0-9A-HJKMNP-TV-Z]{20}$'", name=op.f("ck_certificates_code")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_certificates_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificates")),
    )
    op.create_index("uq_certificates_code", "certificates", ["code"], unique=True)
    op.create_index(
        "ix_certificates_person_id_created_at", "certificates", ["person_id", "created_at"]
    )


def downgrade() -> None:
    op.drop_table("certificates")
    op.drop_table("hours_entries")

"""Sign-ups, and what requests with a retry key were answered."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "answered_requests",
        sa.Column(
            "key",
            sa.LargeBinary(),
            nullable=False,
            comment="SHA-256 of the client's key, the route and who",
        ),
        sa.Column(
            "actor_id", sa.Uuid(), nullable=False, comment="no key: this floor has no people"
        ),
        sa.Column("body", sa.LargeBinary(), nullable=False, comment="SHA-256 of what was sent"),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("answer", sa.LargeBinary(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_answered_requests")),
    )
    op.create_index(op.f("ix_answered_requests_actor_id"), "answered_requests", ["actor_id"])
    op.create_index(op.f("ix_answered_requests_created_at"), "answered_requests", ["created_at"])
    op.create_table(
        "signups",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("need_id", sa.Uuid(), nullable=False),
        sa.Column("shift_id", sa.Uuid(), nullable=True),
        sa.Column(
            "person_id",
            sa.Uuid(),
            nullable=True,
            comment="nobody: who was there has been erased",
        ),
        sa.Column("number", sa.Integer(), nullable=False, comment="the order of arrival, from 1"),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "offered_until",
            sa.DateTime(timezone=True),
            nullable=True,
            comment="until when a place is held for who is first on the waiting list",
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "changed_at",
            sa.DateTime(timezone=True),
            nullable=False,
            comment="when its state last changed",
        ),
        sa.Column(
            "answered_at",
            sa.DateTime(timezone=True),
            nullable=True,
            comment="first, by the association",
        ),
        sa.CheckConstraint(
            "status IN ('applied', 'accepted', 'waitlisted', 'declined', 'attended', 'absent',"
            " 'withdrawn')",
            name=op.f("ck_signups_status"),
        ),
        sa.CheckConstraint("number >= 1", name=op.f("ck_signups_number")),
        sa.CheckConstraint(
            "offered_until IS NULL OR status = 'waitlisted'", name=op.f("ck_signups_offered")
        ),
        sa.CheckConstraint(
            "person_id IS NOT NULL OR status IN ('attended', 'absent')",
            name=op.f("ck_signups_person"),
        ),
        sa.ForeignKeyConstraint(
            ["need_id"], ["needs.id"], name=op.f("fk_signups_need_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["shift_id"], ["shifts.id"], name=op.f("fk_signups_shift_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_signups_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signups")),
    )
    op.create_index(
        "uq_signups_number",
        "signups",
        ["need_id", "shift_id", "number"],
        unique=True,
        postgresql_nulls_not_distinct=True,
    )
    still_open = "status IN ('applied', 'accepted', 'waitlisted')"
    op.create_index(
        "uq_signups_open_need",
        "signups",
        ["person_id", "need_id"],
        unique=True,
        postgresql_where=sa.text(f"shift_id IS NULL AND {still_open}"),
    )
    op.create_index(
        "uq_signups_open_shift",
        "signups",
        ["person_id", "shift_id"],
        unique=True,
        postgresql_where=sa.text(f"shift_id IS NOT NULL AND {still_open}"),
    )
    op.create_index("ix_signups_shift_id", "signups", ["shift_id"])
    op.create_index("ix_signups_person_id_created_at", "signups", ["person_id", "created_at", "id"])
    op.create_index("ix_signups_need_id_created_at", "signups", ["need_id", "created_at", "id"])


def downgrade() -> None:
    op.drop_table("signups")
    op.drop_table("answered_requests")

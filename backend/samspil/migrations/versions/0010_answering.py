"""Messages of a sign-up, child-protection certificates' status, yearly declarations."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "messages",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("signup_id", sa.Uuid(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("sender_id", sa.Uuid(), nullable=False),
        sa.Column("occasion", sa.Text(), nullable=True, comment="what was done with these words"),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "hidden_reason", sa.Text(), nullable=True, comment="by staff, told to who wrote it"
        ),
        sa.CheckConstraint("side IN ('volunteer', 'association')", name=op.f("ck_messages_side")),
        sa.CheckConstraint(
            "occasion IN ('sign-up', 'accept', 'decline', 'remind')",
            name=op.f("ck_messages_occasion"),
        ),
        sa.CheckConstraint("length(text) BETWEEN 1 AND 2000", name=op.f("ck_messages_text")),
        sa.ForeignKeyConstraint(
            ["signup_id"], ["signups.id"], name=op.f("fk_messages_signup_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["sender_id"], ["people.id"], name=op.f("fk_messages_sender_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_messages")),
    )
    op.create_index("ix_messages_signup_id_sent_at", "messages", ["signup_id", "sent_at", "id"])
    op.create_index("ix_messages_sent_at", "messages", ["sent_at"])
    op.create_index(op.f("ix_messages_sender_id"), "messages", ["sender_id"])
    op.execute(
        "INSERT INTO messages (id, signup_id, side, sender_id, occasion, text, sent_at)"
        " SELECT gen_random_uuid(), id, 'volunteer', person_id, 'sign-up', message, created_at"
        " FROM signups WHERE message <> '' AND person_id IS NOT NULL"
    )
    op.create_table(
        "thread_marks",
        sa.Column("signup_id", sa.Uuid(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("read_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "told_at",
            sa.DateTime(timezone=True),
            nullable=True,
            comment="when a mail was decided on; none again once the side has read",
        ),
        sa.CheckConstraint(
            "side IN ('volunteer', 'association')", name=op.f("ck_thread_marks_side")
        ),
        sa.ForeignKeyConstraint(
            ["signup_id"],
            ["signups.id"],
            name=op.f("fk_thread_marks_signup_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("signup_id", "side", name=op.f("pk_thread_marks")),
    )
    op.create_table(
        "child_checks",
        sa.Column("association_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False, comment="when it became so"),
        sa.Column("by_id", sa.Uuid(), nullable=True, comment="who said so for the association"),
        sa.CheckConstraint("status IN ('asked', 'in_order')", name=op.f("ck_child_checks_status")),
        sa.ForeignKeyConstraint(
            ["association_id"],
            ["associations.id"],
            name=op.f("fk_child_checks_association_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_child_checks_person_id")
        ),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_child_checks_by_id")),
        sa.PrimaryKeyConstraint("association_id", "person_id", name=op.f("pk_child_checks")),
    )
    op.create_index(op.f("ix_child_checks_person_id"), "child_checks", ["person_id"])
    op.create_index(op.f("ix_child_checks_by_id"), "child_checks", ["by_id"])
    op.create_table(
        "child_check_declarations",
        sa.Column("association_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["association_id"],
            ["associations.id"],
            name=op.f("fk_child_check_declarations_association_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"],
            ["people.id"],
            name=op.f("fk_child_check_declarations_made_by_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("association_id", "year", name=op.f("pk_child_check_declarations")),
    )
    op.create_index(
        op.f("ix_child_check_declarations_made_by_id"), "child_check_declarations", ["made_by_id"]
    )
    op.create_table(
        "shift_reminders",
        sa.Column("shift_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["shift_id"],
            ["shifts.id"],
            name=op.f("fk_shift_reminders_shift_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("shift_id", "day", name=op.f("pk_shift_reminders")),
    )


def downgrade() -> None:
    op.drop_table("shift_reminders")
    op.drop_table("child_check_declarations")
    op.drop_table("child_checks")
    op.drop_table("thread_marks")
    op.drop_table("messages")

"""Jobs, and mails on their way."""

import sqlalchemy as sa
from alembic import op
from procrastinate.schema import SchemaManager
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # The schema of procrastinate 3.10. A later one brings its changes as SQL files
    # (procrastinate/sql/migrations): execute those in a migration of ours when the lock moves on.
    # Straight to the driver, for what stands in the SQL are no parameters of ours.
    op.get_bind().connection.cursor().execute(SchemaManager.get_schema())
    op.create_table(
        "mails",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), server_default="waiting", nullable=False),
        sa.Column("to_address", sa.Text(), nullable=True),
        sa.Column(
            "said",
            postgresql.JSONB(astext_type=sa.Text(), none_as_null=True),
            nullable=True,
            comment="the values its wording leaves open",
        ),
        sa.Column("link", sa.Text(), nullable=True, comment="where its button leads"),
        sa.Column("unsubscribe", sa.Text(), nullable=True),
        sa.Column(
            "fingerprint",
            sa.Text(),
            nullable=False,
            comment="of the address, see suppressed_addresses",
        ),
        sa.Column(
            "person_id", sa.Uuid(), nullable=True, comment="no key: this floor has no people"
        ),
        sa.Column("problem", sa.Text(), nullable=True, comment="why it did not go; nobody's words"),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "state IN ('waiting', 'sent', 'failed', 'suppressed')", name=op.f("ck_mails_state")
        ),
        sa.CheckConstraint("language IN ('da', 'en')", name=op.f("ck_mails_language")),
        sa.CheckConstraint(
            "state IN ('waiting', 'failed') OR (to_address IS NULL AND said IS NULL"
            " AND link IS NULL AND unsubscribe IS NULL)",
            name=op.f("ck_mails_blank_when_done"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mails")),
    )
    op.create_index("ix_mails_person_id", "mails", ["person_id"], unique=False)
    op.create_index("ix_mails_created_at", "mails", ["created_at"], unique=False)
    op.create_table(
        "suppressed_addresses",
        sa.Column(
            "fingerprint",
            sa.Text(),
            nullable=False,
            comment="SHA-256 of the address in lower case, hexadecimal",
        ),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column(
            "since", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False
        ),
        sa.CheckConstraint(
            "reason IN ('refused', 'bounced')", name=op.f("ck_suppressed_addresses_reason")
        ),
        sa.PrimaryKeyConstraint("fingerprint", name=op.f("pk_suppressed_addresses")),
    )


def downgrade() -> None:
    op.drop_table("suppressed_addresses")
    op.drop_table("mails")
    for table in ("events", "periodic_defers", "jobs", "workers"):
        op.execute(f"DROP TABLE procrastinate_{table} CASCADE")
    op.execute(
        "DO $$ DECLARE made regprocedure; BEGIN"
        " FOR made IN SELECT oid::regprocedure FROM pg_proc"
        " WHERE proname LIKE 'procrastinate\\_%' AND pronamespace = current_schema()::regnamespace"
        " LOOP EXECUTE 'DROP FUNCTION ' || made || ' CASCADE'; END LOOP; END $$"
    )
    for kind in ("job_to_defer_v1", "job_event_type", "job_status"):
        op.execute(f"DROP TYPE procrastinate_{kind}")

"""Saved searches and their alerts, favourites, and mails that list things."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

DONE = (
    "state IN ('waiting', 'failed') OR (to_address IS NULL AND said IS NULL"
    " AND link IS NULL AND unsubscribe IS NULL{listed})"
)


def upgrade() -> None:
    op.add_column(
        "mails",
        sa.Column(
            "listed",
            postgresql.JSONB(astext_type=sa.Text(), none_as_null=True),
            nullable=True,
            comment="title, about and path of each thing it lists",
        ),
    )
    op.drop_constraint(op.f("ck_mails_blank_when_done"), "mails")
    op.create_check_constraint(
        op.f("ck_mails_blank_when_done"), "mails", DONE.format(listed=" AND listed IS NULL")
    )
    op.create_table(
        "saved_searches",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column(
            "filters",
            postgresql.JSONB(astext_type=sa.Text()),
            nullable=False,
            comment="as the search for needs takes them; a position rounded to about 100 m",
        ),
        sa.Column("frequency", sa.Text(), nullable=False),
        sa.Column(
            "told_until",
            sa.DateTime(timezone=True),
            nullable=False,
            comment="what was published by then is no news",
        ),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "frequency IN ('daily', 'weekly', 'never')", name=op.f("ck_saved_searches_frequency")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_saved_searches_person_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_searches")),
    )
    op.create_index(op.f("ix_saved_searches_person_id"), "saved_searches", ["person_id"])
    op.create_table(
        "search_alerts",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False, comment="in Denmark"),
        sa.Column(
            "token_hash",
            sa.LargeBinary(),
            nullable=False,
            comment="SHA-256 of the secret in the link that ends them",
        ),
        sa.Column(
            "search_ids",
            postgresql.ARRAY(sa.Uuid()),
            nullable=False,
            comment="the searches that its link ends; no key: they may be gone",
        ),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_search_alerts_person_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("person_id", "day", name=op.f("pk_search_alerts")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_search_alerts_token_hash")),
    )
    op.create_table(
        "favourites",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("need_id", sa.Uuid(), nullable=True),
        sa.Column("association_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "num_nonnulls(need_id, association_id) = 1", name=op.f("ck_favourites_one_thing")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_favourites_person_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["need_id"], ["needs.id"], name=op.f("fk_favourites_need_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["association_id"],
            ["associations.id"],
            name=op.f("fk_favourites_association_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_favourites")),
        sa.UniqueConstraint("person_id", "need_id", name=op.f("uq_favourites_person_id_need_id")),
        sa.UniqueConstraint(
            "person_id", "association_id", name=op.f("uq_favourites_person_id_association_id")
        ),
    )
    op.create_index(op.f("ix_favourites_need_id"), "favourites", ["need_id"])
    op.create_index(op.f("ix_favourites_association_id"), "favourites", ["association_id"])


def downgrade() -> None:
    op.drop_table("favourites")
    op.drop_table("search_alerts")
    op.drop_table("saved_searches")
    op.drop_constraint(op.f("ck_mails_blank_when_done"), "mails")
    op.create_check_constraint(op.f("ck_mails_blank_when_done"), "mails", DONE.format(listed=""))
    op.drop_column("mails", "listed")

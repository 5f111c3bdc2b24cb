"""A merge of two associations can be undone for thirty days."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "association_merges",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("source_id", sa.Uuid(), nullable=False),
        sa.Column("target_id", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by_id", sa.Uuid(), nullable=True),
        sa.Column(
            "record",
            postgresql.JSONB(),
            nullable=False,
            comment="keys of rows that were moved, copies of rows that were dropped",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_association_merges"),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["associations.id"],
            name="fk_association_merges_source_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["target_id"],
            ["associations.id"],
            name="fk_association_merges_target_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"],
            ["people.id"],
            name="fk_association_merges_made_by_id",
            ondelete="SET NULL",
        ),
        sa.UniqueConstraint("source_id", name="uq_association_merges_source_id"),
    )
    op.create_index("ix_association_merges_target_id", "association_merges", ["target_id"])
    op.create_index("ix_association_merges_made_by_id", "association_merges", ["made_by_id"])
    op.execute(
        "CREATE TRIGGER made_by_id_is_not_erased BEFORE INSERT OR UPDATE OF made_by_id"
        " ON association_merges FOR EACH ROW EXECUTE FUNCTION refuse_the_erased('made_by_id')"
    )


def downgrade() -> None:
    op.drop_table("association_merges")

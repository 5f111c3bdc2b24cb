"""Indexes that compare plain columns and periods together, as exclusion constraints need."""

from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")


def downgrade() -> None:
    # Like the other extensions it stays: something else in the database may need it.
    pass

"""Pictures that are decoded after their upload."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "association_pictures",
        sa.Column("status", sa.Text(), server_default="ready", nullable=False),
    )
    op.create_check_constraint(
        op.f("ck_association_pictures_status"),
        "association_pictures",
        "status IN ('preparing', 'ready', 'failed')",
    )


def downgrade() -> None:
    op.drop_column("association_pictures", "status")

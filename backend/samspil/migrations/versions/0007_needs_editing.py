"""Needs that are written bit by bit, that are renewed, and whose end is told of."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "needs",
        sa.Column(
            "unsaid",
            postgresql.ARRAY(sa.Text()),
            server_default="{}",
            nullable=False,
            comment="of a draft: which of place, commitment and wanted nobody has decided yet",
        ),
    )
    op.add_column(
        "needs",
        sa.Column(
            "renewed_at",
            sa.DateTime(timezone=True),
            nullable=True,
            comment="when its association last said that it is still wanted",
        ),
    )
    op.add_column(
        "needs",
        sa.Column(
            "expiry_told_at",
            sa.DateTime(timezone=True),
            nullable=True,
            comment="when its managers were told that it ends soon",
        ),
    )
    op.alter_column("needs", "published_at", comment="since when it is new to people")
    op.create_check_constraint(op.f("ck_needs_said"), "needs", "status = 'draft' OR unsaid = '{}'")
    op.create_check_constraint(
        op.f("ck_needs_unsaid"), "needs", "unsaid <@ ARRAY['place', 'commitment', 'wanted']"
    )


def downgrade() -> None:
    op.drop_constraint(op.f("ck_needs_unsaid"), "needs")
    op.drop_constraint(op.f("ck_needs_said"), "needs")
    op.alter_column("needs", "published_at", comment=None)
    op.drop_column("needs", "expiry_told_at")
    op.drop_column("needs", "renewed_at")
    op.drop_column("needs", "unsaid")

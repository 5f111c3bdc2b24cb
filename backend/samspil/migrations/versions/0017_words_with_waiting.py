"""Messages that were sent when somebody was put on the waiting list."""

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

NAME = "ck_messages_occasion"


def upgrade() -> None:
    _allow("'sign-up', 'accept', 'wait', 'decline', 'remind'")


def downgrade() -> None:
    op.execute("UPDATE messages SET occasion = NULL WHERE occasion = 'wait'")
    _allow("'sign-up', 'accept', 'decline', 'remind'")


def _allow(occasions: str) -> None:
    op.drop_constraint(op.f(NAME), "messages")
    op.create_check_constraint(op.f(NAME), "messages", f"occasion IN ({occasions})")

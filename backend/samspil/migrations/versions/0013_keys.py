"""Keys: a refresh token's answer may get lost once; unproved accounts keep next to nothing.

Revision ID: 0013
Revises: 0012
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

# What an account could make before anybody had proved its address, and nobody can any more.
MADE_UNPROVED = ("calendar_feeds", "favourites", "saved_searches", "profiles", "optional_consents")


def upgrade() -> None:
    op.add_column(
        "login_sessions",
        sa.Column(
            "previous_hash",
            sa.LargeBinary(),
            nullable=True,
            comment="of the one before, until it has come twice",
        ),
    )
    op.add_column(
        "login_sessions",
        sa.Column(
            "device_hash",
            sa.LargeBinary(),
            server_default="",
            nullable=False,
            comment="SHA-256 of how the device names itself",
        ),
    )
    people = sa.table("people", sa.column("id"), sa.column("verified_at"))
    for table in MADE_UNPROVED:
        theirs = sa.table(table, sa.column("person_id"))
        unproved = sa.select(people.c.id).where(people.c.verified_at.is_(None))
        op.execute(sa.delete(theirs).where(theirs.c.person_id.in_(unproved)))
    # They would change an address without having been bound to the one before.
    op.execute("DELETE FROM links WHERE purpose = 'change-email'")
    op.execute("UPDATE people SET administrator = false, areas = '{}' WHERE verified_at IS NULL")


def downgrade() -> None:
    op.drop_column("login_sessions", "device_hash")
    op.drop_column("login_sessions", "previous_hash")

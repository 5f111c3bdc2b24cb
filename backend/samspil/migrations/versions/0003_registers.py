"""Registers: what each last said of a row; suggestions from the open map."""

import sqlalchemy as sa
from alembic import op
from geoalchemy2 import Geometry
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

IMPORTED = ("associations", "premises", "needs")


def upgrade() -> None:
    for kind in IMPORTED:
        table = f"imported_{kind}"
        op.create_table(
            table,
            sa.Column("source", sa.Text(), nullable=False, comment="which register"),
            sa.Column("external_id", sa.Text(), nullable=False, comment="the row's id there"),
            sa.Column(
                "written",
                postgresql.JSONB(astext_type=sa.Text()),
                nullable=False,
                comment="each field as the register last said it",
            ),
            sa.Column("object_id", sa.Uuid(), nullable=True),
            sa.ForeignKeyConstraint(
                ["object_id"],
                [f"{kind}.id"],
                name=op.f(f"fk_{table}_object_id"),
                ondelete="SET NULL",
            ),
            sa.PrimaryKeyConstraint("source", "external_id", name=op.f(f"pk_{table}")),
        )
        op.create_index(op.f(f"ix_{table}_object_id"), table, ["object_id"], unique=False)
    op.create_table(
        "suggestions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("osm_id", sa.Text(), nullable=False, comment="node/1, way/1, relation/1"),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", Geometry("POINT", srid=25832, spatial_index=False), nullable=False),
        sa.Column(
            "tags",
            postgresql.JSONB(astext_type=sa.Text()),
            nullable=False,
            comment="as given; ODbL",
        ),
        sa.Column("status", sa.Text(), server_default="open", nullable=False),
        sa.Column("association_id", sa.Uuid(), nullable=True),
        sa.Column("premises_id", sa.Uuid(), nullable=True),
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
        sa.CheckConstraint("kind IN ('association', 'premises')", name=op.f("ck_suggestions_kind")),
        sa.CheckConstraint(
            "status IN ('open', 'accepted', 'rejected')", name=op.f("ck_suggestions_status")
        ),
        sa.ForeignKeyConstraint(
            ["association_id"],
            ["associations.id"],
            name=op.f("fk_suggestions_association_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["premises_id"],
            ["premises.id"],
            name=op.f("fk_suggestions_premises_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suggestions")),
        sa.UniqueConstraint("osm_id", name=op.f("uq_suggestions_osm_id")),
    )
    op.create_index(
        op.f("ix_suggestions_association_id"), "suggestions", ["association_id"], unique=False
    )
    op.create_index(
        op.f("ix_suggestions_premises_id"), "suggestions", ["premises_id"], unique=False
    )
    op.create_index(
        "ix_suggestions_position",
        "suggestions",
        ["position"],
        unique=False,
        postgresql_using="gist",
    )


def downgrade() -> None:
    op.drop_table("suggestions")
    for kind in reversed(IMPORTED):
        op.drop_table(f"imported_{kind}")

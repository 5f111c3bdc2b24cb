"""Official geography: postcode areas, parishes, addresses, and what was imported from where."""

import sqlalchemy as sa
from alembic import op
from geoalchemy2 import Geometry

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint(op.f("ck_areas_layer"), "areas", type_="check")
    op.create_check_constraint(
        op.f("ck_areas_layer"), "areas", "layer IN ('municipality', 'postcode', 'parish')"
    )
    op.add_column(
        "areas",
        sa.Column("drawing", sa.Text(), nullable=True, comment="GeoJSON, coarser, for phones"),
    )
    op.execute("UPDATE areas SET drawing = ST_AsGeoJSON(ST_Transform(outline, 4326), 5, 0)")
    op.create_check_constraint(
        op.f("ck_areas_drawing"), "areas", "layer <> 'municipality' OR drawing IS NOT NULL"
    )
    op.create_table(
        "addresses",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False, comment="as it is written on a letter"),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.Column("position", Geometry("POINT", srid=25832, spatial_index=False), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_addresses")),
        sa.UniqueConstraint("text", name=op.f("uq_addresses_text")),
    )
    op.create_index(
        "ix_addresses_position", "addresses", ["position"], unique=False, postgresql_using="gist"
    )
    op.create_index(
        "ix_addresses_search_text",
        "addresses",
        ["search_text"],
        unique=False,
        postgresql_using="gin",
        postgresql_ops={"search_text": "gin_trgm_ops"},
    )
    op.create_table(
        "imported_layers",
        sa.Column("layer", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False, comment="the file's name"),
        sa.Column("features", sa.Integer(), nullable=False),
        sa.Column("imported_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "layer IN ('municipality', 'postcode', 'parish', 'place', 'address')",
            name=op.f("ck_imported_layers_layer"),
        ),
        sa.PrimaryKeyConstraint("layer", name=op.f("pk_imported_layers")),
    )


def downgrade() -> None:
    op.drop_table("imported_layers")
    op.drop_table("addresses")
    op.execute("DELETE FROM areas WHERE layer <> 'municipality'")
    op.drop_constraint(op.f("ck_areas_drawing"), "areas", type_="check")
    op.drop_column("areas", "drawing")
    op.drop_constraint(op.f("ck_areas_layer"), "areas", type_="check")
    op.create_check_constraint(op.f("ck_areas_layer"), "areas", "layer IN ('municipality')")

"""The first house: places, interests, associations, needs, premises."""

import sqlalchemy as sa
from alembic import op
from geoalchemy2 import Geometry
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

EXTENSIONS = ("postgis", "pg_trgm", "fuzzystrmatch")


def upgrade() -> None:
    for extension in EXTENSIONS:
        op.execute(f"CREATE EXTENSION IF NOT EXISTS {extension}")
    op.create_table(
        "areas",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("layer", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column(
            "outline", Geometry("MULTIPOLYGON", srid=25832, spatial_index=False), nullable=False
        ),
        sa.CheckConstraint("layer IN ('municipality')", name=op.f("ck_areas_layer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_areas")),
    )
    op.create_index("ix_areas_outline", "areas", ["outline"], unique=False, postgresql_using="gist")
    op.create_index("uq_areas_layer_code", "areas", ["layer", "code"], unique=True)
    op.create_table(
        "associations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False, comment="Markdown"),
        sa.Column("lang", sa.Text(), server_default="da", nullable=False),
        sa.Column("cvr", sa.Text(), nullable=True),
        sa.Column("interests", postgresql.ARRAY(sa.Text()), server_default="{}", nullable=False),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column(
            "contact",
            postgresql.JSONB(astext_type=sa.Text()),
            nullable=False,
            comment="a role's name, email, phone",
        ),
        sa.Column("website", sa.Text(), nullable=True),
        sa.Column("languages", postgresql.ARRAY(sa.Text()), server_default="{}", nullable=False),
        sa.Column("step_free", sa.Boolean(), nullable=True),
        sa.Column(
            "reply_days", sa.Integer(), nullable=True, comment="median days to a first answer"
        ),
        sa.Column(
            "open_needs",
            sa.Integer(),
            server_default="0",
            nullable=False,
            comment="written by volunteering, which this domain does not know",
        ),
        sa.Column("verified_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("approved_from", sa.Date(), nullable=True),
        sa.Column("approved_until", sa.Date(), nullable=True),
        sa.Column("demo", sa.Boolean(), server_default="false", nullable=False),
        sa.Column(
            "search",
            postgresql.TSVECTOR(),
            nullable=False,
            comment="the words it can be found by",
        ),
        sa.Column(
            "positions", Geometry("MULTIPOINT", srid=25832, spatial_index=False), nullable=True
        ),
        sa.Column("position_accuracy", sa.Text(), nullable=True),
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
        sa.CheckConstraint("cvr ~ '^[0-9]{8}$'", name=op.f("ck_associations_cvr")),
        sa.CheckConstraint(
            "kind IN ('association', 'network', 'initiative')", name=op.f("ck_associations_kind")
        ),
        sa.CheckConstraint("lang IN ('da', 'en')", name=op.f("ck_associations_lang")),
        sa.CheckConstraint(
            "approved_until >= approved_from", name=op.f("ck_associations_approval_period")
        ),
        sa.CheckConstraint("length(summary) <= 160", name=op.f("ck_associations_summary")),
        sa.CheckConstraint(
            "position_accuracy IN ('exact', 'town')",
            name=op.f("ck_associations_position_accuracy"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_associations")),
        sa.UniqueConstraint("slug", name=op.f("uq_associations_slug")),
    )
    op.create_index(
        "ix_associations_positions",
        "associations",
        ["positions"],
        unique=False,
        postgresql_using="gist",
    )
    op.create_index(
        "ix_associations_search",
        "associations",
        ["search"],
        unique=False,
        postgresql_using="gin",
    )
    op.create_table(
        "words",
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("stem", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("word", name=op.f("pk_words")),
    )
    op.create_index(
        "ix_words_word",
        "words",
        ["word"],
        unique=False,
        postgresql_using="gin",
        postgresql_ops={"word": "gin_trgm_ops"},
    )
    op.create_index("ix_words_stem", "words", ["stem"], unique=False)
    op.create_table(
        "interests",
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("label_da", sa.Text(), nullable=False),
        sa.Column("label_en", sa.Text(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("slug", name=op.f("pk_interests")),
    )
    op.create_table(
        "places",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("postcode", sa.Text(), nullable=False),
        sa.Column("position", Geometry("POINT", srid=25832, spatial_index=False), nullable=False),
        sa.Column(
            "spellings",
            postgresql.ARRAY(sa.Text()),
            server_default="{}",
            nullable=False,
            comment="folded: the name and what else people call it",
        ),
        sa.CheckConstraint(
            "kind IN ('town', 'village', 'hamlet', 'district')", name=op.f("ck_places_kind")
        ),
        sa.CheckConstraint("postcode ~ '^[0-9]{4}$'", name=op.f("ck_places_postcode")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_places")),
        sa.UniqueConstraint("slug", name=op.f("uq_places_slug")),
    )
    op.create_index(
        "ix_places_position", "places", ["position"], unique=False, postgresql_using="gist"
    )
    op.create_table(
        "association_places",
        sa.Column("association_id", sa.Uuid(), nullable=False),
        sa.Column("place_id", sa.Uuid(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["association_id"],
            ["associations.id"],
            name=op.f("fk_association_places_association_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["place_id"], ["places.id"], name=op.f("fk_association_places_place_id")
        ),
        sa.PrimaryKeyConstraint("association_id", "place_id", name=op.f("pk_association_places")),
    )
    op.create_index(
        op.f("ix_association_places_place_id"), "association_places", ["place_id"], unique=False
    )
    op.create_table(
        "needs",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("association_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False, comment="Markdown"),
        sa.Column("lang", sa.Text(), server_default="da", nullable=False),
        sa.Column("tasks", postgresql.ARRAY(sa.Text()), server_default="{}", nullable=False),
        sa.Column("benefits", postgresql.ARRAY(sa.Text()), server_default="{}", nullable=False),
        sa.Column("requirements", postgresql.ARRAY(sa.Text()), server_default="{}", nullable=False),
        sa.Column("skills", postgresql.ARRAY(sa.Text()), server_default="{}", nullable=False),
        sa.Column("languages", postgresql.ARRAY(sa.Text()), server_default="{}", nullable=False),
        sa.Column("interests", postgresql.ARRAY(sa.Text()), server_default="{}", nullable=False),
        sa.Column("helps", sa.Text(), nullable=True),
        sa.Column("commitment", sa.Text(), nullable=False),
        sa.Column(
            "pattern",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default="[]",
            nullable=False,
            comment="recurring: weekday, starts, ends on a local clock",
        ),
        sa.Column("slots", postgresql.ARRAY(sa.Text()), server_default="{}", nullable=False),
        sa.Column("hours_per_week", sa.Numeric(), nullable=True),
        sa.Column("from_day", sa.Date(), nullable=True),
        sa.Column("until_day", sa.Date(), nullable=True),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("wanted", sa.Integer(), nullable=False),
        sa.Column("taken", sa.Integer(), server_default="0", nullable=False),
        sa.Column("minimum_age", sa.Integer(), nullable=True),
        sa.Column("children_under_15", sa.Boolean(), nullable=False),
        sa.Column("step_free", sa.Boolean(), nullable=True),
        sa.Column("public_transport", sa.Text(), nullable=True),
        sa.Column("intake", sa.Text(), nullable=False),
        sa.Column("takes_whole", sa.Boolean(), nullable=False),
        sa.Column(
            "contact",
            postgresql.JSONB(none_as_null=True, astext_type=sa.Text()),
            nullable=True,
            comment="a role's name, email, phone; None: the association's",
        ),
        sa.Column("deadline", sa.Date(), nullable=True),
        sa.Column("status", sa.Text(), server_default="draft", nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("open_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("demo", sa.Boolean(), server_default="false", nullable=False),
        sa.Column(
            "search",
            postgresql.TSVECTOR(),
            nullable=False,
            comment="the words it can be found by",
        ),
        sa.Column(
            "positions", Geometry("MULTIPOINT", srid=25832, spatial_index=False), nullable=True
        ),
        sa.Column("position_accuracy", sa.Text(), nullable=True),
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
            "commitment IN ('once', 'recurring', 'ongoing')", name=op.f("ck_needs_commitment")
        ),
        sa.CheckConstraint("intake IN ('instant', 'reviewed')", name=op.f("ck_needs_intake")),
        sa.CheckConstraint("lang IN ('da', 'en')", name=op.f("ck_needs_lang")),
        sa.CheckConstraint(
            "status = 'draft' OR (published_at IS NOT NULL AND open_until IS NOT NULL)",
            name=op.f("ck_needs_published"),
        ),
        sa.CheckConstraint(
            "status IN ('draft', 'published', 'paused', 'filled', 'closed')",
            name=op.f("ck_needs_status"),
        ),
        sa.CheckConstraint("cardinality(requirements) <= 3", name=op.f("ck_needs_requirements")),
        sa.CheckConstraint("hours_per_week > 0", name=op.f("ck_needs_hours_per_week")),
        sa.CheckConstraint("length(summary) <= 160", name=op.f("ck_needs_summary")),
        sa.CheckConstraint("minimum_age BETWEEN 0 AND 99", name=op.f("ck_needs_minimum_age")),
        sa.CheckConstraint("taken BETWEEN 0 AND wanted", name=op.f("ck_needs_taken")),
        sa.CheckConstraint("until_day >= from_day", name=op.f("ck_needs_days")),
        sa.CheckConstraint("wanted >= 1", name=op.f("ck_needs_wanted")),
        sa.ForeignKeyConstraint(
            ["association_id"], ["associations.id"], name=op.f("fk_needs_association_id")
        ),
        sa.CheckConstraint(
            "position_accuracy IN ('exact', 'town')",
            name=op.f("ck_needs_position_accuracy"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_needs")),
    )
    op.create_index(op.f("ix_needs_association_id"), "needs", ["association_id"], unique=False)
    op.create_index(
        "ix_needs_positions",
        "needs",
        ["positions"],
        unique=False,
        postgresql_using="gist",
        postgresql_where=sa.text("status = 'published'"),
    )
    op.create_index(
        "ix_needs_published_at",
        "needs",
        ["published_at", "id"],
        unique=False,
        postgresql_where=sa.text("status = 'published'"),
    )
    op.create_index(
        "ix_needs_remote",
        "needs",
        ["id"],
        unique=False,
        postgresql_where=sa.text("status = 'published' AND positions IS NULL"),
    )
    op.create_index(
        "ix_needs_search",
        "needs",
        ["search"],
        unique=False,
        postgresql_using="gin",
        postgresql_where=sa.text("status = 'published'"),
    )
    op.create_table(
        "premises",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("operator", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False, comment="Markdown"),
        sa.Column("lang", sa.Text(), server_default="da", nullable=False),
        sa.Column("place_id", sa.Uuid(), nullable=False),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("features", postgresql.ARRAY(sa.Text()), server_default="{}", nullable=False),
        sa.Column(
            "contact",
            postgresql.JSONB(astext_type=sa.Text()),
            nullable=False,
            comment="a role's name, email, phone",
        ),
        sa.Column("parking", sa.Text(), nullable=True),
        sa.Column("transport", sa.Text(), nullable=True),
        sa.Column("house_rules", postgresql.ARRAY(sa.Text()), server_default="{}", nullable=False),
        sa.Column("demo", sa.Boolean(), server_default="false", nullable=False),
        sa.Column(
            "search",
            postgresql.TSVECTOR(),
            nullable=False,
            comment="the words it can be found by",
        ),
        sa.Column(
            "positions", Geometry("MULTIPOINT", srid=25832, spatial_index=False), nullable=True
        ),
        sa.Column("position_accuracy", sa.Text(), nullable=True),
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
        sa.CheckConstraint("lang IN ('da', 'en')", name=op.f("ck_premises_lang")),
        sa.CheckConstraint("length(summary) <= 160", name=op.f("ck_premises_summary")),
        sa.ForeignKeyConstraint(["place_id"], ["places.id"], name=op.f("fk_premises_place_id")),
        sa.CheckConstraint(
            "position_accuracy IN ('exact', 'town')",
            name=op.f("ck_premises_position_accuracy"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_premises")),
        sa.UniqueConstraint("slug", name=op.f("uq_premises_slug")),
    )
    op.create_index(op.f("ix_premises_place_id"), "premises", ["place_id"], unique=False)
    op.create_index(
        "ix_premises_positions", "premises", ["positions"], unique=False, postgresql_using="gist"
    )
    op.create_index(
        "ix_premises_search",
        "premises",
        ["search"],
        unique=False,
        postgresql_using="gin",
    )
    op.create_table(
        "need_places",
        sa.Column("need_id", sa.Uuid(), nullable=False),
        sa.Column("place_id", sa.Uuid(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["need_id"], ["needs.id"], name=op.f("fk_need_places_need_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["place_id"], ["places.id"], name=op.f("fk_need_places_place_id")),
        sa.PrimaryKeyConstraint("need_id", "place_id", name=op.f("pk_need_places")),
    )
    op.create_index(op.f("ix_need_places_place_id"), "need_places", ["place_id"], unique=False)
    op.create_table(
        "opening_hours",
        sa.Column("premises_id", sa.Uuid(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("opens", sa.Time(), nullable=False),
        sa.Column("closes", sa.Time(), nullable=False),
        sa.CheckConstraint("closes > opens", name=op.f("ck_opening_hours_period")),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name=op.f("ck_opening_hours_weekday")),
        sa.ForeignKeyConstraint(
            ["premises_id"],
            ["premises.id"],
            name=op.f("fk_opening_hours_premises_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("premises_id", "weekday", "opens", name=op.f("pk_opening_hours")),
    )
    op.create_table(
        "parts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("premises_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["premises_id"], ["premises.id"], name=op.f("fk_parts_premises_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parts")),
        sa.UniqueConstraint("premises_id", "name", name=op.f("uq_parts_premises_id_name")),
    )
    op.create_table(
        "shifts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("need_id", sa.Uuid(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("taken", sa.Integer(), server_default="0", nullable=False),
        sa.Column("minimum_crew", sa.Integer(), nullable=True),
        sa.CheckConstraint("capacity >= 1", name=op.f("ck_shifts_capacity")),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_shifts_period")),
        sa.CheckConstraint(
            "minimum_crew BETWEEN 1 AND capacity", name=op.f("ck_shifts_minimum_crew")
        ),
        sa.CheckConstraint("taken BETWEEN 0 AND capacity", name=op.f("ck_shifts_taken")),
        sa.ForeignKeyConstraint(
            ["need_id"], ["needs.id"], name=op.f("fk_shifts_need_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shifts")),
    )
    op.create_index("ix_shifts_need_id_starts_at", "shifts", ["need_id", "starts_at"], unique=False)
    op.create_table(
        "spaces",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("premises_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False, comment="persons"),
        sa.Column("area_m2", sa.Integer(), nullable=True),
        sa.Column("floor", sa.Text(), nullable=True),
        sa.Column("activities", postgresql.ARRAY(sa.Text()), server_default="{}", nullable=False),
        sa.Column(
            "features",
            postgresql.ARRAY(sa.Text()),
            server_default="{}",
            nullable=False,
            comment="what it has beyond the premises' own",
        ),
        sa.Column("equipment", postgresql.ARRAY(sa.Text()), server_default="{}", nullable=False),
        sa.CheckConstraint("area_m2 >= 1", name=op.f("ck_spaces_area_m2")),
        sa.CheckConstraint("capacity >= 1", name=op.f("ck_spaces_capacity")),
        sa.ForeignKeyConstraint(
            ["premises_id"], ["premises.id"], name=op.f("fk_spaces_premises_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spaces")),
        sa.UniqueConstraint("premises_id", "name", name=op.f("uq_spaces_premises_id_name")),
    )
    op.create_table(
        "space_parts",
        sa.Column("space_id", sa.Uuid(), nullable=False),
        sa.Column("part_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["part_id"], ["parts.id"], name=op.f("fk_space_parts_part_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["space_id"], ["spaces.id"], name=op.f("fk_space_parts_space_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("space_id", "part_id", name=op.f("pk_space_parts")),
    )
    op.create_index(op.f("ix_space_parts_part_id"), "space_parts", ["part_id"], unique=False)


def downgrade() -> None:
    for table in (
        "words",
        "space_parts",
        "spaces",
        "shifts",
        "parts",
        "opening_hours",
        "need_places",
        "premises",
        "needs",
        "association_places",
        "places",
        "interests",
        "associations",
        "areas",
    ):
        op.drop_table(table)

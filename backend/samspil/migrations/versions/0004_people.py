"""People, what they may do, and what is kept of what they did."""

import sqlalchemy as sa
from alembic import op
from geoalchemy2 import Geometry
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TABLES = (
    "audit_log",
    "changes",
    "people",
    "throttles",
    "association_pictures",
    "association_slugs",
    "claims",
    "invitations",
    "links",
    "login_sessions",
    "memberships",
    "optional_consents",
    "profiles",
    "reports",
)
HALF_DAYS = ", ".join(
    f"'{day}-{part}'"
    for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    for part in ("morning", "afternoon", "evening")
)
CHECKS = {
    "status": "status IN ('pending', 'public', 'hidden', 'merged')",
    "merged": "(status = 'merged') = (merged_into_id IS NOT NULL)",
    "hidden": "(status = 'hidden') = (hidden_reason IS NOT NULL)",
}


def upgrade() -> None:
    op.create_table(
        "audit_log",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=True, comment="nobody: a job, or a visitor"),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("object_id", sa.Text(), nullable=True),
        sa.Column(
            "facts",
            postgresql.JSONB(astext_type=sa.Text()),
            nullable=False,
            comment="ids and states only",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_log")),
    )
    op.create_index("ix_audit_log_actor_id", "audit_log", ["actor_id"], unique=False)
    op.create_index("ix_audit_log_at", "audit_log", ["at"], unique=False)
    op.create_index("ix_audit_log_object", "audit_log", ["kind", "object_id"], unique=False)
    op.create_table(
        "changes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=True, comment="no key: outlives the person"),
        sa.Column(
            "fields",
            postgresql.JSONB(astext_type=sa.Text()),
            nullable=False,
            comment="name: [before, after]",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_changes")),
    )
    op.create_index("ix_changes_actor_id", "changes", ["actor_id"], unique=False)
    op.create_index("ix_changes_object", "changes", ["kind", "object_id", "at"], unique=False)
    op.create_table(
        "people",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=True, comment="argon2id; none: links only"),
        sa.Column("language", sa.Text(), server_default="da", nullable=False),
        sa.Column(
            "verified_at",
            sa.DateTime(timezone=True),
            nullable=True,
            comment="when the address was confirmed",
        ),
        sa.Column("guardian_email", sa.Text(), nullable=True, comment="of somebody under 15"),
        sa.Column("guardian_consented_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("administrator", sa.Boolean(), server_default="false", nullable=False),
        sa.Column(
            "areas",
            postgresql.ARRAY(sa.Text()),
            server_default="{}",
            nullable=False,
            comment="what a municipal employee is in charge of",
        ),
        sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("demo", sa.Boolean(), server_default="false", nullable=False),
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
            "areas <@ ARRAY['associations', 'premises', 'volunteering', 'recognition']",
            name=op.f("ck_people_areas"),
        ),
        sa.CheckConstraint("language IN ('da', 'en')", name=op.f("ck_people_language")),
        sa.CheckConstraint(
            "(erased_at IS NULL) = (email IS NOT NULL)", name=op.f("ck_people_erased")
        ),
        sa.CheckConstraint("email = lower(email)", name=op.f("ck_people_email")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("email", name=op.f("uq_people_email")),
    )
    op.create_table(
        "throttles",
        sa.Column(
            "key",
            sa.LargeBinary(),
            nullable=False,
            comment="keyed hash of what is counted and for whom",
        ),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_throttles")),
    )
    op.create_index("ix_throttles_ends_at", "throttles", ["ends_at"], unique=False)
    op.create_table(
        "association_pictures",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("association_id", sa.Uuid(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("alt", sa.Text(), nullable=False, comment="what it shows, for who cannot see it"),
        sa.Column(
            "width", sa.Integer(), nullable=False, comment="of the largest variant, in pixels"
        ),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("uploaded_by_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "length(alt) BETWEEN 1 AND 300", name=op.f("ck_association_pictures_alt")
        ),
        sa.ForeignKeyConstraint(
            ["association_id"],
            ["associations.id"],
            name=op.f("fk_association_pictures_association_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["uploaded_by_id"],
            ["people.id"],
            name=op.f("fk_association_pictures_uploaded_by_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_association_pictures")),
    )
    op.create_index(
        "ix_association_pictures_association_id",
        "association_pictures",
        ["association_id", "rank"],
        unique=False,
    )
    op.create_index(
        op.f("ix_association_pictures_uploaded_by_id"),
        "association_pictures",
        ["uploaded_by_id"],
        unique=False,
    )
    op.create_table(
        "association_slugs",
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("association_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["association_id"],
            ["associations.id"],
            name=op.f("fk_association_slugs_association_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("slug", name=op.f("pk_association_slugs")),
    )
    op.create_index(
        op.f("ix_association_slugs_association_id"),
        "association_slugs",
        ["association_id"],
        unique=False,
    )
    op.create_table(
        "claims",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("association_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), server_default="open", nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint(
            "status IN ('open', 'accepted', 'declined')", name=op.f("ck_claims_status")
        ),
        sa.ForeignKeyConstraint(
            ["association_id"],
            ["associations.id"],
            name=op.f("fk_claims_association_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["decided_by_id"],
            ["people.id"],
            name=op.f("fk_claims_decided_by_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_claims_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claims")),
    )
    op.create_index("ix_claims_association_id", "claims", ["association_id"], unique=False)
    op.create_index(op.f("ix_claims_decided_by_id"), "claims", ["decided_by_id"], unique=False)
    op.create_index("ix_claims_person_id", "claims", ["person_id"], unique=False)
    op.create_index(
        "uq_claims_open",
        "claims",
        ["association_id", "person_id"],
        unique=True,
        postgresql_where=sa.text("status = 'open'"),
    )
    op.create_table(
        "invitations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("association_id", sa.Uuid(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("invited_by_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("role IN ('member', 'manager')", name=op.f("ck_invitations_role")),
        sa.CheckConstraint("email = lower(email)", name=op.f("ck_invitations_email")),
        sa.ForeignKeyConstraint(
            ["association_id"],
            ["associations.id"],
            name=op.f("fk_invitations_association_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["invited_by_id"],
            ["people.id"],
            name=op.f("fk_invitations_invited_by_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
    )
    op.create_index(op.f("ix_invitations_email"), "invitations", ["email"], unique=False)
    op.create_index(
        op.f("ix_invitations_invited_by_id"), "invitations", ["invited_by_id"], unique=False
    )
    op.create_index(
        "uq_invitations_association_id_email",
        "invitations",
        ["association_id", "email"],
        unique=True,
    )
    op.create_table(
        "links",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False, comment="SHA-256"),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("email", sa.Text(), nullable=False, comment="where it was sent"),
        sa.Column(
            "data", postgresql.JSONB(astext_type=sa.Text()), server_default="{}", nullable=False
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_links_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_links")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_links_token_hash")),
    )
    op.create_index(op.f("ix_links_email"), "links", ["email"], unique=False)
    op.create_index(op.f("ix_links_person_id"), "links", ["person_id"], unique=False)
    op.create_table(
        "login_sessions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column(
            "refresh_hash",
            sa.LargeBinary(),
            nullable=False,
            comment="SHA-256 of the newest refresh token's id",
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "end_reason", sa.Text(), nullable=True, comment="signed-out, everywhere, reused, …"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_login_sessions_person_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_login_sessions")),
    )
    op.create_index(
        op.f("ix_login_sessions_person_id"), "login_sessions", ["person_id"], unique=False
    )
    op.create_table(
        "memberships",
        sa.Column("association_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("role IN ('member', 'manager')", name=op.f("ck_memberships_role")),
        sa.ForeignKeyConstraint(
            ["association_id"],
            ["associations.id"],
            name=op.f("fk_memberships_association_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_memberships_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("association_id", "person_id", name=op.f("pk_memberships")),
    )
    op.create_index(op.f("ix_memberships_person_id"), "memberships", ["person_id"], unique=False)
    op.create_table(
        "optional_consents",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "purpose IN ('asked_for_needs', 'news_by_mail', 'shown_as_member')",
            name=op.f("ck_optional_consents_purpose"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_optional_consents_person_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_optional_consents")),
    )
    op.create_index(
        "ix_optional_consents_person_id", "optional_consents", ["person_id"], unique=False
    )
    op.create_index(
        "uq_optional_consents_standing",
        "optional_consents",
        ["person_id", "purpose"],
        unique=True,
        postgresql_where=sa.text("withdrawn_at IS NULL"),
    )
    op.create_table(
        "profiles",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("home_place_id", sa.Uuid(), nullable=True),
        sa.Column(
            "home",
            Geometry("POINT", srid=25832, spatial_index=False),
            nullable=True,
            comment="the town's point, or their own rounded to about 100 m",
        ),
        sa.Column("about", sa.Text(), server_default="", nullable=False),
        sa.Column("interests", postgresql.ARRAY(sa.Text()), server_default="{}", nullable=False),
        sa.Column("skills", postgresql.ARRAY(sa.Text()), server_default="{}", nullable=False),
        sa.Column("languages", postgresql.ARRAY(sa.Text()), server_default="{}", nullable=False),
        sa.Column("availability", postgresql.ARRAY(sa.Text()), server_default="{}", nullable=False),
        sa.Column("available_from", sa.Date(), nullable=True),
        sa.Column("available_until", sa.Date(), nullable=True),
        sa.Column("max_distance_m", sa.Integer(), nullable=True),
        sa.Column("birth_year", sa.Integer(), nullable=True),
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
            f"availability <@ ARRAY[{HALF_DAYS}]",
            name=op.f("ck_profiles_availability"),
        ),
        sa.CheckConstraint("available_until >= available_from", name=op.f("ck_profiles_available")),
        sa.CheckConstraint("birth_year BETWEEN 1900 AND 2100", name=op.f("ck_profiles_birth_year")),
        sa.CheckConstraint(
            "max_distance_m BETWEEN 500 AND 50000", name=op.f("ck_profiles_max_distance")
        ),
        sa.ForeignKeyConstraint(
            ["home_place_id"], ["places.id"], name=op.f("fk_profiles_home_place_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_profiles_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_profiles")),
    )
    op.create_index("ix_profiles_home", "profiles", ["home"], unique=False, postgresql_using="gist")
    op.create_index(op.f("ix_profiles_home_place_id"), "profiles", ["home_place_id"], unique=False)
    op.create_table(
        "reports",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False, comment="association, need, …"),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("reporter_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.Text(), server_default="open", nullable=False),
        sa.Column("decided_by_id", sa.Uuid(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decision", sa.Text(), nullable=True, comment="why, in words the author is told"),
        sa.CheckConstraint(
            "(status = 'open') = (decided_at IS NULL)", name=op.f("ck_reports_decided")
        ),
        sa.CheckConstraint(
            "status IN ('open', 'upheld', 'dismissed')", name=op.f("ck_reports_status")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by_id"],
            ["people.id"],
            name=op.f("fk_reports_decided_by_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["reporter_id"], ["people.id"], name=op.f("fk_reports_reporter_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports")),
    )
    op.create_index(op.f("ix_reports_decided_by_id"), "reports", ["decided_by_id"], unique=False)
    op.create_index("ix_reports_object", "reports", ["kind", "object_id"], unique=False)
    op.create_index(
        "ix_reports_open",
        "reports",
        ["created_at"],
        unique=False,
        postgresql_where=sa.text("status = 'open'"),
    )
    op.create_index(op.f("ix_reports_reporter_id"), "reports", ["reporter_id"], unique=False)
    op.add_column(
        "associations", sa.Column("status", sa.Text(), server_default="public", nullable=False)
    )
    op.add_column(
        "associations",
        sa.Column(
            "hidden_reason", sa.Text(), nullable=True, comment="by staff, told to its managers"
        ),
    )
    op.add_column("associations", sa.Column("merged_into_id", sa.Uuid(), nullable=True))
    op.create_index(
        op.f("ix_associations_merged_into_id"), "associations", ["merged_into_id"], unique=False
    )
    op.create_foreign_key(
        op.f("fk_associations_merged_into_id"),
        "associations",
        "associations",
        ["merged_into_id"],
        ["id"],
    )

    for name, condition in CHECKS.items():
        op.create_check_constraint(op.f(f"ck_associations_{name}"), "associations", condition)
    op.add_column(
        "needs",
        sa.Column(
            "shown",
            sa.Boolean(),
            server_default="true",
            nullable=False,
            comment="false: hidden by staff, or its association is not public",
        ),
    )
    op.add_column(
        "needs",
        sa.Column(
            "hidden_reason", sa.Text(), nullable=True, comment="by staff, told to its managers"
        ),
    )
    op.create_check_constraint(
        op.f("ck_needs_hidden"), "needs", "hidden_reason IS NULL OR NOT shown"
    )


def downgrade() -> None:
    for column in ("hidden_reason", "shown"):
        op.drop_column("needs", column)
    for name in CHECKS:
        op.drop_constraint(f"ck_associations_{name}", "associations")
    for column in ("merged_into_id", "hidden_reason", "status"):
        op.drop_column("associations", column)
    for table in reversed(TABLES):
        op.drop_table(table)

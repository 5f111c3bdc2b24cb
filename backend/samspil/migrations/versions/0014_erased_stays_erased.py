"""The database takes no row with the id of somebody who has been erased."""

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

# The lock is the one that a foreign key takes, so that nothing waits that did not wait before.
REFUSE = """
CREATE FUNCTION refuse_the_erased() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    person uuid;
    before uuid;
    gone timestamptz;
BEGIN
    EXECUTE format('SELECT ($1).%I', TG_ARGV[0]) INTO person USING NEW;
    IF TG_OP = 'UPDATE' AND TG_ARGV[1] IS NULL THEN
        EXECUTE format('SELECT ($1).%I', TG_ARGV[0]) INTO before USING OLD;
        IF person IS NOT DISTINCT FROM before THEN
            RETURN NEW;
        END IF;
    END IF;
    IF person IS NOT NULL THEN
        SELECT erased_at INTO gone FROM people WHERE id = person FOR KEY SHARE;
        IF gone IS NOT NULL THEN
            RAISE foreign_key_violation USING
                MESSAGE = 'the person has been erased',
                CONSTRAINT = 'person_is_erased',
                TABLE = TG_TABLE_NAME,
                COLUMN = TG_ARGV[0];
        END IF;
    END IF;
    RETURN NEW;
END $$
"""

# Who is told of something must not keep others from doing it: their mail ends unsaid.
BLANK = """
CREATE FUNCTION blank_mail_to_the_erased() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    gone timestamptz;
BEGIN
    SELECT erased_at INTO gone FROM people WHERE id = NEW.person_id FOR KEY SHARE;
    IF gone IS NOT NULL THEN
        NEW.state := 'suppressed';
        NEW.ended_at := now();
        NEW.fingerprint := '';
        NEW.to_address := NULL;
        NEW.said := NULL;
        NEW.link := NULL;
        NEW.unsubscribe := NULL;
        NEW.listed := NULL;
        NEW.person_id := NULL;
    END IF;
    RETURN NEW;
END $$
"""

COLUMNS = (
    ("asked", "person_id"),
    ("association_pictures", "uploaded_by_id"),
    ("calendar_feeds", "person_id"),
    ("certificates", "person_id"),
    ("changes", "actor_id"),
    ("child_check_declarations", "made_by_id"),
    ("child_checks", "by_id"),
    ("child_checks", "person_id"),
    ("claims", "decided_by_id"),
    ("claims", "person_id"),
    ("favourites", "person_id"),
    ("hours_entries", "decided_by_id"),
    ("hours_entries", "person_id"),
    ("invitations", "invited_by_id"),
    ("links", "person_id"),
    ("login_sessions", "person_id"),
    ("memberships", "person_id"),
    ("messages", "sender_id"),
    ("optional_consents", "person_id"),
    ("profiles", "person_id"),
    ("reports", "decided_by_id"),
    ("reports", "reporter_id"),
    ("saved_searches", "person_id"),
    ("search_alerts", "person_id"),
    ("signups", "person_id"),
)


def upgrade() -> None:
    op.execute(REFUSE)
    op.execute(BLANK)
    for table, column in COLUMNS:
        op.execute(
            f"CREATE TRIGGER {column}_is_not_erased BEFORE INSERT OR UPDATE OF {column} ON {table}"
            f" FOR EACH ROW EXECUTE FUNCTION refuse_the_erased('{column}')"
        )
    # Its row is written before the person's lock is taken, and its answer after.
    op.execute(
        "CREATE TRIGGER actor_id_is_not_erased BEFORE UPDATE ON answered_requests"
        " FOR EACH ROW EXECUTE FUNCTION refuse_the_erased('actor_id', 'always')"
    )
    op.execute(
        "CREATE TRIGGER person_id_is_not_erased BEFORE INSERT OR UPDATE OF person_id ON mails"
        " FOR EACH ROW EXECUTE FUNCTION blank_mail_to_the_erased()"
    )


def downgrade() -> None:
    op.execute("DROP FUNCTION refuse_the_erased() CASCADE")
    op.execute("DROP FUNCTION blank_mail_to_the_erased() CASCADE")

"""The words that needs, associations and premises are found by, with the field that holds them."""

import sqlalchemy as sa
from alembic import op

from samspil.core.text import fold, stem

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

BATCH = 1_000
# Of each table: title, what it is named by, summary, as they are when this runs.
TEXTS = {
    "needs": (
        "SELECT row.id, title, concat_ws(' ', (SELECT name FROM associations"
        " WHERE id = row.association_id),"
        " (SELECT string_agg(concat(label_da, ' ', label_en), ' ') FROM interests"
        " WHERE slug = ANY (row.interests)), (SELECT string_agg(name, ' ') FROM places"
        " JOIN need_places ON place_id = places.id WHERE need_id = row.id)) AS named, summary"
        " FROM needs AS row WHERE search <> ''"
    ),
    "associations": (
        "SELECT row.id, row.name AS title, concat_ws(' ',"
        " (SELECT string_agg(concat(label_da, ' ', label_en), ' ') FROM interests"
        " WHERE slug = ANY (row.interests)), (SELECT string_agg(name, ' ') FROM places"
        " JOIN association_places ON place_id = places.id WHERE association_id = row.id)"
        ") AS named, summary FROM associations AS row WHERE search <> ''"
    ),
    "premises": (
        "SELECT row.id, row.name AS title, concat_ws(' ', address, (SELECT name FROM places"
        " WHERE id = row.place_id), (SELECT string_agg(name, ' ') FROM spaces"
        " WHERE premises_id = row.id)) AS named, summary"
        " FROM premises AS row WHERE search <> ''"
    ),
}


def upgrade() -> None:
    database = op.get_bind()
    for word, kept in database.execute(sa.text("SELECT word, stem FROM words")).all():
        if (new := stem(word)) != kept:
            change = sa.text("UPDATE words SET stem = :stem WHERE word = :word")
            database.execute(change, {"word": word, "stem": new})
    for table, texts in TEXTS.items():
        rows = database.execute(sa.text(texts)).all()
        change = sa.text(
            f"UPDATE {table} SET search = cast("  # noqa: S608
            "(SELECT string_agg(lexeme || '\\:1D', ' ') FROM unnest(search)) AS tsvector"
            ") || cast(:words AS tsvector) WHERE id = :id"
        )
        for start in range(0, len(rows), BATCH):
            database.execute(
                change,
                [{"id": row.id, "words": _words(row)} for row in rows[start : start + BATCH]],
            )


def _words(row: sa.Row[tuple[object, ...]]) -> str:
    fields = {"C": row.summary, "B": row.named, "A": row.title}
    weights = {word: weight for weight, text in fields.items() for word in fold(text or "").split()}
    return " ".join(f"{word}:1{weight}" for word, weight in weights.items())


def downgrade() -> None:
    for table in TEXTS:
        op.execute(f"UPDATE {table} SET search = strip(search)")  # noqa: S608

"""Finding rows by words: a vocabulary of all that is written, and the rows that hold a word.

A query is first looked up in the vocabulary, which is small: there a stem is found inside
compounds ("træner" in "fodboldtræner"), and a typing error is set right. The words found are then
asked for in the rows by an index of whole words, which stays quick however many rows there are.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Index,
    Text,
    and_,
    case,
    cast,
    exists,
    false,
    func,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY, TSQUERY, TSVECTOR, insert
from sqlalchemy.orm import Mapped, Session, aliased, mapped_column

from samspil.core.db import Base
from samspil.core.text import fold, stem, terms

SHORTEST_INSIDE: Final = 4  # letters of a stem that may stand anywhere in a word
SHORTEST_ENDING: Final = 3  # letters of a word that may end another: "kor" in "børnekor"
LETTERS_A_MISTAKE: Final = 4
MOST_WORDS: Final = 500

SearchIndex = TSVECTOR


class Word(Base):
    """A folded word that stands in something that can be found.

    Words stay when the last row that held them goes: they then find nothing.
    """

    __tablename__ = "words"
    __table_args__ = (
        Index(
            "ix_words_word",
            "word",
            postgresql_using="gin",
            postgresql_ops={"word": "gin_trgm_ops"},
        ),
        Index("ix_words_stem", "stem"),
    )

    word: Mapped[str] = mapped_column(primary_key=True)
    stem: Mapped[str]


def search_index(session: Session, parts: Iterable[str | None]) -> ColumnElement[Any]:
    """What to keep in a row's `search` column, so that it is found by the words of `parts`.

    The vocabulary learns the words in the same transaction.
    """
    words = sorted(set(fold(" ".join(part for part in parts if part)).split()))
    known = set(session.scalars(select(Word.word).where(Word.word.in_(words))))
    # In order, so that two transactions never wait for each other's words.
    new = [{"word": word, "stem": stem(word)} for word in words if word not in known]
    if new:
        session.execute(insert(Word).on_conflict_do_nothing(), new)
    return func.array_to_tsvector(cast(words, ARRAY(Text)), type_=TSVECTOR)


def matches(column: Any, query: str) -> ColumnElement[bool]:
    """Whether a `search` column has every word of a query; part of the search's statement."""
    conditions = [column.bool_op("@@")(_words_like(term)) for term in terms(query)]
    # A query without a single letter or digit finds nothing, rather than everything.
    return and_(*conditions) if conditions else column.is_(None)


def _words_like(term: str) -> ColumnElement[Any]:
    """A tsquery of the vocabulary's words that a term stands for; NULL when there are none."""
    found, near = aliased(Word), aliased(Word)
    root = stem(term)
    mistakes = func.levenshtein(near.word, term)
    nearest = (
        select(near.stem)
        .where(near.word.bool_op("%")(term), mistakes <= 1 + len(term) // LETTERS_A_MISTAKE)
        .order_by(mistakes, near.word)
        .limit(1)
        .scalar_subquery()
    )
    meant = case((exists().where(_has(Word, root, term)), root), else_=nearest)
    # A stem's end is not written alike in all forms, so that it is looked for inside words.
    inside = and_(
        func.length(meant) >= SHORTEST_INSIDE, found.word.like(func.concat("%", meant, "%"))
    )
    ending = found.word.endswith(term) if len(term) >= SHORTEST_ENDING else false()
    words = (
        select(found.word)
        .where(or_(found.stem == meant, inside, ending))
        .limit(MOST_WORDS)
        .subquery()
    )
    listed = func.string_agg(words.c.word, "|")
    return select(cast(listed, TSQUERY)).scalar_subquery()


def _has(word: Any, root: str, term: str) -> ColumnElement[bool]:
    """Whether a word of the vocabulary is, or holds, a term as it is written."""
    if len(root) >= SHORTEST_INSIDE:
        return or_(word.stem == root, word.word.contains(root))
    if len(term) >= SHORTEST_ENDING:
        return or_(word.stem == root, word.word.endswith(term))
    return or_(word.stem == root)

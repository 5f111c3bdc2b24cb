"""Finding rows by words: a vocabulary of all that is written, and the rows that hold a word.

A query is first looked up in the vocabulary, which is small: there a stem is found inside
compounds ("træner" in "fodboldtræner"), and a typing error is set right. The words found are then
asked for in the rows, by an index of whole words where few rows hold them. A list looks them up
first, in a statement of its own: PostgreSQL then knows how common they are while it plans, and
walks the rows from the nearest where many hold them. Looked up inside the list's statement they
would be unknown to it, and it would gather every row there is with a common word.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Index,
    ScalarSelect,
    Text,
    and_,
    case,
    cast,
    exists,
    func,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY, TSQUERY, TSVECTOR, insert
from sqlalchemy.orm import Mapped, Session, aliased, mapped_column

from samspil.core.db import AnySelect, Base
from samspil.core.prepared import given, given_later, rows_of
from samspil.core.text import fold, stem, terms

SHORTEST_INSIDE: Final = 4  # letters of a stem that may stand anywhere in a word
SHORTEST_ENDING: Final = 3  # letters of a word that may end another: "kor" in "børnekor"
LETTERS_A_MISTAKE: Final = 4
MOST_WORDS: Final = 500

SearchIndex = TSVECTOR
Matches = Callable[[Any, str], ColumnElement[bool]]


class Word(Base):
    """A folded word that stands in something that can be found.

    Words stay when the last row that held them goes: they then find nothing.
    """

    __tablename__ = "words"
    __table_args__ = (
        Index(
            "ix_words_word", "word", postgresql_using="gin", postgresql_ops={"word": "gin_trgm_ops"}
        ),
        Index("ix_words_stem", "stem"),
    )

    word: Mapped[str] = mapped_column(primary_key=True)
    stem: Mapped[str]


def search_index(session: Session, parts: Iterable[str | None]) -> ColumnElement[Any]:
    """What to keep in a row's `search` column, so that it is found by the words of `parts`.

    The vocabulary learns the words in the same transaction.
    """
    words = words_of(parts)
    learn(session, words)
    return func.array_to_tsvector(cast(words, ARRAY(Text)), type_=TSVECTOR)


def words_of(parts: Iterable[str | None]) -> list[str]:
    """The folded words of texts, each once, in order."""
    return sorted(set(fold(" ".join(part for part in parts if part)).split()))


def learn(session: Session, words: Collection[str]) -> None:
    """Add to the vocabulary what it does not know yet."""
    # In order, so that two transactions never wait for each other's words.
    ordered = sorted(words)
    columns = (
        func.unnest(cast(ordered, ARRAY(Text)), cast([stem(word) for word in ordered], ARRAY(Text)))
        .table_valued("word", "stem")
        .render_derived()
    )
    # Not asked for first: `word = …` may walk the index for parts of words, which is slow.
    session.execute(
        insert(Word)
        .from_select(["word", "stem"], select(columns.c.word, columns.c.stem))
        .on_conflict_do_nothing()
    )


def matches(column: Any, query: str) -> ColumnElement[bool]:
    """Whether a `search` column has every word of a query, looked up in the same statement.

    For what reads the whole result anyway: counts, the map.
    """
    return _holds(column, [_tsquery(_words_like(n, w)) for n, w in enumerate(terms(query))])


def matches_looked_up(column: Any, query: str) -> ColumnElement[bool]:
    """The same for a statement that is told what `look_up` found, as a list is."""
    found = (given_later(f"words_{n}", Text()) for n, _ in enumerate(terms(query)))
    return _holds(column, [cast(words, TSQUERY) for words in found])


def look_up(session: Session, query: str | None) -> dict[str, str | None]:
    """What `matches_looked_up` is told of a query; None where the vocabulary has no such word."""
    asked = terms(query or "")
    if not asked:
        return {}
    values = _given_words(asked)
    (found,) = rows_of(session, ("words", len(asked)), values, lambda: words_meant(asked))
    return {f"words_{n}": words for n, words in enumerate(found)}


def words_meant(asked: Sequence[str]) -> AnySelect:
    """A column for each term: the vocabulary's words that it stands for, as `_words_like`."""
    return select(*(_words_like(n, term).label(f"words_{n}") for n, term in enumerate(asked)))


def _holds(column: Any, wanted: Sequence[ColumnElement[Any]]) -> ColumnElement[bool]:
    conditions = [column.bool_op("@@")(words) for words in wanted]
    # A query without a single letter or digit finds nothing, rather than everything.
    return and_(*conditions) if conditions else column.is_(None)


def _tsquery(words: ScalarSelect[Any]) -> ColumnElement[Any]:
    return select(cast(words, TSQUERY)).scalar_subquery()


def _given_words(asked: Iterable[str]) -> dict[str, str]:
    """The values that `_words_like` is given for the terms."""
    values: dict[str, str] = {}
    for n, term in enumerate(asked):
        values |= {f"term_{n}": term, f"root_{n}": stem(term)}
    return values


def _words_like(n: int, word: str) -> ScalarSelect[Any]:
    """The vocabulary's words that a term stands for, with "|" between; NULL when there are none."""
    found, near = aliased(Word), aliased(Word)
    term, root = given(f"term_{n}", word, Text()), given(f"root_{n}", stem(word), Text())
    mistakes = func.levenshtein(near.word, term)
    allowed = 1 + func.length(term) / LETTERS_A_MISTAKE
    nearest = (
        select(near.stem)
        .where(near.word.bool_op("%")(term), mistakes <= allowed)
        .order_by(mistakes, near.word)
        .limit(1)
        .scalar_subquery()
    )
    meant = case((exists().where(_has(Word, root, term)), root), else_=nearest)
    words = select(found.word).where(_has(found, meant, term)).limit(MOST_WORDS).subquery()
    return select(func.string_agg(words.c.word, "|")).scalar_subquery()


def _has(word: Any, root: Any, term: Any) -> ColumnElement[bool]:
    """Whether a word of the vocabulary has this stem, holds it, or ends with the term.

    A word ends with a term by itself or without its inflection: "bus" in "bogbussen".
    """
    inside = and_(func.length(root) >= SHORTEST_INSIDE, word.word.contains(root))
    ends = or_(word.word.endswith(term), word.stem.endswith(term))
    # That it holds the term is what the index can look up.
    ending = and_(func.length(term) >= SHORTEST_ENDING, word.word.contains(term), ends)
    return or_(word.stem == root, inside, ending)

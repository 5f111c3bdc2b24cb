"""Finding rows by words: a vocabulary of all that is written, and the rows that hold a word.

A query is first looked up in the vocabulary, which is small: there a stem is found inside
compounds ("træner" in "fodboldtræner"), and a typing error is set right. The words found are then
asked for in the rows, by an index of whole words where few rows hold them. A list looks them up
first, in a statement of its own: PostgreSQL then knows how common they are while it plans, and
walks the rows from the nearest where many hold them. Looked up inside the list's statement they
would be unknown to it, and it would gather every row there is with a common word.

How well a row fits is read from where it holds a word, not from how often: a word counts once, in
the best of the row's fields that hold it, so that nothing is won by writing it again. The index
keeps the field as the word's weight: A the title, B what the row is named by, C the summary, D the
rest.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add
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
    literal,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY, TSQUERY, TSVECTOR, insert
from sqlalchemy.orm import Mapped, Session, aliased, mapped_column

from samspil.core.db import AnySelect, Base
from samspil.core.prepared import given, given_later, rows_of
from samspil.core.text import fold, stem, terms

SHORTEST_INSIDE: Final = 4  # letters of a stem that may stand anywhere in a word
SHORTEST_BEGINNING: Final = 4  # letters of a word that may begin another: "kode" in "kodeklub"
SHORTEST_ENDING: Final = 3  # letters of a word that may end another: "kor" in "børnekor"
LETTERS_A_MISTAKE: Final = 4
MOST_WORDS: Final = 500
LONGEST_WORD: Final = 100

# How far a term is from what a row is about, by the field that holds it: the word itself or an
# inflection of it, and a word that it is a part of. Far in the text counts as much as both of two
# terms in the summary.
MISFITS: Final = {"A": (0, 1), "B": (2, 3), "C": (6, 7)}
MISFIT_IN_TEXT: Final = 10

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


@dataclass(frozen=True, slots=True)
class Findable:
    """The texts that a row is found by, sorted by how much a word in them says of the row.

    Attributes:
        title: what it is called.
        named: other names it goes by: its association's, its interests', its towns'.
        summary: what it is about, in a line or two.
        text: all else that is written.
    """

    title: str
    named: Sequence[str | None]
    summary: str | None
    text: Sequence[str | None]


NOTHING_YET: Final = Findable(title="", named=(), summary=None, text=())


def misfit_of_name(name: Any, typed: str) -> ColumnElement[int]:
    """How badly a name fits what staff typed: 0 the name itself, 1 its beginning, 2 a word's
    beginning, 3 inside it, 4 not in it.
    """
    lower, asked = func.lower(name), literal(typed.lower())
    return case(
        (lower == asked, 0),
        (name.istartswith(typed, autoescape=True), 1),
        (name.icontains(f" {typed}", autoescape=True), 2),
        (name.icontains(typed, autoescape=True), 3),
        else_=4,
    )


def search_index(session: Session, texts: Findable) -> ColumnElement[Any]:
    """What to keep in a row's `search` column, so that it is found by the words of `texts`.

    The vocabulary learns the words in the same transaction.
    """
    weights = weighted(texts)
    learn(session, weights)
    return cast(index_text(weights), TSVECTOR)


def weighted(texts: Findable) -> dict[str, str]:
    """The folded words of texts, in order, each with the weight of the best text that holds it."""
    fields = (("D", texts.text), ("C", [texts.summary]), ("B", texts.named), ("A", [texts.title]))
    weights = {word: weight for weight, parts in fields for word in words_of(parts)}
    return dict(sorted(weights.items()))


def index_text(weights: Mapping[str, str]) -> str:
    """Words with weights as a `search` column reads them: "gaa:1D hund:1A tur:1B".

    Where they stand is not kept, but without a place PostgreSQL takes a word for any weight.
    """
    return " ".join(f"{word}:1{weight}" for word, weight in weights.items())


def words_of(parts: Iterable[str | None]) -> set[str]:
    """The folded words of texts. What is longer than any word is cut, as an index would refuse."""
    folded = fold(" ".join(part for part in parts if part)).split()
    return {word[:LONGEST_WORD] for word in folded}


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


def misfit(column: Any, query: str | None) -> ColumnElement[int] | None:
    """How badly a row whose `search` is this column fits a query; 0 is best. None without terms.

    For a statement that is told what `look_up` found.
    """
    by_term = [_misfit(column, n) for n, _ in enumerate(terms(query or ""))]
    return reduce(add, by_term) if by_term else None


def _misfit(column: Any, n: int) -> ColumnElement[int]:
    levels = [
        (column.bool_op("@@")(cast(given_later(f"{kind}_{n}_{weight}", Text()), TSQUERY)), level)
        for weight, levels in MISFITS.items()
        for kind, level in zip(("same", "words"), levels, strict=True)
    ]
    return case(*levels, else_=MISFIT_IN_TEXT)


@dataclass(frozen=True, slots=True)
class Meant:
    """The vocabulary's words that a term of a query stands for.

    Attributes:
        words: all of them, with "|" between; None when there are none.
        same: those that are the term itself or an inflection of it; None when there are none, as
            for a typing error.
    """

    words: str | None
    same: str | None


def look_up(session: Session, query: str | None) -> list[Meant]:
    """What the vocabulary has for each term of a query."""
    asked = terms(query or "")
    if not asked:
        return []
    values = _given_words(asked)
    (found,) = rows_of(session, ("words", len(asked)), values, lambda: words_meant(asked))
    return [_meant(term, words) for term, words in zip(asked, found, strict=True)]


def _meant(term: str, words: str | None) -> Meant:
    same = [word for word in (words or "").split("|") if word == term or stem(word) == stem(term)]
    return Meant(words, "|".join(same) or None)


def told(meant: Sequence[Meant]) -> dict[str, str | None]:
    """What `matches_looked_up` and `misfit` are told of a query's terms."""
    values: dict[str, str | None] = {}
    for n, term in enumerate(meant):
        values[f"words_{n}"] = term.words
        for kind, words in (("same", term.same), ("words", term.words)):
            for weight in MISFITS:
                values[f"{kind}_{n}_{weight}"] = _weighted(words, weight)
    return values


def _weighted(words: str | None, weight: str) -> str | None:
    """Words of a `Meant`, each only where it has this weight."""
    return None if words is None else "|".join(f"{word}:{weight}" for word in words.split("|"))


def found_in(meant: Sequence[Meant], texts: Mapping[str, str | None]) -> list[str]:
    """The names of the texts that hold the terms of a query: of each term the first that does.

    "text" stands for all that a list does not show.
    """
    held = {name: words_of([text]) for name, text in texts.items()}
    first: set[str] = set()
    for term in meant:
        wanted = set((term.words or "").split("|"))
        first.add(next((name for name, words in held.items() if words & wanted), "text"))
    return [name for name in (*texts, "text") if name in first]


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
    """Whether a word of the vocabulary has this stem, holds it, or begins or ends with the term.

    A word ends with a term by itself or without its inflection: "bus" in "bogbussen".
    """
    inside = and_(func.length(root) >= SHORTEST_INSIDE, word.word.contains(root))
    begins = and_(func.length(term) >= SHORTEST_BEGINNING, word.word.startswith(term))
    ends = or_(word.word.endswith(term), word.stem.endswith(term))
    # That it holds the term is what the index can look up.
    ending = and_(func.length(term) >= SHORTEST_ENDING, word.word.contains(term), ends)
    return or_(word.stem == root, inside, begins, ending)

"""Text: folding of Danish spellings, stems, search conditions, slugs, Markdown."""

from __future__ import annotations

import re
import threading
import unicodedata
from functools import lru_cache
from typing import Final

import nh3
import snowballstemmer
from markdown_it import MarkdownIt

# What people type for æ, ø, å, and what a foreign keyboard makes of them, ends as one spelling.
_FOLDS: Final = (("å", "a"), ("aa", "a"), ("ø", "o"), ("oe", "o"), ("æ", "ae"), ("ß", "ss"))
_SLUG: Final = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "ue"})
_STOP_WORDS: Final = frozenset(
    [
        "af",
        "alle",
        "alt",
        "at",
        "bliver",
        "da",
        "de",
        "dem",
        "den",
        "denne",
        "der",
        "deres",
        "det",
        "dette",
        "dig",
        "din",
        "du",
        "efter",
        "eller",
        "en",
        "end",
        "er",
        "et",
        "for",
        "fra",
        "ham",
        "han",
        "har",
        "have",
        "hende",
        "hendes",
        "her",
        "hos",
        "hun",
        "hvad",
        "hvis",
        "hvor",
        "i",
        "ikke",
        "jeg",
        "jer",
        "jo",
        "kan",
        "kunne",
        "man",
        "med",
        "men",
        "mig",
        "mit",
        "mod",
        "ned",
        "noget",
        "nogle",
        "nu",
        "når",
        "og",
        "også",
        "om",
        "op",
        "os",
        "over",
        "på",
        "sin",
        "sit",
        "skal",
        "skulle",
        "som",
        "så",
        "thi",
        "til",
        "ud",
        "under",
        "var",
        "vi",
        "vil",
        "ville",
        "vor",
        "være",
        "været",
        "a",
        "an",
        "and",
        "at",
        "for",
        "in",
        "is",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
    ]
)
_stemmer = snowballstemmer.stemmer("danish")
_stemming = threading.Lock()  # it works on the word inside itself

MOST_TERMS: Final = 8

# `breaks` keeps the line breaks people write; raw HTML stays text, and nh3 has the last word.
_markdown = MarkdownIt("commonmark", {"html": False, "breaks": True})
_ALLOWED_TAGS: Final = {"p", "br", "strong", "em", "ul", "ol", "li", "a", "h3", "h4", "blockquote"}


def fold(text: str) -> str:
    """Lower case, one spelling for æ, ø, å and their substitutes, only letters, digits, blanks.

    >>> fold("Ålsgårde"), fold("aalsgaarde"), fold("Tikoeb")
    ('alsgarde', 'alsgarde', 'tikob')
    """
    folded = unicodedata.normalize("NFC", text).lower()
    # ö and ä are how neighbours write ø and æ
    folded = folded.replace("ö", "ø").replace("ä", "æ")
    for written, kept in _FOLDS:
        folded = folded.replace(written, kept)
    bare = folded
    if not folded.isascii():
        apart = unicodedata.normalize("NFD", folded)
        bare = "".join(c for c in apart if not unicodedata.combining(c))
    return " ".join(re.findall(r"[a-z0-9]+", bare))


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The Danish stem of one folded word: "traenere" and "traeneren" become "traen"."""
    with _stemming:
        return str(_stemmer.stemWord(word))


def terms(query: str) -> list[str]:
    """The folded words of a query that carry meaning; all of them when none does."""
    words = re.findall(r"\w+", query.lower())
    telling = [w for w in words if w not in _STOP_WORDS] or words
    return list(dict.fromkeys(fold(" ".join(telling)).split()))[:MOST_TERMS]


def slugify(text: str) -> str:
    """A readable identifier: æ→ae, ø→oe, å→aa, other accents dropped, hyphens between words."""
    plain = unicodedata.normalize("NFC", text).lower().translate(_SLUG)
    bare = "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))
    return "-".join(re.findall(r"[a-z0-9]+", bare))[:100].strip("-")


def markdown(text: str) -> str:
    """User text as safe HTML: a few quiet elements, no pictures, links without referrer."""
    html = _markdown.render(text)
    return nh3.clean(
        html,
        tags=_ALLOWED_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="noopener noreferrer nofollow ugc",
    )

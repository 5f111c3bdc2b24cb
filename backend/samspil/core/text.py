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
    {
        *("af", "alle", "alt", "at", "bliver", "da", "de", "dem", "den", "denne", "der", "deres"),
        *("det", "dette", "dig", "din", "du", "efter", "eller", "en", "end", "er", "et", "for"),
        *("fra", "ham", "han", "har", "have", "hende", "hendes", "her", "hos", "hun", "hvad"),
        *("hvis", "hvor", "i", "ikke", "jeg", "jer", "jo", "kan", "kunne", "man", "med", "men"),
        *("mig", "mit", "mod", "ned", "noget", "nogle", "nu", "når", "og", "også", "om", "op"),
        *("os", "over", "på", "sin", "sit", "skal", "skulle", "som", "så", "thi", "til", "ud"),
        *("under", "var", "vi", "vil", "ville", "vor", "være", "været"),
        *("a", "an", "and", "at", "for", "in", "is", "of", "on", "or", "the", "to", "with"),
    }
)
# What becomes another word in the plural, folded: no rule of endings finds it.
_IRREGULAR: Final = {
    f"{plural}{ending}": singular
    for plural, singular in (
        *(("born", "barn"), ("boger", "bog"), ("maend", "mand"), ("haender", "hand")),
        *(("fodder", "fod"), ("taender", "tand"), ("brodre", "bror"), ("dotre", "datter")),
        *(("modre", "mor"), ("faedre", "far"), ("bonder", "bonde"), ("staenger", "stang")),
    )
    for ending in ("", "s", "ne", "nes", "ene", "enes")
}
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
        return str(_stemmer.stemWord(_IRREGULAR.get(word, word)))


def terms(query: str) -> list[str]:
    """The folded words of a query that carry meaning; all of them when none does."""
    words = re.findall(r"\w+", query.lower())
    meaningful = [w for w in words if w not in _STOP_WORDS] or words
    return list(dict.fromkeys(fold(" ".join(meaningful)).split()))[:MOST_TERMS]


def slugify(text: str) -> str:
    """A readable identifier: æ→ae, ø→oe, å→aa, other accents dropped, hyphens between words."""
    plain = unicodedata.normalize("NFC", text).lower().translate(_SLUG)
    bare = "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))
    return "-".join(re.findall(r"[a-z0-9]+", bare))[:100].strip("-")


def free_slug(name: str, taken: set[str]) -> str:
    """A slug for a new thing of this name; `taken` learns it."""
    plain = slugify(name) or "x"
    slug, number = plain, 1
    while slug in taken:
        number += 1
        slug = f"{plain[:90].strip('-')}-{number}"
    taken.add(slug)
    return slug


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


# What can be seen of a text: characters that hide in it or turn its direction are dropped.
#
# Two names that look the same must be the same, a title must show something, and no text may
# reverse what stands beside it. What a script or an emoji needs to be written at all stays,
# where it is needed. Texts that run from right to left stay as they are: where they stand in a
# sentence of ours, `isolated` keeps them to themselves.

# Unicode calls these formats, but they are drawn: signs of Arabic, Syriac and Kaithi numbers.
_DRAWN_FORMATS: Final = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
# Unicode calls these letters, marks and symbols, but nothing is drawn: fillers, vowels that are
# only thought, an empty Braille cell, an empty note, the place of an object that is not there.
_DRAWN_AS_NOTHING: Final = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffc\U00016fe4\U0001d159"
)
# Unicode keeps these free for more characters that draw nothing; tags and selectors are among them.
_KEPT_FREE: Final = frozenset(map(chr, (0x2065, *range(0xFFF0, 0xFFF9), *range(0xE0000, 0xE1000))))
_SELECTORS: Final = frozenset(
    map(chr, (*range(0x180B, 0x180E), 0x180F, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
)
_JOINERS: Final = frozenset("\u200c\u200d")
_AS_EMOJI: Final = "\ufe0f"
_KEYCAP: Final = "\u20e3"
_ON_KEYS: Final = frozenset("#*0123456789")
_PUNCTUATION_AS_EMOJI: Final = frozenset("\u203c\u2049\u3030")
_SYMBOLS: Final = frozenset({"So", "Sm", "Cn"})  # emoji newer than our tables are not assigned
_LETTERS_THAT_JOIN: Final = frozenset({"Lo", "Mn", "Mc"})  # Latin, Greek and Cyrillic are others
_VIRAMA: Final = 9  # the combining class of the signs that bind consonants
_FROM_RIGHT_TO_LEFT: Final = frozenset({"R", "AL"})
_ISOLATE: Final = "\u2068"
_END: Final = "\u2069"


def visible(text: str) -> str:
    """The text without the characters that hide in it; empty where nothing can be seen.

    >>> visible("Kl\\u200bub\\u202e"), visible("\\u3164 \\u2800")
    ('Klub', '')
    """
    if not any(hides(c) for c in set(text)):
        return text if any(_is_seen(c) for c in text) else ""
    shown = [c for c in text if not hides(c) or c in _JOINERS or c in _SELECTORS]
    kept: list[str] = []
    for at, character in enumerate(shown):
        before = kept[-1] if kept else ""
        after = shown[at + 1] if at + 1 < len(shown) else ""
        if character in _JOINERS:
            wanted = _is_joined(character, before, after)
        elif character in _SELECTORS:
            wanted = _is_selected(before, after)
        else:
            wanted = True
        if wanted:
            kept.append(character)
    return "".join(kept) if any(map(_is_seen, kept)) else ""


def isolated(text: str) -> str:
    """The text for a sentence: one that runs from right to left does not turn what is around it.

    Others stay as they are, so that mails in general hold no invisible characters.
    """
    if any(unicodedata.bidirectional(c) in _FROM_RIGHT_TO_LEFT for c in text):
        return f"{_ISOLATE}{text}{_END}"
    return text


def hides(character: str) -> bool:
    """Whether a character draws nothing and takes no place, or turns the direction of others."""
    return (
        (unicodedata.category(character) == "Cf" and character not in _DRAWN_FORMATS)
        or character in _DRAWN_AS_NOTHING
        or character in _SELECTORS
        or character in _KEPT_FREE
    )


def _is_selected(before: str, after: str) -> bool:
    """Whether there is something whose form a selector can choose: no Latin letter has several."""
    if not before:
        return False
    if before in _ON_KEYS:
        return after == _KEYCAP
    category = unicodedata.category(before)
    return category in _SYMBOLS or category == "Lo" or before in _PUNCTUATION_AS_EMOJI


def _is_joined(joiner: str, before: str, after: str) -> bool:
    """Whether a joiner stands where writing needs it: in a word, or between parts of an emoji."""
    if not before:
        return False
    if unicodedata.combining(before) == _VIRAMA:
        return True  # also at a word's end: it asks for another form of the letter
    if not after:
        return False
    category, following = unicodedata.category(before), unicodedata.category(after)
    if category in _LETTERS_THAT_JOIN and following in _LETTERS_THAT_JOIN:
        return True
    is_emoji = category in _SYMBOLS or category == "Sk" or before == _AS_EMOJI
    return joiner == "\u200d" and is_emoji and following in _SYMBOLS


def _is_seen(character: str) -> bool:
    """Whether a character shows something by itself, as marks, blanks and joiners do not."""
    category = unicodedata.category(character)
    return category[0] in "LNSP" or category in {"Cn", "Co"} or character in _DRAWN_FORMATS

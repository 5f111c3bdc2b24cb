"""What can be seen of a text, and what is dropped of it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marshmallow import ValidationError

from samspil.core.fields import Line, Text
from samspil.core.text import hides, isolated, visible

# Names and texts that are written with characters of which nothing is drawn.
KEPT = {
    "Arabic": "محمد الأمين",
    "Hebrew": "שָׁלוֹם",
    "Persian, with a joint that is not to be": "می‌خواهم",
    "Hindi, with a half letter": "क्‍ष",
    "Malayalam, at a word's end": "ന്‍",
    "Danish, in two halves": "A\u030alsga\u030arde",
    "Vietnamese": "Nguyễn Thị Ánh",
    "Mongolian, with a chosen form": "\u1820\u180b\u1820",
    "Japanese, with a chosen form": "葛\U000e0100飾",
    "a family": "👨‍👩‍👧‍👦",
    "a rainbow flag": "🏳️‍🌈",
    "a nod": "🙂‍↔️",
    "a colour of skin": "👩🏽‍🚀",
    "a heart": "❤️",
    "a key": "1️⃣",
    "a new emoji": "\U0001fae8",
    "an Arabic number sign": "\u0600\u0661",
}


@pytest.mark.parametrize("what", KEPT)
def test_what_writing_needs_stays(what: str) -> None:
    assert visible(KEPT[what]) == KEPT[what]


DROPPED = {
    "overrides": "\u202eKl\u202dub\u202c",
    "embeddings": "\u202aKlub\u202b",
    "isolates": "\u2066Kl\u2067u\u2068b\u2069",
    "marks of direction": "Kl\u200eu\u200fb\u061c",
    "no width": "K\u200bl\u2060u\ufeffb",
    "joiners between Latin letters": "K\u200cl\u200du\u200db",
    "joiners at the ends": "\u200dKlub\u200c",
    "a soft hyphen": "Kl\u00adub",
    "Hangul fillers": "K\u115fl\u1160u\u3164b\uffa0",
    "an empty Braille cell": "Kl\u2800ub",
    "tags": "Klub\U000e0001\U000e0041\U000e007f",
    "lone selectors": "K\ufe0fl\ufe00u\U000e0100b\u180b",
    "a joint of marks": "Kl\u034fub",
    "an object that is not there": "Kl\ufffcub",
    "invisible arithmetics": "K\u2061l\u2062u\u2063b\u2064",
    "free places": "K\u2065l\ufff0ub\U000e0fff",
}


@pytest.mark.parametrize("what", DROPPED)
def test_what_hides_or_turns_is_dropped(what: str) -> None:
    assert visible(DROPPED[what]) == "Klub"
    assert Line(longest=100).deserialize(DROPPED[what]) == "Klub"


NOTHING = [
    "\u200b",
    "\u3164",
    "\u2800 \u2800",
    "\u202e\u202c",
    "\u0301",
    "\u00a0\u2003",
    "\u094d\u200d",
]


@pytest.mark.parametrize("text", NOTHING)
def test_a_line_of_nothing_is_missing(text: str) -> None:
    with pytest.raises(ValidationError) as raised:
        Line(longest=100).deserialize(text)
    assert raised.value.messages == ["Skal udfyldes."]
    assert Text(longest=100).deserialize(text) == ""


@given(st.text())
def test_what_is_left_stays_and_turns_nothing(text: str) -> None:
    left = visible(text)
    assert visible(left) == left
    hidden = {c for c in left if hides(c)}
    assert all(c in "\u200c\u200d" or "SELECTOR" in unicodedata.name(c) for c in hidden)


@given(
    st.text(st.characters(max_codepoint=0x17F, exclude_categories=["Cc", "Cf", "Zs"]), min_size=1)
)
def test_what_danes_write_stays(text: str) -> None:
    assert visible(text) == text
    assert isolated(text) == text


def test_only_what_runs_from_right_to_left_is_kept_to_itself() -> None:
    assert isolated("שלום 3") == "\u2068שלום 3\u2069"
    assert isolated("Åse 3") == "Åse 3"

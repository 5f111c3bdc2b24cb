"""Folding, slugs and Markdown."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.core.fields import SLUG
from samspil.core.text import fold, markdown, slugify, terms


@pytest.mark.parametrize(
    "spellings",
    [
        ("Ålsgårde", "aalsgaarde", "ÅLSGÅRDE", "alsgarde", "A\u030alsga\u030arde"),
        ("Tikøb", "tikoeb", "TIKOB", "tiköb"),
        ("Hornbæk", "hornbaek", "hornbäk", "HORNBÆK"),
        ("café", "cafe", "CAFÉ", "cafe\u0301"),
        ("Strandvej 12, 3. tv.", "strandvej 12 3 tv", "  strandvej -- 12/3 (tv) "),
    ],
)
def test_all_spellings_of_a_word_fold_to_one(spellings: tuple[str, ...]) -> None:
    assert len({fold(spelling) for spelling in spellings}) == 1


@given(st.text())
def test_folding_leaves_letters_digits_and_single_blanks(text: str) -> None:
    folded = fold(text)
    assert all(c.isascii() and (c.isalnum() or c == " ") for c in folded)
    assert folded == " ".join(folded.split())


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Ålsgårde", "aalsgaarde"),
        ("Lille Esbønderup", "lille-esboenderup"),
        ("Hornbæk Skole & Hal", "hornbaek-skole-hal"),
        ("  Éloïse!  ", "eloise"),
        ("§§§", ""),
        ("x" * 200, "x" * 100),
    ],
)
def test_a_slug_can_be_read_aloud(name: str, slug: str) -> None:
    assert slugify(name) == slug


@given(st.text())
def test_a_slug_is_a_slug_or_nothing(name: str) -> None:
    slug = slugify(name)
    assert slug == "" or SLUG.fullmatch(slug)


def test_small_words_are_left_out_unless_there_are_no_others() -> None:
    assert terms("hjælp til en flygtning") == ["hjaelp", "flygtning"]
    assert terms("til en") == ["til", "en"]
    assert terms("... !?") == []
    assert len(terms(" ".join(f"ord{n}" for n in range(50)))) <= 8


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("**vigtigt**", "<p><strong>vigtigt</strong></p>\n"),
        ("- et\n- to", "<ul>\n<li>et</li>\n<li>to</li>\n</ul>\n"),
        ("linje\nlinje", "<p>linje<br>\nlinje</p>\n"),
        ("5 < 6 & 7", "<p>5 &lt; 6 &amp; 7</p>\n"),
    ],
)
def test_markdown_becomes_a_few_quiet_elements(written: str, shown: str) -> None:
    assert markdown(written) == shown


@pytest.mark.parametrize(
    "written",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "![x](https://example.org/x.gif)",
        "[x](javascript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "<a href='javascript:alert(1)'>x</a>",
        '[x](https://example.org/"onmouseover="alert(1))',
        "<svg/onload=alert(1)>",
        "<iframe src=//evil.example></iframe>",
        "<style>*{display:none}</style>",
        "# Overskrift <b onclick=x>y</b>",
        "```html\n<script>alert(1)</script>\n```",
    ],
)
def test_markdown_carries_no_script(written: str) -> None:
    html = markdown(written).lower()
    for tag in ("<script", "<img", "<svg", "<iframe", "<style", "<b ", "<h1"):
        assert tag not in html
    assert 'href="javascript' not in html
    assert 'href="data' not in html


@given(st.text(alphabet=st.sampled_from("<>&\"'()[]!*_`# \njavascript:ondata=/\\"), max_size=60))
def test_whatever_is_written_markdown_makes_only_what_is_allowed(written: str) -> None:
    html = markdown(written)
    allowed = {"p", "br", "strong", "em", "ul", "ol", "li", "a", "h3", "h4", "blockquote"}
    assert {name.lower() for name in re.findall(r"</?([a-zA-Z][\w-]*)", html)} <= allowed

"""What a mail looks like, and what nobody can make it look like."""

import dataclasses
import email
import re
import uuid
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.mails import ADDRESS, NEWS, WELCOME, news, welcome
from samspil.core.language import LANGUAGES
from samspil.core.mail import KINDS, Entry, Kind, Link, Mail, NewMail, Wording, install_kinds
from samspil.core.mail.kinds import LONGEST_VALUE, entries_json, validated
from samspil.core.mail.message import message
from samspil.settings import Settings

SETTINGS = Settings(
    "unused",
    "unused",
    public_url="https://samspil.example",
    authority="Åkøbing Kommune",
    mail_from="samspil@akoebing.example",
)
ID = uuid.UUID("01890000-0000-7000-8000-000000000001")


def written(new: NewMail, settings: Settings = SETTINGS) -> EmailMessage:
    """The mail as a server gets it and a reader's program reads it."""
    new = validated(new)
    mail = Mail(
        id=ID,
        kind=new.kind,
        language=new.language,
        to_address=new.to,
        said=dict(new.values),
        link=new.action.path if new.action else None,
        unsubscribe=new.unsubscribe,
        listed=entries_json(new),
        created_at=datetime(2027, 3, 1, 9, 0, tzinfo=UTC),
    )
    raw = message(mail, settings).as_bytes()
    assert raw.isascii()
    assert all(len(line) <= 998 for line in raw.split(b"\r\n"))
    return email.message_from_bytes(raw, policy=SMTP)


def part(mail: EmailMessage, form: str) -> str:
    found = mail.get_body((form,))
    assert found is not None
    return str(found.get_content()).replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("language", "subject", "sentence", "button"),
    [
        ("da", "Velkommen, Anna Østergård", "Rødgrød med fløde venter på Bakken.", "Kom indenfor"),
        ("en", "Welcome, Anna Østergård", "Red porridge with cream awaits you", "Come in"),
    ],
)
def test_a_mail_says_the_same_in_text_and_html_in_the_reader_s_language(
    language: Any, subject: str, sentence: str, button: str
) -> None:
    mail = written(welcome(language=language))
    assert mail.get_content_type() == "multipart/alternative"
    assert [p.get_content_type() for p in mail.iter_parts()] == ["text/plain", "text/html"]
    assert mail["Subject"] == subject
    for form in ("plain", "html"):
        said = part(mail, form)
        for each in (sentence, button, "https://samspil.example/bekraeft/abc-123_x", "Åkøbing"):
            assert each in " ".join(said.split())
    assert f'<html lang="{language}">' in part(mail, "html")


def test_the_headers_are_those_of_a_program_that_writes_once() -> None:
    mail = written(welcome())
    assert str(mail["From"]) == '"Samspil, Åkøbing Kommune" <samspil@akoebing.example>'
    assert mail["To"] == ADDRESS
    assert mail["Message-ID"] == f"<{ID}@akoebing.example>"
    assert mail["Date"].datetime == datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Content-Language"] == "da"
    assert mail["MIME-Version"] == "1.0"
    assert mail["List-Unsubscribe"] is None


def test_a_mail_that_one_can_do_without_can_be_ended_with_one_click() -> None:
    mail = written(news())
    address = "https://samspil.example/api/v1/links/unsubscribe/xyz"
    assert mail["List-Unsubscribe"] == f"<{address}>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert address in part(mail, "plain")
    assert f'href="{address}"' in part(mail, "html")


def test_a_mail_can_list_things_which_people_have_named() -> None:
    page = Link("/opgaver/1")
    entries = [
        Entry("Dyr & børn", "Klubben · 1,3 km", page),
        Entry("<b>Fed</b>\r\nBcc: alle@post.example", "\u202e", page),
    ]
    mail = written(news(entries=entries))
    plain, shown = part(mail, "plain"), part(mail, "html")
    address = "https://samspil.example/opgaver/1"
    assert f"Dyr & børn\nKlubben · 1,3 km\n{address}\n\n" in plain
    assert f"<b>Fed</b> Bcc: alle@post.example\n\n{address}\n" in plain
    assert shown.count(f'href="{address}"') == 2
    assert "Dyr &amp; børn" in shown
    assert "<b>" not in shown
    assert mail["Bcc"] is None


def test_a_name_from_right_to_left_turns_nothing_beside_it() -> None:
    entry = Entry("שלום", "محمد · 1,3 km", Link("/opgaver/1"))
    mail = written(news(entries=[entry]))
    for form in ("plain", "html"):
        assert "\u2068שלום\u2069" in part(mail, form)
        assert "\u2068محمد\u2069 · 1,3 km" in part(mail, form)
    greeting = written(welcome(values={"name": "محمد", "place": "Bakken"}))
    assert "\u2068محمد\u2069" in str(greeting["Subject"]) + part(greeting, "plain")
    assert "\u2068" not in part(written(welcome()), "plain")


def test_every_mail_says_why_one_gets_it() -> None:
    for new, kind in ((welcome(), WELCOME), (news(), NEWS)):
        mail = written(new)
        for form in ("plain", "html"):
            assert kind.da.why in " ".join(part(mail, form).split())


def test_an_address_in_plain_text_is_never_broken() -> None:
    path = "/bekraeft/" + "x" * 300
    assert f"\nhttps://samspil.example{path}\n" in part(
        written(welcome(action=Link(path))), "plain"
    )


class Tags(HTMLParser):
    """Collects a page's elements."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def tags(page: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = Tags()
    parser.feed(page)
    return parser.found


def test_the_html_asks_nobody_for_anything_and_leads_only_to_us() -> None:
    found = tags(part(written(news()), "html")) + tags(part(written(welcome()), "html"))
    assert {tag for tag, _ in found} == {
        *("html", "head", "meta", "title", "body", "main", "h1", "p", "a", "br", "hr")
    }
    for tag, attributes in found:
        assert "src" not in attributes
        assert "url(" not in (attributes.get("style") or "")
        if tag == "a":
            assert (attributes["href"] or "").startswith("https://samspil.example")


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_colour_of_writing_stands_out_from_white() -> None:
    page = part(written(welcome()), "html") + part(written(news()), "html")
    colours = set(re.findall(r"(?<!-)color:#([0-9a-f]{6})", page)) - {"ffffff"}
    colours |= set(re.findall(r"background:#([0-9a-f]{6});color:#ffffff", page))
    assert len(colours) >= 3
    for colour in colours:
        assert 1.05 / (luminance(colour) + 0.05) >= 4.5, colour


# Attacks

NASTY = [
    "Anna\r\nBcc: everybody@post.example",
    "Anna\nBcc: everybody@post.example\n\n<script>alert(1)</script>",
    "Anna\u2028\u2029\x0b\x0c\x85Bcc: everybody@post.example",
    "\u202egro.live\u2066",
    "=?utf-8?q?Anna=0D=0ABcc=3A_everybody=40post=2Eexample?=",
    "A" * 100_000,
    "Ø" * 100_000,
    "<img src=x onerror=alert(1)> & \"'",
    "{place.__class__} {0} %s",
    "\ud800",
]


@pytest.mark.parametrize("name", NASTY)
def test_no_name_can_add_a_header_a_paragraph_or_an_element(name: str) -> None:
    plain = written(welcome())
    mail = written(welcome(values={"name": name, "place": "Bakken"}))
    assert mail.keys() == plain.keys()
    assert len(mail["Subject"]) < 2 * LONGEST_VALUE
    assert len(mail["Subject"].splitlines()) == 1
    assert [address.addr_spec for address in mail["To"].addresses] == [ADDRESS]
    kinds = [tag for tag, _ in tags(part(mail, "html"))]
    assert kinds == [tag for tag, _ in tags(part(plain, "html"))]
    blocks = part(mail, "plain").split("\n\n")
    assert len(blocks) == len(part(plain, "plain").split("\n\n"))


@given(st.text(), st.text())
def test_no_text_at_all_breaks_a_mail(name: str, place: str) -> None:
    plain = written(welcome())
    mail = written(welcome(values={"name": name, "place": place}))
    assert mail.keys() == plain.keys()
    kinds = [tag for tag, _ in tags(part(mail, "html"))]
    assert kinds == [tag for tag, _ in tags(part(plain, "html"))]


def test_a_wording_like_value_is_not_filled_in() -> None:
    mail = written(welcome(values={"name": "{place}", "place": "Bakken"}))
    assert "Hej {place}." in part(mail, "plain")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "anna",
        "anna@",
        "@post.example",
        "anna@post",
        "anna@post.example\nBcc: bo@post.example",
        "anna@post.example, bo@post.example",
        "Anna <anna@post.example>",
        "anna @post.example",
        "anna@post..example",
        "anna@-post.example",
        ".anna@post.example",
        '"anna b"@post.example',
        "anna@[127.0.0.1]",
        "änna@post.example",
        f"{'a' * 65}@post.example",
        f"a@{'b.' * 130}example",
        "anna@post.example\n",
    ],
)
def test_what_is_no_plain_address_gets_no_mail(address: str) -> None:
    with pytest.raises(ValueError, match="not a mail address"):
        validated(welcome(to=address))


@pytest.mark.parametrize("address", ["anna+samspil@post.example", "o'hara@xn--kbing-gra.dk"])
def test_an_unusual_address_gets_its_mail(address: str) -> None:
    [found] = written(welcome(to=address))["To"].addresses
    assert found.addr_spec == address


@pytest.mark.parametrize(
    "path", ["https://evil.example", "//evil.example", "mig", "", "/a b", "/a\nb", "/ø"]
)
def test_a_link_leads_to_a_page_of_ours(path: str) -> None:
    with pytest.raises(ValueError, match="path on our own site"):
        Link(path)
    with pytest.raises(ValueError, match="path on our own site"):
        validated(news(unsubscribe=path))


# Kinds


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "test.unknown"},
        {"values": {"name": "Anna"}},
        {"values": {"name": "Anna", "place": "Bakken", "more": "x"}},
        {"action": None},
    ],
)
def test_a_letter_that_does_not_fit_its_kind_is_a_mistake(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"leaves open|no kind|button"):
        validated(welcome(**wrong))


def test_a_kind_says_the_same_in_both_languages() -> None:
    da = Wording("{name}", ("a",), "b")
    with pytest.raises(ValueError, match="different values"):
        Kind("x", da, Wording("name", ("a",), "b"))
    with pytest.raises(ValueError, match="only one language has a button"):
        Kind("x", da, dataclasses.replace(da, button="{name}"))


def test_a_kind_is_registered_once() -> None:
    install_kinds([WELCOME])
    with pytest.raises(ValueError, match="two kinds"):
        install_kinds([dataclasses.replace(NEWS, name=WELCOME.name)])


def test_every_kind_is_worded_cleanly_and_can_be_written() -> None:
    for kind in KINDS.values():
        for language in LANGUAGES:
            wording = kind.wording(language)
            assert all(said.strip() == said != "" for said in wording.texts()), kind.name
            values = dict.fromkeys(wording.open_values(), "Værdi")
            action = Link("/bekraeft/x") if wording.button else None
            written(NewMail(ADDRESS, language, kind.name, values, action))

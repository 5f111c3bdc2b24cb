"""Kinds of mail for tests, and new mails of these kinds."""

from typing import Any

from samspil.core.mail import Kind, Link, NewMail, Wording, install_kinds

WELCOME = Kind(
    "test.welcome",
    da=Wording(
        subject="Velkommen, {name}",
        paragraphs=("Hej {name}.", "Rødgrød med fløde venter på {place}."),
        button="Kom indenfor",
        closing="Linket virker i et døgn.",
        why="Du får mailen, fordi nogen har skrevet din adresse hos os.",
    ),
    en=Wording(
        subject="Welcome, {name}",
        paragraphs=("Hello {name}.", "Red porridge with cream awaits you at {place}."),
        button="Come in",
        closing="The link works for a day.",
        why="You get this mail because somebody entered your address with us.",
    ),
)
NEWS = Kind(
    "test.news",
    da=Wording(
        subject="Nyt fra {place}", paragraphs=("Der er nyt.",), why="Du har bedt om nyheder."
    ),
    en=Wording(
        subject="News from {place}", paragraphs=("There is news.",), why="You asked for news."
    ),
)
install_kinds((WELCOME, NEWS))

ADDRESS = "anna@post.example"


def welcome(**changes: Any) -> NewMail:
    """A mail with a button."""
    mail: dict[str, Any] = {
        "to": ADDRESS,
        "language": "da",
        "kind": WELCOME.name,
        "values": {"name": "Anna Østergård", "place": "Bakken"},
        "action": Link("/bekraeft/abc-123_x"),
    }
    return NewMail(**mail | changes)


def news(**changes: Any) -> NewMail:
    """A mail that people can do without."""
    mail: dict[str, Any] = {
        "to": ADDRESS,
        "language": "da",
        "kind": NEWS.name,
        "values": {"place": "Bakken"},
        "unsubscribe": "/api/v1/links/unsubscribe/xyz",
    }
    return NewMail(**mail | changes)

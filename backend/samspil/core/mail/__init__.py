"""Mail: kept in the transaction that causes it, sent by a job after its commit.

Each domain words its own kinds and hands them over in its manifest:

    MAILS: Final = (
        Kind(
            "people.verify",
            da=Wording(
                subject="Bekræft din e-mail",
                paragraphs=("Hej {name}.", "Tryk på knappen, så er din konto klar."),
                button="Bekræft",
                closing="Linket virker i et døgn.",
                why="Du får mailen, fordi adressen er brugt til at oprette en konto.",
            ),
            en=Wording(…),
        ),
    )

The worker words the mails. Services write:

    send(
        session,
        NewMail(
            to=person.email, language=person.language, kind="people.verify",
            values={"name": person.name}, action=Link(f"/bekraeft/{token}"), person_id=person.id,
        ),
    )

A link is a path; the public address of the settings goes before it, never a request's host. Values
are escaped and kept to one line, whatever people have typed. What a mail lists (`entries`) stands
between its paragraphs and its button, each thing with a line and its page. A mail that people can
do without names the path that ends it (`unsubscribe`: a GET shows a page that asks, a POST with the
body `List-Unsubscribe=One-Click` acts, without a cookie; RFC 8058).

Without an SMTP server in the settings, mails land as files in a folder, which the demonstration's
mailbox shows.
"""

from samspil.core.mail.kinds import (
    BETWEEN,
    KINDS,
    TRIAL,
    Entry,
    Kind,
    Link,
    NewMail,
    Wording,
    install_kinds,
)
from samspil.core.mail.outbox import Mail, SuppressedAddress, forget, is_suppressed, lift, send

__all__ = [
    "BETWEEN",
    "KINDS",
    "TRIAL",
    "Entry",
    "Kind",
    "Link",
    "Mail",
    "NewMail",
    "SuppressedAddress",
    "Wording",
    "forget",
    "install_kinds",
    "is_suppressed",
    "lift",
    "send",
]

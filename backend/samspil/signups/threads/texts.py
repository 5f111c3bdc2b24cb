"""What is said about messages."""

from __future__ import annotations

from samspil.core.language import add_texts

add_texts(
    {
        "rule.thread-closed": {
            "da": "Samtalen er lukket, så der kan ikke skrives mere.",
            "en": "The conversation is closed, so nothing more can be written.",
        },
        "message.reported": {
            "da": "Besked fra {sender} om “{need}”",
            "en": "Message from {sender} about “{need}”",
        },
    }
)

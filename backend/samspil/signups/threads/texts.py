"""What is said about messages."""

from __future__ import annotations

from typing import Final

from samspil.core.language import Texts

THREAD_TEXTS: Final[Texts] = {
    "rule.thread-closed": {
        "da": "Samtalen er lukket, så der kan ikke skrives mere.",
        "en": "The conversation is closed, so nothing more can be written.",
    },
    "message.reported": {
        "da": "Besked fra {sender} om “{need}”",
        "en": "Message from {sender} about “{need}”",
    },
}

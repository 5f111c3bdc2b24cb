"""What is said about favourites."""

from __future__ import annotations

from typing import Final

from samspil.core.language import Texts

FAVOURITE_TEXTS: Final[Texts] = {
    "rule.most-favourites": {
        "da": "Du kan højst have {most} favoritter. Fjern en, du ikke bruger.",
        "en": "You can have at most {most} favourites. Remove one that you do not use.",
    },
}

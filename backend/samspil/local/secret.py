"""The secret that signs tokens: made once, kept where only we can read it."""

import os
import secrets
from pathlib import Path

from samspil.settings import SHORTEST_SECRET


def kept_in(data: Path) -> str:
    """The data folder's secret; the first start makes one, as does one after it was emptied."""
    file = data / "secret"
    try:
        kept = file.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        kept = ""
    if len(kept) >= SHORTEST_SECRET:
        return kept
    made = secrets.token_urlsafe(48)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as writing:
        os.fchmod(descriptor, 0o600)
        writing.write(made)
    return made

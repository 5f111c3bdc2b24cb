"""Where a need is done, in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from samspil.core.language import Texts, text
from samspil.needs.models import Need

TEXTS: Final[Texts] = {"need.from-home": {"da": "Hjemmefra", "en": "From home"}}


def where(need: Need, towns: Iterable[str]) -> str:
    """Its address and its towns' names, or that it is done from home; in the reader's language."""
    if need.positions is None:
        return text("need.from-home")
    address = need.address or ""
    # People write the town behind the street, or leave it out.
    others = [town for town in towns if town not in address]
    return ", ".join([address, *others] if address else others)

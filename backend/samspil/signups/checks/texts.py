"""What is said about child-protection certificates."""

from __future__ import annotations

from typing import Final

from samspil.core.language import Texts

CHECK_TEXTS: Final[Texts] = {
    "rule.child-check": {
        "da": "Børneattesten er ikke noteret i orden. Loven kræver den, før man begynder.",
        "en": "The child protection certificate is not noted as in order. The law requires it"
        " before one begins.",
    },
    "rule.child-check-unneeded": {
        "da": "Opgaven kræver ingen børneattest af denne person.",
        "en": "The task requires no child protection certificate of this person.",
    },
}

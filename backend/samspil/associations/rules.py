"""What is allowed, and right, for associations."""

from __future__ import annotations

import re
from typing import Final

_CVR_WEIGHTS: Final = (2, 7, 6, 5, 4, 3, 2, 1)


def is_cvr(number: str) -> bool:
    """Whether eight digits can be a CVR number.

    The last digit follows from the others by modulus 11. Erhvervsstyrelsen: every CVR number
    keeps to it (erhvervsstyrelsen.dk/modulus_11); only CPR numbers, and one series of P numbers,
    do not.
    """
    if not re.fullmatch(r"[1-9]\d{7}", number, re.ASCII):
        return False
    return sum(w * int(d) for w, d in zip(_CVR_WEIGHTS, number, strict=True)) % 11 == 0

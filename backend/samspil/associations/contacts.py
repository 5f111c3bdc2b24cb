"""Which contact from a register may stand on a public page?

Registers hold the chairman's own name, mail and mobile in the fields where an association's
would belong. Without consent only what speaks of a role, or of the organisation itself, is
taken:

* a name of which every word is a role ("Formand", "Kasserer og sekretær") or stands in the
  organisation's own name;
* an e-mail address of which the part before the @ is so made (formand@…, info@…,
  hornbaek.spejderne@gmail.com), with digits after it or not;
* a telephone number never, for none shows whose it is.

With consent (a column of the register says yes) all three are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from samspil.core.text import fold
from samspil.registers import cells
from samspil.registers.columns import Column

PARTS: Final = ("contact_name", "contact_email", "contact_phone")

# Folded, as `fold` writes them.
_ROLES: Final = frozenset(
    fold(
        """
        formand formanden forkvinde forperson forpersonen næstformand kasserer kassereren sekretær
        sekretæren sekretariat sekretariatet bestyrelse bestyrelsen bestyrelsesmedlem koordinator
        koordinatoren frivilligkoordinator frivilligkoordinatoren frivillig frivillige frivillighed
        leder lederen daglig gruppeleder gruppelederen afdelingsleder centerleder idrætsleder
        kontakt kontaktperson kontaktpersonen info information kontor kontoret mail post booking
        bookinger lokale lokaler udlejning udlån udlånet hal halinspektør halinspektøren inspektør
        inspektøren administration administrationen adm admin reception receptionen forening
        foreningen foreningens klub klubben klubbens klubleder kultur fritid kommune kommunen
        medlem medlemmer medlemskab tilmelding web webmaster redaktion redaktør presse
        kommunikation udvalg udvalget projektleder projektlederen aktivitet aktiviteter hello hej
        service teknisk pedel pedellen servicemedarbejder træner cheftræner ungdom ungdomsleder
        chair chairman chairwoman chairperson vice treasurer secretary secretariat board office
        contact coordinator volunteer volunteers volunteering manager leader team head of the og
        and i for ved hos til and general enquiries
        """
    ).split()
)

COLUMNS: Final = (
    Column(
        "contact_name",
        "kontakt",
        "A role, not a person: Formanden, Sekretariatet",
        cells.line_of_text(120),
        example="Formanden",
        others=("kontaktperson", "rolle"),
    ),
    Column(
        "contact_email",
        "e-mail",
        "The role's e-mail address",
        cells.email,
        example="formand@forening.example",
        others=("email", "mail", "kontakt e-mail", "kontakt email"),
    ),
    Column(
        "contact_phone",
        "telefon",
        "The role's telephone; taken with consent only",
        cells.phone,
        others=("phone", "tlf", "mobil", "telefonnummer"),
    ),
    Column(
        "contact_consent",
        "samtykke",
        "ja: who holds the role agrees that all three are shown",
        cells.yes_no,
        empty=False,
        others=("consent", "kontakt samtykke"),
    ),
)


def public_contact(values: dict[str, Any], *names: str) -> tuple[str, ...]:
    """Blank what may not be shown in a row's contact; returns what was left out, and why.

    Args:
        values: a row's values; the consent is taken out of them.
        names: what the organisation is called.
    """
    if values.pop("contact_consent", False):
        return ()
    own = frozenset(word for name in names for word in fold(name).split())
    left_out = []
    for part in PARTS:
        if values.get(part) and not _speaks_of_a_role(part, values[part], own):
            values[part] = None
            left_out.append(part)
    if not left_out:
        return ()
    return (f"{', '.join(left_out)}: may be a person's own, and contact_consent is not ja",)


def _speaks_of_a_role(part: str, text: str, own: frozenset[str]) -> bool:
    if part == "contact_phone":
        return False
    if part == "contact_email":
        local = re.sub(r"\d+\Z", "", text.partition("@")[0])
        text = re.sub(r"[._+%-]", " ", local)
    words = fold(text).split()
    return bool(words) and (
        all(word in _ROLES or word in own for word in words) or _joined(words, own)
    )


def _joined(words: list[str], own: frozenset[str]) -> bool:
    """Whether the words, written together, are the organisation's own: tikoblaesekreds@…"""
    rest = "".join(words)
    for word in sorted(own | _ROLES, key=len, reverse=True):
        if len(word) > 3:  # noqa: PLR2004  # shorter ones make up any name
            rest = rest.replace(word, " ")
    return not rest.strip()


def kept_contact(values: Mapping[str, Any]) -> dict[str, Any]:
    """The contact as a row keeps it."""
    return {part.removeprefix("contact_"): values.get(part) for part in PARTS}


def contact_fields(kept: Mapping[str, Any] | None) -> dict[str, Any]:
    """A kept contact as fields of a register."""
    return {part: (kept or {}).get(part.removeprefix("contact_")) for part in PARTS}

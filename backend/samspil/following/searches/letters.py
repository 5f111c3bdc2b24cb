"""The mail with what is new in somebody's searches, in both languages."""

from __future__ import annotations

from typing import Final

from samspil.core.mail import Kind, Wording

NEWS: Final = Kind(
    "volunteering.search-news",
    da=Wording(
        subject="{news}: {searches}",
        paragraphs=("{which} i {searches}.",),
        button="Se mine søgninger",
        closing="Under Gemt bestemmer du, hvor tit vi skriver, og kan slette en søgning.",
        why="Du får mailen, fordi du har gemt en søgning på Samspil.",
    ),
    en=Wording(
        subject="{news}: {searches}",
        paragraphs=("{which} in {searches}.",),
        button="See my searches",
        closing="Under Saved you decide how often we write, and can delete a search.",
        why="You get this mail because you have saved a search on Samspil.",
    ),
)
SEARCH_MAILS: Final = (NEWS,)

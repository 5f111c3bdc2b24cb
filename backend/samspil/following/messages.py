"""The mail with what is new in somebody's searches, in both languages."""

from __future__ import annotations

from typing import Final

from samspil.core.language import Texts
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


TEXTS: Final[Texts] = {
    "rule.most-searches": {
        "da": "Du kan højst gemme {most} søgninger. Slet en, du ikke bruger.",
        "en": "You can save at most {most} searches. Delete one that you do not use.",
    },
    "search.news.one": {"da": "1 ny opgave", "en": "1 new task"},
    "search.news.some": {"da": "{count} nye opgaver", "en": "{count} new tasks"},
    "search.news.more": {"da": "Mere end {most} nye opgaver", "en": "More than {most} new tasks"},
    "search.which.all": {"da": "Her er det nye", "en": "Here is what is new"},
    "search.which.first": {
        "da": "Her er {most} af de nye opgaver",
        "en": "Here are {most} of the new tasks",
    },
    "search.several": {"da": "{first} og {last}", "en": "{first} and {last}"},
    "search.fits": {"da": "passer til »{name}«", "en": "fits “{name}”"},
    "search.from-home": {"da": "hjemmefra", "en": "from home"},
    "search.about": {"da": "ca. {distance}", "en": "about {distance}"},
    "search.under": {"da": "under {distance}", "en": "under {distance}"},
    "rule.most-favourites": {
        "da": "Du kan højst have {most} favoritter. Fjern en, du ikke bruger.",
        "en": "You can have at most {most} favourites. Remove one that you do not use.",
    },
    "calendar.name": {"da": "Mine vagter på Samspil", "en": "My shifts on Samspil"},
    "calendar.with": {"da": "Hos {association}.", "en": "With {association}."},
    "calendar.title.waiting": {"da": "Måske: {title}", "en": "Maybe: {title}"},
    "calendar.title.cancelled": {"da": "Aflyst: {title}", "en": "Cancelled: {title}"},
    "calendar.accepted": {"da": "Du har en plads.", "en": "You have a place."},
    "calendar.applied": {
        "da": "Foreningen har ikke svaret endnu.",
        "en": "The association has not answered yet.",
    },
    "calendar.waitlisted": {"da": "Du står på ventelisten.", "en": "You are on the waiting list."},
    "calendar.offered": {
        "da": "Du er tilbudt en plads. Svar, før tilbuddet udløber.",
        "en": "You are offered a place. Answer before the offer ends.",
    },
    "calendar.withdrawn": {"da": "Du har meldt fra.", "en": "You have withdrawn."},
    "calendar.declined": {
        "da": "Foreningen kunne ikke tage imod.",
        "en": "The association could not take you.",
    },
    "calendar.cancelled": {"da": "Vagten er aflyst.", "en": "The shift is cancelled."},
    "calendar.see": {
        "da": "Se tilmeldingen, eller meld afbud: {url}",
        "en": "See the sign-up, or withdraw: {url}",
    },
}

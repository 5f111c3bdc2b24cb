"""What is said about saved searches."""

from __future__ import annotations

from typing import Final

from samspil.core.language import Texts

SEARCH_TEXTS: Final[Texts] = {
    "rule.most-searches": {
        "da": "Du kan højst gemme {most} søgninger. Slet en, du ikke bruger.",
        "en": "You can save at most {most} searches. Delete one that you do not use.",
    },
    "search.news.one": {"da": "1 ny opgave", "en": "1 new task"},
    "search.news.some": {"da": "{count} nye opgaver", "en": "{count} new tasks"},
    "search.news.more": {
        "da": "Mere end {most} nye opgaver",
        "en": "More than {most} new tasks",
    },
    "search.which.all": {"da": "Her er det nye", "en": "Here is what is new"},
    "search.which.first": {
        "da": "Her er {most} af de nye opgaver",
        "en": "Here are {most} of the new tasks",
    },
    "search.several": {"da": "{first} og {last}", "en": "{first} and {last}"},
    "search.fits": {"da": "passer til “{name}”", "en": "fits “{name}”"},
    "search.from-home": {"da": "hjemmefra", "en": "from home"},
    "search.about": {"da": "ca. {distance}", "en": "about {distance}"},
    "search.under": {"da": "under {distance}", "en": "under {distance}"},
}

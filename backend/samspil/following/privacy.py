"""What is kept of people here, why and how long."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from samspil.core.privacy import Key, PrivacyRecord, Wording, deleting, older_than
from samspil.core.privacy.registry import PUBLIC_TASK
from samspil.following.calendars import end_feed

# So that the link in an old mail still ends them.
ALERTS_KEPT: Final = timedelta(days=365)


SEARCHES: Final = PrivacyRecord(
    table="saved_searches",
    personal=(
        *("person_id", "name", "filters", "frequency", "told_until", "created_at", "updated_at"),
    ),
    impersonal=("id",),
    owner="person_id",
    what=Wording(
        "De søgninger, du har gemt: hvad du søger efter, omkring hvilken by eller hvilket punkt "
        "på 100 meter nær, og hvor tit du vil høre nyt.",
        "The searches you have saved: what you look for, around which town or which point to "
        "within 100 metres, and how often you want to hear news.",
    ),
    why=Wording(
        "At du kan bruge dem igen, og at vi kan skrive, når der er nyt.",
        "So that you can use them again, and we can write when there is news.",
    ),
    basis=PUBLIC_TASK,
    until=Wording("Til du sletter dem eller din konto.", "Until you delete them or your account."),
    erase=deleting("saved_searches", "person_id"),
)


ALERTS: Final = PrivacyRecord(
    table="search_alerts",
    personal=("person_id", "day", "token_hash", "search_ids", "sent_at"),
    withheld=("token_hash",),
    owner="person_id",
    keys=(Key("token_hash", stays="It stops mails and opens nothing; it is to work for a year."),),
    what=Wording(
        "Hvilke dage du har fået en mail om nyt, og om hvilke søgninger.",
        "On which days you got a mail with news, and about which searches.",
    ),
    why=Wording(
        "At du højst får én om dagen, og at linket i mailen kan stoppe dem.",
        "So that you get at most one a day, and the link in the mail can stop them.",
    ),
    basis=PUBLIC_TASK,
    until=Wording(
        "Et år, eller til du sletter din konto.", "A year, or until you delete your account."
    ),
    erase=deleting("search_alerts", "person_id"),
    retire=older_than("search_alerts", "sent_at", ALERTS_KEPT),
)


FAVOURITES: Final = PrivacyRecord(
    table="favourites",
    personal=("person_id", "need_id", "association_id", "created_at"),
    impersonal=("id",),
    owner="person_id",
    what=Wording(
        "De opgaver og foreninger, du har gemt som favoritter.",
        "The tasks and associations you have saved as favourites.",
    ),
    why=Wording("At du kan finde dem igen.", "So that you can find them again."),
    basis=PUBLIC_TASK,
    until=Wording(
        "Til du fjerner dem eller sletter din konto.",
        "Until you remove them or delete your account.",
    ),
    erase=deleting("favourites", "person_id"),
)


CALENDARS: Final = PrivacyRecord(
    table="calendar_feeds",
    personal=("person_id", "secret", "made_at", "fetched_on"),
    withheld=("secret",),
    owner="person_id",
    keys=(Key("secret", end=end_feed),),
    what=Wording(
        "At du har et kalenderlink, hvornår det er oprettet, og hvilken dag det sidst er hentet.",
        "That you have an address for your calendar, when it was made, and on which day it was"
        " last fetched.",
    ),
    why=Wording(
        "At din telefon kan vise dine vagter, og at du kan se, om adressen bruges.",
        "So that your phone can show your shifts, and you can see whether the address is used.",
    ),
    basis=PUBLIC_TASK,
    until=Wording(
        "Til du slår den fra eller sletter din konto.",
        "Until you turn it off or delete your account.",
    ),
    erase=deleting("calendar_feeds", "person_id"),
)


KEPT: Final = (CALENDARS, FAVOURITES, SEARCHES, ALERTS)

"""What is kept of saved searches, and of the mails about them."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from samspil.core.privacy import Kept, Key, Wording, deleting, older_than
from samspil.core.privacy.words import PUBLIC_TASK

# So that the link in an old mail still ends them.
ALERTS_KEPT: Final = timedelta(days=365)


SEARCHES: Final = Kept(
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
ALERTS: Final = Kept(
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

SEARCH_KEPT: Final = (
    SEARCHES,
    ALERTS,
)

"""Words that several domains' registrations share."""

from __future__ import annotations

from typing import Final

from samspil.core.privacy.registry import Wording

PUBLIC_TASK: Final = Wording(
    "Kommunens opgaver i offentlighedens interesse (databeskyttelsesforordningen artikel 6, stk. 1,"
    " litra e).",
    "The municipality's tasks in the public interest (GDPR article 6(1)(e)).",
)
CONSENT: Final = Wording(
    "Dit samtykke, som du altid kan trække tilbage (databeskyttelsesforordningen artikel 6, stk. 1,"
    " litra a).",
    "Your consent, which you can withdraw at any time (GDPR article 6(1)(a)).",
)
SECURITY: Final = Wording(
    "Kommunens pligt til at passe på oplysningerne (databeskyttelsesforordningen artikel 6, stk. 1,"
    " litra c, og artikel 32).",
    "The municipality's duty to keep the data safe (GDPR articles 6(1)(c) and 32).",
)
WITH_THE_ACCOUNT: Final = Wording(
    "Indtil du sletter din konto.",
    "Until you delete your account.",
)

"""The manifest of people: accounts, roles, sessions and one's own data."""

from __future__ import annotations

from typing import Final

from samspil.core.domain import Domain
from samspil.people import (
    accounts,
    email_change,
    erasure,
    guardians,
    messages,
    models,
    routes,
    staffing,
    texts,
)
from samspil.people.privacy import KEPT

PEOPLE: Final = Domain(
    name="people",
    models=(
        models.Interest,
        models.Person,
        models.Profile,
        models.OptionalConsent,
        models.LoginSession,
        models.Link,
    ),
    texts=(texts.TEXTS,),
    mails=messages.MAILS,
    tasks=(
        accounts.answer_registration,
        accounts.answer_sign_in,
        accounts.answer_reset,
        email_change.answer_new_email,
        erasure.erase_leftovers,
    ),
    kept=KEPT,
    links=(*accounts.LINKS, *email_change.LINKS, *erasure.LINKS, *guardians.LINKS, *staffing.LINKS),
    blueprints=(routes.auth_blp, routes.blp, routes.data_blp, routes.interests_blp),
)

"""Accounts, roles, sessions and one's own data: the manifest of the domain."""

from __future__ import annotations

from typing import Final

from samspil.core.domain import Domain
from samspil.people import (
    accounts,
    addresses,
    erasing,
    guardian_letters,
    guardians,
    letters,
    models,
    privacy,
    routes,
    staffing,
    tasks,
    texts,
)
from samspil.people.auth import routes as auth_routes
from samspil.people.me import routes as me_routes
from samspil.people.own_data import routes as own_data_routes

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
    mails=(
        *guardian_letters.GUARDIAN_MAILS,
        *letters.MAILS,
    ),
    tasks=(
        tasks.answer_registration,
        tasks.answer_sign_in,
        tasks.answer_forgot,
        tasks.answer_new_email,
        tasks.look_for_leftovers,
    ),
    kept=(*privacy.KEPT,),
    links=(
        *accounts.LINKS,
        *addresses.LINKS,
        *erasing.LINKS,
        *guardians.LINKS,
        *staffing.LINKS,
    ),
    blueprints=(
        auth_routes.blp,
        me_routes.blp,
        own_data_routes.blp,
        routes.blp,
    ),
)

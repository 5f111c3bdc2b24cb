"""The privacy records of accounts: what is kept, why and how long."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, delete, or_, select, update
from sqlalchemy.orm import Session

from samspil.core.privacy import (
    CONSENT,
    PUBLIC_TASK,
    SECURITY,
    WITH_THE_ACCOUNT,
    Ending,
    Key,
    Occasion,
    PrivacyRecord,
    Row,
    Someone,
    Wording,
    deleting,
    erase,
    is_address,
    older_than,
    rows_where,
)
from samspil.people.links import end_links
from samspil.people.locks import lock_if_there
from samspil.people.models import Link, Person
from samspil.people.sessions import end_sessions

SESSIONS_KEPT: Final = timedelta(days=30)
UNCONFIRMED_KEPT: Final = timedelta(days=30)
A_DAY: Final = timedelta(days=1)


def _blank(session: Session, someone: Someone, now: datetime) -> None:
    """Leave an id without a person, for what others' rows point at."""
    session.execute(
        update(Person)
        .where(Person.id == someone.id)
        .values(
            email=None,
            name="",
            password_hash=None,
            language="da",
            verified_at=None,
            guardian_email=None,
            guardian_consented_at=None,
            administrator=False,
            areas=[],
            erased_at=now,
        )
    )


def _end_password(session: Session, ending: Ending) -> None:
    """Before the first proof of the address, anybody may have chosen it."""
    if ending.occasion is Occasion.PROOF:
        mine = Person.id == ending.person_id
        session.execute(update(Person).where(mine).values(password_hash=None))


def _never_confirmed(session: Session, now: datetime) -> int:
    """One account that nobody has proven to be theirs, with the little that was done in its name.

    One at a time, so that nobody who is about to prove theirs waits for others.
    """
    unproven = select(Person).where(
        Person.verified_at.is_(None),
        Person.erased_at.is_(None),
        Person.created_at < now - UNCONFIRMED_KEPT,
    )
    found = session.scalars(unproven.order_by(Person.id).limit(1)).one_or_none()
    if found is None:
        return 0
    lock_if_there(session, found.id)
    # Proven, or erased, while this waited: the next night sees.
    person = session.scalars(unproven.where(Person.id == found.id)).one_or_none()
    if person is None or person.email is None:
        return 0
    erase(session, Someone(person.id, person.email, person.name), now)
    session.execute(delete(Person).where(Person.id == person.id))
    return 1


def _my_links(someone: Someone) -> ColumnElement[bool]:
    return or_(Link.person_id == someone.id, is_address(Link.email, someone))


def _links(session: Session, someone: Someone) -> list[Row]:
    return rows_where(session, LINKS_KEPT, _my_links(someone))


def _erase_links(session: Session, someone: Someone, _now: datetime) -> None:
    session.execute(delete(Link).where(_my_links(someone)))


PEOPLE_KEPT: Final = PrivacyRecord(
    table="people",
    personal=(
        *("id", "email", "name", "password_hash", "language", "verified_at", "guardian_email"),
        *("guardian_consented_at", "administrator", "areas", "created_at", "updated_at"),
    ),
    impersonal=("erased_at", "demo"),
    withheld=("password_hash",),
    owner="id",
    keys=(Key("password_hash", end=_end_password),),
    what=Wording(
        "Din konto: navn, mailadresse, sprog, et aftryk af din adgangskode, og en værges"
        " mailadresse, hvis du er under 15.",
        "Your account: name, mail address, language, a fingerprint of your password, and a"
        " guardian's mail address if you are under 15.",
    ),
    why=Wording(
        "At du kan logge ind, og at andre ved, hvem de har en aftale med.",
        "So that you can sign in, and others know with whom they have an agreement.",
    ),
    basis=PUBLIC_TASK,
    until=Wording(
        "Indtil du sletter din konto. Så bliver kun et nummer tilbage, der ikke fører til nogen."
        " En konto, som ingen bekræfter, slettes efter 30 dage.",
        "Until you delete your account. Then only a number is left, which leads to nobody. An"
        " account that nobody confirms is deleted after 30 days.",
    ),
    erase=_blank,
    retire=_never_confirmed,
)


PROFILES: Final = PrivacyRecord(
    table="profiles",
    personal=(
        *("person_id", "home_place_id", "home", "about", "interests", "skills", "languages"),
        *("availability", "available_from", "available_until", "max_distance_m", "birth_year"),
    ),
    impersonal=("created_at", "updated_at"),
    owner="person_id",
    what=Wording(
        "Det, du selv har fortalt: interesser, hvornår du kan, hvor langt du vil, og en by eller"
        " et punkt, der er rundet til omkring 100 meter.",
        "What you have told yourself: interests, when you can, how far you go, and a town or a"
        " point rounded to about 100 metres.",
    ),
    why=Wording(
        "At du kan se de opgaver, der passer til dig.",
        "So that you can see the tasks that suit you.",
    ),
    basis=CONSENT,
    until=Wording(
        "Indtil du retter det eller sletter din konto.",
        "Until you change it or delete your account.",
    ),
    erase=deleting("profiles", "person_id"),
)


CONSENTS: Final = PrivacyRecord(
    table="optional_consents",
    personal=("person_id", "purpose", "given_at", "withdrawn_at"),
    impersonal=("id",),
    owner="person_id",
    what=Wording(
        "Hvad du har sagt ja til, hvornår, og om du har trukket det tilbage.",
        "What you have said yes to, when, and whether you have withdrawn it.",
    ),
    why=Wording(
        "At vi kan vise, at vi kun gør det, du har sagt ja til.",
        "So that we can show that we do only what you have said yes to.",
    ),
    basis=SECURITY,
    until=WITH_THE_ACCOUNT,
    erase=deleting("optional_consents", "person_id"),
)


SESSIONS: Final = PrivacyRecord(
    table="login_sessions",
    personal=(
        *("person_id", "refresh_hash", "created_at", "used_at", "expires_at"),
        *("ended_at", "end_reason", "previous_hash", "device_hash"),
    ),
    impersonal=("id",),
    withheld=("refresh_hash", "previous_hash", "device_hash"),
    owner="person_id",
    keys=(
        Key("refresh_hash", end=end_sessions),
        Key("previous_hash", end=end_sessions),
        Key("device_hash", stays="It opens nothing: it is how a browser names itself to all."),
    ),
    what=Wording(
        "Hvor du er logget ind: hvornår det begyndte, hvornår det sidst blev brugt, og et aftryk"
        " af det navn, din browser giver sig selv.",
        "Where you are signed in: when it began, when it was last used, and a fingerprint of the"
        " name that your browser gives itself.",
    ),
    why=Wording(
        "At du kan logge ud alle steder, og at en stjålet nøgle bliver opdaget.",
        "So that you can sign out everywhere, and a stolen key is found out.",
    ),
    basis=SECURITY,
    until=Wording(
        "30 dage efter, at det er udløbet, eller til du sletter din konto.",
        "30 days after it has expired, or until you delete your account.",
    ),
    erase=deleting("login_sessions", "person_id"),
    retire=older_than("login_sessions", "expires_at", SESSIONS_KEPT),
)


LINKS_KEPT: Final = PrivacyRecord(
    table="links",
    personal=("person_id", "email", "token_hash", "data"),
    impersonal=("id", "purpose", "created_at", "expires_at"),
    withheld=("token_hash", "data"),  # a stranger's password may wait in it
    keys=(
        Key("token_hash", end=end_links),
        Key("data", stays="The password that waits in it opens nothing before its link is used."),
    ),
    what=Wording(
        "Links, vi har mailet til dig, og hvad de kan.",
        "Links that we have mailed to you, and what they can do.",
    ),
    why=Wording(
        "At et link virker én gang, og kun for den, det er sendt til.",
        "So that a link works once, and only for whom it was sent to.",
    ),
    basis=SECURITY,
    until=Wording(
        "Til linket er brugt, eller et døgn efter, at det er udløbet.",
        "Until the link is used, or a day after it has expired.",
    ),
    export=_links,
    erase=_erase_links,
    retire=older_than("links", "expires_at", A_DAY),
)


KEPT: Final = (
    PEOPLE_KEPT,
    PROFILES,
    CONSENTS,
    SESSIONS,
    LINKS_KEPT,
    PrivacyRecord(table="interests", impersonal=("slug", "label_da", "label_en", "rank")),
)

"""What is kept of people where associations are concerned."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from sqlalchemy import ColumnElement, Select, Text, cast, delete, or_, select, update
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session

from samspil.associations import contacts
from samspil.associations.members import leave_all
from samspil.associations.merging import UNDONE_FOR
from samspil.associations.models import AssociationPicture, Invitation, Merge
from samspil.associations.pictures import drop_unprepared
from samspil.core.files import Files
from samspil.core.pictures import WIDTHS, stored_variant
from samspil.core.privacy import (
    PrivacyRecord,
    Row,
    Someone,
    Wording,
    both,
    deleting,
    is_address,
    older_than,
    rows_where,
    table,
    unlinking,
)
from samspil.core.privacy.registry import PUBLIC_TASK, WITH_THE_ACCOUNT, Erase, Export

INVITATIONS_KEPT: Final = timedelta(days=30)
CLAIMS_KEPT: Final = timedelta(days=365)
DECLARATIONS_KEPT: Final = timedelta(days=5 * 365)
NOBODY: Final = contacts.kept_contact({})

CONTACT_WHY: Final = Wording(
    "At man kan få fat i dem, der har brug for hjælp eller har et lokale.",
    "So that those who need help or have a room can be reached.",
)
CONTACT_UNTIL: Final = Wording(
    "Så længe opslaget står her. Er du nævnt med din mailadresse, fjernes du, når du sletter din"
    " konto.",
    "As long as it stands here. If you are named with your mail address, you are removed when you"
    " delete your account.",
)
REGISTER_WHAT: Final = Wording(
    "Det, et register sidst sagde, også en kontakt, der har sagt ja til at stå der.",
    "What a register last said, also a contact who has agreed to stand there.",
)
REGISTER_WHY: Final = Wording(
    "At næste indlæsning kan kende sit eget fra det, mennesker har rettet.",
    "So that the next import can tell its own words from what people have corrected.",
)
REGISTER_UNTIL: Final = Wording(
    "Til næste indlæsning siger noget andet. Sletter du din konto, fjernes du, og registret sætter"
    " dig ikke ind igen.",
    "Until the next import says otherwise. If you delete your account you are removed, and the"
    " register does not put you back.",
)


# A contact is a role, or a person who has agreed: both are found by their address.


def contact_export(name: str, *beside: str) -> Export:
    """Rows whose contact is somebody, with the contact and the columns that tell which row."""

    def export(session: Session, someone: Someone) -> list[Row]:
        found = table(name)
        shown = [found.c[column] for column in ("id", *beside, "contact")]
        rows = session.execute(select(*shown).where(_is_contact(name, someone)))
        return [dict(row) for row in rows.mappings()]

    return export


def contact_eraser(name: str) -> Erase:
    """Leave the row without a contact, where it is somebody."""

    def erase(session: Session, someone: Someone, _now: object) -> None:
        found = table(name)
        nobody = None if found.c.contact.nullable else NOBODY
        session.execute(update(found).where(_is_contact(name, someone)).values(contact=nobody))

    return erase


def register_export(name: str) -> Export:
    """What a register says of somebody."""

    def export(session: Session, someone: Someone) -> list[Row]:
        found = table(name)
        said = {part: found.c.written[part].astext.label(part) for part in contacts.PARTS}
        rows = session.execute(
            select(found.c.source, found.c.external_id, *said.values()).where(
                is_address(said["contact_email"], someone)
            )
        )
        return [dict(row) for row in rows.mappings()]

    return export


def register_eraser(name: str) -> Erase:
    """Forget a register's contact, in a way that its next word counts as overruled by people.

    The row has no contact (null); what the register is remembered to have said is something else
    (an empty text), as if people had taken the contact out.
    """

    def erase(session: Session, someone: Someone, _now: object) -> None:
        found = table(name)
        mine = is_address(found.c.written["contact_email"].astext, someone)
        emptied = found.c.written.op("||")(cast(dict.fromkeys(contacts.PARTS, ""), JSONB))
        session.execute(update(found).where(mine).values(written=emptied))

    return erase


def register_memory(name: str) -> PrivacyRecord:
    """What a table of `Imported` rows keeps."""
    return PrivacyRecord(
        table=name,
        personal=("written",),
        impersonal=("source", "external_id", "object_id"),
        what=REGISTER_WHAT,
        why=REGISTER_WHY,
        basis=PUBLIC_TASK,
        until=REGISTER_UNTIL,
        export=register_export(name),
        erase=register_eraser(name),
    )


def _is_contact(name: str, someone: Someone) -> ColumnElement[bool]:
    return is_address(table(name).c.contact["email"].astext, someone)


# The tables


def _invitations(session: Session, someone: Someone) -> list[Row]:
    mine = or_(is_address(Invitation.email, someone), Invitation.invited_by_id == someone.id)
    return [
        # Whom they invited is not theirs to take along.
        row if row["email"] == someone.email.lower() else row | {"email": None}
        for row in rows_where(session, INVITATIONS, mine)
    ]


def _erase_invitations(session: Session, someone: Someone, _now: object) -> None:
    session.execute(delete(Invitation).where(is_address(Invitation.email, someone)))


def _leave(session: Session, someone: Someone, _now: object) -> None:
    leave_all(session, someone.id)


def _drop_unprepared(session: Session, someone: Someone, _now: object) -> None:
    drop_unprepared(session, someone.id)


def _pictures(session: Session, files: Files, someone: Someone) -> Iterator[tuple[str, bytes]]:
    mine = select(AssociationPicture.id).where(AssociationPicture.uploaded_by_id == someone.id)
    for picture_id in session.scalars(mine.order_by(AssociationPicture.id)):
        content = stored_variant(files, picture_id, WIDTHS[-1])
        if content is not None:
            yield f"pictures/{picture_id}.webp", content


def _is_about(row: Row, someone: Someone) -> bool:
    """Whether a copy of a row is somebody's: it has their id as its person, or their address."""
    address = str(row.get("email") or "").lower()
    mine = someone.email != "" and address == someone.email.lower()
    return mine or row.get("person_id") == str(someone.id)


def _with_copies_of(someone: Someone) -> Select[Merge]:
    """The merges whose record speaks of somebody."""
    said = cast(Merge.record, Text)
    mine = said.contains(str(someone.id))
    if someone.email:
        mine |= said.icontains(someone.email, autoescape=True)
    return select(Merge).where(mine).order_by(Merge.id)


def _merges(session: Session, someone: Someone) -> list[Row]:
    made = select(Merge.id, Merge.made_at).where(Merge.made_by_id == someone.id)
    rows = [dict(row) for row in session.execute(made.order_by(Merge.id)).mappings()]
    for merge in session.scalars(_with_copies_of(someone)):
        copies = {
            name: [row for row in rows if _is_about(row, someone)]
            for name, rows in merge.record["dropped"].items()
        }
        rows.append({"id": merge.id, "made_at": merge.made_at, "record": copies})
    return rows


def _erase_from_merges(session: Session, someone: Someone, _now: object) -> None:
    """Drop the copies that are somebody's, and their id from all others."""
    for merge in session.scalars(_with_copies_of(someone).with_for_update()):
        gone = str(someone.id)
        dropped = {
            name: [
                {key: None if value == gone else value for key, value in row.items()}
                for row in rows
                if not _is_about(row, someone)
            ]
            for name, rows in merge.record["dropped"].items()
        }
        moved = {
            name: [key for key in keys if gone not in key]
            for name, keys in merge.record["moved"].items()
        }
        raised = [row for row in merge.record["raised"] if row["person_id"] != gone]
        merge.record = merge.record | {"dropped": dropped, "moved": moved, "raised": raised}
    session.flush()


ASSOCIATIONS: Final = PrivacyRecord(
    table="associations",
    personal=("contact", "address"),
    impersonal=(
        *("id", "slug", "kind", "name", "summary", "purpose", "lang", "cvr", "interests"),
        *("website", "languages", "step_free", "reply_days", "open_needs", "verified_at"),
        *("status", "hidden_reason", "merged_into_id", "approved_from", "approved_until"),
        *("demo", "search", "positions", "position_accuracy", "created_at", "updated_at"),
    ),
    what=Wording(
        "En forenings offentlige kontakt og adresse: en rolle, eller et menneske, der har sagt ja.",
        "An association's public contact and address: a role, or a person who has agreed.",
    ),
    why=CONTACT_WHY,
    basis=PUBLIC_TASK,
    until=CONTACT_UNTIL,
    export=contact_export("associations", "slug", "name"),
    erase=contact_eraser("associations"),
)
MEMBERSHIPS: Final = PrivacyRecord(
    table="memberships",
    personal=("association_id", "person_id", "role", "since"),
    owner="person_id",
    what=Wording(
        "Hvilke foreninger du er med i, og om du bestyrer dem.",
        "Which associations you take part in, and whether you manage them.",
    ),
    why=Wording(
        "At de rigtige kan skrive og svare på foreningens vegne.",
        "So that the right people can write and answer for the association.",
    ),
    basis=PUBLIC_TASK,
    until=Wording(
        "Indtil du forlader foreningen eller sletter din konto.",
        "Until you leave the association or delete your account.",
    ),
    erase=_leave,
)
INVITATIONS: Final = PrivacyRecord(
    table="invitations",
    personal=("email", "role", "invited_by_id"),
    impersonal=("id", "association_id", "created_at", "expires_at"),
    what=Wording(
        "En invitation til din mailadresse, og hvem der har inviteret.",
        "An invitation to your mail address, and who has invited.",
    ),
    why=Wording(
        "At du kan sige ja til at være med i en forening.",
        "So that you can say yes to taking part in an association.",
    ),
    basis=PUBLIC_TASK,
    until=Wording(
        "Til du svarer, og højst 30 dage efter, at den er udløbet.",
        "Until you answer, and at most 30 days after it has expired.",
    ),
    export=_invitations,
    erase=both(_erase_invitations, unlinking("invitations", "invited_by_id")),
    retire=older_than("invitations", "expires_at", INVITATIONS_KEPT),
)
CLAIMS: Final = PrivacyRecord(
    table="claims",
    personal=("association_id", "person_id", "message", "status", "decided_by_id"),
    impersonal=("id", "created_at", "decided_at"),
    owner="person_id",
    what=Wording(
        "At du har bedt om adgang til at styre en forening, og hvad du skrev.",
        "That you have asked for access to run an association, and what you wrote.",
    ),
    why=Wording(
        "At kommunen kan afgøre, hvem der taler for foreningen.",
        "So that the municipality can decide who speaks for the association.",
    ),
    basis=PUBLIC_TASK,
    until=Wording(
        "Et år efter afgørelsen, eller til du sletter din konto.",
        "A year after the decision, or until you delete your account.",
    ),
    erase=both(deleting("claims", "person_id"), unlinking("claims", "decided_by_id")),
    retire=older_than("claims", "decided_at", CLAIMS_KEPT),
)
PICTURES: Final = PrivacyRecord(
    table="association_pictures",
    personal=("uploaded_by_id",),
    impersonal=("id", "association_id", "rank", "alt", "width", "height", "status", "created_at"),
    owner="uploaded_by_id",
    what=Wording(
        "Hvem der har lagt en forenings billede op. Filen, som den blev sendt, og hvor og hvornår"
        " billedet er taget, slettes, så snart det er gjort klar, og senest efter et døgn.",
        "Who has uploaded an association's picture. The file as it was sent, and where and when the"
        " picture was taken, is deleted as soon as it has been prepared, and after a day at most.",
    ),
    why=Wording(
        "At man kan spørge, hvis nogen ikke vil være med på det.",
        "So that somebody can be asked if a person does not want to be in it.",
    ),
    basis=PUBLIC_TASK,
    until=WITH_THE_ACCOUNT,
    erase=both(_drop_unprepared, unlinking("association_pictures", "uploaded_by_id")),
    files=_pictures,
)

DECLARATIONS: Final = PrivacyRecord(
    table="child_check_declarations",
    personal=("made_by_id",),
    impersonal=("association_id", "year", "made_at"),
    owner="made_by_id",
    what=Wording(
        "At det var dig, der erklærede for en forening, at den indhenter børneattester.",
        "That it was you who declared for an association that it obtains child protection"
        " certificates.",
    ),
    why=Wording(
        "At kommunen ved, hvem der har sagt det, når den låner lokaler ud.",
        "So that the municipality knows who said so when it lends premises.",
    ),
    basis=PUBLIC_TASK,
    until=Wording(
        "Fem år. Sletter du din konto, glemmes straks, at det var dig.",
        "Five years. If you delete your account, that it was you is forgotten at once.",
    ),
    erase=unlinking("child_check_declarations", "made_by_id"),
    retire=older_than("child_check_declarations", "made_at", DECLARATIONS_KEPT),
)

MERGES: Final = PrivacyRecord(
    table="association_merges",
    personal=("made_by_id", "record"),
    impersonal=("id", "source_id", "target_id", "made_at"),
    what=Wording(
        "Når to foreninger er lagt sammen: hvem der gjorde det, og det, den ene havde, som den"
        " anden havde i forvejen, fx at du var med i begge.",
        "When two associations were merged: who did it, and what one had that the other had"
        " already, such as that you took part in both.",
    ),
    why=Wording(
        "At kommunen kan fortryde det, hvis det var en fejl.",
        "So that the municipality can undo it if it was a mistake.",
    ),
    basis=PUBLIC_TASK,
    until=Wording(
        "30 dage, eller til du sletter din konto.", "30 days, or until you delete your account."
    ),
    export=_merges,
    erase=both(_erase_from_merges, unlinking("association_merges", "made_by_id")),
    retire=older_than("association_merges", "made_at", UNDONE_FOR),
)

KEPT: Final = (
    ASSOCIATIONS,
    MERGES,
    MEMBERSHIPS,
    INVITATIONS,
    CLAIMS,
    PICTURES,
    DECLARATIONS,
    register_memory("imported_associations"),
    PrivacyRecord(table="association_places", impersonal=("association_id", "place_id", "rank")),
    PrivacyRecord(table="association_slugs", impersonal=("slug", "association_id")),
)

"""The export of personal data, as a ZIP for people and programs; the nightly retention job."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any, Final

import orjson
import structlog
from sqlalchemy.orm import Session

from samspil.core import jobs, time
from samspil.core.files import Files
from samspil.core.jobs import Work
from samspil.core.privacy.registry import RECORDS, PrivacyRecord, Someone, Wording, retiring

README: Final = Wording(
    da="""Dine oplysninger i Samspil, samlet {when}.

data.json rummer alt, hvad der er gemt om {name} ({email}): et afsnit for hver slags, med hvad det
er, hvorfor det gemmes, og hvor længe. Filen er JSON og kan læses af både mennesker og programmer.
Tider er i UTC. Adgangskoder og hemmelige nøgler er aldrig med; af dem gemmes kun aftryk.

Dine billeder ligger i mapperne ved siden af.

Er noget forkert, så ret det under Mig, eller skriv til kommunen. Du kan også slette din konto dér.
""",
    en="""Your data in Samspil, gathered {when}.

data.json holds all that is kept about {name} ({email}): a section for each kind, with what it is,
why it is kept, and how long. The file is JSON, for people and programs to read. Times are in UTC.
Passwords and secret keys are never in it; only their fingerprints are kept.

Your pictures are in the folders beside it.

If something is wrong, correct it under Me, or write to the municipality. You can delete your
account there too.
""",
)


def data_of(session: Session, someone: Someone) -> dict[str, Any]:
    """A section for each table with personal data, also for those that have nothing."""
    sections = {}
    for kept in RECORDS.values():
        if kept.personal and (kept.export or kept.owner):
            rows = kept.rows(session, someone)
            sections[kept.table] = kept.wording(someone.language) | {"rows": rows}
    return sections


def export_zip(session: Session, files: Files, someone: Someone, now: datetime) -> bytes:
    """A ZIP with data.json, README.txt in the person's language, and their own files."""
    data = {"gathered_at": now, "person_id": someone.id, "kept": data_of(session, someone)}
    readme = README.text(someone.language).format(
        when=f"{time.local(now):%d.%m.%Y %H:%M}", name=someone.name, email=someone.email
    )
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:

        def add(name: str, content: bytes) -> None:
            entry = zipfile.ZipInfo(name, time.local(now).timetuple()[:6])
            entry.external_attr = 0o600 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)

        add("README.txt", readme.encode())
        add("data.json", orjson.dumps(data, option=orjson.OPT_INDENT_2, default=_plain))
        for kept in RECORDS.values():
            if kept.files is not None:
                for name, content in kept.files(session, files, someone):
                    add(name, content)
    return written.getvalue()


def _plain(value: Any) -> str:
    """What JSON has no form for."""
    return value.hex() if isinstance(value, bytes) else str(value)


log = structlog.get_logger()


@jobs.every("41 3 * * *", "privacy.retire")
def retire_what_is_past(work: Work) -> None:
    """Delete every night what is past its time, and log how many rows of each table."""
    gone = {kept.table: _retire(work, kept) for kept in retiring()}
    log.info("retired", **{name: count for name, count in gone.items() if count})


def _retire(work: Work, kept: PrivacyRecord) -> int:
    """Until nothing is left, each time in a transaction of its own: nobody waits for it long."""
    total, count = 0, 1
    while count and kept.retire is not None:
        with work.database.writing.begin() as session:
            count = kept.retire(session, time.now())
        total += count
    return total


TASKS: Final = (retire_what_is_past,)

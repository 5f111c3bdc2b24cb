"""What is kept of people: for everybody to read of, and for each to take along or have erased."""

from __future__ import annotations

from typing import Any

from flask import Response

from samspil.core import language, throttle, time
from samspil.core.files import DiskFiles
from samspil.core.http import (
    Access,
    Blueprint,
    actor,
    answer,
    open_to,
    private_answer,
    session,
    settings,
    visitor,
)
from samspil.core.language import text
from samspil.core.privacy import export_zip, table_of_keeping
from samspil.people import accounts, erasing
from samspil.people.auth.schemas import NothingOut
from samspil.people.own_data.schemas import ErasureIn, PrivacyOut
from samspil.places.services import authority

blp = Blueprint("own data", __name__, description="What is kept of people")


@blp.get("/privacy")
@blp.response(200, PrivacyOut)
@open_to(Access.ANYONE)
def what_is_kept() -> Response:
    """What is kept of people, why, on what legal basis, and how long."""
    controller = authority(session(), settings().authority)
    return answer(
        {
            "controller": {"name": controller},
            "processor": text("privacy.processor", controller=controller),
            "rows": table_of_keeping(language.current.get()),
        },
        max_age=300,
    )


@blp.get("/me/export")
@blp.response(200, content_type="application/zip", description="A ZIP with data.json and pictures")
@open_to(Access.SIGNED_IN)
def export() -> Response:
    """Everything that is kept of oneself."""
    throttle.export(visitor(), actor().id)
    now, person = time.now(), accounts.me(session(), actor())
    files = DiskFiles(settings().files_dir)
    gathered = export_zip(session(), files, erasing.someone(person), now)
    response = Response(gathered, mimetype="application/zip")
    response.headers["Content-Disposition"] = f'attachment; filename="samspil-{now:%Y-%m-%d}.zip"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


@blp.delete("/me")
@blp.arguments(ErasureIn)
@blp.response(202, NothingOut)
@open_to(Access.SIGNED_IN)
def ask_to_erase(given: dict[str, Any]) -> Response:
    """Ask to have one's account erased, which the link in a mail then does."""
    throttle.password(visitor(), actor().id)
    if actor().verified:
        throttle.erasure(visitor(), actor().id)
    else:
        throttle.unasked(visitor(), actor().email)
    erasing.ask_to_erase(session(), actor(), given["password"])
    return private_answer({}, 202)

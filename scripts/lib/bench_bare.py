"""What Flask can do at best: a route that runs a search's statements and passes on what they say.

`scripts/bench near` serves it as the application is served, and asks it for `/SEARCH/NUMBER` from
the file that BENCH_STATEMENTS names, as `bench_load.kept` writes it.
"""

import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import orjson
from flask import Flask, Response
from psycopg import RawCursor
from psycopg_pool import ConnectionPool

from samspil.core.db import SESSION
from samspil.core.http.application import Application
from samspil.core.http.gateway import READERS, Gateway
from samspil.settings import from_environment

settings = from_environment()
searches: dict[str, list[Any]] = orjson.loads(Path(os.environ["BENCH_STATEMENTS"]).read_bytes())
pool = ConnectionPool(
    settings.database_url.replace("postgresql+psycopg:", "postgresql:"),
    min_size=READERS,
    kwargs={
        "autocommit": True,
        "cursor_factory": RawCursor,
        "options": " ".join(f"-c {name}={value}" for name, value in SESSION.items()),
    },
    open=False,
)
flask = Flask(__name__)


@flask.get("/readyz")
@flask.get("/healthz")
def ready() -> Response:
    """That it serves."""
    return Response()


@flask.get("/<name>/<int:number>")
def search(name: str, number: int) -> Response:
    """The rows of the last statement."""
    pool.open()
    with pool.connection() as connection:
        for statement, values, prepare in searches[name][number]:
            rows = connection.execute(statement, values, prepare=prepare).fetchall()
    return Response(orjson.dumps(rows, default=str), mimetype="application/json")


# All that the gateway asks of an application.
database = SimpleNamespace(engine=SimpleNamespace(dispose=pool.close))
for name, value in {"settings": settings, "database": database}.items():
    setattr(flask, name, value)
app = Gateway(cast(Application, flask))

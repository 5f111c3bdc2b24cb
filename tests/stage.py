"""One world for many tests, each of which leaves it as it was."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import time_machine
from sqlalchemy import Connection

from databases import BASE, NOW, InOneTransaction, Server, app_on
from factories import world as made
from factories.world import World
from samspil.core.http import Application


@dataclass(frozen=True)
class Stage:
    """An application of its own, in one transaction, with a world in it."""

    app: Application
    world: World
    connection: Connection


@contextlib.contextmanager
def set_up(server: Server, frontend: Path) -> Iterator[Stage]:
    """Make the world, once; what is committed on it is undone at the end."""
    app = app_on(server, BASE, frontend)
    engine = app.database.engine
    try:
        with engine.connect() as connection, connection.begin() as transaction:
            app.database = InOneTransaction(connection)
            with time_machine.travel(NOW, tick=False), app.database.writing() as session:
                world = made.world(app, session)
            yield Stage(app, world, connection)
            transaction.rollback()
    finally:
        engine.dispose()
        server.drop(engine.url.database or "")


@contextlib.contextmanager
def undone(connection: Connection) -> Iterator[None]:
    """What happens inside has not happened afterwards."""
    undo = connection.begin_nested()
    try:
        yield
    finally:
        undo.rollback()


@contextlib.contextmanager
def as_it_was(stage: Stage) -> Iterator[None]:
    """Rows and the browsers' cookies are afterwards what they were before."""
    kept = {who: dict(client._cookies) for who, client in stage.world.clients.items()}
    try:
        with undone(stage.connection):
            yield
    finally:
        for who, client in stage.world.clients.items():
            client._cookies = kept[who]

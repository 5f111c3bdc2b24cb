"""The commands that bring registers in, on a database of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from click.testing import CliRunner, Result
from sqlalchemy import Engine, text

from conftest import BASE, NOW, Server
from register_files import written
from samspil.cli import main
from samspil.core.db import make_engine

ROW = {"id": "F-1", "navn": "Koret", "by": "Hornbæk", "e-mail": "kor@koret.example"}


class Commands:
    """Samspil's commands on one database."""

    def __init__(self, server: Server, database: str) -> None:
        settings = server.settings(database)
        self._environment = {
            "SAMSPIL_DATABASE_URL": settings.database_url,
            "SAMSPIL_OWNER_DATABASE_URL": settings.owner_database_url,
        }
        self.engine: Engine = make_engine(settings.owner_database_url)

    def __call__(self, *arguments: str | Path) -> Result:
        with time_machine.travel(NOW, tick=False):
            return CliRunner().invoke(
                main, [str(a) for a in arguments], env=self._environment, catch_exceptions=False
            )

    def count(self, table: str) -> int:
        with self.engine.connect() as connection:
            return int(connection.scalar(text(f"SELECT count(*) FROM {table}")) or 0)


@pytest.fixture
def samspil(server: Server) -> Iterator[Commands]:
    name = server.clone(BASE)
    commands = Commands(server, name)
    yield commands
    commands.engine.dispose()
    server.drop(name)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "register.csv"
    file.write_text(written([ROW]), encoding="utf-8")
    return file


@pytest.mark.parametrize("kind", ["associations", "premises", "needs"])
def test_the_template_goes_in_as_it_is(samspil: Commands, tmp_path: Path, kind: str) -> None:
    for name in dict.fromkeys(["associations", kind]):  # a need refers to an association
        file = tmp_path / f"{name}.csv"
        file.write_bytes(samspil(f"import-{name}", "--template").stdout_bytes)
        done = samspil(f"import-{name}", file)
        assert done.exit_code == 0, done.output
        assert done.output.splitlines()[-1].startswith("1 new, 0 changed, 0 unchanged, 0 refused")
        assert samspil.count(name) == 1


@pytest.mark.parametrize("kind", ["associations", "premises", "needs"])
def test_the_columns_are_described(samspil: Commands, kind: str) -> None:
    lines = samspil(f"import-{kind}", "--columns").output.splitlines()
    assert lines[0] == "| column | kolonne | needed | what | example |"
    assert all(line.count(" | ") == 4 for line in lines[2:])
    assert all(line.split(" | ")[3] for line in lines[2:])


def test_a_dry_run_says_what_would_change_and_changes_nothing(
    samspil: Commands, file: Path
) -> None:
    done = samspil("import-associations", file, "--dry-run")
    assert done.exit_code == 0
    assert done.output.splitlines() == [
        "line 2: new: Koret (F-1)",
        "line 2: left out: Koret (F-1):"
        " contact_email: may be a person's own, and contact_consent is not ja",
        "1 new, 0 changed, 0 unchanged, 0 refused; 0 with edits kept, 1 not wholly public",
        "A dry run: nothing was changed.",
    ]
    assert samspil.count("associations") == samspil.count("words") == 0


def test_good_rows_go_in_faulty_ones_are_named_and_the_exit_code_tells(
    samspil: Commands, file: Path
) -> None:
    rows = [ROW, ROW | {"id": "F-2", "by": "Atlantis\x1b[31m"}, ROW | {"id": "F-3", "x": "y"}]
    file.write_text(written(rows), encoding="utf-8")
    done = samspil("import-associations", file)
    assert done.exit_code == 3
    assert done.stdout.splitlines()[0] == "Columns that are not used: x"
    assert done.stderr.splitlines() == ["line 3: refused: towns: holds control characters"]
    assert samspil.count("associations") == 2

    again = samspil("import-associations", file)
    assert again.stdout.splitlines()[-1].startswith("0 new, 0 changed, 2 unchanged, 1 refused")


def test_two_sources_may_use_the_same_ids(samspil: Commands, file: Path) -> None:
    assert samspil("import-associations", file, "--source", "kultur").exit_code == 0
    assert samspil("import-associations", file, "--source", "sport").exit_code == 0
    assert samspil.count("associations") == 2


def test_a_wrong_file_ends_in_one_line_and_an_unchanged_database(
    samspil: Commands, tmp_path: Path
) -> None:
    missing = samspil("import-needs", tmp_path / "missing.csv")
    (tmp_path / "wrong.csv").write_text("a;b\n1;2\n", encoding="utf-8")
    wrong = samspil("import-needs", tmp_path / "wrong.csv")
    for done in (missing, wrong):
        assert done.exit_code == 1
        assert len(done.output.splitlines()) == 1
    assert samspil("import-needs").exit_code == 2
    assert samspil.count("needs") == 0


def test_two_imports_at_once_do_not_mix(samspil: Commands, file: Path) -> None:
    key = "hashtextextended('samspil import imported_associations', 0)"
    with samspil.engine.connect() as other:
        other.execute(text(f"SELECT pg_advisory_lock({key})"))
        done = samspil("import-associations", file)
    assert done.exit_code == 1
    assert done.output == "Error: Another such import is running; try again when it is done.\n"


def test_a_row_that_only_the_database_refuses_is_found_and_named(
    samspil: Commands, file: Path
) -> None:
    with samspil.engine.begin() as connection:
        connection.execute(
            text("ALTER TABLE associations ADD CONSTRAINT no_choirs CHECK (name <> 'Koret')")
        )
    rows = [ROW | {"id": f"F-{n}", "navn": f"Forening {n}"} for n in range(5)]
    file.write_text(written([*rows[:3], ROW | {"id": "K"}, *rows[3:]]), encoding="utf-8")
    done = samspil("import-associations", file)
    assert done.exit_code == 3
    assert done.stderr == "line 5: refused: Koret (K): the database refuses it (no_choirs)\n"
    assert samspil.count("associations") == 5


def test_suggestions_are_listed_accepted_and_rejected(samspil: Commands, tmp_path: Path) -> None:
    osm = tmp_path / "osm.json"
    osm.write_text(
        '{"elements": [{"type": "node", "id": 7, "lat": 56.0903, "lon": 12.4569,'
        ' "tags": {"club": "scout", "name": "Spejderne"}}, {"type": "node", "id": 8,'
        ' "lat": 56.0206, "lon": 12.4531, "tags": {"amenity": "library", "name": "Biblioteket"}}]}',
        encoding="utf-8",
    )
    assert samspil("import-osm", osm, "--dry-run").output.startswith("2 new suggestions")
    assert samspil("import-osm", osm).output.startswith("2 new suggestions")
    suggestions_in = samspil("suggestions", "list").output
    assert "node/7  association  Spejderne  56.09030 12.45690" in suggestions_in
    assert samspil("suggestions", "accept", "node/7").output == "associations: spejderne\n"
    assert "--operator" in samspil("suggestions", "accept", "node/8").output
    assert samspil("suggestions", "reject", "node/8").output == "rejected: Biblioteket\n"
    assert samspil("suggestions", "list").output == ""
    assert samspil("suggestions", "reject", "node/8").exit_code == 1
    assert "2 decided before" in samspil("import-osm", osm).output
    osm.write_text("{", encoding="utf-8")
    assert samspil("import-osm", osm).exit_code == 1

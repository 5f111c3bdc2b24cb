"""The laws of the house."""

import ast
import dataclasses
import importlib
import importlib.metadata
import inspect
import os
import re
import shutil
import string
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import marshmallow as ma
import psycopg
import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import ARRAY, Connection, DateTime, Engine, LargeBinary, Table, text
from sqlalchemy import inspect as look_at
from sqlalchemy.exc import IntegrityError

from databases import BASE, Server
from samspil import migrations
from samspil.core import fields, language
from samspil.core.audit import APPEND_ONLY
from samspil.core.db import Base, is_about_the_erased, make_engine
from samspil.core.domain import Handler
from samspil.core.geo import Shape
from samspil.core.http import Access, Application, Blueprint, Pages
from samspil.core.jobs import Task
from samspil.core.language import LANGUAGES, TEXTS, Message
from samspil.core.mail import Kind
from samspil.core.privacy import RECORDS, PrivacyRecord
from samspil.domains import DOMAINS
from samspil.local.cluster import APP
from samspil.moderation.services import ModeratedKind
from samspil.people.links import Purpose
from samspil.settings import CHECKOUT

PACKAGE = CHECKOUT / "backend" / "samspil"
SOURCES = sorted(PACKAGE.rglob("*.py"))
MOST_LINES = 450
HTTP_METHODS = ("get", "post", "put", "patch", "delete")


def source_name(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def imports(path: Path) -> Iterator[str]:
    """The names of the modules that a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


# Routes


def test_every_route_declares_its_guard(empty_app: Application) -> None:
    unguarded = [
        rule.rule
        for rule in empty_app.url_map.iter_rules()
        if not isinstance(
            getattr(inspect.unwrap(empty_app.view_functions[rule.endpoint]), "access", None), Access
        )
    ]
    assert unguarded == []


def test_every_route_of_the_interface_is_described(empty_app: Application) -> None:
    described = empty_app.test_client().get("/api/v1/openapi.json").json["paths"]
    served = {
        re.sub(r"<(?:[^<>:]+:)?(\w+)>", r"{\1}", rule.rule)
        for rule in empty_app.url_map.iter_rules()
        if rule.rule.startswith("/api/v1/") and rule.rule != "/api/v1/openapi.json"
    }
    assert served == set(described)


def test_every_operation_says_what_it_does_and_that_it_can_fail(empty_app: Application) -> None:
    paths = empty_app.test_client().get("/api/v1/openapi.json").json["paths"]
    for path, methods in paths.items():
        for method in methods.keys() & HTTP_METHODS:
            operation = methods[method]
            assert operation["summary"], path
            assert "default" in operation["responses"], path


def test_the_document_says_who_each_operation_is_open_to(empty_app: Application) -> None:
    document = empty_app.test_client().get("/api/v1/openapi.json").json
    paths = document["paths"]
    assert "security" not in paths["/api/v1/needs"]["get"]
    guarded = {
        (rule.rule, method.lower())
        for rule in empty_app.url_map.iter_rules()
        if rule.rule.startswith("/api/v1/")
        and inspect.unwrap(empty_app.view_functions[rule.endpoint]).access is not Access.ANYONE
        for method in rule.methods - {"HEAD", "OPTIONS"}
    }
    for rule, method in guarded:
        operation = paths[re.sub(r"<(?:[^<>:]+:)?(\w+)>", r"{\1}", rule)][method]
        assert operation["security"] == [{"session": []}, {"bearer": []}], rule
    assert document["components"]["securitySchemes"].keys() == {"session", "bearer"}


# Manifests


def handed_over() -> set[int]:
    """The identity of everything that stands in a manifest."""
    found = set()
    for domain in DOMAINS:
        for part in dataclasses.fields(domain):
            value = getattr(domain, part.name)
            found |= {id(one) for one in value} if isinstance(value, tuple) else set()
    return found


def test_whatever_a_domain_makes_stands_in_its_manifest() -> None:
    """Else a mail could not be worded, or a table's data not be erased."""
    made = (Task, Kind, PrivacyRecord, Handler, Purpose, ModeratedKind, Blueprint, Pages)
    known, forgotten = handed_over(), {}
    for path in SOURCES:
        name = ".".join(["samspil", *path.relative_to(PACKAGE).with_suffix("").parts])
        if "migrations" in name or name.endswith(".rsgi"):
            continue
        module = importlib.import_module(name.removesuffix(".__init__"))
        for attribute, value in vars(module).items():
            is_model = inspect.isclass(value) and hasattr(value, "__tablename__")
            if (is_model or isinstance(value, made)) and id(value) not in known:
                forgotten[f"{name}.{attribute}"] = value
    assert forgotten == {}


def test_no_module_is_imported_for_what_its_import_does() -> None:
    """A module that registers something must be imported to work, which nobody can see."""
    for path in SOURCES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = [
            ast.unparse(node.value)
            for node in tree.body
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
        ]
        assert "migrations" in path.parts or not set(calls) - CALLED_WHEN_IMPORTED, source_name(
            path
        )
        assert "F401" not in path.read_text(encoding="utf-8"), source_name(path)


# A setting of Python's own.
CALLED_WHEN_IMPORTED = {
    "warnings.simplefilter('error', Image.DecompressionBombWarning)",
}

# Migrations and tables


@pytest.fixture(scope="module")
def owner(server: Server) -> Iterator[Engine]:
    """The owner's engine on a database of this module's own."""
    name = server.clone(BASE)
    engine = make_engine(server.settings(name).owner_database_url)
    yield engine
    engine.dispose()
    server.drop(name)


def test_there_is_one_newest_migration() -> None:
    assert len(ScriptDirectory.from_config(migrations.config()).get_heads()) == 1


def is_ours(_object: Any, name: str | None, kind: str, *_: Any) -> bool:
    # procrastinate's tables are made by its own SQL.
    theirs = name == "spatial_ref_sys" or (name or "").startswith("procrastinate_")
    return not (kind == "table" and theirs)


def differences(connection: Connection) -> list[Any]:
    """What autogenerate would still write."""
    context = MigrationContext.configure(
        connection,
        opts={
            "compare_type": True,
            "compare_server_default": True,
            "include_object": is_ours,
        },
    )
    return list(compare_metadata(context, Base.metadata))


def test_the_models_equal_the_migrations(owner: Engine) -> None:
    with owner.connect() as connection:
        assert differences(connection) == []


def checks(connection: Connection) -> dict[str, str]:
    """Every check constraint by name, as the database words it."""
    rows = connection.execute(
        text(
            "SELECT conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)"
            " FROM pg_constraint WHERE contype = 'c' AND conrelid <> 'spatial_ref_sys'::regclass"
            " AND conrelid::regclass::text NOT LIKE 'procrastinate%'"
            " AND connamespace = current_schema()::regnamespace"
        )
    )
    return {name: definition for name, definition in rows}  # noqa: C416  # rows are no pairs


def indexes(connection: Connection) -> set[str]:
    """Every index, as the database words it."""
    rows = connection.scalars(
        text(
            "SELECT replace(indexdef, schemaname || '.', '') FROM pg_indexes"
            " WHERE schemaname = current_schema()"
            " AND tablename NOT IN ('spatial_ref_sys', 'alembic_version')"
            " AND tablename NOT LIKE 'procrastinate%'"
        )
    )
    return set(rows)


def test_the_models_make_the_same_checks_and_indexes_as_the_migrations(owner: Engine) -> None:
    """Autogenerate sees neither checks nor what an index is made of."""
    with owner.connect() as connection:
        migrated = checks(connection), indexes(connection)
        connection.execute(text("CREATE SCHEMA from_models"))
        connection.execute(text("SET LOCAL search_path = from_models, public"))
        Base.metadata.create_all(connection, checkfirst=False)
        modelled = checks(connection), indexes(connection)
        connection.rollback()
    for made_by_models, made_by_migrations in zip(modelled, migrated, strict=True):
        assert made_by_models == made_by_migrations


def test_every_migration_can_be_taken_back_and_made_again(server: Server) -> None:
    name = server.clone(BASE)
    engine = make_engine(server.settings(name).owner_database_url)
    with engine.connect() as connection:
        config = migrations.config(connection)
        command.downgrade(config, "base")
        left = set(look_at(connection).get_table_names()) - {"spatial_ref_sys"}
        assert left == {"alembic_version"}
        command.upgrade(config, "head")
        assert differences(connection) == []
        assert migrations.is_current(connection)
    engine.dispose()
    server.drop(name)


def test_the_application_reads_and_writes_rows_but_owns_nothing(server: Server) -> None:
    name = server.clone(BASE)
    with psycopg.connect(
        host=str(server.cluster.socket_folder), user=APP, dbname=name, autocommit=True
    ) as connection:
        for forbidden in (
            "CREATE TABLE mine (id int)",
            "CREATE SCHEMA mine",
            "ALTER TABLE needs ADD COLUMN mine int",
            "ALTER TABLE needs DISABLE TRIGGER ALL",
            "DROP TABLE shifts",
            "DROP INDEX ix_needs_positions",
            "TRUNCATE shifts",
            "CREATE INDEX ON needs (title)",
            "DELETE FROM alembic_version",
            "UPDATE spatial_ref_sys SET srid = 1",
            "CREATE EXTENSION dblink",
            "SET ROLE samspil_owner",
            "UPDATE audit_log SET action = 'nothing'",
            "DELETE FROM audit_log",
            "TRUNCATE audit_log",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(forbidden)
        connection.execute("DELETE FROM shifts")
        connection.execute("SELECT count(*) FROM alembic_version")
        connection.execute(
            "INSERT INTO audit_log (id, at, action, kind, facts)"
            " VALUES (gen_random_uuid(), now(), 'look', 'house', '{}')"
        )
    server.drop(name)


def test_every_geometry_column_has_a_spatial_index(owner: Engine) -> None:
    with owner.connect() as connection:
        spatial = look_at(connection)
        for table in Base.metadata.tables.values():
            indexed = {
                index["column_names"][0]
                for index in spatial.get_indexes(table.name)
                if index["dialect_options"].get("postgresql_using") == "gist"
            }
            geometries = {c.name for c in table.columns if isinstance(c.type, Shape)}
            assert geometries <= indexed, table.name


def test_every_foreign_key_has_an_index(owner: Engine) -> None:
    """Or deleting the row it points to reads the whole table."""
    with owner.connect() as connection:
        inspector = look_at(connection)
        for table in Base.metadata.tables:
            beginnings = [
                inspector.get_pk_constraint(table)["constrained_columns"],
                *(i["column_names"] for i in inspector.get_indexes(table)),
                *(u["column_names"] for u in inspector.get_unique_constraints(table)),
            ]
            for key in inspector.get_foreign_keys(table):
                columns = key["constrained_columns"]
                assert any(b[: len(columns)] == columns for b in beginnings), key["name"]


def test_no_column_keeps_a_time_without_its_zone() -> None:
    naive = [
        str(column)
        for table in Base.metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, DateTime) and not column.type.timezone
    ]
    assert naive == []


def test_every_constraint_has_a_name_that_stays() -> None:
    for table in Base.metadata.tables.values():
        for constraint in table.constraints:
            assert constraint.name, f"{table}: {constraint}"


def test_no_column_keeps_an_array_that_may_be_null() -> None:
    nullable = [
        str(column)
        for table in Base.metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, ARRAY) and column.nullable
    ]
    assert nullable == []


# What is kept of people


def columns_of(table: Table) -> set[str]:
    return {column.name for column in table.columns}


def points_at_people(table: Table) -> set[str]:
    """Columns with the id of a person, by key or by name."""
    by_key = {key.parent.name for key in table.foreign_keys if key.column.table.name == "people"}
    return by_key | (columns_of(table) & {"person_id", "actor_id"})


def test_every_column_stands_in_the_table_of_what_is_kept() -> None:
    """Once, as personal or not; else it would be in no export, and nobody would know its end."""
    unspoken = {}
    for table in Base.metadata.tables.values():
        kept = RECORDS.get(table.name)
        spoken = [*kept.personal, *kept.impersonal] if kept else []
        assert len(spoken) == len(set(spoken)), table.name
        if set(spoken) != columns_of(table):
            unspoken[table.name] = sorted(set(spoken) ^ columns_of(table))
    assert unspoken == {}
    assert RECORDS.keys() == Base.metadata.tables.keys()


def test_what_is_about_a_person_can_be_taken_along_and_erased() -> None:
    for table in Base.metadata.tables.values():
        kept, pointing = RECORDS.get(table.name), points_at_people(table)
        if kept is not None and pointing:
            assert pointing <= set(kept.personal), table.name
            assert kept.owner or kept.export, f"{table.name}: no export"
            assert kept.erase or table.name in APPEND_ONLY, f"{table.name}: no eraser"


# Columns that look like a secret and are none: nobody is let in by what stands in them.
NO_KEYS = {
    "answered_requests.key": "who asked, where and with which retry key, as a hash",
    "answered_requests.body": "what was sent, as a hash",
    "answered_requests.answer": "what was answered, to the same person only",
    "mails.fingerprint": "an address, as a hash",
    "mails.link": "a mail on its way, blanked when it is handed over; what it opens is in links",
    "mails.unsubscribe": "the same; it stops mails",
    "suppressed_addresses.fingerprint": "an address, as a hash",
    "throttles.key": "what is counted, as a keyed hash",
    "areas.code": "an official area's number",
    "places.postcode": "a town's number",
}
LOOKS_SECRET = re.compile(r"hash|secret|token|code|key|password|fingerprint|link|unsubscribe")


def test_whatever_keeps_a_secret_is_known_where_keys_end() -> None:
    unknown = {}
    for table in Base.metadata.tables.values():
        kept = RECORDS[table.name]
        known = {key.column for key in kept.keys}
        assert known <= columns_of(table), table.name
        looks = {
            column.name
            for column in table.columns
            if isinstance(column.type, LargeBinary)
            or column.name in kept.withheld
            or LOOKS_SECRET.search(column.name)
        }
        unknown |= {f"{table.name}.{name}": "" for name in looks - known}
    assert unknown.keys() <= NO_KEYS.keys(), sorted(unknown.keys() - NO_KEYS.keys())
    assert all(key.end or key.stays for kept in RECORDS.values() for key in kept.keys)


# Ids of people that may be written once they are erased, and why.
OUTLIVES_THE_PERSON = {
    # Nobody can change it, so that erasing leaves the id, which leads to nobody; it is also where
    # the erasing itself stands, and what jobs do for it.
    ("audit_log", "actor_id"),
}


def holds_people(connection: Connection) -> set[tuple[str, str]]:
    """Every column with the id of a person: by the database's keys, or by its name."""
    keyed = connection.execute(
        text(
            "SELECT conrelid::regclass::text, attname FROM pg_constraint"
            " JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey)"
            " WHERE contype = 'f' AND confrelid = 'people'::regclass"
        )
    )
    named = {
        (table.name, name)
        for table in Base.metadata.tables.values()
        for name in points_at_people(table)
    }
    return named | {(table, column) for table, column in keyed}


# What is called on which column, and whether before each row's insert (4) and update (16).
GUARDS = """
SELECT tgrelid::regclass::text AS table,
       replace(encode(tgargs, 'escape'), '\\000', '') AS arguments,
       proname AS function, tgtype & 20 AS events,
       (SELECT array_agg(attname::text) FROM pg_attribute
         WHERE attrelid = tgrelid AND attnum = ANY (tgattr)) AS columns
  FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid
 WHERE NOT tgisinternal AND tgenabled = 'O' AND tgtype & 3 = 3
   AND proname IN ('refuse_the_erased', 'blank_mail_to_the_erased')
"""


def test_the_database_guards_every_column_with_a_person(owner: Engine) -> None:
    """Erased is erased: or a request under way writes the person anew."""
    with owner.connect() as connection:
        people = holds_people(connection)
        guards = connection.execute(text(GUARDS)).all()
    guarded = {
        (one.table, one.columns[0])
        for one in guards
        if one.events == 4 + 16
        and one.arguments in {one.columns[0], ""}
        and (one.function == "refuse_the_erased") == (one.table != "mails")
    }
    # Its row stands before its person is locked, and is answered when all else is done.
    at_its_end = {one.table for one in guards if one.events == 16 and one.columns is None}
    assert at_its_end == {"answered_requests"}
    answered = {("answered_requests", "actor_id")}
    assert guarded | answered | OUTLIVES_THE_PERSON == people
    assert not (guarded & OUTLIVES_THE_PERSON)


def test_the_database_takes_no_row_of_somebody_erased(owner: Engine) -> None:
    """A row that lacks everything else is refused for that only when its person is there."""
    with owner.connect() as connection:
        person = (
            "INSERT INTO people (id, name, email, erased_at)"
            " VALUES (gen_random_uuid(), '', {0}, {1}) RETURNING id"
        )
        gone = connection.scalar(text(person.format("NULL", "now()")))
        there = connection.scalar(text(person.format("'a@b.example'", "NULL")))
        apart = {"audit_log", "mails", "answered_requests"}
        columns = {one for one in holds_people(connection) if one[0] not in apart}
        assert len(columns) >= 25
        for table, column in sorted(columns):
            written = text(f"INSERT INTO {table} ({column}) VALUES (:who)")
            refused = []
            for who in (gone, there):
                about_them = False
                try:
                    with connection.begin_nested() as undone:
                        connection.execute(written, {"who": who})
                        undone.rollback()
                except IntegrityError as error:
                    about_them = is_about_the_erased(error)
                refused.append(about_them)
            assert refused == [True, False], f"{table}.{column}"
        connection.rollback()


def test_a_row_cannot_become_one_of_somebody_erased(owner: Engine) -> None:
    with owner.connect() as connection:
        made = (
            "INSERT INTO people (id, name, email) VALUES (gen_random_uuid(), '', {0}) RETURNING id"
        )
        one, other = (
            connection.scalar(text(made.format(f"'{name}@b.example'"))) for name in ("a", "c")
        )
        who = {"one": one, "other": other}
        connection.execute(text("INSERT INTO profiles (person_id) VALUES (:one)"), who)
        connection.execute(
            text("UPDATE people SET erased_at = now(), email = NULL WHERE id = :other"), who
        )
        with pytest.raises(IntegrityError) as caught:
            connection.execute(text("UPDATE profiles SET person_id = :other"), who)
        assert is_about_the_erased(caught.value)


def test_what_is_kept_is_said_in_both_languages() -> None:
    for kept in RECORDS.values():
        for wording in (kept.what, kept.why, kept.basis, kept.until):
            if wording is not None:
                assert wording.da != wording.en, kept.table
                assert all(said == said.strip() != "" for said in wording), kept.table
                assert all(said.endswith(".") for said in wording), kept.table


def test_the_database_keeps_nothing_beside_our_tables(owner: Engine) -> None:
    """But its own, and those of the jobs, whose arguments are ids."""
    with owner.connect() as connection:
        others = set(look_at(connection).get_table_names()) - Base.metadata.tables.keys()
    jobs = {name for name in others if name.startswith("procrastinate_")}
    assert others - jobs == {"alembic_version", "spatial_ref_sys"}


# Words


def placeholders(wording: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(wording) if name}


@pytest.mark.parametrize("key", TEXTS)
def test_every_text_says_the_same_in_both_languages(key: str) -> None:
    wordings = TEXTS[key]
    assert tuple(wordings) == LANGUAGES
    assert all(wording.strip() == wording != "" for wording in wordings.values())
    assert len({frozenset(placeholders(wording)) for wording in wordings.values()}) == 1


def test_every_error_of_our_fields_is_worded_in_both_languages() -> None:
    own = [
        c for _, c in inspect.getmembers(fields, inspect.isclass) if c.__module__ == fields.__name__
    ]
    ours = [c for c in own if issubclass(c, ma.fields.Field | ma.Schema)]
    assert len(ours) >= 9
    for cls in ours:
        given: dict[str, str] = {}
        for base in reversed(cls.__mro__):
            for name in ("default_error_messages", "_default_error_messages", "error_messages"):
                found = vars(base).get(name)
                given |= found if isinstance(found, dict) else {}
        unworded = {name for name, message in given.items() if message not in TEXTS}
        assert unworded == set(), cls.__name__
        assert all(isinstance(message, Message) for message in given.values()), cls.__name__


def test_every_text_that_the_code_asks_for_exists() -> None:
    """Keys are written out wherever a text is asked for; those built from parts end in a dot."""
    asked = re.compile(
        r"""(?:\btext|\bMessage|Invalid\.field)\(\s*(?:"\w+",\s*)?f?"([\w.-]+)["{]"""
    )
    for path in SOURCES:
        if path.is_relative_to(PACKAGE / "migrations") or path.is_relative_to(PACKAGE / "local"):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if "samspil.core.language" not in set(imports(path)) and "core/errors" not in str(path):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                for key in asked.findall(ast.unparse(node).replace("'", '"')):
                    known = key in TEXTS or any(k.startswith(key) for k in TEXTS)
                    assert known, f"{source_name(path)}: {key}"


def test_a_text_of_the_other_language_is_not_left_behind() -> None:
    token = language.current.set("en")
    try:
        assert language.text("field.required") == "Must be given."
    finally:
        language.current.reset(token)
    assert language.text("field.required") == "Skal udfyldes."


# Files


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    too_long = {
        source_name(path): lines
        for path in SOURCES
        if "versions" not in path.parts
        and (lines := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES
    }
    assert too_long == {}


# An import that goes up, in a file of a lower floor, for each kind of floor that there is.
PLANTED = {
    "core/time.py": "samspil.people.models",
    "search/near.py": "samspil.registers.tables",
    "places/models.py": "samspil.associations.models",
    "needs/rules.py": "samspil.signups.models",
    "hours/rules.py": "samspil.matching.rules",
    "ogc/needs.py": "samspil.discover.queries",
    "signups/models.py": "samspil.signups.rules",
    "associations/rules.py": "samspil.associations.desk_schemas",
    "core/language.py": "samspil.core.jobs",
    "organising/states.py": "flask",
}


def test_an_import_that_goes_up_is_refused(tmp_path: Path) -> None:
    package = tmp_path / "backend" / "samspil"
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(CHECKOUT / "pyproject.toml", tmp_path)
    for file, module in PLANTED.items():
        path = package / file
        path.write_text(f"{path.read_text(encoding='utf-8')}\nimport {module}\n", encoding="utf-8")
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(tmp_path / "backend")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stdout
    said = " ".join(done.stdout.split())
    for file, module in PLANTED.items():
        importer = "samspil." + file.removesuffix(".py").replace("/", ".")
        assert f"{importer} -> {module}" in said, done.stdout


# Words that were used for too many things, and what each thing is called instead.
BANNED = {
    "telling": "notify, or messages",
    "letters": "messages, or mails",
    "turns": "a lock's name",
    "squeeze": "gzip",
    "wait_for_turn": "a lock's name",
    "hands": "wanted, taken",
    "Asked": "what is asked for",
    "Said": "what was written",
    "Seen": "what was read",
    "Made": "what was added",
}


def test_no_name_is_a_banned_one() -> None:
    found = {}
    for path in SOURCES:
        if "versions" in path.parts:
            continue
        names = {path.stem}
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                names.add(node.name)
            elif isinstance(node, ast.arg):
                names.add(node.arg)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                names.add(node.id)
        if banned := names & BANNED.keys():
            found[source_name(path)] = sorted(banned)
    assert found == {}


def test_the_tests_of_a_package_stand_in_a_folder_of_its_name() -> None:
    packages = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}
    folders = {path.name for path in (CHECKOUT / "tests").iterdir() if any(path.glob("test_*.py"))}
    assert folders == packages - {"migrations"}


def test_only_routes_and_the_http_floor_know_flask() -> None:
    allowed = re.compile(r"(app|cli)\.py|core/http/.*|(\w+/)+routes\.py")
    knowing = [
        source_name(path)
        for path in SOURCES
        if any(name.split(".")[0].startswith("flask") for name in imports(path))
        and not allowed.fullmatch(source_name(path))
    ]
    assert knowing == []


def test_only_one_place_reads_the_clock_and_one_transforms_coordinates() -> None:
    for path in SOURCES:
        source = path.read_text(encoding="utf-8")
        name = source_name(path)
        if name != "core/time.py":
            assert not re.search(r"datetime\.(now|utcnow|today)\(|date\.today\(", source), name
        if name not in {"core/geo.py", "demo/measuring.py"} and "versions" not in path.parts:
            assert "ST_Transform" not in source, name


def test_only_one_place_writes_tables() -> None:
    """There, no cell becomes a formula."""
    writing = [
        source_name(path)
        for path in SOURCES
        if re.search(r"csv\.(writer|DictWriter)", path.read_text(encoding="utf-8"))
    ]
    assert writing == ["registers/tables.py"]


def test_only_http_and_what_an_operator_runs_commit() -> None:
    """What happens in a request stands or falls as one; a job opens its transaction and ends it."""
    committing = {
        source_name(path)
        for path in SOURCES
        if ".commit(" in path.read_text(encoding="utf-8")
        and "migrations" not in path.parts
        and not source_name(path).startswith("commands/")
    }
    assert committing == {"core/http/application.py", "cli.py", "demo/measuring.py"}


def test_only_geodata_and_the_demonstration_know_the_municipality() -> None:
    known = re.compile(r"helsing(ø|o|oe)r|elsinore|\b0217\b", re.IGNORECASE)
    knowing = [
        f"{source_name(path)}: {word[0]}"
        for path in sorted([*SOURCES, *PACKAGE.rglob("*.csv")])
        if not path.is_relative_to(PACKAGE / "demo")
        for word in known.finditer(code_of(path))
    ]
    assert knowing == []


def code_of(path: Path) -> str:
    """A file without comments and docstrings, where an example may name a place."""
    source = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        return source
    tree = ast.parse(source)
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if (
            isinstance(body, list)
            and body
            and isinstance(body[0], ast.Expr)
            and isinstance(body[0].value, ast.Constant)
        ):
            body[0].value.value = ""
    return ast.unparse(tree)


def test_the_sources_of_the_geography_are_named_with_their_licences() -> None:
    readme = (CHECKOUT / "geodata" / "README.md").read_text(encoding="utf-8")
    for file in (CHECKOUT / "geodata").iterdir():
        assert file.name in readme or file.name == "README.md"
    assert "CC BY 4.0" in readme


# Dependencies

LOCKS = ("requirements.lock", "requirements-build.lock", "requirements-dev.lock")
# Free of conditions that the EUPL-1.2 could not meet: permissive, or named in its appendix.
COMPATIBLE = {
    *("MIT", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "ISC", "Apache-2.0", "Zlib", "MIT-0"),
    *("PSF-2.0", "Unlicense", "CC0-1.0", "MPL-2.0", "LGPL-3.0-only", "Python-2.0", "MIT-CMU"),
    *("ZPL-2.1", "LGPL-2.1-or-later"),
}
# Where one may choose between licences, the one chosen; where they stand in words, what they are.
SAID_OTHERWISE = {
    "pyphen": {"LGPL-2.1-or-later"},
    "pypdfium2": {"BSD-3-Clause", "Apache-2.0"},
}
# How packages without an SPDX expression say the same.
CLASSIFIERS = {
    "MIT License": "MIT",
    "BSD License": "BSD-3-Clause",
    "Apache Software License": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "ISC License (ISCL)": "ISC",
    "Python Software Foundation License": "PSF-2.0",
    "Zope Public License": "ZPL-2.1",
    "The Unlicense (Unlicense)": "Unlicense",
}
SPDX_OPERATORS = {"AND", "OR"}


def locked() -> Iterator[tuple[str, importlib.metadata.Distribution]]:
    """The locked packages that this machine needs."""
    pattern = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;]+)", re.MULTILINE)
    for lock in LOCKS:
        for name, version in pattern.findall((CHECKOUT / lock).read_text(encoding="utf-8")):
            for found in importlib.metadata.distributions(name=name):
                if found.version == version:
                    yield name, found


def licences(distribution: importlib.metadata.Distribution) -> set[str]:
    """The licences a package names, by their SPDX names where it has any."""
    about = distribution.metadata
    if distribution.name in SAID_OTHERWISE:
        return SAID_OTHERWISE[distribution.name]
    expression = about.get("License-Expression")
    if expression is None:
        classified = {
            CLASSIFIERS.get(name := line.rpartition(" :: ")[2], name)
            for line in about.get_all("Classifier") or []
            if line.startswith("License ::")
        }
        if classified - {"OSI Approved"}:
            return classified - {"OSI Approved"}
        expression = about.get("License") or "unknown"
        if expression.startswith("Copyright") and "Permission is hereby granted" in expression:
            return {"MIT"}
    return set(re.findall(r"[\w.+-]+", expression)) - SPDX_OPERATORS


def test_every_dependency_has_a_licence_that_fits_ours() -> None:
    found = list(locked())
    assert len(found) > 60
    unfit = {name: licences(package) - COMPATIBLE for name, package in found}
    assert {name: rest for name, rest in unfit.items() if rest} == {}


@pytest.mark.parametrize("lock", LOCKS)
def test_the_locks_name_no_addresses_and_every_package_by_its_hash(lock: str) -> None:
    content = (CHECKOUT / lock).read_text(encoding="utf-8")
    assert "://" not in content
    assert "index-url" not in content
    entries = re.split(r"\n(?=[A-Za-z0-9])", re.sub(r"^\s*#.*\n", "", content, flags=re.MULTILINE))
    assert all("--hash=sha256:" in entry for entry in entries if entry.strip())

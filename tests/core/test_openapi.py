"""The running interface keeps to its own description, and stays up."""

import contextlib
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import jsonschema_rs
import pytest
import requests
from click.testing import CliRunner
from flask.testing import FlaskClient

from databases import DEMO, Server
from profiles import is_large, tries
from reading import API, get
from samspil.cli import main
from samspil.local import processes

HERE = Path(__file__).parent
EXAMPLES_AN_OPERATION = tries(8, 200)


def free_port() -> int:
    """Chosen by the system, so that workers beside us get others."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@pytest.fixture(scope="module")
def running(server: Server, frontend: Path) -> Iterator[str]:
    """The address of a real web server on the demonstration, run as `scripts/start` runs it."""
    database = server.clone(DEMO)
    settings = server.settings(database)
    port = free_port()
    web_server = processes.web_server(port)
    environment = {k: v for k, v in os.environ.items() if not k.startswith("SAMSPIL_")} | {
        "SAMSPIL_DATABASE_URL": settings.database_url,
        "SAMSPIL_FRONTEND_DIR": str(frontend),
        "SAMSPIL_SECRET_KEY": settings.secret_key or "",
        "SAMSPIL_RATE_LIMIT": settings.rate_limit,
    }
    started = processes.Running(web_server, environment)
    address = f"http://127.0.0.1:{port}"

    def answers() -> bool:
        with contextlib.suppress(requests.ConnectionError):
            return requests.get(f"{address}/readyz", timeout=5).status_code == 200
        return False

    try:
        assert processes.wait_until(answers, 60)
        yield address
    finally:
        started.stop()
        server.drop(database)


def test_schemathesis_finds_no_violation(running: str, tmp_path: Path) -> None:
    ran = subprocess.run(
        [
            *(sys.executable, "-m", "schemathesis.cli", "run", f"{running}{API}/openapi.json"),
            *("--checks", "all", "--max-examples", str(EXAMPLES_AN_OPERATION), "--seed", "1"),
            *("--workers", "2", "--continue-on-failure", "--warnings", "off", "--no-color"),
            # The limits of everything are asked for in tests/test_contract.py, of a visitor too.
            *(() if is_large() else ("--phases", "fuzzing")),
        ],
        cwd=tmp_path,
        env=os.environ
        | {"SCHEMATHESIS_HOOKS": "openapi_hooks", "PYTHONPATH": f"{HERE}{os.pathsep}{HERE.parent}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "Tested:" in ran.stdout


NO_REQUESTS = {
    "nothing": b"",
    "noise": bytes(range(256)),
    "another protocol": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    "a broken path": b"GET /api/v1/places/\xff\x00 HTTP/1.1\r\nHost: x\r\n\r\n",
    "a path of no path": b"GET ../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
    "no host": b"GET / HTTP/1.1\r\n\r\n",
    "a header without end": b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 200_000,
    "two lengths": b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 9\r\n\r\na",
    "a negative length": b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
}


@pytest.mark.parametrize("sent", NO_REQUESTS.values(), ids=NO_REQUESTS)
def test_what_is_no_request_breaks_nothing(running: str, sent: bytes) -> None:
    port = int(running.rpartition(":")[2])
    with (
        socket.create_connection(("127.0.0.1", port), timeout=10) as connection,
        contextlib.suppress(ConnectionError),
    ):
        connection.sendall(sent)
        with contextlib.suppress(OSError):  # it may have hung up already
            connection.shutdown(socket.SHUT_WR)
        answer = connection.recv(65536)
        assert b" 500 " not in answer.partition(b"\r\n")[0]
        assert b"Traceback" not in answer
    assert requests.get(f"{running}{API}/interests", timeout=10).status_code == 200


def test_the_document_is_openapi_3_1_and_names_its_licence(demo: FlaskClient) -> None:
    document = get(demo, "/openapi.json")
    assert document["openapi"].startswith("3.1.")
    assert document["info"]["license"]["identifier"] == "EUPL-1.2"
    assert all(path.startswith(f"{API}/") for path in document["paths"])


def test_every_parameter_tells_its_limits(demo: FlaskClient) -> None:
    """So that a client can be generated that sends nothing wrong."""
    for path, methods in get(demo, "/openapi.json")["paths"].items():
        shared = methods.get("parameters", [])
        for operation in (value for name, value in methods.items() if name != "parameters"):
            for parameter in [*shared, *operation.get("parameters", [])]:
                schema = parameter["schema"]
                schema = schema.get("items", schema)
                limited = schema.keys() & {
                    *("enum", "maximum", "maxLength", "pattern", "format", "example", "const"),
                }
                assert limited or schema["type"] == "boolean", f"{path}: {parameter['name']}"


def test_a_body_must_be_sent_where_something_in_it_must(demo: FlaskClient) -> None:
    document = get(demo, "/openapi.json")
    told = {}
    for path, methods in document["paths"].items():
        for name, operation in methods.items():
            body = operation.get("requestBody", {}) if name != "parameters" else {}
            for media_type, content in body.get("content", {}).items():
                if media_type == "application/json":
                    shape = content["schema"]["$ref"].rpartition("/")[2]
                    required = bool(document["components"]["schemas"][shape].get("required"))
                    told[f"{name} {path}"] = (body.get("required", False), required)
    assert {one for one, (said, true) in told.items() if said != true} == set()
    assert {said for said, _ in told.values()} == {True, False}


def test_prose_that_must_say_something_tells_so(demo: FlaskClient) -> None:
    schemas = get(demo, "/openapi.json")["components"]["schemas"]
    assert schemas["ClaimIn"]["properties"]["message"]["minLength"] == 1
    assert schemas["RegistrationIn"]["properties"]["purpose"]["minLength"] == 1


def test_problems_are_what_the_document_says_problems_are(demo: FlaskClient) -> None:
    document = get(demo, "/openapi.json")
    responses = document["paths"][f"{API}/needs"]["get"]["responses"]
    reference = responses["default"]["$ref"].rpartition("/")[2]
    content = document["components"]["responses"][reference]["content"]
    schema = content["application/problem+json"]["schema"] | {"components": document["components"]}
    problem = demo.get(f"{API}/needs?limit=0").json
    assert jsonschema_rs.is_valid(schema, problem)


def test_the_page_that_explains_the_interface_loads_nothing_foreign(demo: FlaskClient) -> None:
    page = demo.get("/api/docs")
    assert page.status_code == 200
    assert "swagger" in page.text
    assert "//" not in page.text.replace("</", "").replace("//-", "")
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "http" not in policy


def test_the_command_writes_the_same_document(demo: FlaskClient, tmp_path: Path) -> None:

    file = tmp_path / "openapi.json"
    done = CliRunner().invoke(main, ["openapi", str(file)])
    assert done.exit_code == 0, done.output
    assert json.loads(file.read_text()) == get(demo, "/openapi.json")

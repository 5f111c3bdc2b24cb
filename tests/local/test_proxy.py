"""The proxy of the README, as Debian has it, in front of a real server."""

import contextlib
import os
import re
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from databases import BASE, Server
from reading import API
from samspil.local import processes
from serving import Dribble, Served, free_port, p95, served, status, waits

README = Path(__file__).parents[2] / "README.md"
NEEDS = f"{API}/needs"
LOGIN = f"POST {API}/auth/login HTTP/1.1\r\nHost: samspil\r\nContent-Type: application/json\r\n"


@pytest.fixture(scope="module")
def site(server: Server, frontend: Path) -> Iterator[Served]:
    with served(server, BASE, frontend, SAMSPIL_TRUSTED_PROXIES="1") as running:
        yield running


@pytest.fixture(scope="module")
def proxy(site: Served, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of an nginx of nobody's but ours."""
    port = free_port()
    folder = tmp_path_factory.mktemp("nginx")
    main = folder / "nginx.conf"
    main.write_text(around(as_here(written(), site.port, port, folder), folder), encoding="utf-8")
    # As its service does it, but in the foreground: it ends with us.
    command = [
        "/usr/sbin/nginx",
        "-c",
        str(main),
        "-p",
        str(folder),
        "-e",
        "stderr",
        "-g",
        "daemon off;",
    ]
    with subprocess.Popen(command) as process:
        try:
            assert processes.wait_until(lambda: status(port, "/healthz") == 200, 30)
            yield port
        finally:
            process.terminate()


def written() -> str:
    """What the README says."""
    [config] = re.findall(r"^```nginx\n(.*?)^```", README.read_text(), re.MULTILINE | re.DOTALL)
    return str(config)


def as_here(config: str, upstream: int, port: int, folder: Path) -> str:
    """The same without TLS, on ports and in a folder of this test's own."""
    for pattern, instead in (
        (r"listen 443 ssl;", f"listen 127.0.0.1:{port};"),
        (r"\n *ssl_certificate(_key)? [^;]*;", ""),
        (r"http://127\.0\.0\.1:8000;", f"http://127.0.0.1:{upstream};"),
        (r"/var/log/nginx/", f"{folder}/"),
    ):
        config, times = re.subn(pattern, instead, config)
        assert times, f"the README says nothing like {pattern}"
    return config


def around(config: str, folder: Path) -> str:
    """What Debian's own configuration says around a site's."""
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in kinds)
    # Where its first process is root's, the others are somebody who may not write here.
    user = "user root;\n" if os.geteuid() == 0 else ""
    events = "events { worker_connections 768; }\n"  # Debian's
    return f"{user}pid {folder}/pid;\n{events}http {{\n{places}{config}}}\n"


def connections(port: int) -> int:
    """How many connections a server on this machine has at this moment."""
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    return sum(row[1].endswith(f":{port:04X}") and row[3] == "01" for row in rows)


@contextlib.contextmanager
def sent(port: int, head: str) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        connection.sendall(head.encode())
        yield connection


@pytest.mark.alone
def test_a_body_reaches_samspil_when_it_is_complete(site: Served, proxy: int) -> None:
    assert processes.wait_until(lambda: connections(site.port) == 0, 30)
    with sent(proxy, f"{LOGIN}Content-Length: 3\r\n\r\n{{") as one:
        before = waits(proxy, "/healthz", 0.5)
        assert processes.wait_until(lambda: connections(site.port) == 0, 30)
        assert before, "nginx has had the time to hand over what it has"
        one.sendall(b"} ")
        assert one.recv(65_536).startswith(b"HTTP/1.1 422")


@pytest.mark.alone
def test_many_slow_bodies_keep_nobody_waiting(site: Served, proxy: int) -> None:
    usual = p95(waits(proxy, NEEDS, 1))
    with Dribble(proxy, f"{LOGIN}Content-Length: 900000\r\n\r\n", 24):
        assert p95(waits(proxy, NEEDS, 2.5)) < max(1.0, 3 * usual)
        assert processes.wait_until(lambda: connections(site.port) == 0, 30)


def test_one_address_has_no_more_connections_than_the_readme_says(proxy: int) -> None:
    """Whoever has more of them than a class of pupils would take the places of others."""
    [most] = re.findall(r"limit_conn each (\d+);", written())
    with contextlib.ExitStack() as stack:
        for _ in range(int(most)):
            stack.enter_context(sent(proxy, f"{LOGIN}Content-Length: 900000\r\n\r\n{{"))
        assert processes.wait_until(lambda: status(proxy, "/healthz") == 503, 30)
    assert processes.wait_until(lambda: status(proxy, "/healthz") == 200, 30)


def test_a_picture_gets_through_and_no_more_than_that(proxy: int) -> None:
    def send(size: int) -> requests.Response:
        files = {"file": ("x.jpg", b"x" * size, "image/jpeg")}
        address = f"http://127.0.0.1:{proxy}{API}/associations/x/pictures"
        return requests.post(address, files=files, timeout=60)

    assert send(12_000_000).status_code == 401, "Samspil asks who it is"
    assert send(14_000_000).status_code == 413


def test_the_log_holds_no_position_and_no_secret_address(
    proxy: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    for path in (f"{NEEDS}?lat=56.0312&lon=12.5921", "/bekraeft/secret", f"{API}/calendars/secret"):
        status(proxy, path)
    status(proxy, "/last")
    [log] = tmp_path_factory.getbasetemp().glob("nginx[0-9]/samspil.log")
    assert processes.wait_until(lambda: "GET /last" in log.read_text(), 30)
    assert f'"GET {NEEDS}"' in log.read_text()
    assert "56.0312" not in log.read_text()
    assert "secret" not in log.read_text()

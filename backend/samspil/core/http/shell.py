"""The frontend's built files, and its shell filled in for each page."""

from __future__ import annotations

import base64
import errno
import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from flask import Response, request, send_from_directory
from werkzeug.exceptions import NotFound as NoSuchFile
from werkzeug.security import safe_join

from samspil.core.errors import Unavailable
from samspil.core.http.answers import conditional

MARKER: Final = "<!--samspil:head-->"
A_YEAR: Final = 31_536_000
# Precompressed files lie beside the originals.
ENCODINGS: Final = (("br", ".br"), ("gzip", ".gz"))
_INLINE_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<body>.*?)</script>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Shell:
    """The page that starts the application, split where the head goes in."""

    before: str
    after: str
    policy: str

    def page(self, head: str, language: str, status: int) -> Response:
        """The page with its head."""
        before = self.before.replace('<html lang="da"', f'<html lang="{language}"', 1)
        response = conditional((before + head + self.after).encode(), "text/html", status)
        response.headers["Content-Security-Policy"] = self.policy
        response.headers["Cache-Control"] = "no-cache"
        response.make_conditional(request)
        return response


def shell(folder: Path, map_origin: str | None) -> Shell:
    """The built shell.

    Raises:
        Unavailable: the frontend has not been built.
    """
    file = folder / "index.html"
    try:
        return _read(file, file.stat().st_mtime_ns, map_origin)
    except FileNotFoundError as error:
        raise Unavailable from error


@lru_cache(maxsize=2)
def _read(file: Path, _changed: int, map_origin: str | None) -> Shell:
    page = file.read_text(encoding="utf-8")
    before, _, after = page.partition(MARKER)
    return Shell(before, after, content_policy(page, map_origin))


def content_policy(page: str, map_origin: str | None) -> str:
    """A policy that lets only our own files and the shell's own inline script run.

    A map of the municipality's own, when the settings name one, is the only foreign host.
    """
    hashes = [
        source_hash(match["body"])
        for match in _INLINE_SCRIPT.finditer(page)
        if "src=" not in match["attributes"] and match["body"].strip()
    ]
    scripts = " ".join(hashes)
    foreign = f" {map_origin}" if map_origin else ""
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src 'self' {scripts}".rstrip(),
            # MapLibre and Svelte set positions as style attributes.
            "style-src 'self' 'unsafe-inline'",
            f"img-src 'self' data: blob:{foreign}",
            "font-src 'self'",
            f"connect-src 'self'{foreign}",
            "worker-src 'self' blob:",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ]
    )


def worker_policy(map_origin: str | None) -> str:
    """What a worker may fetch. A worker obeys the policy its own file came with, not its page's."""
    foreign = f" {map_origin}" if map_origin else ""
    return f"default-src 'none'; script-src 'self'; connect-src 'self'{foreign}"


def source_hash(script: str) -> str:
    """What a content policy calls an inline script that may run."""
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def is_built(folder: Path, name: str) -> bool:
    """Whether it is a file of the build that anybody may have."""
    if name.startswith("api/") or not _may_be_sent(name):
        return False
    file = safe_join(str(folder), name)
    try:
        return file is not None and Path(file).is_file()
    except OSError:  # no file can have so long a name
        return False


def _may_be_sent(name: str) -> bool:
    """Pages are filled in first, and what begins with a dot is nobody's business."""
    hidden = any(part.startswith(".") for part in Path(name).parts)
    return not hidden and not name.endswith(".html")


def built_file(folder: Path, name: str, map_origin: str | None = None) -> Response | None:
    """A file of the build, compressed when the reader can take it; None when there is none."""
    if not _may_be_sent(name):
        return None
    try:
        response = _compressed(folder, name) or _send(folder, name, name)
    except OSError as error:
        if error.errno != errno.ENAMETOOLONG:
            raise
        return None
    if response is not None and name.endswith((".js", ".mjs")):
        response.headers["Content-Security-Policy"] = worker_policy(map_origin)
    return response


def _compressed(folder: Path, name: str) -> Response | None:
    for encoding, suffix in ENCODINGS:
        if request.accept_encodings[encoding] > 0 and (folder / f"{name}{suffix}").is_file():
            response = _send(folder, f"{name}{suffix}", name)
            if response is not None:
                response.headers["Content-Encoding"] = encoding
            return response
    return None


def _send(folder: Path, stored: str, name: str) -> Response | None:
    try:
        response = send_from_directory(folder, stored, download_name=Path(name).name)
    except NoSuchFile:
        return None
    if stored != name:
        response.mimetype = send_type(name)
    if name.startswith("_app/immutable/"):
        response.headers["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    else:
        response.headers["Cache-Control"] = "no-cache"
    response.vary.add("Accept-Encoding")
    return response


def send_type(name: str) -> str:
    """A file's media type by its name; those that mimetypes does not know in every system."""
    known = {
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".css": "text/css",
        ".json": "application/json",
        ".webmanifest": "application/manifest+json",
        ".svg": "image/svg+xml",
        ".woff2": "font/woff2",
        ".map": "application/json",
        ".txt": "text/plain",
    }
    return known.get(Path(name).suffix, "application/octet-stream")

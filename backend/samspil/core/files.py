"""Where files are kept: one small interface, and a folder on a disk behind it."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import secrets
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final, Protocol

LONGEST_KEY: Final = 200
# A part never begins with a dot: neither a way upwards nor the name of a file half written.
_PART = r"[a-z0-9_-][a-z0-9_.-]*"
_KEY = re.compile(rf"{_PART}(?:/{_PART})+")
_PREFIX = re.compile(rf"{_PART}/(?:{_PART}/)*")
_OURS_ALONE: Final = 0o700

# What pictures and papers are set with; the fonts' licence stands beside them.
_FONTS: Final = Path(__file__).parent / "fonts"
PLAIN_FONT: Final = _FONTS / "IBMPlexSans-Regular.ttf"
BOLD_FONT: Final = _FONTS / "IBMPlexSans-SemiBold.ttf"


class BadKey(ValueError):  # noqa: N818  # a state of affairs
    """A key that could name something outside the store, or nothing."""


class Files(Protocol):
    """A store of whole files by key, such as `pictures/<id>/480.webp`.

    A key has at least two parts of `a-z 0-9 _ . -`; anything else is a BadKey.
    """

    def put(self, key: str, content: bytes) -> None:
        """Keep a file, in place of what was there: whole or not at all."""

    def get(self, key: str) -> bytes | None:
        """A file's content, or None when there is none."""

    def delete(self, key: str) -> None:
        """Forget a file, if it is there."""

    def keys(self, prefix: str) -> Iterator[str]:
        """The keys under a prefix of whole parts that ends in a slash, in order."""


class DiskFiles:
    """Files in a folder of this machine that only its owner can read.

    Between a key's first and second part stands a folder named by the second's hash, so that no
    folder grows past some hundred entries where a kind has tens of thousands.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()

    def put(self, key: str, content: bytes) -> None:
        """Write beside the place, wait for the disk, and move it there."""
        path = self._path(key)
        try:
            self._write(path, content)
        except FileNotFoundError:  # the last file of its folder was deleted, and the folder with it
            self._write(path, content)

    def _write(self, path: Path, content: bytes) -> None:
        self._make_folder(path.parent)
        written = path.parent / f".{secrets.token_hex(8)}"
        try:
            with open(written, "xb", opener=_private) as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            written.replace(path)
        except BaseException:
            written.unlink(missing_ok=True)
            raise
        _sync(path.parent)

    def get(self, key: str) -> bytes | None:
        """Read the whole file."""
        try:
            with open(self._path(key), "rb", opener=_no_link) as file:
                return file.read()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return None

    def delete(self, key: str) -> None:
        """Unlink it, and its folder with the last file."""
        path = self._path(key)
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            path.unlink()
        with contextlib.suppress(OSError):
            path.parent.rmdir()

    def keys(self, prefix: str) -> Iterator[str]:
        """Walk the folders; nothing that is half written."""
        if not _PREFIX.fullmatch(prefix):
            raise BadKey(prefix)
        kind, *rest = prefix.rstrip("/").split("/")
        roots = [self._path(prefix + "-").parent] if rest else (self.folder / kind).glob("??")
        found = []
        for root in roots:
            for folder, _, names in os.walk(root):
                parts = Path(folder).relative_to(self.folder).parts
                under = PurePosixPath(parts[0], *parts[2:])
                found += [str(under / name) for name in names if not name.startswith(".")]
        yield from sorted(found)

    def _path(self, key: str) -> Path:
        if len(key) > LONGEST_KEY or not _KEY.fullmatch(key):
            raise BadKey(key)
        kind, name, *rest = key.split("/")
        spread = hashlib.sha256(name.encode()).hexdigest()[:2]
        path = self.folder.joinpath(kind, spread, name, *rest)
        if not path.parent.resolve().is_relative_to(self.folder):
            raise BadKey(key)  # a link among the folders leads elsewhere
        return path

    def _make_folder(self, folder: Path) -> None:
        if folder.is_dir():
            return
        if folder != self.folder:
            self._make_folder(folder.parent)
        folder.mkdir(mode=_OURS_ALONE, parents=folder == self.folder, exist_ok=True)
        _sync(folder.parent)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NOFOLLOW, 0o600)


def _no_link(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NOFOLLOW)


def _sync(folder: Path) -> None:
    """A new name is safe when its folder is."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

"""The parts of picture files: what a decoder needs of them, and nothing else.

A picture's file is a row of pieces. Pillow reads every one of them before it lets us look: a GIF's
comment of two megabytes keeps it busy for half a minute, and notes of a camera can ask for all
memory there is. So the pieces are walked here first, and only those that make the picture go on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

# A picture of the largest size has some hundreds; some old programs write a few thousand.
MOST_PIECES: Final = 5_000
# A progressive JPEG of a few hundred kilobytes can ask for thousands of passes over its pixels.
MOST_SCANS: Final = 40

_ORIENTATION: Final = 0x0112

_MARKER: Final = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])", re.DOTALL)
_SCAN, _END, _EXIF, _PROFILE = 0xDA, 0xD9, 0xE1, 0xE2
_NOTES: Final = frozenset({*range(0xE1, 0xEE), 0xEF, 0xFE})
_ALONE: Final = frozenset({0x01, 0xD8})

_SIGNATURE: Final = 8
_CHUNKS: Final = frozenset({b"IHDR", b"PLTE", b"tRNS", b"iCCP", b"IDAT", b"IEND"})

_GIF_HEADER: Final = 13
_EXTENSION: Final = b"\x21"
_TRANSPARENCY: Final = b"\xf9"


class BadParts(ValueError):  # noqa: N818  # a state of affairs
    """No program writes a picture like this."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a decoder needs, and what the camera noted."""

    needed: bytes
    exif: bytes = b""


def jpeg(upload: bytes) -> Parts:
    """Without notes, thumbnails, second pictures and what stands behind the end."""
    kept, exif = [upload[:2]], b""
    at, pieces, scans = 2, 0, 0
    while found := _MARKER.search(upload, at):
        marker, start = found[1][0], found.end()
        length = 0 if marker in _ALONE else int.from_bytes(upload[start : start + 2], "big")
        segment = upload[start : start + length]
        kept.append(upload[at : found.start()])
        if marker == _EXIF and segment[2:8] == b"Exif\0\0":
            exif = exif or segment[8:]
        if marker not in _NOTES or (marker == _PROFILE and segment[2:13] == b"ICC_PROFILE"):
            kept.append(found[0][-2:] + segment)
        at = start + length
        if marker == _END:
            break
        scans += marker == _SCAN
        pieces += len(found[0]) - 1
        if pieces > MOST_PIECES or scans > MOST_SCANS:
            raise BadParts
    else:
        kept.append(upload[at:])
    return Parts(b"".join(kept), exif)


def png(upload: bytes) -> Parts:
    """Without texts, and of an animation the picture that stands for it."""
    kept, exif = [upload[:_SIGNATURE]], b""
    at, pieces, name = _SIGNATURE, 0, b""
    while at < len(upload) and name != b"IEND":
        name, end = upload[at + 4 : at + 8], at + 12 + int.from_bytes(upload[at : at + 4], "big")
        if name in _CHUNKS:
            kept.append(upload[at:end])
        if name == b"eXIf":
            exif = upload[at + 8 : end - 4]
        at = end
        pieces += 1
        if pieces > MOST_PIECES:
            raise BadParts
    return Parts(b"".join(kept), exif)


def gif(upload: bytes) -> Parts:
    """Without what stands before the first frame, but for which colour is transparent."""
    flags = int.from_bytes(upload[10:11], "big")
    at = _GIF_HEADER + (3 << (flags & 7) + 1 if flags & 0x80 else 0)
    kept, pieces = [upload[:at]], 0
    while upload[at : at + 1] == _EXTENSION:
        end = at + 2
        while size := int.from_bytes(upload[end : end + 1], "big"):
            end += 1 + size
            pieces += 1
            if pieces > MOST_PIECES:
                raise BadParts
        end += 1
        pieces += 1
        if upload[at + 1 : at + 2] == _TRANSPARENCY:
            kept.append(upload[at:end])
        at = end
    return Parts(b"".join([*kept, upload[at:]]))


def orientation(exif: bytes) -> int:
    """How the camera was held, from 1 (upright) to 8; damaged notes say nothing."""
    exif = exif.removeprefix(b"Exif\0\0")
    order: Literal["little", "big"] = "little" if exif[:2] == b"II" else "big"

    def whole(at: int, size: int) -> int:
        return int.from_bytes(exif[at : at + size], order)

    first = whole(4, 4)
    for entry in range(first + 2, min(first + 2 + 12 * whole(first, 2), len(exif)), 12):
        if whole(entry, 2) == _ORIENTATION:
            return whole(entry + 8, 2)
    return 1

"""Pictures: whatever somebody sends goes out as three clean WebP pictures or not at all.

A request only measures what is sent, by its first bytes and its header, and keeps it where nobody
can fetch it until a job has decoded it, in a process of its own (`picture_process`). The picture is
written anew from its pixels alone, so that neither a position nor a script survives in it.
"""

from __future__ import annotations

import contextlib
import io
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from math import ceil, inf
from typing import Any, Final
from uuid import UUID

from PIL import Image, ImageCms

from samspil.core import picture_parts
from samspil.core.errors import Invalid
from samspil.core.files import Files
from samspil.core.language import text
from samspil.core.picture_parts import BadParts, Parts, orientation
from samspil.core.time import made_at

MEDIA_TYPE: Final = "image/webp"
WIDTHS: Final = (480, 960, 1600)
MOST_BYTES: Final = 12_000_000
MOST_PIXELS: Final = 40_000_000
# Its decoder holds four copies of the pixels; this way no kind takes more memory than another.
MOST_WEBP_PIXELS: Final = 20_000_000
MOST_PROFILE_BYTES: Final = 1_000_000
# A variant is at most twice as tall as it is wide by name: a strip must not become a mile.
TALLEST: Final = 2
QUALITY: Final = 80

_FORMATS: Final = (
    ("JPEG", re.compile(rb"\xff\xd8\xff")),
    ("PNG", re.compile(rb"\x89PNG\r\n\x1a\n")),
    ("GIF", re.compile(rb"GIF8[79]a")),
    ("WEBP", re.compile(rb"RIFF.{4}WEBP", re.DOTALL)),
)
_HEIC: Final = re.compile(rb".{4}ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)", re.DOTALL)
_PARTS: Final = {"JPEG": picture_parts.jpeg, "PNG": picture_parts.png, "GIF": picture_parts.gif}
_UPRIGHT: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_LYING: Final = frozenset({5, 6, 7, 8})

# Pillow's own guards stand behind ours, for what only its decoders see.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS
warnings.simplefilter("error", Image.DecompressionBombWarning)


class NotAPicture(Invalid):
    """What was sent cannot become a picture; `reason` is a key below `field.picture.`."""

    def __init__(self, reason: str, **values: Any) -> None:
        super().__init__({"file": [text(f"field.picture.{reason}", **values)]})
        self.reason = reason
        self.values = values


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that its header says is a picture; whether it is one is known once it is decoded.

    Attributes:
        content: the file as it was sent.
        width: of the widest variant as far as the header tells, in pixels.
        height: likewise.
        megapixels: how much is to be decoded, rounded up.
    """

    content: bytes = field(repr=False)
    width: int
    height: int
    megapixels: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """A picture ready to be kept.

    Attributes:
        variants: WebP by the width in its name. A picture is never made larger, so those wider
            than the original are all as wide as that.
        width: of the widest variant, in pixels.
        height: likewise.
    """

    variants: Mapping[int, bytes]
    width: int
    height: int


def measure(content: bytes) -> Upload:
    """Look at a file's header, and refuse what can be refused without decoding it.

    Raises:
        NotAPicture: it is too large, of another kind, or damaged as far as that can be seen.
    """
    kind = _kind(content)
    parts = _needed(kind, content)
    with _stumbling():
        size, turned = _size(kind, parts)
        if 0 in size:
            raise NotAPicture("broken")
        if size[0] * size[1] > MOST_PIXELS:
            raise _too_many_pixels()
        upright = size[::-1] if turned in _LYING else size
        width, height = _within(upright, _box(WIDTHS[-1]), largest=1)
        return Upload(content, width, height, ceil(size[0] * size[1] / 1_000_000))


def prepare(upload: bytes) -> Prepared:
    """Make the three variants of a JPEG, PNG, WebP or GIF (of which the first frame counts).

    It takes seconds and some hundred megabytes; `picture_process` is where that does no harm.

    Raises:
        NotAPicture: it is too large, of another kind, or damaged.
    """
    kind = _kind(upload)
    parts = _needed(kind, upload)
    with _stumbling():
        return _variants(_decoded(kind, parts))


@contextlib.contextmanager
def _stumbling() -> Iterator[None]:
    """Decoders raise whatever a damaged file makes them stumble over."""
    try:
        yield
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels() from error
    except NotAPicture:
        raise
    except Exception as error:
        raise NotAPicture("broken") from error


def _kind(upload: bytes) -> str:
    if not upload:
        raise NotAPicture("empty")
    if len(upload) > MOST_BYTES:
        raise NotAPicture("bytes", megabytes=MOST_BYTES // 1_000_000)
    for kind, beginning in _FORMATS:
        if beginning.match(upload):
            return kind
    raise NotAPicture("heic" if _HEIC.match(upload) else "kind")


def _needed(kind: str, upload: bytes) -> Parts:
    """What the decoder may see, and no more pixels than it may make."""
    if kind == "WEBP":
        # Its decoder makes room for all pixels as soon as it is opened.
        width, height = _webp_size(upload)
        if width * height > MOST_WEBP_PIXELS:
            raise _too_many_pixels(MOST_WEBP_PIXELS)
        return Parts(upload)
    try:
        return _PARTS[kind](upload)
    except BadParts as error:
        raise NotAPicture("broken") from error


def _size(kind: str, parts: Parts) -> tuple[tuple[int, int], int]:
    """((width, height), orientation) as the header says."""
    if kind == "WEBP":
        # Where its notes are is known once it is opened: lying or upright, its size is about right.
        return _webp_size(parts.needed), 1
    with Image.open(io.BytesIO(parts.needed), formats=[kind]) as image:
        return image.size, orientation(parts.exif)


def _webp_size(upload: bytes) -> tuple[int, int]:
    """(width, height) by the header, of each of the format's three kinds."""
    chunk, head = upload[12:16], upload[20:30]
    if chunk == b"VP8X":
        return _whole(head[4:7]) + 1, _whole(head[7:10]) + 1
    if chunk == b"VP8L":
        bits = _whole(head[1:5])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if chunk == b"VP8 ":
        return _whole(head[6:8]) & 0x3FFF, _whole(head[8:10]) & 0x3FFF
    raise NotAPicture("broken")


def _whole(content: bytes) -> int:
    return int.from_bytes(content, "little")


def _too_many_pixels(most: int = MOST_PIXELS) -> NotAPicture:
    return NotAPicture("pixels", megapixels=most // 1_000_000)


def _decoded(kind: str, parts: Parts) -> Image.Image:
    """The picture upright, in sRGB, no larger than the largest variant."""
    image: Image.Image = Image.open(io.BytesIO(parts.needed), formats=[kind])
    if image.width * image.height > MOST_PIXELS:
        raise _too_many_pixels()
    turned = orientation(parts.exif or image.info.get("exif", b""))
    wide, tall = _box(WIDTHS[-1])
    box = (tall, wide) if turned in _LYING else (wide, tall)
    # A JPEG is decoded at half, a quarter or an eighth of its size, with room for smoothing.
    image.draft(None, _within(image.size, (2 * box[0], 2 * box[1])))
    image.load()
    profile = image.info.get("icc_profile")
    image = _plain(image)
    image.thumbnail(box, Image.Resampling.LANCZOS, reducing_gap=2.0)
    image = _in_srgb(image, profile)
    return image.transpose(_UPRIGHT[turned]) if turned in _UPRIGHT else image


def _within(
    size: tuple[int, int], box: tuple[int, int], *, largest: float = inf
) -> tuple[int, int]:
    """A picture's size when it is made to fit into a box, enlarged at most so much."""
    scale = min(box[0] / size[0], box[1] / size[1], largest)
    return max(1, int(size[0] * scale)), max(1, int(size[1] * scale))


def _plain(image: Image.Image) -> Image.Image:
    """In a mode that can be scaled: L, RGB, RGBA or CMYK."""
    if image.mode.startswith("I"):  # grey in sixteen bits, whose lower eight no screen shows
        return image.point(lambda value: value / 256).convert("L")
    if image.has_transparency_data:
        return image.convert("RGBA")
    if image.mode in {"L", "RGB", "CMYK"}:
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """In the colours of a screen, by the picture's own profile when that can be used."""
    target = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile and len(profile) <= MOST_PROFILE_BYTES:
        try:
            converted = ImageCms.profileToProfile(
                image,
                ImageCms.ImageCmsProfile(io.BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
                outputMode=target,
            )
        except (ImageCms.PyCMSError, OSError, ValueError):
            converted = None
        if converted is not None:
            return converted
    return image.convert(target)


def _variants(image: Image.Image) -> Prepared:
    if image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255):
        image = image.convert("RGB")
    image.info = {}
    image.thumbnail(_box(WIDTHS[-1]), Image.Resampling.LANCZOS)
    return Prepared({width: _webp(image, width) for width in WIDTHS}, image.width, image.height)


def _webp(image: Image.Image, width: int) -> bytes:
    variant = image.copy()
    variant.thumbnail(_box(width), Image.Resampling.LANCZOS)
    written = io.BytesIO()
    variant.save(written, "WEBP", quality=QUALITY, method=4)
    return written.getvalue()


def _box(width: int) -> tuple[int, int]:
    return width, TALLEST * width


def key(picture_id: UUID, width: int) -> str:
    """The file of a picture's variant."""
    return f"pictures/{picture_id}/{width}.webp"


def keep(files: Files, picture_id: UUID, prepared: Prepared) -> None:
    """Store all variants of a picture."""
    for width, content in prepared.variants.items():
        files.put(key(picture_id, width), content)


def stored_variant(files: Files, picture_id: UUID, width: int) -> bytes | None:
    """The variant of that width, or None when there is no such picture or width."""
    return files.get(key(picture_id, width)) if width in WIDTHS else None


def forget(files: Files, picture_ids: Iterable[UUID]) -> None:
    """Delete pictures from the store, whatever is left of them, also what was sent."""
    for picture_id in picture_ids:
        for stored in list(files.keys(f"pictures/{picture_id}/")):
            files.delete(stored)
        forget_upload(files, picture_id)


def keep_upload(files: Files, picture_id: UUID, content: bytes) -> None:
    """Keep what was sent, where nobody can fetch it, until it is decoded."""
    files.put(_upload_key(picture_id), content)


def upload_of(files: Files, picture_id: UUID) -> bytes | None:
    """What was sent, or None once it is decoded or given up."""
    return files.get(_upload_key(picture_id))


def forget_upload(files: Files, picture_id: UUID) -> None:
    """Delete what was sent."""
    files.delete(_upload_key(picture_id))


def forget_uploads(files: Files, before: datetime) -> None:
    """Delete what was sent before a moment, for pictures whose ids tell when they were made."""
    for stored in list(files.keys("uploads/")):
        if made_at(UUID(stored.partition("/")[2])) < before:
            files.delete(stored)


def _upload_key(picture_id: UUID) -> str:
    return f"uploads/{picture_id}"


def picture_addresses(picture_id: UUID, prefix: str) -> dict[int, str]:
    """The address of each variant by its width, for `srcset`.

    >>> picture_addresses(UUID(int=7), "/pictures")[480]
    '/pictures/00000000-0000-0000-0000-000000000007/480.webp'
    """
    return {width: f"{prefix}/{picture_id}/{width}.webp" for width in WIDTHS}

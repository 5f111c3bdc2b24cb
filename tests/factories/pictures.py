"""Pictures as people and attackers send them."""

import io
import struct
import zlib
from typing import Any

from PIL import Image

RED, BLUE = (200, 30, 30), (20, 40, 200)


def painted(width: int = 64, height: int = 48, mode: str = "RGB") -> Image.Image:
    """A picture whose left half is red and whose right half is blue."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (width // 2, 0, width, height))
    # Converting to a palette would mix the colours of a fixed one.
    return image.quantize(4) if mode == "P" else image.convert(mode)


def written(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    """A picture as a file of a kind."""
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def jpeg(width: int = 64, height: int = 48, **options: Any) -> bytes:
    """A photograph."""
    return written(painted(width, height), "JPEG", quality=92, subsampling=0, **options)


def with_position(orientation: int = 1) -> Image.Exif:
    """What a phone notes: how it was held, where, and whose it is."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x013B] = "Karen Testesen"
    exif[0x8769] = {0x9286: b"ASCII\0\0\0hemmelig note"}
    exif[0x8825] = {1: "N", 2: (56.0, 2.0, 7.0), 3: "E", 4: (12.0, 33.0, 2.0)}
    return exif


def png_chunk(name: bytes, content: bytes) -> bytes:
    """One chunk, with its length and checksum."""
    checksum = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", checksum)


def png_with(*chunks: bytes) -> bytes:
    """A PNG with more chunks after its header."""
    plain = written(painted(), "PNG")
    end_of_header = 8 + 25
    return plain[:end_of_header] + b"".join(chunks) + plain[end_of_header:]


def png_that_claims(width: int, height: int) -> bytes:
    """The beginning of a PNG of any size."""
    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    pixels = png_chunk(b"IDAT", zlib.compress(b"\0" * 4096))
    return b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", header) + pixels + png_chunk(b"IEND", b"")


def webp_that_claims(width: int, height: int) -> bytes:
    """The beginning of a WebP of any size up to 16,777,216 each way."""
    canvas = bytes(4) + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    body = b"WEBPVP8X" + struct.pack("<I", len(canvas)) + canvas
    return b"RIFF" + struct.pack("<I", len(body)) + body


def jpeg_of_many_scans(scans: int) -> bytes:
    """A small file that asks for its pixels to be gone over again and again."""
    plain = written(painted(), "JPEG", progressive=True)
    last = plain.rindex(b"\xff\xda")
    return plain[:-2] + plain[last:-2] * scans + plain[-2:]


def opened(content: bytes) -> Image.Image:
    """A file that we have written."""
    return Image.open(io.BytesIO(content), formats=["WEBP"])


def chunks_of(webp: bytes) -> set[bytes]:
    """The names of a WebP's chunks."""
    names, at = set(), 12
    while at < len(webp):
        names.add(webp[at : at + 4])
        (length,) = struct.unpack("<I", webp[at + 4 : at + 8])
        at += 8 + length + length % 2
    return names

"""Pictures: whatever is sent comes out clean, in three widths, or is refused in plain words.

The worst that is accepted, measured on a machine of two cores: a progressive JPEG of 40 megapixels
takes 0.9 s and 270 MB, of four inks 1.1 s and 350 MB, with as many scans as are allowed 1.3 s; a
PNG of 40 megapixels with transparency 1.5 s and 350 MB; a WebP of 20 megapixels 2.4 s and 310 MB.
"""

import contextlib
import io
import struct
import time
import tracemalloc
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from factories.pictures import (
    BLUE,
    RED,
    chunks_of,
    jpeg,
    jpeg_of_many_scans,
    opened,
    painted,
    png_chunk,
    png_that_claims,
    png_with,
    webp_that_claims,
    with_position,
    written,
)
from profiles import tries
from samspil.core import language, picture_parts, pictures
from samspil.core.files import DiskFiles
from samspil.core.pictures import WIDTHS, NotAPicture, Prepared, measure, prepare

SCRIPT = b"<script>alert(document.domain)</script>"
PIXELS_ALONE = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH"}


def refusal(upload: bytes, by: Callable[[bytes], Any] = prepare) -> str:
    with pytest.raises(NotAPicture) as refused:
        by(upload)
    assert refused.value.document()["errors"]["file"]
    return refused.value.reason


def is_about(seen: tuple[int, ...], wanted: tuple[int, ...]) -> bool:
    return all(abs(a - b) <= 16 for a, b in zip(seen, wanted, strict=True))


def corners(prepared: Prepared) -> tuple[bool, bool]:
    """Whether the first pixel is red, and the last blue."""
    image = opened(prepared.variants[480]).convert("RGB")
    first, last = image.getpixel((1, 1)), image.getpixel((image.width - 2, image.height - 2))
    assert isinstance(first, tuple)
    assert isinstance(last, tuple)
    return is_about(first, RED), is_about(last, BLUE)


# What comes out


def test_a_photograph_becomes_webp_in_three_widths() -> None:
    prepared = prepare(jpeg(2400, 1200))
    assert (prepared.width, prepared.height) == (1600, 800)
    sizes = {width: opened(content).size for width, content in prepared.variants.items()}
    assert sizes == {480: (480, 240), 960: (960, 480), 1600: (1600, 800)}
    assert all(opened(content).mode == "RGB" for content in prepared.variants.values())


def test_a_small_picture_is_not_made_larger() -> None:
    prepared = prepare(jpeg(700, 500))
    assert (prepared.width, prepared.height) == (700, 500)
    assert opened(prepared.variants[480]).size == (480, 343)
    assert prepared.variants[960] == prepared.variants[1600]
    assert prepare(written(painted(1, 1), "PNG")).width == 1


def test_a_strip_stays_a_strip_without_becoming_a_mile() -> None:
    tall = prepare(written(painted(300, 9000), "PNG"))
    assert (tall.width, tall.height) == (107, 3200)
    wide = prepare(written(painted(60_000, 10), "PNG"))
    assert (wide.width, wide.height) == (1600, 1)


def test_the_same_upload_gives_the_same_bytes() -> None:
    upload = jpeg(1000, 700)
    assert prepare(upload) == prepare(upload)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_upright_however_the_camera_was_held(orientation: int) -> None:
    undone = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    upright = painted(3600, 1800)
    as_held = upright.transpose(undone[orientation]) if orientation in undone else upright
    prepared = prepare(written(as_held, "JPEG", quality=95, exif=with_position(orientation)))
    assert (prepared.width, prepared.height) == (1600, 800)
    assert corners(prepared) == (True, True)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_but_pixels_survives(kind: str) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    options = {"comment": b"af Karen Testesen"} if kind == "JPEG" else {}
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>Karen Testesen</x:xmpmeta>"
    if kind != "PNG":
        options["xmp"] = xmp
    upload = written(painted(), kind, exif=with_position(), icc_profile=profile, **options)
    assert b"Karen Testesen" in upload
    for content in prepare(upload).variants.values():
        assert chunks_of(content) <= PIXELS_ALONE
        assert b"Karen" not in content
        assert opened(content).info.keys() <= {"loop", "background", "timestamp", "duration"}


def test_colours_of_another_profile_are_brought_to_those_of_a_screen() -> None:
    """A profile whose channels are swapped shows whether it is used."""
    grey = painted(mode="L")
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    unfit = prepare(written(grey, "JPEG", icc_profile=lab))
    assert unfit.variants == prepare(written(grey, "JPEG")).variants  # as if it were not there
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert corners(prepare(written(painted(), "PNG", icc_profile=swapped(srgb)))) == (False, False)
    assert corners(prepare(written(painted(), "PNG", icc_profile=b"nonsense"))) == (True, True)


def swapped(profile: bytes) -> bytes:
    """An RGB profile whose red and blue have changed their names."""
    return (
        profile.replace(b"rXYZ", b"tmp!", 1)
        .replace(b"bXYZ", b"rXYZ", 1)
        .replace(b"tmp!", b"bXYZ", 1)
    )


# What comes in


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        ("RGB", "JPEG"),
        ("CMYK", "JPEG"),
        ("RGB", "PNG"),
        ("RGBA", "PNG"),
        ("P", "PNG"),
        ("P", "GIF"),
        ("RGB", "WEBP"),
        ("RGBA", "WEBP"),
    ],
)
def test_every_mode_keeps_its_colours(mode: str, kind: str) -> None:
    options = {"quality": 95} if kind in {"JPEG", "WEBP"} else {}
    assert corners(prepare(written(painted(mode=mode), kind, **options))) == (True, True)


@pytest.mark.parametrize(("mode", "kind"), [("L", "JPEG"), ("LA", "PNG"), ("1", "PNG")])
def test_grey_stays_grey(mode: str, kind: str) -> None:
    image = Image.new("L", (40, 40), 255).convert(mode)
    seen = opened(prepare(written(image, kind)).variants[480]).convert("RGB").getpixel((20, 20))
    assert seen == (255, 255, 255)


def test_sixteen_bits_are_shown_as_eight() -> None:
    image = Image.new("I;16", (40, 40), 128 * 256 + 77)
    seen = opened(prepare(written(image, "PNG")).variants[480]).convert("L").getpixel((20, 20))
    assert isinstance(seen, int)
    assert abs(seen - 128) <= 2


@pytest.mark.parametrize(
    ("transparent", "options"),
    [
        (Image.new("RGBA", (40, 40), (200, 30, 30, 0)), {}),
        (Image.new("RGB", (40, 40), RED), {"transparency": RED}),
        (Image.new("L", (40, 40), 7), {"transparency": 7}),
        (Image.new("RGB", (40, 40), RED).quantize(2), {"transparency": 0}),
        (Image.new("RGB", (40, 40), RED).quantize(2), {"transparency": bytes([0, 255])}),
    ],
)
def test_what_is_transparent_stays_so(transparent: Image.Image, options: dict[str, object]) -> None:
    seen = opened(prepare(written(transparent, "PNG", **options)).variants[480])
    assert seen.mode == "RGBA"
    assert seen.getchannel("A").getextrema() == (0, 0)


def test_of_an_animation_the_first_picture_counts() -> None:
    frames = [Image.new("RGB", (40, 40), colour) for colour in (RED, BLUE)]
    for kind in ("GIF", "WEBP", "PNG"):
        upload = written(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)
        seen = opened(prepare(upload).variants[480])
        assert getattr(seen, "n_frames", 1) == 1
        pixel = seen.convert("RGB").getpixel((20, 20))
        assert isinstance(pixel, tuple)
        assert is_about(pixel, RED), kind


def test_damaged_notes_about_a_picture_do_not_make_it_useless() -> None:
    upload = jpeg(exif=with_position(6))
    at = upload.index(b"Exif\0\0") + 6
    broken = upload[:at] + b"\xff" * 40 + upload[at + 40 :]
    assert corners(prepare(broken)) == (True, True)


# What is refused


@pytest.mark.parametrize(
    ("upload", "reason"),
    [
        (b"", "empty"),
        (b"Kaere alle, dette er ikke et billede", "kind"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "kind"),
        (b"%PDF-1.7\n", "kind"),
        (SCRIPT, "kind"),
        (b"BM" + bytes(60), "kind"),
        (b"II*\0" + bytes(60), "kind"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", "kind"),
        (b"\0\0\0\x1cftypavif" + bytes(60), "kind"),
        (b"\0\0\0\x24ftypheic" + bytes(60), "heic"),
        (b"\0\0\0\x18ftypmif1" + bytes(60), "heic"),
        (b"GIF89a=1;" + SCRIPT, "broken"),
        (b"\xff\xd8\xff", "broken"),
        (b"\x89PNG\r\n\x1a\n" + SCRIPT, "broken"),
        (b"RIFF\x10\0\0\0WEBP" + SCRIPT, "broken"),
        (jpeg()[:400], "broken"),
        (written(painted(600, 600), "PNG")[:-200], "broken"),
        (jpeg() + bytes(pictures.MOST_BYTES), "bytes"),
        (png_that_claims(10_000, 10_000), "pixels"),
        (png_that_claims(2**31 - 1, 2**31 - 1), "pixels"),
        (webp_that_claims(16_777_216, 16_777_216), "pixels"),
        (jpeg_of_many_scans(picture_parts.MOST_SCANS), "broken"),
    ],
)
@pytest.mark.alone
def test_what_cannot_become_a_picture_is_refused_at_once(upload: bytes, reason: str) -> None:
    began = time.perf_counter()
    assert refusal(upload) == reason
    assert time.perf_counter() - began < 0.2


@pytest.mark.parametrize(
    ("upload", "reason"),
    [
        (b"", "empty"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "kind"),
        (b"\0\0\0\x24ftypheic" + bytes(60), "heic"),
        (b"GIF89a=1;" + SCRIPT, "broken"),
        (b"\xff\xd8\xff", "broken"),
        (b"\x89PNG\r\n\x1a\n" + SCRIPT, "broken"),
        (b"RIFF\x10\0\0\0WEBP" + SCRIPT, "broken"),
        (jpeg() + bytes(pictures.MOST_BYTES), "bytes"),
        (png_that_claims(6400, 6400), "pixels"),
        (png_that_claims(0, 10), "broken"),
        (webp_that_claims(5000, 4001), "pixels"),
        (jpeg_of_many_scans(picture_parts.MOST_SCANS), "broken"),
    ],
)
def test_what_the_header_tells_is_refused_without_decoding(upload: bytes, reason: str) -> None:
    began = time.process_time()
    assert refusal(upload, measure) == reason
    assert time.process_time() - began < 0.2


@pytest.mark.parametrize(
    "upload",
    [
        jpeg(2400, 1200),
        jpeg(3000, 1500, exif=with_position(6)),
        written(painted(700, 500), "PNG"),
        written(painted(300, 9000, "P"), "GIF"),
        written(painted(1700, 900), "WEBP"),
        written(painted(1700, 900, "RGBA"), "WEBP", lossless=True),
        written(painted(1, 1), "PNG"),
    ],
)
def test_the_header_tells_how_large_the_picture_will_be(upload: bytes) -> None:
    measured, prepared = measure(upload), prepare(upload)
    assert abs(measured.width - prepared.width) <= 1
    assert abs(measured.height - prepared.height) <= 1


def test_a_picture_counts_by_what_is_to_be_decoded() -> None:
    assert measure(jpeg(2000, 1500)).megapixels == 3
    assert measure(jpeg()).megapixels == 1
    # What is missing is found when it is decoded.
    assert measure(png_that_claims(6000, 6000)).megapixels == 36


def test_a_picture_of_a_hundred_megapixels_is_refused_before_it_is_decoded() -> None:
    for kind in ("PNG", "GIF", "JPEG"):
        upload = written(Image.new("1", (10_000, 10_000)).convert("L"), kind)
        began = time.process_time()
        assert refusal(upload) == "pixels"
        assert time.process_time() - began < 0.05, kind
    large = io.BytesIO()
    Image.new("RGB", (5000, 4001)).save(large, "WEBP", lossless=True, quality=0, method=0)
    assert refusal(large.getvalue()) == "pixels"


def test_a_header_that_lies_is_found_out() -> None:
    assert refusal(png_that_claims(6000, 6000)) == "broken"
    assert refusal(webp_that_claims(10, 10)) == "broken"
    small = bytearray(written(painted(), "GIF"))
    small[6:10] = struct.pack("<HH", 60_000, 60_000)
    assert refusal(bytes(small)) == "pixels"


def test_a_frame_larger_than_its_picture_is_found_out() -> None:
    gif = bytearray(written(painted(), "GIF"))
    frame = gif.index(b"\x2c")
    gif[frame + 5 : frame + 9] = struct.pack("<HH", 60_000, 60_000)
    assert refusal(bytes(gif)) == "pixels"


@pytest.mark.parametrize(
    "bomb",
    [
        png_with(png_chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(60_000_000), 9))),
        png_with(png_chunk(b"iCCP", b"icc\0\0" + zlib.compress(bytes(60_000_000), 9))),
        png_with(
            png_chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(bytes(60_000_000), 9))
        ),
    ],
    ids=["text", "profile", "xmp"],
)
@pytest.mark.alone
def test_a_bomb_beside_the_pixels_does_no_harm(bomb: bytes) -> None:
    assert len(bomb) < 100_000
    began = time.perf_counter()
    with contextlib.suppress(NotAPicture):
        prepare(bomb)
    assert time.perf_counter() - began < 1


MEGABYTES = 11_000_000


def gif_with(extension: bytes) -> bytes:
    plain = written(painted(), "GIF")
    at = plain.index(b"\x2c")
    return plain[:at] + extension + plain[at:]


@pytest.mark.parametrize(
    "upload",
    [
        gif_with(b"\x21\xfe" + (b"\xff" + b"a" * 255) * (MEGABYTES // 256) + b"\0"),
        gif_with(b"\x21\xfe" + b"\x01a" * (MEGABYTES // 2) + b"\0"),
        gif_with(b"\x21\xff\x01a\0" * (MEGABYTES // 5)),
        jpeg()[:2] + b"\xff\xe9\0\2" * (MEGABYTES // 4) + jpeg()[2:],
        jpeg()[:2] + b"\xff" * MEGABYTES + jpeg()[2:],
        png_with(png_chunk(b"prIv", b"") * (MEGABYTES // 12)),
    ],
    ids=["long comment", "short pieces", "extensions", "segments", "fill", "chunks"],
)
@pytest.mark.alone
def test_a_file_of_endless_pieces_is_refused_at_once(upload: bytes) -> None:
    began = time.perf_counter()
    assert refusal(upload) == "broken"
    assert time.perf_counter() - began < 0.2


@pytest.mark.alone
def test_what_stands_behind_the_first_picture_costs_nothing() -> None:
    comment = b"\x21\xfe" + b"\x01a" * (MEGABYTES // 2) + b"\0"
    for upload in (
        written(painted(), "GIF")[:-1] + comment + b";",
        jpeg() + b"\xff\xe9\0\2" * (MEGABYTES // 4),
        written(painted(), "PNG") + png_chunk(b"prIv", b"") * (MEGABYTES // 12),
    ):
        began = time.perf_counter()
        assert corners(prepare(upload)) == (True, True)
        assert time.perf_counter() - began < 0.5


def exif_bomb(length: int) -> bytes:
    """Notes whose every entry claims the whole of them as its value."""
    entries = [struct.pack("<HHII", tag, 1, length - 20, 8) for tag in range(1_000, 6_000)]
    head = b"II*\0" + struct.pack("<IH", 8, len(entries))
    return (head + b"".join(entries)).ljust(length, b"\0")


def test_notes_that_ask_for_all_memory_are_not_read() -> None:
    small, large = exif_bomb(64_000), exif_bomb(MEGABYTES)
    for upload in (
        written(painted(), "JPEG", exif=b"Exif\0\0" + small),
        png_with(png_chunk(b"eXIf", large)),
        written(painted(), "WEBP", exif=large),
    ):
        tracemalloc.start()
        assert corners(prepare(upload)) == (True, True)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert most < 4 * MEGABYTES


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP"])
def test_a_script_behind_a_real_picture_is_left_behind(kind: str) -> None:
    for content in prepare(written(painted(), kind) + SCRIPT).variants.values():
        assert b"script" not in content
        assert chunks_of(content) <= PIXELS_ALONE


def test_a_script_inside_a_real_picture_is_left_behind() -> None:
    hidden = png_with(png_chunk(b"tEXt", b"Comment\0" + SCRIPT))
    assert SCRIPT in hidden
    for content in prepare(hidden).variants.values():
        assert SCRIPT not in content


def test_the_words_say_what_would_be_right() -> None:
    token = language.current.set("en")
    try:
        with pytest.raises(NotAPicture) as refused:
            prepare(b"\0\0\0\x24ftypheic")
        assert "JPEG" in refused.value.document()["errors"]["file"][0]
        with pytest.raises(NotAPicture) as refused:
            prepare(png_that_claims(10_000, 10_000))
        assert "40 megapixels" in refused.value.document()["errors"]["file"][0]
    finally:
        language.current.reset(token)


SEEDS = (
    jpeg(exif=with_position(6)),
    written(painted(), "JPEG", progressive=True),
    written(painted(mode="CMYK"), "JPEG"),
    written(painted(mode="RGBA"), "PNG", exif=with_position(3)),
    written(painted(mode="P"), "PNG", transparency=0),
    written(painted(mode="P"), "GIF"),
    written(painted(), "WEBP", exif=with_position(8)),
    written(painted(mode="RGBA"), "WEBP", lossless=True),
)


@settings(max_examples=tries(80, 2000), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    seed=st.sampled_from(SEEDS),
    changes=st.lists(st.tuples(st.integers(0, 4000), st.binary(max_size=8)), max_size=6),
    cut=st.none() | st.integers(0, 4000),
)
def test_a_mutated_picture_is_a_picture_or_not_but_never_an_error(
    seed: bytes, changes: list[tuple[int, bytes]], cut: int | None
) -> None:
    upload = bytearray(seed)
    for at, content in changes:
        upload[at % len(upload) : at % len(upload) + len(content)] = content
    if cut is not None:
        del upload[cut % len(upload) :]
    try:
        prepared = prepare(bytes(upload))
    except NotAPicture:
        with contextlib.suppress(NotAPicture):
            measure(bytes(upload))
    else:
        measure(bytes(upload))  # refuses no more than decoding does
        for content in prepared.variants.values():
            assert chunks_of(content) <= PIXELS_ALONE


# Where they are kept


def test_variants_are_kept_found_and_forgotten(tmp_path: Path) -> None:
    files = DiskFiles(tmp_path / "files")
    first, second = UUID(int=1), UUID(int=2)
    prepared = prepare(jpeg())
    pictures.keep(files, first, prepared)
    pictures.keep(files, second, prepared)
    for width in WIDTHS:
        assert pictures.stored_variant(files, first, width) == prepared.variants[width]
    assert pictures.stored_variant(files, first, 481) is None
    assert pictures.stored_variant(files, UUID(int=3), 480) is None
    pictures.forget(files, [first, UUID(int=3)])
    assert pictures.stored_variant(files, first, 480) is None
    assert len(list(files.keys("pictures/"))) == len(WIDTHS)


def test_addresses_name_each_width() -> None:
    addresses = pictures.picture_addresses(UUID(int=7), "/billeder")
    assert tuple(addresses) == WIDTHS
    assert addresses[1600] == f"/billeder/{UUID(int=7)}/1600.webp"

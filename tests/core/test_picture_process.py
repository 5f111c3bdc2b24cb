"""A picture's own process: it gives back what decoding gives, and harms nobody where it cannot."""

import contextlib
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from factories.pictures import jpeg, painted, png_that_claims, with_position, written
from samspil.core.picture_process import Interrupted, Limits, prepare_apart
from samspil.core.pictures import NotAPicture, prepare
from samspil.local import processes

SECONDS = 60.0
# What a picture of 36 megapixels cannot be decoded in, and starting takes less.
LITTLE_MEMORY = Limits(memory_bytes=150_000_000)
NO_PATIENCE = Limits(patience_seconds=0.001)


@pytest.mark.parametrize("upload", [jpeg(exif=with_position(6)), written(painted(9, 7), "PNG")])
def test_it_gives_what_decoding_gives(upload: bytes) -> None:
    assert prepare_apart(upload) == prepare(upload)


@pytest.mark.parametrize(
    ("upload", "reason"),
    [(b"", "empty"), (b"no picture", "kind"), (png_that_claims(10_000, 10_000), "pixels")],
)
def test_it_says_why_something_is_no_picture(upload: bytes, reason: str) -> None:
    with pytest.raises(NotAPicture) as refused:
        prepare_apart(upload)
    assert refused.value.reason == reason


def test_a_picture_that_wants_more_memory_than_there_is_is_refused() -> None:
    large = written(Image.new("RGB", (6000, 6000)), "PNG")
    with pytest.raises(NotAPicture) as refused:
        prepare_apart(large, LITTLE_MEMORY)
    assert refused.value.reason == "broken"


def test_one_that_is_not_done_in_time_may_be_tried_again() -> None:
    with pytest.raises(Interrupted):
        prepare_apart(jpeg(), NO_PATIENCE)


@contextlib.contextmanager
def decoding(folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """A program that has a large picture decoded, and the process that does it, held still."""
    file = folder / "large.png"
    file.write_bytes(written(Image.new("RGB", (6000, 6000)), "PNG"))
    program = (
        "import sys, pathlib, samspil.core.picture_process as process\n"
        "process.prepare_apart(pathlib.Path(sys.argv[1]).read_bytes())"
    )
    environment = os.environ | {"SAMSPIL_SECRET_KEY": "a secret of this installation"}
    starter = subprocess.Popen([sys.executable, "-c", program, str(file)], env=environment)
    children = Path(f"/proc/{starter.pid}/task/{starter.pid}/children")

    def is_at_work() -> bool:
        started = children.read_text().split()
        return bool(started) and os.getpriority(os.PRIO_PROCESS, int(started[0])) > 0

    try:
        assert processes.wait_until(is_at_work, SECONDS)
        child = int(children.read_text())
        os.kill(child, signal.SIGSTOP)
        yield starter, child
    finally:
        starter.kill()
        starter.wait()


def test_it_knows_no_secret_and_ends_with_the_program_that_wanted_the_picture(
    tmp_path: Path,
) -> None:
    with decoding(tmp_path) as (starter, child):
        folder = Path(f"/proc/{child}")
        assert b"SAMSPIL" not in (folder / "environ").read_bytes()
        starter.kill()
        assert processes.wait_until(lambda: not folder.exists(), SECONDS)


def test_it_may_write_no_file_and_start_nothing(tmp_path: Path) -> None:
    with decoding(tmp_path) as (_, child):
        limits = Path(f"/proc/{child}/limits")

        def limited(name: str) -> bool:
            found = re.search(rf"^{name} +(\d+) +(\d+) ", limits.read_text(), re.MULTILINE)
            return found is not None and found[1] == found[2]

        os.kill(child, signal.SIGCONT)
        for name in ("Max file size", "Max processes", "Max address space", "Max cpu time"):
            assert processes.wait_until(lambda name=name: limited(name), SECONDS), name

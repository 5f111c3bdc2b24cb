"""Decoding pictures in a process of their own, so that a hostile file ends nothing but that.

This module is also the program that runs there. It is given a file and gives back the picture, and
has neither settings nor a connection. It takes no more memory and processor time than a picture
needs, writes no file, starts nothing, and steps back for what answers requests.
"""

from __future__ import annotations

import contextlib
import ctypes
import itertools
import os
import resource
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import orjson

from samspil.core.pictures import NotAPicture, Prepared, prepare


@dataclass(frozen=True, slots=True)
class Limits:
    """What decoding one picture may take; the largest needs half the memory, and 3 s.

    Attributes:
        memory_bytes: address space.
        processor_seconds: of processor time.
        patience_seconds: until it is ended, on a machine that has other things to do.
    """

    memory_bytes: int = 1_000_000_000
    processor_seconds: int = 30
    patience_seconds: float = 300.0


# How a process ends by what it has been given, at every try; by other signals others end it.
_BY_ITSELF: Final = frozenset(
    {
        *(signal.SIGXCPU, signal.SIGXFSZ, signal.SIGSEGV, signal.SIGBUS),
        *(signal.SIGABRT, signal.SIGFPE, signal.SIGILL, signal.SIGSYS),
    }
)
# A quarter of the weight of what answers requests; much less, and on a busy machine a picture takes
# minutes.
_NICE: Final = 6
_SIGNAL_ON_PARENTS_END: Final = 1  # PR_SET_PDEATHSIG


class Interrupted(Exception):  # noqa: N818  # a state of affairs
    """The process was ended, or not done in time: it may go better another time."""


def prepare_apart(upload: bytes, limits: Limits = Limits()) -> Prepared:
    """Make a picture's variants in a process of its own.

    Raises:
        NotAPicture: it is too large, of another kind, damaged, or takes too much to decode.
        Interrupted: the process did not come to an end of its own.
    """
    allowed = (str(limits.memory_bytes), str(limits.processor_seconds))
    try:
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-m", __name__, *allowed],
            input=upload,
            stdout=subprocess.PIPE,
            env=_environment(),
            timeout=limits.patience_seconds,
            # See `_step_back`.
            start_new_session=True,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Interrupted from error
    if -done.returncode in _BY_ITSELF:
        raise NotAPicture("broken")
    if done.returncode != 0:
        raise Interrupted(done.returncode)
    return _read(done.stdout)


def _environment() -> dict[str, str]:
    """Where the code is, and nothing that is secret."""
    return {name: os.environ[name] for name in ("PYTHONPATH",) if name in os.environ}


# What comes back: a line of JSON, and after it the variants, one after the other.


def _written(prepared: Prepared) -> bytes:
    lengths = [[width, len(content)] for width, content in prepared.variants.items()]
    head = {"width": prepared.width, "height": prepared.height, "variants": lengths}
    return b"".join([orjson.dumps(head), b"\n", *prepared.variants.values()])


def _read(written: bytes) -> Prepared:
    line, _, content = written.partition(b"\n")
    head = orjson.loads(line)
    if "refused" in head:
        raise NotAPicture(head["refused"], **head["values"])
    ends = list(itertools.accumulate((length for _, length in head["variants"]), initial=0))
    variants = {
        width: content[ends[number] : ends[number + 1]]
        for number, (width, _) in enumerate(head["variants"])
    }
    return Prepared(variants, head["width"], head["height"])


# In the process


def main() -> int:
    """Read a file and write the picture, or why it is none."""
    memory_bytes, processor_seconds = map(int, sys.argv[1:])
    _end_with_the_parent()
    _step_back()
    _limit(memory_bytes, processor_seconds)
    upload = sys.stdin.buffer.read()
    try:
        answer = _written(prepare(upload))
    except NotAPicture as refused:
        answer = orjson.dumps({"refused": refused.reason, "values": refused.values})
    sys.stdout.buffer.write(answer)
    return 0


def _end_with_the_parent() -> None:
    ctypes.CDLL(None).prctl(_SIGNAL_ON_PARENTS_END, signal.SIGKILL)


def _step_back() -> None:
    os.nice(_NICE)
    _tell_the_kernel("oom_score_adj", 1000)
    # It may share out the processors by session first; a session of others is not ours to change.
    if os.getsid(0) == os.getpid():
        _tell_the_kernel("autogroup", _NICE)


def _tell_the_kernel(file: str, value: int) -> None:
    with contextlib.suppress(OSError):  # not every kernel has it
        Path("/proc/self", file).write_text(str(value))


def _limit(memory_bytes: int, processor_seconds: int) -> None:
    for what, most in (
        (resource.RLIMIT_AS, memory_bytes),
        (resource.RLIMIT_CPU, processor_seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    sys.exit(main())

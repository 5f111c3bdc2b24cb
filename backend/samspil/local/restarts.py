"""When a part that has ended by itself is started again, and when that is no use any more."""

from collections import deque
from collections.abc import Iterable
from typing import Final

MOST_ENDS: Final = 5
WITHIN_SECONDS: Final = 120.0
FIRST_WAIT_SECONDS: Final = 1.0


class Restarts:
    """The ends of one part: the sooner they follow each other, the longer it waits."""

    def __init__(self, ends: Iterable[float] = ()) -> None:
        self._ends = deque(ends, maxlen=MOST_ENDS)

    def ended(self, now: float) -> float | None:
        """How many seconds to wait with the next start, or None when it keeps ending.

        Args:
            now: the moment of the end, on a clock that only goes forward.
        """
        self._ends.append(now)
        lately = sum(now - end < WITHIN_SECONDS for end in self._ends)
        if lately >= MOST_ENDS:
            return None
        wait: float = FIRST_WAIT_SECONDS * 2 ** (lately - 1)
        return wait

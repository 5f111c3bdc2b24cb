"""The fonts that pictures and papers are set with; their licence stands beside them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).parent
PLAIN: Final = _FOLDER / "IBMPlexSans-Regular.ttf"
BOLD: Final = _FOLDER / "IBMPlexSans-SemiBold.ttf"

"""A built frontend as small as can be."""

import gzip
from pathlib import Path

INLINE_SCRIPT = "\n  globalThis.started = true;\n"
ASSET = "_app/immutable/start.0a1b2c3d.js"
JAVASCRIPT = "export const answer = 42;\n" * 50

SHELL = f"""<!doctype html>
<html lang="da" data-theme="auto">
<head><meta charset="utf-8"><!--samspil:head--></head>
<body><div id="app"></div><script>{INLINE_SCRIPT}</script>
<script type="module" src="/{ASSET}"></script></body>
</html>
"""


def build_frontend(folder: Path) -> Path:
    """The shell, an asset with its compressed form, an icon, and what nobody may read."""
    (folder / "index.html").write_text(SHELL, encoding="utf-8")
    asset = folder / ASSET
    asset.parent.mkdir(parents=True)
    asset.write_text(JAVASCRIPT, encoding="utf-8")
    asset.with_name(asset.name + ".gz").write_bytes(gzip.compress(JAVASCRIPT.encode()))
    (folder / "icon.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    (folder / ".secret").write_text("not for readers", encoding="utf-8")
    (folder.parent / "outside.txt").write_text("not for readers", encoding="utf-8")
    return folder

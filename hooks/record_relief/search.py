"""The index over the text of all pages, made by Pagefind: a query fetches only what it needs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

# Its own search pages, its highlighter and its engine for other languages: no page uses them.
_UNUSED = (
    "pagefind-ui",
    "pagefind-modular-ui",
    "pagefind-component-ui",
    "pagefind-highlight",
    "wasm.unknown",
)


def index(site: Path) -> None:
    """Index the built site into `site/pagefind/`.

    Only pages with `data-pagefind-body` are indexed. Pagefind runs as a program of its own that
    ends by itself: its Python service is ended before the last files are whole.
    Raises OSError where it fails, with what it said.
    """
    folder = site / "pagefind"
    done = subprocess.run(
        [sys.executable, "-m", "pagefind", "--site", str(site), "--output-path", str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()[-1:]
        raise OSError(f"Pagefind could not write the search index: {' '.join(said)}")
    for file in folder.iterdir():
        if file.name.startswith(_UNUSED):
            file.unlink()

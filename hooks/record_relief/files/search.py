"""The index over the text of all pages, made by Pagefind: a query fetches only what it needs."""

from __future__ import annotations

import errno
import gzip
import os
import subprocess
import sys
import zlib
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
    Raises OSError where it fails or, which it keeps to itself, where the disk is full.
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
    for file in sorted(folder.rglob("*")):
        if file.name.startswith(_UNUSED):
            file.unlink()
        elif file.is_file() and not _whole(file):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(file))


def _whole(file: Path) -> bool:
    """Return whether a file of the index is complete; most of them are gzip."""
    content = file.read_bytes()
    if not content.startswith(b"\x1f\x8b"):
        return content.endswith((b"}", b";", b"\n"))
    try:
        gzip.decompress(content)
    except (EOFError, OSError, zlib.error):
        return False
    return True

"""Each text beside itself as brotli and gzip, for the servers that send such files as they are.

Pagefind compresses its index itself; of its files only the script gains anything.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import brotli

from .artifacts import Artifact

SUFFIXES = frozenset(
    (".css", ".csv", ".html", ".ics", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml")
)
# A page and what it loads are a twelfth smaller at 10 than at 5, which takes fifteen times as long:
# worth it for what people read on phones, not for data.
_PAGES = frozenset((".css", ".html", ".js", ".svg"))
_SMALLEST, _SMALL = 10, 5
# Smaller files fit into one packet either way.
LEAST = 1000


def artifacts(site: Path) -> Iterator[Artifact]:
    """Yield the compressed copies of all files that are below `site` now."""
    for path in sorted(site.rglob("*")):
        if path.suffix in SUFFIXES and path.is_file() and path.stat().st_size >= LEAST:
            name, content = path.relative_to(site).as_posix(), path.read_bytes()
            quality = _SMALLEST if path.suffix in _PAGES else _SMALL
            yield Artifact(f"{name}.br", to_brotli, (content, quality))
            yield Artifact(f"{name}.gz", to_gzip, (content,))


def to_brotli(content: bytes, quality: int) -> bytes:
    """Return text compressed as RFC 7932 has it; `quality` goes from 0 to 11, the smallest."""
    return bytes(brotli.compress(content, mode=brotli.MODE_TEXT, quality=quality))


def to_gzip(content: bytes) -> bytes:
    """Return text compressed as RFC 1952 has it, with no time in it."""
    return gzip.compress(content, 9, mtime=0)

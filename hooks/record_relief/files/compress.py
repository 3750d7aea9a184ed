"""Brotli and gzip copies beside each text file, for the servers that send such files as they are.

Pagefind compresses its index itself; of its files only the script gains anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import brotli

from .artifacts import Artifact
from .gz import pack

SUFFIXES = frozenset(
    (".css", ".csv", ".html", ".ics", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml")
)
# A guide fits into the first packets either way; 10 would save a twelfth more, and take as long as
# a third of a build.
_QUALITY = 5
# Smaller files fit into one packet either way.
LEAST = 1000


def artifacts(site: Path) -> Iterator[Artifact]:
    """Yield the compressed copies of all files that are below `site` now."""
    for path in sorted(path for path in site.rglob("*.*") if path.suffix in SUFFIXES):
        if path.is_file() and path.stat().st_size >= LEAST:
            name, content = path.relative_to(site).as_posix(), path.read_bytes()
            yield Artifact(f"{name}.br", to_brotli, (content,))
            yield Artifact(f"{name}.gz", pack, (content,))


def to_brotli(content: bytes) -> bytes:
    """Return text compressed as RFC 7932 has it."""
    return bytes(brotli.compress(content, mode=brotli.MODE_TEXT, quality=_QUALITY))

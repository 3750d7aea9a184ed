"""Brotli and gzip copies beside each text file, for the servers that send such files as they are.

Pagefind compresses its index itself; of its files only the script gains anything.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

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


def artifacts(site: Path, names: Iterable[str] | None = None) -> Iterator[Artifact]:
    """Yield the compressed copies of files below `site`: of these, or of all that are there now."""
    for name in sorted(_below(site) if names is None else names):
        if PurePosixPath(name).suffix in SUFFIXES:
            content = Path(f"{site}/{name}").read_bytes()
            if len(content) >= LEAST:
                yield Artifact(f"{name}.br", to_brotli, (content,))
                yield Artifact(f"{name}.gz", pack, (content,))


def _below(site: Path) -> Iterator[str]:
    """Yield the address of each file below a folder."""
    for folder, _, files in os.walk(site):
        # A path for each of the files would take several times as long.
        here = folder[len(str(site)) + 1 :].replace(os.sep, "/")
        for name in files:
            yield f"{here}/{name}" if here else name


def to_brotli(content: bytes) -> bytes:
    """Return text compressed as RFC 7932 has it."""
    return bytes(brotli.compress(content, mode=brotli.MODE_TEXT, quality=_QUALITY))

"""Beside each text stand its compressed copies, for servers that send them as they are."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli

TEXTS = (".html", ".js", ".css", ".xml", ".svg", ".json", ".csv", ".txt")


def test_compressed_copies_hold_the_same_and_are_smaller(site_dir: Path) -> None:
    copies = [path for path in site_dir.rglob("*") if path.suffix in (".br", ".gz")]
    assert copies
    for path in copies:
        original = path.with_suffix("").read_bytes()
        packed = path.read_bytes()
        unpack = brotli.decompress if path.suffix == ".br" else gzip.decompress
        assert unpack(packed) == original, path
        assert len(packed) < len(original), path


def test_every_text_that_gains_by_it_has_both(site_dir: Path) -> None:
    texts = [p for p in site_dir.rglob("*") if p.suffix in TEXTS and p.stat().st_size >= 1000]
    assert site_dir / "index.html" in texts
    for path in texts:
        assert path.with_name(path.name + ".br").exists(), path
        assert path.with_name(path.name + ".gz").exists(), path


def test_no_copy_tells_when_it_was_made(site_dir: Path) -> None:
    for path in site_dir.rglob("*.gz"):
        assert path.read_bytes()[4:8] == bytes(4), path

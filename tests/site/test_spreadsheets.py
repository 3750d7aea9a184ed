"""Every CSV file that the site offers, opened by somebody who has a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path


def test_a_spreadsheet_shows_every_cell_as_it_is(
    site_dir: Path, spreadsheet: Callable[[Path], list[list[str]]]
) -> None:
    # What stands below /api/v1/ keeps the bytes it was published with, before there was a mark.
    files = sorted(set(site_dir.rglob("*.csv")) - set((site_dir / "api/v1").rglob("*.csv")))
    assert files
    for file in files:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            head, *rows = list(csv.reader(lines))
        shown = spreadsheet(file)
        assert shown[0] == head, file.name
        assert len(shown) == len(rows) + 1, file.name
        special = [
            (found, cell)
            for row, seen in zip(rows, shown[1:], strict=True)
            for cell, found in zip(row, seen, strict=True)
            if not cell.isascii()
        ]
        assert special, f"{file.name} has no such cell: nothing was tried"
        assert not [pair for pair in special if pair[0] != pair[1]], file.name

"""What a packet is made of: sheets of plain pieces, from which its files are made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ..labels import N_

# What a viewer shows of a file in a tab: nothing of why somebody has it.
CALLED = N_("{place}: papers to start from, {number}")

Kind = Literal[
    "heading", "text", "lead", "note", "open", "room", "number", "sub", "words", "tick", "bullet",
    "field", "table", "caption",
]  # fmt: skip


@dataclass(frozen=True)
class Piece:
    """One thing in a sheet. `rows` belong to a table, the first of them its heading.

    `lead` stands before a text in other letters; `address` is where it leads.
    """

    kind: Kind
    text: str = ""
    lead: str = ""
    address: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Paper:
    """One sheet of a packet; `filed` is whether it goes to the court."""

    title: str
    filed: bool
    pieces: tuple[Piece, ...]


def numbered(pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces with a number instead of a letter for those that stand below no number."""
    found = []
    below = False
    for piece in pieces:
        below = below or piece.kind == "number"
        alone = piece.kind == "sub" and not below
        found.append(replace(piece, kind="number") if alone else piece)
    return found

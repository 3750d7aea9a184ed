"""Files that a build writes beside its pages: PDFs, forms, pictures, feeds, data.

Each is made by a pure function from its inputs alone, so that it can be made in another process and
kept as long as its inputs stay the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Artifact:
    """One file. `path` is its address from the root of the site.

    `make` is a function of a module (not a lambda or a method) that returns the file's bytes from
    `inputs`: plain values only (text, bytes, numbers, tuples of these), everything it depends on.
    """

    path: str
    make: Callable[..., bytes]
    inputs: tuple[Any, ...]


def write(artifacts: Iterable[Artifact], site: Path) -> None:
    """Make every artifact and write it below `site`."""
    for artifact in artifacts:
        target = site / artifact.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(artifact.make(*artifact.inputs))

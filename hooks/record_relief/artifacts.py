"""Files that a build writes beside its pages: PDFs, forms, pictures, feeds, data.

Each is made by a pure function from its inputs alone, so that it can be made in another process and
kept as long as its inputs stay the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Artifact:
    """One file. `path` is its address from the root of the site.

    `make` is a function of a module (not a lambda or a method) that returns the file's bytes from
    `inputs`: plain values only (text, bytes, numbers, tuples of these), everything it depends on.
    `parts` are addresses of artifacts that stand before it; it gets their bytes by address, last.
    """

    path: str
    make: Callable[..., bytes]
    inputs: tuple[Any, ...]
    parts: tuple[str, ...] = ()


def whole(artifact: Artifact, site: Path) -> Artifact:
    """Return an artifact with its parts, which are made by now, as its last input."""
    if not artifact.parts:
        return artifact
    parts = {part: (site / part).read_bytes() for part in artifact.parts}
    return replace(artifact, inputs=(*artifact.inputs, parts), parts=())


def write(artifacts: Iterable[Artifact], site: Path) -> None:
    """Make every artifact and write it below `site`."""
    for given in artifacts:
        artifact = whole(given, site)
        target = site / artifact.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(artifact.make(*artifact.inputs))

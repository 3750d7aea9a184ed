"""Load `data/packets.yaml`, or say everything that is wrong with it."""

from __future__ import annotations

from pathlib import Path

from ..lint.packets import check
from ..source.evidence import Data
from ..source.packets import PacketsFile
from ..source.problems import DataError, Problem
from ..source.validate import validated

DEFAULT = Path("data/packets.yaml")


def load_packets(path: Path, data: Data, *, filename: str | None = None) -> PacketsFile:
    """Read, validate and lint the file at `path` against the facts.

    `filename` is how problems name the file. Raises DataError with every problem found.
    """
    filename = filename or path.as_posix()
    read = validated(path, filename, PacketsFile)
    problems = list(read.problems)
    if not problems:
        file = PacketsFile.model_construct(**read.sections)
        problems = [
            Problem(read.line(finding.path), read.name(finding.path), finding.message)
            for finding in check(file, data)
        ]
        if not problems:
            return file
    raise DataError(filename, dict.fromkeys(problems))

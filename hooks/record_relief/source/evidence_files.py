"""Read the files of `data/evidence/`, one for each place, item by item."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path as FilePath
from pathlib import PurePosixPath
from typing import Any

from .evidence import Evidence, FairEvidence
from .problems import DataError, Path, Problem
from .validate import Validated, validated

FOLDER = "evidence"
"""The folder beside the file of the facts."""


def file_name(code: str) -> str:
    """Return the name of a place's file, beside the file of the facts."""
    return f"{FOLDER}/{code.lower()}.yaml"


@dataclass(frozen=True)
class EvidenceFiles:
    """What was read, by code, and every problem of form."""

    evidence: Mapping[str, Evidence]
    """What was accepted."""
    raw: Mapping[str, Any]
    """The plain values; None of a file that can't be read."""
    problems: list[Problem]
    _prefix: str
    _read: Mapping[str, Validated]

    def problem(self, code: str, path: Path, message: str) -> Problem:
        """Return a problem of a place's file at a path inside it."""
        read = self._read[code]
        return Problem(
            read.line(path), read.name(path), message, file=self._prefix + file_name(code)
        )


def read_evidence(states: FilePath, filename: str) -> EvidenceFiles:
    """Read the folder beside the file `states`, which problems call `filename`."""
    folder = PurePosixPath(filename).parent.as_posix()
    prefix = "" if folder == "." else f"{folder}/"
    evidence: dict[str, Evidence] = {}
    raw: dict[str, Any] = {}
    read: dict[str, Validated] = {}
    problems: list[Problem] = []
    for path in sorted((states.parent / FOLDER).glob("*.yaml")):
        code = path.stem.upper()
        name = f"{prefix}{FOLDER}/{path.name}"
        try:
            found = read[code] = validated(path, name, Evidence, empty=True)
        except DataError as error:
            problems += [_of_file(problem, name) for problem in error.problems]
            raw[code] = None
            continue
        raw[code] = found.raw
        problems += [_of_file(problem, name) for problem in found.problems]
        # What is missing was reported; the rest may still be judged.
        blank: dict[str, Any] = {
            "read": date.min,
            "texts": [],
            "laws": {},
            "fair": FairEvidence(proof={}),
            "amended": [],
            "tell": [],
        }
        evidence[code] = Evidence.model_construct(**blank | found.sections | {"code": code})
    return EvidenceFiles(evidence, raw, problems, prefix, read)


def _of_file(problem: Problem, name: str) -> Problem:
    return Problem(problem.line, problem.field, problem.message, problem.severity, name)

"""Load the facts and their proof into the typed model, or say all that is wrong with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from .. import lint
from ..source.evidence import Data
from ..source.evidence_files import read_evidence
from ..source.model import StatesFile
from ..source.problems import DataError, Problem, in_order
from ..source.validate import validated
from . import clock

DEFAULT = Path("data/states.yaml")


@dataclass(frozen=True)
class Loaded:
    """The model, and what an editor should look at although it can be published."""

    data: Data
    warnings: Sequence[Problem]


def load(
    path: Path,
    *,
    filename: str | None = None,
    today: date | None = None,
    rules: Sequence[lint.Rule] = lint.RULES,
) -> Loaded:
    """Read, validate and lint the facts at `path` and the evidence in the folder beside it.

    `filename` is how problems name the file (default: `path`); `today` is the day against which
    dates are judged (default: the day it is now). Raises DataError with every problem found.
    """
    filename = filename or path.as_posix()
    found = validated(path, filename, StatesFile)
    proof = read_evidence(path, filename)
    problems = [*found.problems, *proof.problems]
    data = Data.model_construct(**found.sections, evidence=dict(proof.evidence))
    context = lint.Context(data, found.raw, today or clock.today(), proof.raw)
    for rule in rules:
        for finding in rule(context):
            if finding.path[0] == "evidence":
                code, *inner = finding.path[1:]
                problems.append(proof.problem(str(code), tuple(inner), finding.message))
            else:
                where = found.line(finding.path), found.name(finding.path)
                problems.append(Problem(*where, finding.message, finding.severity))
    problems = list(dict.fromkeys(problems))
    errors = [p for p in problems if p.severity == "error"]
    if errors:
        raise DataError(filename, errors)
    return Loaded(data, sorted(problems, key=in_order))


def main_check(path: Path, filename: str) -> int:
    """Check the file for a person at a terminal; return the exit status."""
    try:
        loaded = load(path, filename=filename)
    except DataError as error:
        print(error)
        print(f"\n{len(error.problems)} to fix. Nothing was built.")
        return 1
    for warning in loaded.warnings:
        print(f"warning: {warning.render(filename)}")
    places = len(loaded.data.jurisdictions)
    laws = sum(len(place.relief) for place in loaded.data.jurisdictions)
    print(f"{filename}: {places} places and {laws} laws, no error.")
    return 0

"""Load `data/forms.yaml`, or say everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..lint.forms import check
from ..source.forms import Form, FormsFile
from ..source.model import StatesFile
from ..source.problems import DataError, Problem
from ..source.validate import validated

DEFAULT = Path("data/forms.yaml")


def load_forms(path: Path, data: StatesFile, *, filename: str | None = None) -> Sequence[Form]:
    """Read, validate and lint the file at `path` against the facts.

    `filename` is how problems name the file. Raises DataError with every problem found.
    """
    filename = filename or path.as_posix()
    read = validated(path, filename, FormsFile)
    forms: Sequence[Form] = read.sections.get("forms", [])
    problems = [
        *read.problems,
        *(
            Problem(read.line(finding.path), read.name(finding.path), finding.message)
            for finding in check(forms, data)
        ),
    ]
    if problems:
        raise DataError(filename, dict.fromkeys(problems))
    return forms

"""What is wrong with the data, worded so that an editor can find it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Step = str | int
Path = tuple[Step, ...]


@dataclass(frozen=True)
class Problem:
    """One thing wrong in a file: where it stands, which field, what was found, what is allowed."""

    line: int
    field: str
    message: str
    severity: Literal["error", "warning"] = "error"
    file: str = ""
    """Where it is another file than the one that was asked for."""

    def render(self, filename: str) -> str:
        """Return `file:line: field: message`; a problem of the whole file has no field."""
        where = f"{self.file or filename}:{self.line}"
        field, message = _cut(self.field, 200), _cut(self.message, 2_000)
        said = f"{where}: {field}: {message}" if field else f"{where}: {message}"
        # A terminal or a log would obey what does not print.
        return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in said)


def in_order(problem: Problem) -> tuple[str, int, str]:
    """Return what problems are sorted by: the file, the line, the field."""
    return problem.file, problem.line, problem.field


def _cut(text: str, most: int) -> str:
    """Return a text without its middle where it is too long to be read."""
    return text if len(text) <= most else f"{text[: most // 2]}...{text[-most // 2 :]}"


class DataError(Exception):
    """The data can't be published. Carries every problem found, in the order of the files."""

    def __init__(self, filename: str, problems: Iterable[Problem]) -> None:
        self.filename = filename
        self.problems = sorted(problems, key=in_order)
        super().__init__("\n".join(p.render(filename) for p in self.problems))


def show(value: object) -> str:
    """Name a found value for a message, shortened, with its YAML type where it is not text."""
    if value is None:
        return "an empty value"
    if isinstance(value, dict):
        return "a mapping" if value else "an empty mapping"
    if isinstance(value, list):
        return "a list" if value else "an empty list"
    text = " ".join(str(value).split())
    text = text if len(text) <= 60 else text[:57] + "..."
    if isinstance(value, str):
        return f'"{text}"'
    if isinstance(value, bool):
        return f"{text.lower()} (a truth value; quote yes and no to make them text)"
    return f"{text} ({'a number' if isinstance(value, int | float) else 'a date'})"


def suggest(found: object, allowed: Sequence[str]) -> str:
    """Return ` (did you mean "x"?)` for the nearest allowed word, or nothing."""
    near = difflib.get_close_matches(str(found), allowed, n=1, cutoff=0.6)
    return f' (did you mean "{near[0]}"?)' if near else ""


def not_one_of(found: object, allowed: Sequence[str]) -> str:
    """Return the message for a value outside a closed list."""
    return f"{show(found)} is not one of {', '.join(allowed)}{suggest(found, allowed)}"

"""Load `data/states.yaml` into the typed model, or say everything that is wrong with it."""

from __future__ import annotations

import typing
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path as FilePath
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from .. import lint
from ..source.model import StatesFile
from ..source.problems import DataError, Path, Problem, not_one_of, show, suggest
from ..source.yamlfile import Document, dotted, read
from . import clock

DEFAULT = FilePath("data/states.yaml")


@dataclass(frozen=True)
class Loaded:
    """The model, and what an editor should look at although it can be published."""

    data: StatesFile
    warnings: Sequence[Problem]


def load(
    path: FilePath,
    *,
    filename: str | None = None,
    today: date | None = None,
    rules: Sequence[lint.Rule] = lint.RULES,
) -> Loaded:
    """Read, validate and lint the file at `path`.

    `filename` is how problems name the file (default: `path`); `today` is the day against which
    dates are judged (default: the day it is now). Raises DataError with every problem found.
    """
    filename = filename or path.as_posix()
    found = validated(path, filename, StatesFile)
    problems = found.problems
    data = StatesFile.model_construct(**found.sections)
    context = lint.Context(data=data, raw=found.raw, today=today or clock.today())
    for rule in rules:
        for finding in rule(context):
            where = found.line(finding.path), found.name(finding.path)
            problems.append(Problem(*where, finding.message, finding.severity))
    problems = list(dict.fromkeys(problems))
    errors = [p for p in problems if p.severity == "error"]
    if errors:
        raise DataError(filename, errors)
    return Loaded(data, sorted(problems, key=lambda p: (p.line, p.field)))


@dataclass(frozen=True)
class Validated:
    """A file whose items were validated one by one: those accepted, and every problem found."""

    sections: dict[str, Any]
    raw: dict[str, Any]
    problems: list[Problem]
    line: Callable[[Path], int]
    name: Callable[[Path], str]


def validated(path: FilePath, filename: str, file_type: type[BaseModel]) -> Validated:
    """Read the YAML file at `path`, whose sections are lists of entries, by its model.

    Raises DataError when there is nothing to validate.
    """
    document = read(path, filename)
    finder = _Lines(document)
    problems = [Problem(f.line, finder.name(f.path), f.message) for f in document.flaws]
    if not isinstance(document.data, dict) or not document.data:
        message = f"is {show(document.data)}; it must be a mapping of "
        problems.append(Problem(1, "", message + _names(file_type.model_fields)))
        raise DataError(filename, problems)
    return Validated(
        dict(_sections(file_type, document.data, document, finder, problems)),
        document.data,
        problems,
        lambda path: document.line(finder.raw(path)),
        lambda path: finder.name(finder.raw(path)),
    )


def _sections(
    file_type: type[BaseModel],
    raw: dict[str, Any],
    document: Document,
    finder: _Lines,
    problems: list[Problem],
) -> Iterator[tuple[str, list[BaseModel]]]:
    """Validate the file item by item, so that one bad item does not hide the others."""
    fields = file_type.model_fields
    for key in raw:
        if key not in fields:
            line = document.line((key,))
            problems.append(Problem(line, key, _unknown(key, list(fields))))
    flawed = {flaw.path for flaw in document.flaws}
    for name, info in fields.items():
        items = raw.get(name)
        if name not in raw:
            problems.append(Problem(1, name, "is missing"))
        elif not isinstance(items, list) or not items:
            line = document.line((name,))
            problems.append(Problem(line, name, f"is {show(items)}; it must be a list of entries"))
        (item_type,) = typing.get_args(info.annotation)
        adapter: TypeAdapter[BaseModel] = TypeAdapter(item_type)
        valid: list[BaseModel] = []
        for index, item in enumerate(items if isinstance(items, list) else []):
            try:
                valid.append(adapter.validate_python(item))
            except ValidationError as error:
                problems.extend(
                    _explain(found, (name, index), item_type, document, finder)
                    for found in error.errors()
                    if (name, index, *found["loc"]) not in flawed
                )
        yield name, valid


def _explain(found: Any, base: Path, item_type: Any, document: Document, finder: _Lines) -> Problem:
    """Turn one pydantic error into a problem with line, field, found and allowed."""
    path = (*base, *found["loc"])
    kind, context, value = found["type"], found.get("ctx", {}), found["input"]
    if kind == "missing":
        parent = path[:-1]
        line = document.line(parent)
        message = f'lacks the field "{path[-1]}"'
        return Problem(line, finder.name(parent), message)
    if kind == "extra_forbidden":
        message = _unknown(str(path[-1]), _allowed_fields(item_type, found["loc"][:-1]))
    elif kind == "literal_error":
        message = not_one_of(value, _literals(context["expected"]))
    elif kind == "string_pattern_mismatch":
        message = f"{show(value)} does not have the form {context['pattern']}"
    elif kind in ("too_short", "string_too_short"):
        message = "is empty"
    elif kind == "string_too_long":
        message = f"has {len(value):,} characters; at most {context['max_length']:,} are allowed"
    elif kind == "value_error":
        message = f"{show(value)} {context['error']}"
    elif kind == "greater_than_equal":
        message = f"{show(value)} is too low; at least {context['ge']} is allowed"
    elif kind == "less_than_equal":
        message = f"{show(value)} is too high; at most {context['le']} is allowed"
    else:
        message = f"is {show(value)}; it must be {_TYPES.get(kind, found['msg'])}"
    return Problem(document.line(path), finder.name(path), message)


_TYPES = {
    "string_type": "text",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "date_type": "a date such as 2026-03-31, without quotes",
    "date_from_datetime_inexact": "a date without a time",
    "list_type": "a list",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
}


def _literals(expected: str) -> list[str]:
    return [word.strip(" '") for word in expected.replace(" or ", ", ").split(",")]


def _unknown(found: str, allowed: Sequence[str]) -> str:
    return f"is not a field here{suggest(found, allowed)}; allowed: {_names(allowed)}"


def _names(fields: typing.Iterable[str]) -> str:
    return ", ".join(fields)


def _allowed_fields(item_type: Any, loc: tuple[Any, ...]) -> list[str]:
    """Return the field names of the model found by following `loc` from `item_type`."""
    for step in loc:
        if isinstance(step, int):
            continue
        item_type = _model_of(item_type.model_fields[step].annotation)
    return list(item_type.model_fields)


def _model_of(annotation: Any) -> Any:
    """Return the model inside `X | None`, `list[X]` or `Annotated[...]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = [_model_of(inner) for inner in typing.get_args(annotation) if inner is not type(None)]
    return next((inner for inner in found if inner is not None), None)


class _Lines:
    """Says where things stand: from model paths to raw paths and their human names."""

    def __init__(self, document: Document) -> None:
        self._raw = document.data if isinstance(document.data, dict) else {}
        self._index: dict[tuple[str, str], int] = {}
        for section, items in self._raw.items():
            for index, item in enumerate(items if isinstance(items, list) else []):
                if isinstance(item, dict):
                    key = item.get("code", item.get("id"))
                    self._index.setdefault((section, str(key)), index)

    def raw(self, path: Path) -> Path:
        """Return `path` with an entry named by code or id replaced by its place in the list."""
        if len(path) > 1 and isinstance(path[1], str):
            return (path[0], self._index.get((str(path[0]), path[1]), 0), *path[2:])
        return path

    def name(self, path: Path) -> str:
        """Return the path an editor knows: `NY.relief[0].proof`, `facts.leie-what.text`."""
        if len(path) < 2 or not isinstance(path[1], int):
            return dotted(path)
        section, index = str(path[0]), path[1]
        items = self._raw.get(section)
        item = items[index] if isinstance(items, list) and index < len(items) else None
        key = (item.get("code") or item.get("id")) if isinstance(item, dict) else None
        if not isinstance(key, str):
            return dotted(path)
        if section == "jurisdictions":
            return dotted((key, *path[2:]))
        return dotted((section, key, *path[2:]))


def main_check(path: FilePath, filename: str) -> int:
    """Check the file for a person at a terminal; return the exit status."""
    try:
        loaded = load(path, filename=filename)
    except DataError as error:
        print(error)
        print(f"\n{len(error.problems)} to mend. Nothing was built.")
        return 1
    for warning in loaded.warnings:
        print(f"warning: {warning.render(filename)}")
    places = len(loaded.data.jurisdictions)
    laws = sum(len(place.relief) for place in loaded.data.jurisdictions)
    print(f"{filename}: {places} places and {laws} laws, no error.")
    return 0

"""Validate a YAML file by its model, and say everything that is wrong with its form."""

from __future__ import annotations

import typing
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path as FilePath
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from .problems import DataError, Path, Problem, Step, not_one_of, show, suggest
from .yamlfile import Document, dotted, read


@dataclass(frozen=True)
class Validated:
    """A file whose items were validated one by one: those accepted, and every problem found."""

    sections: dict[str, Any]
    raw: dict[str, Any]
    problems: list[Problem]
    line: Callable[[Path], int]
    name: Callable[[Path], str]


def validated(
    path: FilePath, filename: str, file_type: type[BaseModel], *, empty: bool = False
) -> Validated:
    """Read the YAML file at `path` by its model, item by item of each section.

    A section is a list of entries, a mapping of them or a single value; without `empty` it may not
    be empty. Raises DataError when there is nothing to validate.
    """
    document = read(path, filename)
    finder = _Lines(document)
    problems = [Problem(f.line, finder.name(f.path), f.message) for f in document.flaws]
    if not isinstance(document.data, dict) or not document.data:
        message = f"is {show(document.data)}; it must be a mapping of "
        problems.append(Problem(1, "", message + _names(file_type.model_fields)))
        raise DataError(filename, problems)
    return Validated(
        dict(_sections(file_type, document.data, document, finder, problems, empty)),
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
    empty: bool,
) -> Iterator[tuple[str, Any]]:
    """Validate the file item by item, so that one bad item does not hide the others."""
    fields = file_type.model_fields
    for key in raw:
        if key not in fields:
            line = document.line((key,))
            problems.append(Problem(line, key, _unknown(key, list(fields))))
    flawed = {flaw.path for flaw in document.flaws}

    def accepted(kind: Any, value: Any, base: Path) -> Iterator[Any]:
        try:
            yield _adapter(kind).validate_python(value, strict=True)
        except ValidationError as error:
            problems.extend(
                _explain(found, base, kind, document, finder)
                for found in error.errors()
                if (*base, *found["loc"]) not in flawed
            )

    for name, info in fields.items():
        given = raw.get(name)
        kind, several = info.annotation, typing.get_origin(info.annotation)
        if name not in raw and info.is_required():
            problems.append(Problem(1, name, "is missing"))
        elif name in raw and several and not (isinstance(given, several) and (given or empty)):
            line = document.line((name,))
            wanted = "a list of entries" if several is list else "a mapping"
            problems.append(Problem(line, name, f"is {show(given)}; it must be {wanted}"))
        if several is list:
            (one,) = typing.get_args(kind)
            items = enumerate(given if isinstance(given, list) else [])
            yield name, [v for i, item in items for v in accepted(one, item, (name, i))]
        elif several is dict:
            pairs = given.items() if isinstance(given, dict) else ()
            found = [v for key, item in pairs for v in accepted(kind, {key: item}, (name,))]
            yield name, {key: item for pair in found for key, item in pair.items()}
        elif name in raw:
            whole = typing.Annotated[(kind, *info.metadata)] if info.metadata else kind
            yield from ((name, value) for value in accepted(whole, given, (name,)))


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _explain(found: Any, base: Path, item_type: Any, document: Document, finder: _Lines) -> Problem:
    """Turn one pydantic error into a problem with line, field, found and allowed."""
    path = (*base, *(step for step in found["loc"] if step != "[key]"))
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
    "float_type": "a number",
    "finite_number": "a number",
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
    model, keyed = _model_of(item_type), _is_keyed(item_type)
    for step in loc:
        if isinstance(step, int) or keyed:  # an item of a list, or the key of a mapping
            keyed = False
            continue
        annotation = model.model_fields[step].annotation
        keyed = _is_keyed(annotation)
        model = _model_of(annotation)
    return [info.alias or name for name, info in model.model_fields.items()]


def _is_keyed(annotation: Any) -> bool:
    """Return whether an annotation is a mapping with keys of its own."""
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        return _is_keyed(typing.get_args(annotation)[0])
    return origin is dict


def _model_of(annotation: Any) -> Any:
    """Return the model inside `X | None`, `list[X]`, `dict[str, X]` or `Annotated[...]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = [_model_of(inner) for inner in typing.get_args(annotation) if inner is not type(None)]
    return next((inner for inner in found if inner is not None), None)


class _Lines:
    """Turns model paths into raw paths and into names for people."""

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
        if len(path) > 1 and isinstance(path[1], str) and not self._keyed(path[0]):
            return (path[0], self._index.get((str(path[0]), path[1]), 0), *path[2:])
        return path

    def _keyed(self, section: Step) -> bool:
        return isinstance(self._raw.get(section), dict)

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

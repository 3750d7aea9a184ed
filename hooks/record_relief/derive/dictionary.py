"""The data dictionary: every published field, worked out from the model."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel

from ..languages.filled import Filled
from ..source.evidence import Data
from ..source.fields import allowed, without_null
from ..source.texts import EDITORS_ONLY
from . import labels as words
from .labels import N_
from .translation import Translation


@dataclass(frozen=True)
class Entry:
    """One field: its name, what it holds, the values it may have with their words.

    What holds an entry of another kind has that kind's name as its `kind`, and nothing else as what
    it `holds`. It is `optional` where it may hold null instead.
    """

    name: str
    holds: str
    kind: str
    optional: bool
    values: tuple[tuple[str, str], ...]
    text: str


@dataclass(frozen=True)
class Group:
    """The fields of one kind of entry."""

    id: str
    title: str
    text: str
    entries: tuple[Entry, ...]


_HOLDS = {
    str: N_("text"),
    int: N_("whole number"),
    float: N_("number"),
    bool: N_("true or false"),
    date: N_("date"),
}
_LISTS = {str: N_("list of text"), int: N_("list of whole number")}


def groups() -> list[Group]:
    """Return every kind of entry that is published, the file itself first."""
    return [
        Group(
            model.__name__.lower(),
            model.__name__,
            (model.__doc__ or "").partition("\n")[0],
            tuple(_entries(model)),
        )
        for model in [*_models(Data), *_models(Translation)]
    ]


def _models(model: type[BaseModel]) -> list[type[BaseModel]]:
    """Return a model and all models inside it, each once, outer ones first."""
    found = [model]
    for outer in found:
        for field in outer.model_fields.values():
            inner = _model_of(field.annotation)
            if inner and inner not in found:
                found.append(inner)
    return found


def _model_of(annotation: Any) -> type[BaseModel] | None:
    kind, _ = without_null(annotation)
    if typing.get_origin(kind) in (list, dict):
        return _model_of(typing.get_args(kind)[-1])
    return kind if isinstance(kind, type) and issubclass(kind, BaseModel) else None


def _entries(model: type[BaseModel]) -> Iterator[Entry]:
    for name, field in model.model_fields.items():
        if field.description == EDITORS_ONLY:
            continue
        kind, optional = without_null(field.annotation)
        values = () if typing.get_origin(kind) is dict else allowed(kind)
        within = kind if isinstance(kind, type) and issubclass(kind, BaseModel) else None
        yield Entry(
            field.alias or name,
            "" if within else _holds(kind),
            within.__name__ if within else "",
            optional,
            _words(values),
            field.description or "",
        )


def _holds(kind: Any) -> str:
    """Return what a field holds, in words: no entry of another kind, and not null."""
    origin = typing.get_origin(kind)
    if origin is dict:
        inner, _ = without_null(typing.get_args(kind)[-1])
        model = _model_of(inner)
        if model and typing.get_origin(inner) is list:
            return Filled(N_("mapping of names to list of {kind}"), kind=model.__name__)
        if model:
            return Filled(N_("mapping of names to {kind}"), kind=model.__name__)
    elif origin is list:
        inner, _ = without_null(typing.get_args(kind)[-1])
        if model := _model_of(inner):
            return Filled(N_("list of {kind}"), kind=model.__name__)
        return N_("list of coded value") if allowed(inner) else _LISTS[inner]
    if kind == Literal[True]:
        return N_("true")
    return N_("coded value") if allowed(kind) else _HOLDS[kind]


def texts() -> Iterator[tuple[str, str]]:
    """Yield what the model says of every kind of entry and field, each with its name."""
    for group in groups():
        yield group.text, group.title
        yield from ((entry.text, f"{group.title}.{entry.name}") for entry in group.entries)


def _words(values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return coded values with their plain words, where the site has words for these."""
    known = next((found for found in words.LABELS.values() if set(found) == set(values)), {})
    return tuple((value, known.get(value, "")) for value in values)

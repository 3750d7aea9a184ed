"""The data dictionary: every published field, worked out from the model."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel

from ..source.evidence import Data
from ..source.fields import allowed, without_null
from ..source.texts import EDITORS_ONLY
from . import labels as words
from .translation import Translation


@dataclass(frozen=True)
class Entry:
    """One field: its name, what it holds, the values it may have with their words."""

    name: str
    holds: str
    values: tuple[tuple[str, str], ...]
    text: str


@dataclass(frozen=True)
class Group:
    """The fields of one kind of entry."""

    id: str
    title: str
    text: str
    entries: tuple[Entry, ...]


_HOLDS = {str: "text", int: "whole number", float: "number", bool: "true or false", date: "date"}


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
        holds = _holds(kind)
        if optional:
            holds = f"{holds}, or null"
        yield Entry(field.alias or name, holds, _words(values), field.description or "")


def _holds(annotation: Any) -> str:
    """Return what a field without "or null" holds, in words."""
    kind, _ = without_null(annotation)
    origin = typing.get_origin(kind)
    if origin in (list, dict):
        inner = _holds(typing.get_args(kind)[-1])
        return f"list of {inner}" if origin is list else f"mapping of names to {inner}"
    if model := _model_of(kind):
        return model.__name__
    if kind == Literal[True]:
        return "true"
    return "coded value" if allowed(kind) else _HOLDS[kind]


def _words(values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return coded values with their plain words, where the site has words for these."""
    known = next((found for found in words.LABELS.values() if set(found) == set(values)), {})
    return tuple((value, known.get(value, "")) for value in values)

"""The model read as a table: every published field with its path, its type, its coded values."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from typing import Any, Literal

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from .texts import EDITORS_ONLY


def fields(model: type[BaseModel], prefix: str = "") -> Iterator[tuple[str, FieldInfo, Any, bool]]:
    """Yield the published fields of a model and of the models inside it, not of those in lists.

    Each comes with its path in the names of the file, its type without "or null", and whether it
    may be null.
    """
    for name, field in model.model_fields.items():
        if field.description == EDITORS_ONLY:
            continue
        name = field.alias or name
        kind, optional = without_null(field.annotation)
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            for path, inner, inner_kind, inner_optional in fields(kind, f"{prefix}{name}."):
                yield path, inner, inner_kind, optional or inner_optional
        else:
            yield f"{prefix}{name}", field, kind, optional


def without_null(annotation: Any) -> tuple[Any, bool]:
    """Return a type without `Annotated` and "or None", and whether None was allowed."""
    optional = False
    while True:
        origin = typing.get_origin(annotation)
        if origin is typing.Annotated:
            annotation = typing.get_args(annotation)[0]
        elif origin in (typing.Union, types.UnionType):
            optional = True
            (annotation,) = (part for part in typing.get_args(annotation) if part is not type(None))
        else:
            return annotation, optional


def allowed(kind: Any) -> tuple[str, ...]:
    """Return the coded values of a type, or nothing for one that has none."""
    kind, _ = without_null(kind)
    if typing.get_origin(kind) is list:
        return allowed(typing.get_args(kind)[0])
    values = typing.get_args(kind) if typing.get_origin(kind) is Literal else ()
    return tuple(value for value in values if isinstance(value, str))

"""The data as it is true on a day: news that ended is gone, rules that changed have changed."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel

from ..source.rule_change import Changing
from .rule_changes import after_changes

Entry = TypeVar("Entry", bound=BaseModel)
# The field that holds what is true only until a day.
_NEWS = "news"


def current(
    entry: Entry, day: date, *, rules_on: date | None = None, reported: bool = False
) -> Entry:
    """Return a part of the data, or all of it, with its news of `day` at the end of each text.

    A rule is as its confirmed changes up to `day` have made it, or up to `rules_on`; `reported` as
    in `after_changes`.

    What is published for machines keeps both apart, with the day on which the news ends.
    """
    if isinstance(entry, Changing):
        entry = after_changes(entry, rules_on or day, reported=reported)

    def now(value: Any) -> Any:
        if isinstance(value, BaseModel):
            return current(value, day, rules_on=rules_on, reported=reported)
        if isinstance(value, list):
            found = [now(item) for item in value]
            same = all(new is old for new, old in zip(found, value, strict=True))
            return value if same else found
        return value

    changes = {name: now(getattr(entry, name)) for name in _changing(type(entry))}
    changes = {name: value for name, value in changes.items() if value is not getattr(entry, name)}
    if news := getattr(entry, _NEWS, None):
        lasting = [part.text for part in news if part.until >= day]
        changes |= {"text": " ".join([getattr(entry, "text"), *lasting]), _NEWS: []}  # noqa: B009
    return entry.model_copy(update=changes) if changes else entry


@cache
def _changing(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the fields of a model that may hold what a day changes, at any depth."""
    return tuple(
        name
        for name, field in model.model_fields.items()
        if name != _NEWS and any(_changes(kind) for kind in _models(field.annotation))
    )


def _changes(model: type[BaseModel]) -> bool:
    has_own = issubclass(model, Changing) or _NEWS in model.model_fields
    return has_own or bool(_changing(model))


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the models in a type such as `list[X] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in typing.get_args(annotation):
        yield from _models(part)

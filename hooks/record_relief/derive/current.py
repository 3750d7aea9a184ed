"""The data as it is true on a day: news that ended is gone, rules that changed have changed."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel

from ..source.rule_change import Changing
from .rule_changes import after_changes

Entry = TypeVar("Entry", bound=BaseModel)


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

    changes = {name: now(getattr(entry, name)) for name in type(entry).model_fields}
    if news := changes.get("news"):
        lasting = [part.text for part in news if part.until >= day]
        changes |= {"text": " ".join([changes["text"], *lasting]), "news": []}
    changes = {name: value for name, value in changes.items() if value is not getattr(entry, name)}
    return entry.model_copy(update=changes) if changes else entry

"""What every rule is given and gives back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from ..source.model import StatesFile
from ..source.problems import Path


@dataclass(frozen=True)
class Finding:
    """One thing a rule found. `path` names an entry by its code or id: ("jurisdictions", "NY")."""

    path: Path
    message: str
    severity: Literal["error", "warning"] = "error"


@dataclass(frozen=True)
class Context:
    """What a rule may look at."""

    data: StatesFile
    raw: Any
    today: date

    def raw_items(self, section: str) -> Iterator[dict[str, Any]]:
        """Yield the entries of a section as plain values, also those the schema refused."""
        items = self.raw.get(section) if isinstance(self.raw, dict) else None
        for item in items if isinstance(items, list) else []:
            if isinstance(item, dict):
                yield item

    def raw_ids(self, section: str) -> set[str]:
        """Return the ids of a section, also of entries the schema refused."""
        return {str(item["id"]) for item in self.raw_items(section) if "id" in item}


Rule = Callable[[Context], Iterator[Finding]]


def value_at(entry: Any, dotted_path: str) -> Any:
    """Return the value at `a.b` inside a model; raises AttributeError if there is no such field."""
    for step in dotted_path.split("."):
        if step not in getattr(type(entry), "model_fields", ()):
            raise AttributeError(step)
        entry = getattr(entry, step)
    return entry

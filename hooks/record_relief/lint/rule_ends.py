"""A text on background checks names no day, still ahead, until which something holds.

The text stays as it is when that day comes. What holds until a change stands in `below`, which goes
with the number that the change takes away; or the text tells from which day on the new rule holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..source.problems import Path
from ..source.rule_change import Changing
from .base import Context, Finding
from .news_ends import MONTHS

_UNTIL = re.compile(
    rf"\b(?:until|through|before|ends? on) ({'|'.join(MONTHS)}) (\d{{1,2}}), (20\d\d)\b",
    re.IGNORECASE,
)
# What tells of a day, or of the past, by its nature.
_DATED = {"next", "news", "changes"}


def check(context: Context) -> Iterator[Finding]:
    """Find texts that would still say so after that day."""
    for place in context.data.jurisdictions:
        fair = place.fair_chance
        if not fair:
            continue
        base: Path = ("jurisdictions", place.code, "fair_chance")
        for path, text in _texts(fair, ()):
            for told in _UNTIL.finditer(text):
                month = MONTHS.index(told[1].capitalize()) + 1
                if (int(told[3]), month, int(told[2])) > fair.checked.timetuple()[:3]:
                    message = f'says "{told[0]}", also after that day; tell what holds from it on'
                    yield Finding((*base, *path), message)


def _texts(entry: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(entry, str):
        yield path, entry
    elif isinstance(entry, list):
        for index, item in enumerate(entry):
            yield from _texts(item, (*path, index))
    elif fields := getattr(type(entry), "model_fields", None):
        left_out = _DATED | ({"below"} if _frees_all(entry) else set())
        for name in fields:
            if name not in left_out:
                yield from _texts(getattr(entry, name), (*path, name))


def _frees_all(entry: Any) -> bool:
    """Return whether a change takes the rule's number away, and what held below it."""
    changes = entry.next if isinstance(entry, Changing) else ()
    return any(change.set and "threshold" in change.set.model_fields_set for change in changes)

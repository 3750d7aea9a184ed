"""A rule on background checks speaks of the person who is checked, never to one of its readers.

The same text stands on the guide, whose reader is that person, and on the pages for employers and
landlords. Two parts are told to the person wherever they stand, and the pages say so; the
ready words of a notice, and those of its factors, are what a letter tells the person.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..source.addressed import you_in
from ..source.problems import Path
from .base import Context, Finding

_TOLD_TO_THE_PERSON = {"cleared_records", "survivors", "words", "to_person"}
# What no page shows as a rule.
_ELSEWHERE = {"unconfirmed", "also_read", "notes"}


def check(context: Context) -> Iterator[Finding]:
    """Find "you" in the texts of rules on background checks."""
    for place in context.data.jurisdictions:
        if place.fair_chance:
            base: Path = ("jurisdictions", place.code, "fair_chance")
            yield from _in(place.fair_chance.model_dump(), base)


def _in(value: Any, path: Path) -> Iterator[Finding]:
    if isinstance(value, str):
        if found := you_in(value):
            message = f'says "{found}"; employers and landlords read it too: "the person"'
            yield Finding(path, message)
    elif isinstance(value, dict):
        for name, part in value.items():
            if name not in _TOLD_TO_THE_PERSON | _ELSEWHERE:
                yield from _in(part, (*path, name))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _in(part, (*path, index))

"""A coming change sets only what the rule has, to values it may hold, in the order of the days."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError

from ..source.fair_chance import FairChance
from ..source.problems import Path
from ..source.rule_change import Changing
from .base import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Find changes that the rule can't hold, that set nothing, or that stand in no order."""
    for place in context.data.jurisdictions:
        fair = place.fair_chance
        if not fair:
            continue
        for path, rule in fair.changing():
            base: Path = ("jurisdictions", place.code, "fair_chance")
            yield from _of(rule, (*base, *_numbered(fair, path)))


def _numbered(fair: FairChance, path: str) -> Path:
    """Return the steps of a rule's path, with the number of an entry of a list for its id."""
    section, _, name = path.partition(".")
    ids = {"local": [law.id for law in fair.local], "times": [time.id for time in fair.times]}
    return (section, ids[section].index(name)) if section in ids else tuple(path.split("."))


def _of(rule: Changing, path: Path) -> Iterator[Finding]:
    for index, change in enumerate(rule.next):
        at = (*path, "next", index)
        if index and change.day < rule.next[index - 1].day:
            yield Finding((*at, "day"), "comes before the change above it; sort by day")
        if change.set is None:
            continue
        values = change.set.model_dump(include=change.set.model_fields_set)
        if not values:
            yield Finding((*at, "set"), "sets nothing; leave it out where only words say it")
        for field, value in values.items():
            if field not in type(rule).model_fields:
                yield Finding((*at, "set", field), "is not a field of this rule")
                continue
            try:
                type(rule).model_validate({**rule.model_dump(), field: value})
            except ValidationError:
                yield Finding((*at, "set", field), f'is "{value}", which this rule can\'t hold')

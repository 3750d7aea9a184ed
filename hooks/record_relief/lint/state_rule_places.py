"""A state's rule names no city or county that has a law of its own: each page lists those laws.

A list by hand goes on as it is when a law is added, and what it tells of a law carries no mark.
What is told of a record cleared under the law for survivors may: no list stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..source.fair_chance import FairChance
from .base import Context, Finding

_RULES = ("public", "private", "cleared_records", "lookback")
_TEXTS = ("text", "renting", "below")


def check(context: Context) -> Iterator[Finding]:
    """Find the name of a city or county in what a state's rules and offices say."""
    for place in context.data.jurisdictions:
        fair = place.fair_chance
        if not fair or not fair.local:
            continue
        # "Cook County (Chicago too)" goes by its first words.
        names = sorted({law.name.partition(" (")[0] for law in fair.local}, key=len, reverse=True)
        pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
        for path, text in _told(fair):
            if found := pattern.search(text or ""):
                message = (
                    f"names {found[0]}, whose law stands in `local`; say it of cities and "
                    "counties in general"
                )
                yield Finding(("jurisdictions", place.code, "fair_chance", *path), message)


def _told(fair: FairChance) -> Iterator[tuple[tuple[str, ...], str | None]]:
    for name in _RULES:
        rule = getattr(fair.employment, name)
        yield from ((("employment", name, text), getattr(rule, text, None)) for text in _TEXTS)
    yield ("housing", "text"), fair.housing.text
    if fair.complain:
        yield ("complain", "name"), fair.complain.name
        yield ("complain", "also"), fair.complain.also
        yield ("complain", "renting", "name"), fair.complain.for_renting.name

"""Proof of a rule on background checks stands beside a field that is there."""

from __future__ import annotations

from collections.abc import Iterator

from .base import Context, Finding, value_at
from .fair_base import fair_proven


def check(context: Context) -> Iterator[Finding]:
    """Find proof of a field or an entry that is gone, and proof of rules that a place lacks."""
    for place in context.data.jurisdictions:
        evidence = context.data.evidence.get(place.code)
        if evidence and evidence.fair.proof and not place.fair_chance:
            yield Finding(("evidence", place.code, "fair"), "proves rules that the place lacks")
    for proven in fair_proven(context):
        for field in proven.evidence.fair.proof:
            try:
                value_at(proven.fair, field)
            except AttributeError:
                yield Finding(proven.at(field), f'"{field}" is not a field of fair_chance')

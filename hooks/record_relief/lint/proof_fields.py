"""Proof stands beside a law and a field that are there."""

from __future__ import annotations

from collections.abc import Iterator

from ..source.problems import suggest
from .base import Context, Finding, value_at


def check(context: Context) -> Iterator[Finding]:
    """Find proof of a law or a field that is gone."""
    for place in context.raw_items("jurisdictions"):
        code = str(place.get("code"))
        relief = place.get("relief")
        laws = [
            str(law.get("id"))
            for law in (relief if isinstance(relief, list) else [])
            if isinstance(law, dict)
        ]
        evidence = context.data.evidence.get(code)
        for law in evidence.laws if evidence else ():
            if law not in laws:
                message = f'"{law}" is the id of no law of the place{suggest(law, laws)}'
                yield Finding(("evidence", code, "laws", law), message)
    for proven in context.proven():
        for field in proven.entry.proof:
            try:
                value_at(proven.law, field)
            except AttributeError:
                yield Finding(proven.at(field), f'"{field}" is not a field of this law')

"""Proof stands beside a law or a way, and a field, that are there."""

from __future__ import annotations

from collections.abc import Iterator

from ..source.problems import suggest
from .base import Context, Finding, value_at


def check(context: Context) -> Iterator[Finding]:
    """Find proof of a law, a way or a field that is gone."""
    for place in context.raw_items("jurisdictions"):
        code = str(place.get("code"))
        evidence = context.data.evidence.get(code)
        if not evidence:
            continue
        for section, name, facts, proofs in (
            ("laws", "law", "relief", evidence.laws),
            ("ways", "way", "ways", evidence.ways),
        ):
            listed = place.get(facts)
            known = [
                str(item.get("id"))
                for item in (listed if isinstance(listed, list) else [])
                if isinstance(item, dict)
            ]
            for found in proofs:
                if found not in known:
                    message = f'"{found}" is the id of no {name} of the place'
                    path = ("evidence", code, section, found)
                    yield Finding(path, message + suggest(found, known))
    for proven in context.proven():
        for field in proven.grounds:
            try:
                value_at(proven.item, field)
            except AttributeError:
                yield Finding(proven.at(field), f'"{field}" is not a field of this {proven.name}')

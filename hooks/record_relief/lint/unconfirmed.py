"""An unconfirmed mark names a field that is there."""

from __future__ import annotations

from collections.abc import Iterator

from .base import Context, Finding, value_at


def check(context: Context) -> Iterator[Finding]:
    """Find unconfirmed marks that point at nothing."""
    for place in context.data.jurisdictions:
        base = ("jurisdictions", place.code)
        for number, law in enumerate(place.relief):
            for index, mark in enumerate(law.unconfirmed):
                if not _exists(law, mark):
                    mark_path = (*base, "relief", number, "unconfirmed", index)
                    yield Finding(mark_path, f'"{mark}" is not a field of this law')
        if place.fair_chance:
            for index, entry in enumerate(place.fair_chance.unconfirmed):
                if not _exists(place.fair_chance, entry.field):
                    path = (*base, "fair_chance", "unconfirmed", index, "field")
                    yield Finding(path, f'"{entry.field}" is not a field of fair_chance')


def _exists(entry: object, path: str) -> bool:
    try:
        value_at(entry, path)
    except AttributeError:
        return False
    return True

"""An unconfirmed mark names a field that is there."""

from __future__ import annotations

import typing
from collections.abc import Iterator

from ..source.law import Law
from ..source.values import Record, WayKind
from ..source.ways import Way
from .base import Context, Finding, value_at


def check(context: Context) -> Iterator[Finding]:
    """Find unconfirmed marks that point at nothing."""
    for place in context.data.jurisdictions:
        base = ("jurisdictions", place.code)
        for number, law in enumerate(place.relief):
            for index, mark in enumerate(law.unconfirmed):
                if not _is_open_record(law, mark) and not _exists(law, mark):
                    mark_path = (*base, "relief", number, "unconfirmed", index)
                    yield Finding(mark_path, f'"{mark}" is not a field of this law')
        for number, way in enumerate(place.ways):
            for index, mark in enumerate(way.unconfirmed):
                if not _is_part(way, mark):
                    mark_path = (*base, "ways", number, "unconfirmed", index)
                    yield Finding(mark_path, f'"{mark}" is not a field of this way')
        if place.fair_chance:
            for index, entry in enumerate(place.fair_chance.unconfirmed):
                if not _exists(place.fair_chance, entry.field):
                    path = (*base, "fair_chance", "unconfirmed", index, "field")
                    yield Finding(path, f'"{entry.field}" is not a field of fair_chance')
                elif entry.items is not None:
                    path = (*base, "fair_chance", "unconfirmed", index, "items")
                    found = value_at(place.fair_chance, entry.field)
                    most = len(found) if isinstance(found, list) else 0
                    if wrong := [number for number in entry.items if number > most]:
                        told = ", ".join(map(str, wrong))
                        message = f"names {told}, but {entry.field} has {most} items to count"
                        yield Finding(path, message)


def _is_open_record(law: Law, mark: str) -> bool:
    """Return whether a mark says that a kind of record which is not named may be reached, too."""
    field, _, kind = mark.partition(".")
    return field == "records" and kind in typing.get_args(Record) and kind not in law.records


def _is_part(way: Way, mark: str) -> bool:
    """Return whether a mark names a field, a kind of record that is reached, or a kind's wait.

    What stands after a colon is the open point in words.
    """
    path, colon, point = mark.partition(":")
    if colon and not point.strip():
        return False
    field, _, part = path.partition(".")
    if field == "reaches" and part:
        return part in way.reaches
    if field == "wait" and part in typing.get_args(WayKind):
        return part in way.reaches
    return _exists(way, path)


def _exists(entry: object, path: str) -> bool:
    try:
        value_at(entry, path)
    except AttributeError:
        return False
    return True

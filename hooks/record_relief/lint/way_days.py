"""What has not begun has a day or a mark, and days stand in the order in which they come."""

from __future__ import annotations

from collections.abc import Iterator

from ..source.problems import Path
from ..source.ways import Way
from .base import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Find ways that have not begun and say no day, and days that contradict each other."""
    for place in context.data.jurisdictions:
        for index, way in enumerate(place.ways):
            yield from _of(way, ("jurisdictions", place.code, "ways", index))


def _of(way: Way, path: Path) -> Iterator[Finding]:
    known = way.effective or way.is_marked("effective") or way.is_marked("status")
    if way.status != "in_force" and not known:
        message = f'is "{way.status}"; give the day in effective, or mark effective as unconfirmed'
        yield Finding((*path, "status"), message)
    if way.until and way.status == "in_force":
        message = "is the last day for work that has begun, but the status is in_force"
        yield Finding((*path, "until"), message)
    if way.until and way.effective and way.until < way.effective:
        message = f"is before effective ({way.effective.isoformat()})"
        yield Finding((*path, "until"), message)
    for index, change in enumerate(way.next):
        if index and change.day < way.next[index - 1].day:
            yield Finding((*path, "next", index, "day"), "is before the day of the one above")
        if change.set is not None and not change.set.model_fields_set:
            yield Finding((*path, "next", index, "set"), "sets nothing")

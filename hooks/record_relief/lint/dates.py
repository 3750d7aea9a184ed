"""Nothing was checked, read, enacted or seen in the future. (`effective` may lie ahead.)"""

from __future__ import annotations

from collections.abc import Iterator

from ..source.problems import Path
from .base import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Find dates and years after today."""
    today = context.today
    for path, value in _dates(context):
        parts = value.split("-")
        if value > today.isoformat()[: len(value)] and all(part.isdigit() for part in parts):
            yield Finding(path, f"{value} lies in the future (today is {today.isoformat()})")


def _dates(context: Context) -> Iterator[tuple[Path, str]]:
    for topic in context.data.topics:
        yield ("topics", topic.id, "checked"), topic.checked.isoformat()
    for place in context.data.jurisdictions:
        base: Path = ("jurisdictions", place.code)
        yield (*base, "checked"), place.checked.isoformat()
        if place.fair_chance:
            yield (*base, "fair_chance", "checked"), place.fair_chance.checked.isoformat()
            for index, step in enumerate(place.fair_chance.changes):
                yield (*base, "fair_chance", "changes", index, "year"), str(step.year)
        for index, law in enumerate(place.relief):
            for field in ("enacted", "last_amended"):
                act = getattr(law, field)
                if act and act.year:
                    yield (*base, "relief", index, field, "year"), str(act.year)
        for index, event in enumerate(place.history):
            if event.year:
                yield (*base, "history", index, "year"), str(event.year)
        for index, change in enumerate(place.ways_changes):
            if not (change.effective and change.effective.year == change.year):
                yield (*base, "ways_changes", index, "year"), str(change.year)
        for index, bill in enumerate(place.pending):
            if bill.as_of:
                yield (*base, "pending", index, "as_of"), bill.as_of
    for code, evidence in context.data.evidence.items():
        yield ("evidence", code, "read"), evidence.read.isoformat()
        for index, act in enumerate(evidence.amended):
            yield ("evidence", code, "amended", index, "year"), str(act.year)

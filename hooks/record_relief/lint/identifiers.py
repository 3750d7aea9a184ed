"""No code, id or name stands for two things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ..source.problems import Path
from .base import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Find codes, names and ids used twice."""
    places = list(context.raw_items("jurisdictions"))
    for field in ("code", "name"):
        yield from _twice(("jurisdictions",), field, [item.get(field) for item in places])
    for section in (
        "organisations",
        "topics",
        "facts",
        "myths",
        "practices",
        "glossary",
        "sources",
    ):
        yield from _twice((section,), "id", [i.get("id") for i in context.raw_items(section)])
    shared = context.raw_ids("sources")
    for place in context.data.jurisdictions:
        base: Path = ("jurisdictions", place.code)
        yield from _twice((*base, "relief"), "id", [law.id for law in place.relief])
        yield from _twice((*base, "ways"), "id", [way.id for way in place.ways])
        for section in ("factors", "refusals", "notices", "times", "exceptions", "local"):
            entries = getattr(place.fair_chance, section, ())
            yield from _twice((*base, "fair_chance", section), "id", [e.id for e in entries])
        yield from _twice((*base, "sources"), "id", [source.id for source in place.sources])
        for index, source in enumerate(place.sources):
            if source.id in shared:
                message = f'"{source.id}" is also the id of a shared source'
                yield Finding((*base, "sources", index, "id"), message)


def _twice(path: Path, field: str, values: Iterable[object]) -> Iterator[Finding]:
    listed = list(values)
    for value, times in Counter(str(found) for found in listed if found is not None).items():
        if times > 1:
            last = max(index for index, found in enumerate(listed) if str(found) == value)
            yield Finding((*path, last, field), f'"{value}" stands {times} times')

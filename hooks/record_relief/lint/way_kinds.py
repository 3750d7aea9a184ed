"""No kind of record is both reached by a way and among those for which none was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..source.problems import Path
from .base import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Find kinds that stand twice, and kinds in `none_for` that a way reaches."""
    for place in context.data.jurisdictions:
        base: Path = ("jurisdictions", place.code)
        for index, way in enumerate(place.ways):
            yield from _twice((*base, "ways", index, "reaches"), way.reaches)
            yield from _twice((*base, "ways", index, "remedies"), way.remedies)
        yield from _twice((*base, "none_for"), place.none_for)
        for index, kind in enumerate(place.none_for):
            reaching = next((way.id for way in place.ways if kind in way.reaches), None)
            if reaching:
                message = f'"{kind}" is reached by the way "{reaching}"'
                yield Finding((*base, "none_for", index), message)


def _twice(path: Path, kinds: Sequence[str]) -> Iterator[Finding]:
    for index, kind in enumerate(kinds):
        if kind in kinds[:index]:
            yield Finding((*path, index), f'"{kind}" stands twice')

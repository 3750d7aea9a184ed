"""Each kind of record stands once, and a way for arrests with no charge says so.

No kind is both reached by a way and among those for which none was found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..source.problems import Path
from ..source.ways import Way
from .base import Context, Finding

_NO_CHARGE = re.compile(r"\bno charges?\b|\b(?:never|not) charged\b|\buncharged\b", re.IGNORECASE)


def check(context: Context) -> Iterator[Finding]:
    """Find kinds that stand twice, and kinds in `none_for` that a way reaches."""
    for place in context.data.jurisdictions:
        base: Path = ("jurisdictions", place.code)
        for index, way in enumerate(place.ways):
            yield from _twice((*base, "ways", index, "reaches"), way.reaches)
            yield from _twice((*base, "ways", index, "remedies"), way.remedies)
            yield from _uncharged((*base, "ways", index), way)
        yield from _twice((*base, "none_for"), place.none_for)
        for index, kind in enumerate(place.none_for):
            reaching = next((way.id for way in place.ways if kind in way.reaches), None)
            if reaching:
                message = f'"{kind}" is reached by the way "{reaching}"'
                yield Finding((*base, "none_for", index), message)


def _uncharged(path: Path, way: Way) -> Iterator[Finding]:
    if way.uncharged:
        if not way.special or "non_conviction" not in way.reaches:
            yield Finding(
                (*path, "uncharged"),
                'is only for arrests with no charge: needs "special: true" and non_conviction '
                "among what it reaches",
            )
    elif way.special and (found := _NO_CHARGE.search(way.name)):
        yield Finding((*path, "name"), f'says "{found[0]}": needs "uncharged: true"')


def _twice(path: Path, kinds: Sequence[str]) -> Iterator[Finding]:
    for index, kind in enumerate(kinds):
        if kind in kinds[:index]:
            yield Finding((*path, index), f'"{kind}" stands twice')

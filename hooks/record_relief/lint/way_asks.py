"""Who asks for a way is told only where somebody has to."""

from __future__ import annotations

from collections.abc import Iterator

from .base import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Find ways that happen by themselves, or partly, and name who asks."""
    for place in context.data.jurisdictions:
        for index, way in enumerate(place.ways):
            if way.asks and way.automatic != "no":
                path = ("jurisdictions", place.code, "ways", index, "asks")
                message = f'is told, but automatic is "{way.automatic}"; leave it out'
                yield Finding(path, message)

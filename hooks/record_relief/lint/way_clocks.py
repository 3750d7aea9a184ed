"""No clock starts from an event that nobody named: `from: other` says in words which one it is."""

from __future__ import annotations

import typing
from collections.abc import Iterator

from ..source.values import WayKind
from .base import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Find waits of some length that count from "other" and do not say from what."""
    for place in context.data.jurisdictions:
        for index, way in enumerate(place.ways):
            for kind in typing.get_args(WayKind):
                wait = way.wait.of(kind)
                if wait and wait.start == "other" and wait.longest and not wait.by:
                    path = ("jurisdictions", place.code, "ways", index, "wait", kind, "by")
                    yield Finding(path, 'is empty; with "from: other" say from when it counts')

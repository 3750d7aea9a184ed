"""A way has a wait for each kind of record that it reaches, and for no other."""

from __future__ import annotations

import typing
from collections.abc import Iterator

from ..source.values import WayKind
from .base import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Find waits that are missing, waits for kinds that are not reached, and half a range."""
    for place in context.data.jurisdictions:
        for index, way in enumerate(place.ways):
            base = ("jurisdictions", place.code, "ways", index, "wait")
            for kind in typing.get_args(WayKind):
                wait = way.wait.of(kind)
                if wait is None:
                    if kind in way.reaches:
                        yield Finding(base, f'lacks a wait for "{kind}", which the way reaches')
                    continue
                if kind not in way.reaches:
                    yield Finding((*base, kind), "is not a kind of record that the way reaches")
                if (wait.years is None) != (wait.longest is None):
                    message = "needs both years and longest, or null for both"
                    yield Finding((*base, kind), message)
                elif wait.years is not None and wait.longest is not None:
                    if wait.longest < wait.years:
                        message = f"is {wait.longest:g}, shorter than years ({wait.years:g})"
                        yield Finding((*base, kind, "longest"), message)
                    if wait.longest > wait.years and not wait.by:
                        message = "is empty; say what decides between years and longest"
                        yield Finding((*base, kind, "by"), message)

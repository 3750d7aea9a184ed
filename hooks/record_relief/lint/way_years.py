"""A wait is between 0 and 30 years, or it is an age."""

from __future__ import annotations

import typing
from collections.abc import Iterator

from ..source.values import WayKind
from .base import Context, Finding

LONGEST = 30
# A juvenile record may be cleared from about 16; an old one at 70.
AGES = range(10, 101)


def check(context: Context) -> Iterator[Finding]:
    """Find waits that nobody can have meant."""
    for place in context.data.jurisdictions:
        for index, way in enumerate(place.ways):
            for kind in typing.get_args(WayKind):
                wait = way.wait.of(kind)
                if wait is None:
                    continue
                path = ("jurisdictions", place.code, "ways", index, "wait", kind)
                for field, years in (("years", wait.years), ("longest", wait.longest)):
                    if years is None:
                        continue
                    if wait.start == "age":
                        if years not in AGES:
                            message = f"is {years:g}; with from: age it is an age"
                            yield Finding((*path, field), f"{message} of {AGES[0]} to {AGES[-1]}")
                    elif years > LONGEST:
                        message = f"is {years:g} years; at most {LONGEST} are believable"
                        yield Finding((*path, field), message)

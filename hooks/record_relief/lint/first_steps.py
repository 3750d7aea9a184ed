"""The first step of a law or a way is something to do, and for everybody.

Guides, sheets and the questions show it alone as "First step". A rule can't read; it knows the
words with which a sentence begins that tells something and asks for nothing, and the two steps of
which a person takes only one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .base import Context, Finding

# "If" and "before" are none of them: a condition may stand before what to do.
_TELLS = re.compile(
    r"(?:your?|the|an?|this|that|these|it|there|they|part of|since|some|most|many|nobody|no"
    r"|do not)\b",
    re.IGNORECASE,
)


def check(context: Context) -> Iterator[Finding]:
    """Find first steps that tell something in place of what to do."""
    for place in context.data.jurisdictions:
        laws = [("relief", index, law.steps) for index, law in enumerate(place.relief)]
        ways = [("ways", index, way.steps) for index, way in enumerate(place.ways)]
        for section, index, steps in (*laws, *ways):
            if steps and _TELLS.match(steps[0]):
                path = ("jurisdictions", place.code, section, index, "steps", 0)
                yield Finding(path, "is no step; begin with what to do")
            if len(steps) > 1 and steps[0].startswith("If ") and steps[1].startswith("If not,"):
                path = ("jurisdictions", place.code, section, index, "steps", 0)
                yield Finding(path, "is for some alone; begin with what everybody does first")

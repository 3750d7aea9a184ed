"""Where a survivors' law has a wait, or bars somebody meanwhile, its short answer says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .base import Context, Finding

_BARS = re.compile(
    r"charges pending|case pending|open charges|new conviction|turned down|the court says no"
    r"|only once",
    re.IGNORECASE,
)


def check(context: Context) -> Iterator[Finding]:
    """Find laws with a wait, or a bar in the text on when to ask, that have no `timing.mind`."""
    for place in context.data.jurisdictions:
        for index, law in enumerate(place.relief):
            timing = law.timing
            if timing.mind is None and (timing.wait == "required" or _BARS.search(timing.text)):
                path = ("jurisdictions", place.code, "relief", index, "timing", "mind")
                yield Finding(path, 'a wait or a bar: say it in short in "mind", too')

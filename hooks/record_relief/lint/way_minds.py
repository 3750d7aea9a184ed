"""A way that leaves out prostitution-type offenses says so wherever it is named in short."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .base import Context, Finding

_NAMED = re.compile(r"\bprostitution", re.IGNORECASE)


def check(context: Context) -> Iterator[Finding]:
    """Find ways whose list of what is left out names it, and whose `mind` does not."""
    for place in context.data.jurisdictions:
        for index, way in enumerate(place.ways):
            left_out = any(_NAMED.search(item) for item in way.excluded)
            # Where the way is for nothing else, its name says it.
            told = _NAMED.search(f"{way.name} {way.mind or ''}")
            if left_out and not told:
                path = ("jurisdictions", place.code, "ways", index, "mind")
                yield Finding(path, 'what is left out names prostitution: say so in "mind", too')

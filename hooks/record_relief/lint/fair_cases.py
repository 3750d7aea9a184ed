"""Where the law of a city or county gives way is told in one place: among the cases.

Forms, the planner and the answer to which rules bind take the cases; a text beside them that tells
the same, or a little more, would say another thing than these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .base import Context, Finding

_GIVES_WAY = re.compile(
    r"\b(outside parts? of this|(?:is|are) left out|left out are|(?:is|are) exempt|"
    r"(?:does|do) not (?:bind|apply to)|exceptions? (?:is|are))\b",
    re.IGNORECASE,
)


def check(context: Context) -> Iterator[Finding]:
    """Find texts of local laws that tell cases beside those of `exceptions`."""
    for place in context.data.jurisdictions:
        fair = place.fair_chance
        told = {case.local for case in fair.exceptions} if fair else set()
        for index, law in enumerate(fair.local if fair else ()):
            found = _GIVES_WAY.search(law.text) if law.id in told else None
            if found:
                path = ("jurisdictions", place.code, "fair_chance", "local", index, "text")
                message = f'says "{found[0]}"; tell every case under "exceptions" alone'
                yield Finding(path, message)

"""Where a person complains is told for whom and by which law, not as what is left.

"Elsewhere a court" reads as if nobody in the city named before it could go to court.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .base import Context, Finding

_LEFT = re.compile(
    r"\b(elsewhere|otherwise|everyone else|in other (?:cities|places))\b", re.IGNORECASE
)


def check(context: Context) -> Iterator[Finding]:
    """Find offices that are told as what is left."""
    for place in context.data.jurisdictions:
        office = place.fair_chance.complain if place.fair_chance else None
        if office is None:
            continue
        renting = office.renting.name if office.renting else None
        told = (("name",), office.name), (("also",), office.also), (("renting", "name"), renting)
        for path, text in told:
            if found := _LEFT.search(text or ""):
                message = f'says "{found[0]}"; say for which law it is, and where'
                yield Finding(
                    ("jurisdictions", place.code, "fair_chance", "complain", *path), message
                )

"""Words the site does not use of people, outside statute names and quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .base import Context, Finding
from .reading import survivor_texts

_LABELS = re.compile(r"\b(?:prostitutes?|hookers?|illegal aliens?|sex slaves?)\b", re.IGNORECASE)


def check(context: Context) -> Iterator[Finding]:
    """Find labels for people in what a survivor reads."""
    for place in context.data.jurisdictions:
        for path, text in survivor_texts(place):
            found = _LABELS.search(text)
            if found:
                message = f'says "{found[0]}"; write "survivor" or "person who was trafficked"'
                yield Finding(("jurisdictions", place.code, *path), message)

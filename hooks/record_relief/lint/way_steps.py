"""The steps of an automatic way tell how to check that it happened, and what to do if it did not.

A rule can't judge advice. It sees that some step speaks of checking or of asking the office that
knows, and that some step speaks of the case that it was not done; a person wrote the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .base import Context, Finding

_CHECKING = re.compile(
    r"\b(?:check|search|look|get your|make sure|find out|confirm|see if"
    r"|ask\b.{0,80}?\b(?:if|whether|for (?:your|a copy|proof)))\b",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(r"\b(?:if|until|when)\b", re.IGNORECASE)


def check(context: Context) -> Iterator[Finding]:
    """Find automatic ways whose steps leave a person waiting."""
    for place in context.data.jurisdictions:
        for index, way in enumerate(place.ways):
            if way.automatic == "no":
                continue
            path = ("jurisdictions", place.code, "ways", index, "steps")
            told = " ".join(way.steps)
            if not _CHECKING.search(told):
                yield Finding(path, "do not say how to check whether it happened by itself")
            if not _OTHERWISE.search(told):
                yield Finding(path, "do not say what to do if it did not happen")

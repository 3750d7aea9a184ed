"""Which of a place's rules gives way in a case (`rule`) is what the case itself says.

Forms show a case under what it lets go of: one that is for the rule on when to ask says nothing of
what must be weighed or written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .base import Context, Finding

_ASKING = re.compile(r"\brule on (?:waiting|when) to ask|\bquestion on the first application\b")
_CLEARED = re.compile(r"\b(?:sealed|expunged|annulled|vacated|shielded|set-aside)\b")


def check(context: Context) -> Iterator[Finding]:
    """Find cases whose rule their own words don't name, and those that name the one on asking."""
    for place in context.data.jurisdictions:
        for index, case in enumerate(place.fair_chance.exceptions if place.fair_chance else ()):
            path = ("jurisdictions", place.code, "fair_chance", "exceptions", index, "rule")
            asking = bool(_ASKING.search(case.text))
            if asking != (case.rule == "ask"):
                told = "says" if asking else "does not say"
                yield Finding(path, f"the text {told} that the rule on when to ask gives way")
            elif case.rule == "cleared" and not _CLEARED.search(case.text):
                yield Finding(path, "the text names no cleared record")

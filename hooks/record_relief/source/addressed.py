"""Whether a text speaks to its reader, and with which word."""

from __future__ import annotations

import re

_YOU = re.compile(r"\byou(rs?|rself)?\b", re.IGNORECASE)
# The title of a paper, or words that a form must say.
_QUOTED = re.compile(r"\"[^\"]*\"")


def you_in(text: str) -> str:
    """Return the first "you" of an English text outside quotations; empty where it has none."""
    found = _YOU.search(_QUOTED.sub("", text))
    return found[0] if found else ""

"""What a tab, a bookmark or an address shows of a myth names nothing a survivor would hide."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .base import Context, Finding

TELLING = re.compile(r"traffick|prostitut|survivor|victim|abuse", re.IGNORECASE)
# A T visa is one for victims of trafficking.
_IN_A_TITLE = re.compile(rf"{TELLING.pattern}|\bT visa", re.IGNORECASE)


def check(context: Context) -> Iterator[Finding]:
    """Find myths whose title (the myth itself, where no title is given) or id tells too much."""
    for myth in context.data.myths:
        field, shown = ("title", myth.title) if myth.title else ("myth", myth.myth)
        found = _IN_A_TITLE.search(shown)
        if found:
            message = f'says "{found[0]}" where a tab shows it; give the myth a neutral title'
            yield Finding(("myths", myth.id, field), message)
        if TELLING.search(myth.id):
            message = "would stand in the address of a page; choose a neutral id"
            yield Finding(("myths", myth.id, "id"), message)

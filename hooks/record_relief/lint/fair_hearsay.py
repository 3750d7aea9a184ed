"""What only guides, firms or reports say is marked: a letter may hold no such item."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .base import Context, Finding

_HEARSAY = re.compile(
    r"\bas (?:\w+ ){0,3}(?:guides?|firms?|pages?|reports?|company|companies) "
    r"(?:say|says|tell|read|quote)\b",
    re.IGNORECASE,
)


def check(context: Context) -> Iterator[Finding]:
    """Find items of factors, refusals and notices that rest on hearsay and have no mark."""
    for place in context.data.jurisdictions:
        fair = place.fair_chance
        if fair is None:
            continue
        lists = [("factors", n, "weigh", e.id, e.weigh) for n, e in enumerate(fair.factors)]
        lists += [("refusals", n, "text", e.id, [e.text]) for n, e in enumerate(fair.refusals)]
        lists += [("notices", n, "must", e.id, e.must) for n, e in enumerate(fair.notices)]
        for section, index, field, name, items in lists:
            for number, item in enumerate(items, 1):
                found = _HEARSAY.search(item)
                if found and not fair.is_item_marked(f"{section}.{name}.{field}", number):
                    path = ("jurisdictions", place.code, "fair_chance", section, index, field)
                    message = (
                        f'says "{found[0]}", and nothing marks it; name {section}.{name}.{field} '
                        "under unconfirmed"
                        + ("" if field == "text" else f", with {number} among its items")
                    )
                    yield Finding(path if field == "text" else (*path, number - 1), message)

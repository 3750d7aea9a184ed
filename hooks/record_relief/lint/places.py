"""Every known place is there, and no other."""

from __future__ import annotations

from collections.abc import Iterator

from ..source.problems import not_one_of
from ..source.values import CODES
from .base import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Find places that are not of the list, and places of the list that are missing."""
    found = {str(item.get("code")) for item in context.raw_items("jurisdictions")}
    for place in context.data.jurisdictions:
        if place.code not in CODES:
            yield Finding(("jurisdictions", place.code, "code"), not_one_of(place.code, CODES))
    missing = [code for code in CODES if code not in found]
    if missing:
        yield Finding(("jurisdictions",), f"lacks {', '.join(missing)}")

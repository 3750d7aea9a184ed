"""A place checked more than twelve months ago is due again."""

from __future__ import annotations

from collections.abc import Iterator

from .base import Context, Finding

MOST_DAYS = 365


def check(context: Context) -> Iterator[Finding]:
    """Warn of places whose last check is older than twelve months."""
    for place in context.data.jurisdictions:
        days = (context.today - place.checked).days
        if days > MOST_DAYS:
            path = ("jurisdictions", place.code, "checked")
            yield Finding(path, f"was last checked {days} days ago; check it again", "warning")

"""A place checked more than twelve months ago is due again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from .base import Context, Finding

MOST_DAYS = 365


def is_old(checked: date, today: date) -> bool:
    """Return whether a check of this day is due again."""
    return (today - checked).days > MOST_DAYS


def check(context: Context) -> Iterator[Finding]:
    """Warn of places whose last check is older than twelve months."""
    for place in context.data.jurisdictions:
        if is_old(place.checked, context.today):
            days = (context.today - place.checked).days
            path = ("jurisdictions", place.code, "checked")
            yield Finding(path, f"was last checked {days} days ago; check it again", "warning")

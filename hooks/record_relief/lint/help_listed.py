"""No place without help, and no help entry that says nothing."""

from __future__ import annotations

from collections.abc import Iterator

from .base import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Find places without help, and entries that are neither a reference nor a local office."""
    for place in context.data.jurisdictions:
        base = ("jurisdictions", place.code, "help")
        if not place.help:
            yield Finding(base, "is empty; every place needs somebody to call")
        for index, entry in enumerate(place.help):
            local = (entry.name, entry.url, entry.phone, entry.text, *entry.news, *entry.sources)
            if entry.organisation:
                if any(local):
                    yield Finding((*base, index), "has an organisation; say the rest there, once")
            elif not (entry.name and entry.text and entry.sources):
                message = "needs an organisation, or a name, a text and sources of its own"
                yield Finding((*base, index), message)

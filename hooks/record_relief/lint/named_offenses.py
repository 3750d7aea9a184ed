"""A law that is said to name prostitution does so in the words on what it covers."""

from __future__ import annotations

from collections.abc import Iterator

from .base import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Find laws said to name it without the word, or whose scope says it already."""
    for place in context.data.jurisdictions:
        for number, law in enumerate(place.relief):
            offenses = law.offenses
            if not offenses.names_prostitution:
                continue
            path = ("jurisdictions", place.code, "relief", number, "offenses", "names_prostitution")
            if offenses.scope not in ("listed", "any_with_exclusions"):
                yield Finding(path, f'goes with a list, not with "{offenses.scope}"')
            if "prostitution" not in offenses.covered.lower():
                yield Finding(path, "covered does not name it")

"""A coded value that says something has a source, or is marked unconfirmed.

Those of a law and of the rules for background checks need more: see proof_needed and fair_needed.
"""

from __future__ import annotations

from collections.abc import Iterator

from .base import Context, Finding

# Values that say "the law or the sources do not say".
SILENT = {"unknown"}


def check(context: Context) -> Iterator[Finding]:
    """Find lists of a place and federal facts that are said to be confirmed by nothing."""
    for place in context.data.jurisdictions:
        listed = place.medicaid_list
        if listed and listed.exists not in SILENT and listed.confirmed and not listed.sources:
            path = ("jurisdictions", place.code, "medicaid_list", "exists")
            yield Finding(path, "has no source and is said to be confirmed")
    for fact in context.data.facts:
        if fact.confirmed and not fact.sources:
            yield Finding(("facts", fact.id, "sources"), "is empty, but the fact is confirmed")

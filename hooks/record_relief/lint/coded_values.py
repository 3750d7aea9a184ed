"""A coded value that says something has a source, or is marked unconfirmed.

Those of a law need more, which rule proof_needed looks for.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..source.fair_chance import ClearedRecords, HiringLaw, Housing
from ..source.problems import Path
from .base import Context, Finding

# Values that say "the law or the sources do not say".
SILENT = {"unspecified", "unaddressed", "unknown"}


def check(context: Context) -> Iterator[Finding]:
    """Find coded values with neither a source nor an unconfirmed mark."""
    for place in context.data.jurisdictions:
        fair = place.fair_chance
        if fair:
            sections: dict[str, HiringLaw | ClearedRecords | Housing] = {
                "employment.public": fair.employment.public,
                "employment.private": fair.employment.private,
                "employment.cleared_records": fair.employment.cleared_records,
                "housing": fair.housing,
            }
            marked = {mark.field for mark in fair.unconfirmed}
            for name, section in sections.items():
                says = section.rule not in SILENT
                if says and not section.sources and not {name, f"{name}.rule"} & marked:
                    start: Path = ("jurisdictions", place.code, "fair_chance")
                    yield Finding(
                        (*start, *name.split("."), "rule"),
                        "has no source and is not marked unconfirmed",
                    )
        listed = place.medicaid_list
        if listed and listed.exists not in SILENT and listed.confirmed and not listed.sources:
            path = ("jurisdictions", place.code, "medicaid_list", "exists")
            yield Finding(path, "has no source and is said to be confirmed")
    for fact in context.data.facts:
        if fact.confirmed and not fact.sources:
            yield Finding(("facts", fact.id, "sources"), "is empty, but the fact is confirmed")

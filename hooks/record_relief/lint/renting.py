"""What landlords are told is about renting.

Rules on cleared records, on old ones and on survivors' records stand on the pages for employers and
for landlords. Where such a text speaks of work, `renting` tells the same for renting, and
`renting_law` is the law that it tells. A sentence that names both may stay: it says that one rule
holds for both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..source.fair_chance import FairChance
from .base import Context, Finding

WORK = re.compile(
    r"\b(employ\w*|jobs?|hir(?:e|es|ed|ing)|work(?:s|ers?|places?)?)\b", re.IGNORECASE
)
HOME = re.compile(
    r"\b(landlords?|hous(?:e|ing)|homes?|rent\w*|tenan\w*|leases?|leasing)\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"(?<=[.;:])\s+")


def of_work_alone(text: str) -> list[str]:
    """Return the sentences of a text that speak of work and not of renting."""
    return [part for part in _SENTENCE.split(text) if WORK.search(part) and not HOME.search(part)]


def check(context: Context) -> Iterator[Finding]:
    """Find what a landlord would read about work."""
    for place in context.data.jurisdictions:
        if not place.fair_chance:
            continue
        for path, text, has_own in _told(place.fair_chance):
            if alone := of_work_alone(text):
                cure = (
                    "tell it without"
                    if has_own
                    else 'say the same for renting alone under "renting"'
                )
                message = f"speaks of work to landlords ({alone[0]!r}); {cure}"
                yield Finding(("jurisdictions", place.code, "fair_chance", *path), message)
        work = place.fair_chance.employment
        for name, rule in (("cleared_records", work.cleared_records), ("lookback", work.lookback)):
            if rule.renting_law and not rule.renting:
                at = ("jurisdictions", place.code, "fair_chance", "employment", name, "renting_law")
                yield Finding(at, 'is for the text under "renting", and there is none')


def _told(fair: FairChance) -> Iterator[tuple[tuple[str | int, ...], str, bool]]:
    """Yield what a landlord reads, by path; and whether it is told for renting alone already."""
    work = fair.employment
    shared = {
        ("employment", "cleared_records"): work.cleared_records,
        ("employment", "lookback"): work.lookback,
        ("survivors",): fair.survivors,
    }
    for path, rule in shared.items():
        if rule:
            own = rule.renting is not None
            yield (*path, "renting" if own else "text"), rule.renting or rule.text, own
    yield ("housing", "text"), fair.housing.text, True
    for index, law in enumerate(fair.local):
        if law.for_landlords:
            yield ("local", index, "text"), law.text, True
    for index, case in enumerate(fair.exceptions):
        if case.who == "landlord":
            yield ("exceptions", index, "text"), case.text, True
    for index, time in enumerate(fair.times):
        if time.who == "landlord":
            yield ("times", index, "text"), time.text, True
    for index, change in enumerate(fair.changes):
        if change.who != "employer":
            yield ("changes", index, "what"), change.what, True

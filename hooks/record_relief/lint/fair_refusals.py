"""A law that limits how a record is weighed says when it may be the reason for a no.

Who weighs all the points that a law lists can still refuse against it, if nobody tells the test.
Where what was read names none, an entry says so, and is marked.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..source.fair_chance import FairChance
from ..source.fair_duties import USUAL
from ..source.values import Checker
from .base import Context, Finding

_TESTS = ("fair_chance", "broad")


def check(context: Context) -> Iterator[Finding]:
    """Find laws with such a rule, or with factors, that have no entry among the refusals."""
    for place in context.data.jurisdictions:
        if fair := place.fair_chance:
            told = {(entry.who, entry.local) for entry in fair.refusals}
            for who, law in sorted(_weigh(fair) - told, key=lambda each: (each[0], each[1] or "")):
                message = (
                    f'"refusals" does not say when a record may be the reason for a no: {who}, '
                )
                yield Finding(
                    ("jurisdictions", place.code, "fair_chance", "refusals"),
                    message + (f'local law "{law}"' if law else "the state's law"),
                )


def _weigh(fair: FairChance) -> set[tuple[Checker, str | None]]:
    """Return whose rule limits a decision, with the local law it is by."""
    found: set[tuple[Checker, str | None]] = {
        (entry.who, entry.local) for entry in fair.factors if USUAL[entry.who] in entry.binds
    }
    if fair.employment.private.rule in _TESTS:
        found.add(("employer", None))
    if fair.housing.rule in _TESTS:
        found.add(("landlord", None))
    for law in fair.local:
        who: Checker = "landlord" if law.for_landlords else "employer"
        if law.rule in _TESTS and USUAL[who] in law.binds and law.status != "ended":
            found.add((who, law.id))
    return found

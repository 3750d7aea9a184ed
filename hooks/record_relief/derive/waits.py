"""How long a wait is, in words and in years of the calendar.

Years are counted from the end of the sentence, which a person knows. A clock that starts earlier
(the conviction, the release, the end of the case) runs out no later than that, so the year found
is the latest; it is never a promise. A clock that can't be counted so (an age, an arrest, another
event, or no number) has an answer in words only.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from ..source.values import Clock
from ..source.ways import PARTS, Unit, Wait

# The clocks that run out no later than the end of the sentence plus the wait.
COUNTED: frozenset[Clock] = frozenset(
    {"sentence", "release", "conviction", "charge", "disposition"}
)


@dataclass(frozen=True)
class Duration:
    """A length of time as people say it; a sentence has `number` in it and a word by `unit`."""

    number: int
    unit: Unit


def duration(years: float) -> Duration:
    """Return a number of years, as the model has it, in days, months or years."""
    return Duration(*PARTS[years]) if years in PARTS else Duration(int(years), "years")


@dataclass(frozen=True)
class Span:
    """How many years to add for the shortest and for the longest wait; the same for a plain one."""

    first: int
    last: int


def years_to_add(wait: Wait) -> Span | None:
    """Return what to add to the year in which a sentence or case ended: then the wait is over.

    The day is not known, so each gives the latest year for its wait: that of a sentence that ended
    on the last day of the year. None where the clock can't be counted from there.
    """
    if wait.years is None or wait.longest is None or wait.start not in COUNTED:
        return None
    return Span(math.ceil(wait.years), math.ceil(wait.longest))

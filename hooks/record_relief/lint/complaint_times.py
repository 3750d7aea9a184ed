"""A time to complain is for work or for renting, never for both in one sentence.

A letter about a job carries the time of the place as it stands; one for renting has its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..source.problems import Path
from .base import Context, Finding
from .renting import HOME, WORK


def check(context: Context) -> Iterator[Finding]:
    """Find times to complain that name what they are for."""
    for place in context.data.jurisdictions:
        office = place.fair_chance.complain if place.fair_chance else None
        if office is None:
            continue
        base: Path = ("jurisdictions", place.code, "fair_chance", "complain")
        times = {(*base, "deadline"): office.deadline}
        if office.renting:
            times[(*base, "renting", "deadline")] = office.renting.deadline
        for path, time in times.items():
            if time and (WORK.search(time) or HOME.search(time)):
                cure = 'give the time for work here, the one for renting under "renting"'
                yield Finding(path, f"names what the time is for; {cure}")

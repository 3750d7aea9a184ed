"""How the laws spread, year by year, from the first of today's laws to today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..source.place import Jurisdiction
from ..source.values import Coverage
from .places import by_name
from .timeline import coverage_on, first_year


@dataclass(frozen=True)
class Step:
    """A place whose coverage at the end of a year differs from the year before."""

    place: Jurisdiction
    coverage: Coverage


@dataclass(frozen=True)
class SpreadYear:
    """One year: the places that changed in it, and how many had a law at its end."""

    year: int
    steps: tuple[Step, ...]
    with_law: int


@dataclass(frozen=True)
class Spread:
    """The years, and the places that have laws but none whose year a source shows."""

    years: tuple[SpreadYear, ...]
    unknown: tuple[Jurisdiction, ...]


def spread(places: Sequence[Jurisdiction], today: date) -> Spread:
    """Return how the laws that stand today came to be, up to the year of `today`.

    A law counts from the end of the year in which it was enacted or took effect; one of unknown
    year counts with the first of its place that has one. Amendments are not undone.
    """
    ordered = by_name(places)
    known = [place for place in ordered if first_year(place)]
    first = min((year for place in known if (year := first_year(place))), default=today.year)
    state: dict[str, Coverage] = {place.code: "none" for place in known}
    years = []
    for year in range(first, today.year + 1):
        steps = []
        for place in known:
            # A law of this year counts, whenever in the year it began.
            coverage = coverage_on(place, date(year + 1, 1, 1)) if _begun(place, year) else "none"
            if coverage != state[place.code]:
                state[place.code] = coverage
                steps.append(Step(place, coverage))
        with_law = sum(coverage != "none" for coverage in state.values())
        years.append(SpreadYear(year, tuple(steps), with_law))
    unknown = tuple(place for place in ordered if place.relief and not first_year(place))
    return Spread(tuple(years), unknown)


def _begun(place: Jurisdiction, year: int) -> bool:
    start = first_year(place)
    return start is not None and start <= year

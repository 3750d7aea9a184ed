"""How the laws spread: when each place got its first, and what it had on a given day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..lint.coverage import coverage_of
from ..source.law import Law
from ..source.place import Event, Jurisdiction
from ..source.values import Coverage


@dataclass(frozen=True)
class Change:
    """A place whose coverage differs between two days, and the events in between."""

    place: Jurisdiction
    before: Coverage
    after: Coverage
    events: tuple[Event, ...]


def first_year(place: Jurisdiction) -> int | None:
    """Return the year of the first law the place still has, or None if no source shows it."""
    years = [law.enacted.year for law in place.relief if law.enacted and law.enacted.year]
    return min(years, default=None)


def first_year_unconfirmed(place: Jurisdiction) -> bool:
    """Return whether the year that `first_year` gives, if any, is marked as not confirmed."""
    year = first_year(place)
    laws = [law for law in place.relief if law.enacted and law.enacted.year == year]
    return bool(year and laws) and all("enacted" in law.unconfirmed for law in laws)


def in_force_on(law: Law, day: date) -> bool:
    """Return whether a law stood on a day. A law of unknown year counts as in force."""
    begun = _own_effective_date(law)
    if begun:
        return begun <= day
    year = law.enacted.year if law.enacted else None
    return year is None or year < day.year


def _own_effective_date(law: Law) -> date | None:
    """Return `effective`, unless it is the date of a later amendment and not of the law itself."""
    amended = law.last_amended.year if law.last_amended else None
    enacted = law.enacted.year if law.enacted else None
    if law.effective and amended and law.effective.year >= amended:
        return law.effective if enacted == amended else None
    return law.effective


def coverage_on(place: Jurisdiction, day: date) -> Coverage:
    """Return the coverage a place had on a day, from the laws that stood then.

    Amendments are not undone: the laws are read as they stand today.
    """
    laws = [law for law in place.relief if in_force_on(law, day)]
    return coverage_of(place.model_copy(update={"relief": laws}))


def changes_since(places: list[Jurisdiction], day: date) -> list[Change]:
    """Return the places whose coverage has changed since a day, with the events of that time."""
    changes = []
    for place in places:
        before = coverage_on(place, day)
        if before != place.coverage:
            events = tuple(e for e in place.history if e.year and e.year >= day.year)
            changes.append(Change(place, before, place.coverage, events))
    return changes

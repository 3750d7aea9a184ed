"""The planners' dates, counted a second way: from the YAML alone, with a calendar of business days.

The holidays are those of the `holidays` package, which knows nothing of this project.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import holidays

from tests import plain_data

ROOT = Path(__file__).resolve().parents[1]
YEARS = range(2025, 2033)
FEDERAL = holidays.country_holidays("US", years=YEARS, observed=True)
_ALL = (date(YEARS[0], 1, 1) + timedelta(days=n) for n in range(366 * (len(YEARS) - 1)))
BUSINESS = [day for day in _ALL if day.weekday() < 5 and day not in FEDERAL]
DECIDES = {
    "employer": {"private_employers", "public_employers", "contractors", "care_employers"},
    "landlord": {"landlords", "public_housing"},
}
LANDLORDS = {"landlords", "public_housing"}


@dataclass(frozen=True)
class Wait:
    """A wait before a decision: whose rule it is, how many days, and how many after a dispute."""

    place: str
    days: int
    unit: str
    more: int = 0
    receipt: bool = False
    """Whether it runs from the day the person has the notice, or no text says from when: said."""

    def ends(
        self, start: date, others: int, *, disputed: bool, received: date | None = None
    ) -> date:
        """Return the first day after it; `others` are holidays that no federal law names."""
        return self._after(start, others, 0, disputed=disputed, received=received)

    def last(
        self, start: date, others: int, *, disputed: bool, received: date | None = None
    ) -> date:
        """Return the last day to answer."""
        return self._after(start, others, -1, disputed=disputed, received=received)

    def _after(
        self, start: date, others: int, more: int, *, disputed: bool, received: date | None
    ) -> date:
        """Whatever a law counts from: nobody can answer what they do not have."""
        start = max(start, received or start)
        days = self.days + (self.more if disputed else 0)
        if self.unit == "calendar":
            return start + timedelta(days=days + 1 + more)
        return BUSINESS[bisect_right(BUSINESS, start) + days + others + more]


@dataclass(frozen=True)
class Choice:
    """A state with some of its cities and counties, and the waits that count there."""

    code: str
    cities: tuple[str, ...]
    waits: tuple[Wait, ...]


def choices(reader: str) -> Iterator[Choice]:
    """Yield each state alone, with each of its cities and counties, and with all of them."""
    for place in plain_data.places():
        fair = place.get("fair_chance")
        if not fair:
            continue
        names = {law["id"]: law["name"] for law in fair["local"]}
        found = [
            (names.get(time["local"]), _wait(place["name"], names.get(time["local"]), time))
            for time in fair["times"]
            if time["who"] == reader
            and time["purpose"] in ("answer", "wait")
            and DECIDES[reader] & set(time["binds"])
        ]
        cities = sorted(
            {
                law["name"]
                for law in fair["local"]
                if bool(LANDLORDS & set(law["binds"])) == (reader == "landlord")
                and law["status"] != "ended"
            }
        )
        for chosen in {(), *((city,) for city in cities), tuple(cities)}:
            waits = tuple(wait for city, wait in found if city is None or city in chosen)
            yield Choice(place["code"], chosen, waits)


def _wait(state: str, city: str | None, time: dict[str, Any]) -> Wait:
    more = time["more_if_disputed"] or 0
    receipt = time.get("on_receipt", False) or not time.get("starts")
    name = f"{city} ({state})" if city else state
    return Wait(name, time["days"], time["unit"], more, receipt)


def longest(
    waits: Sequence[Wait],
    start: date,
    others: int,
    *,
    disputed: bool,
    received: date | None = None,
) -> tuple[date, list[Wait]]:
    """Return the first day after all waits, and those that end last."""
    ends = [wait.ends(start, others, disputed=disputed, received=received) for wait in waits]
    last = max(ends)
    return last, [wait for wait, end in zip(waits, ends, strict=True) if end == last]

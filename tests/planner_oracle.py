"""The planners' dates, counted a second way: from the YAML alone, with a calendar of business days.

The holidays are those of the `holidays` package, which knows nothing of this project.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
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
WAITS = ("answer", "wait")


@dataclass(frozen=True)
class Reach:
    """From how many employees or homes on a rule binds, and what becomes of that on some days.

    `changes` are the day, whether it is confirmed, and what is new, in the order of the data.
    """

    least: int | None = None
    covers: str | None = None
    status: str | None = None
    changes: tuple[tuple[date, bool, tuple[tuple[str, Any], ...]], ...] = ()

    def leasts(self, on: date) -> set[int]:
        """Return each least number that may hold on a day; none where the rule has surely ended."""
        states = [{"least": self.least, "covers": self.covers, "status": self.status}]
        for day, confirmed, new in self.changes:
            if day <= on:
                changed = [state | dict(new) for state in states]
                states = changed if confirmed else states + changed
        return {
            1 if state["covers"] == "ask" else state["least"] or 1
            for state in states
            if state["status"] != "ended"
        }


@dataclass(frozen=True)
class Wait:
    """A wait before a decision: whose rule it is, how many days, and how many after a dispute."""

    place: str
    days: int
    unit: str
    more: int = 0
    receipt: bool = False
    """Whether it runs from the day the person has the notice, or no text says from when: said."""
    reach: Reach = Reach()
    changes: tuple[tuple[date, bool, tuple[tuple[str, Any], ...]], ...] = ()
    """What becomes of the time itself, as of whom its rule binds."""
    purpose: str = "answer"

    def as_on(self, day: date) -> list[Wait]:
        """Return it as it is on a day, and as it may be by a change that is not confirmed."""
        states = [self]
        for begins, confirmed, new in self.changes:
            if begins <= day:
                changed = [replace(state, **dict(new)) for state in states]
                states = changed if confirmed else states + changed
        return [state for state in states if state.purpose in WAITS]

    def may_bind(self, on: date, number: int | None) -> bool:
        """Return whether it binds somebody with that number by a rule that may hold on a day."""
        return any(number is None or number >= least for least in self.reach.leasts(on))

    def is_for_more(self, on: date, number: int | None) -> bool:
        """Return whether it does not, by such a rule."""
        return any(number is not None and number < least for least in self.reach.leasts(on))

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
        days = self.days + ((self.more or 0) if disputed else 0)
        if self.unit == "calendar":
            return start + timedelta(days=days + 1 + more)
        return BUSINESS[bisect_right(BUSINESS, start) + days + others + more]


@dataclass(frozen=True)
class Choice:
    """A state with some of its cities and counties, and the waits that count there."""

    code: str
    cities: tuple[str, ...]
    waits: tuple[Wait, ...]
    changes: tuple[date, ...] = ()
    """The days on which a rule changes, or is said to."""


def choices(reader: str) -> Iterator[Choice]:
    """Yield each state alone, with each of its cities and counties, and with all of them."""
    for place in plain_data.places():
        fair = place.get("fair_chance")
        if not fair:
            continue
        names = {law["id"]: law["name"] for law in fair["local"]}
        found = [
            (names.get(time["local"]), _wait(place["name"], names.get(time["local"]), time, fair))
            for time in fair["times"]
            if time["who"] == reader
            and _purposes(time) & set(WAITS)
            and DECIDES[reader] & set(time["binds"])
        ]
        local = [
            law
            for law in fair["local"]
            if bool(LANDLORDS & set(law["binds"])) == (reader == "landlord")
            and law["status"] != "ended"
        ]
        cities = sorted({law["name"] for law in local})
        own = fair["housing"] if reader == "landlord" else fair["employment"]["private"]
        for chosen in {(), *((city,) for city in cities), tuple(cities)}:
            waits = tuple(wait for city, wait in found if city is None or city in chosen)
            laws = [law for law in local if law["name"] in chosen]
            ids = {None, *(law["id"] for law in laws)}
            spans = [time for time in fair["times"] if time["who"] == reader]
            rules = [own, *laws, *(time for time in spans if time["local"] in ids)]
            days = tuple(sorted(new["day"] for rule in rules for new in rule.get("next", ())))
            yield Choice(place["code"], chosen, waits, days)


def first_starts() -> date:
    """Return a day half a year before a rule first changes; if none does, a New Year's Day."""
    days = [day for reader in DECIDES for choice in choices(reader) for day in choice.changes]
    return min(days) - timedelta(days=184) if days else date(2027, 1, 1)


def _purposes(time: dict[str, Any]) -> set[str]:
    news = [new["set"] for new in time.get("next", ()) if new.get("set")]
    return {time["purpose"], *(new["purpose"] for new in news if "purpose" in new)}


def _changes(
    rule: dict[str, Any], known: dict[str, str]
) -> tuple[tuple[date, bool, tuple[tuple[str, Any], ...]], ...]:
    """Return what changes of a rule set, by the names that it has here."""
    return tuple(
        (
            new["day"],
            new["confirmed"],
            tuple((known[field], value) for field, value in new["set"].items() if field in known),
        )
        for new in rule.get("next", ())
        if new.get("set")
    )


def _reach(fair: dict[str, Any], time: dict[str, Any]) -> Reach:
    if time["local"]:
        (rule,) = [law for law in fair["local"] if law["id"] == time["local"]]
    else:
        rule = fair["employment"]["private"]
    known = {"threshold": "least", "threshold_for": "covers", "status": "status"}
    if time.get("any_size") or not (time["local"] or "private_employers" in time["binds"]):
        known = {"status": "status"}
    first = {name: rule.get(field) for field, name in known.items()}
    return Reach(**first, changes=_changes(rule, known))


def _wait(state: str, city: str | None, time: dict[str, Any], fair: dict[str, Any]) -> Wait:
    more = time["more_if_disputed"] or 0
    receipt = time.get("on_receipt", False) or not time.get("starts")
    name = f"{city} ({state})" if city else state
    fields = {"days": "days", "unit": "unit", "more_if_disputed": "more", "purpose": "purpose"}
    changes = _changes(time, fields)
    reach = _reach(fair, time)
    return Wait(name, time["days"], time["unit"], more, receipt, reach, changes, time["purpose"])


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

"""What a place's rules ask, period by period: on each day that a rule changes another one begins.

A plan counts by the rule in force on its first day. A change that is only reported leaves the rule
as it is; what it would make of it stands beside that from its day on, so that whoever counts can
take the safe course of the two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol, TypeVar

from ..source.place import Jurisdiction
from .current import current


@dataclass(frozen=True)
class Period:
    """From which day on something holds, and from which day on no longer; None = always."""

    since: date | None = None
    until: date | None = None
    is_reported: bool = False
    """Whether it holds only if a change that is not confirmed began."""


ALWAYS = Period()


class Dated(Protocol):
    """What holds in a period."""

    @property
    def period(self) -> Period:
        """When it holds."""

    @property
    def shown(self) -> tuple[Any, ...]:
        """What a page shows of it: what is alike before and after a day is told once."""


AnyDated = TypeVar("AnyDated", bound=Dated)
Make = Callable[[Sequence[Jurisdiction]], list[AnyDated]]


def in_periods(written: Sequence[Jurisdiction], day: date, make: Make[AnyDated]) -> list[AnyDated]:
    """Return what `make` finds in each place, with the period in which it holds.

    `written` are the places as the data has them, of which no change has taken over yet; their news
    are those of `day`.
    """
    return [item for place in written for item in _of(place, day, make)]


def _of(place: Jurisdiction, day: date, make: Make[AnyDated]) -> list[AnyDated]:
    fair = place.fair_chance
    changes = [] if fair is None else [each for _, rule in fair.changing() for each in rule.next]
    found: list[AnyDated] = []
    setting = [change for change in changes if change.set]
    starts = [None, *sorted({change.day for change in setting})]
    is_sure = all(change.confirmed for change in setting)
    for since, until in zip(starts, [*starts[1:], None], strict=True):
        on = since or date.min
        sure = make([current(place, day, rules_on=on)])
        told = [] if is_sure else make([current(place, day, rules_on=on, reported=True)])
        both = [*((item, False) for item in sure), *((item, True) for item in _new(told, sure))]
        for item, is_reported in both:
            began = _began(found, item, since, is_reported=is_reported)
            if began is None:
                found.append(_dated(item, Period(since, until, is_reported)))
            else:
                held = replace(found[began].period, until=until)
                found[began] = _dated(found[began], held)
    return found


def _new(told: Sequence[AnyDated], sure: Sequence[AnyDated]) -> Iterator[AnyDated]:
    known = [item.shown for item in sure]
    yield from (item for item in told if item.shown not in known)


def _began(
    found: Sequence[AnyDated], item: AnyDated, since: date | None, *, is_reported: bool
) -> int | None:
    """Return the number of what is alike and held until the day on which a period begins."""
    ends = since, is_reported
    return next(
        (
            number
            for number, each in enumerate(found)
            if since and (each.period.until, each.period.is_reported) == ends
            if each.shown == item.shown
        ),
        None,
    )


def _dated(item: AnyDated, period: Period) -> AnyDated:
    dated: AnyDated = replace(item, period=period)  # type: ignore[type-var]
    return dated

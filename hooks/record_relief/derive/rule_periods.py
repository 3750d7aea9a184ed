"""What a place's rules ask, period by period: on each day that a rule changes another one begins.

A plan counts by the rule in force on its first day. A change that is only reported leaves the rule
as it is; what it would make of it stands beside that from its day on, so that whoever counts can
take the safe course of the two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol, TypeVar

from ..source.place import Jurisdiction
from .current import current
from .labels import N_
from .wording import day as in_english


@dataclass(frozen=True)
class Period:
    """From which day on something holds, and from which day on no longer; None = always."""

    since: date | None = None
    until: date | None = None
    is_reported: bool = False
    """Whether it holds only if a change that is not confirmed began."""

    def holds(self, day: date) -> bool:
        """Return whether a day is in it."""
        return not (self.since and day < self.since) and not (self.until and day >= self.until)


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


@dataclass(frozen=True)
class Stretch:
    """A place as its rules stand from one day on and until another; None = always.

    `told` is the place as if what is only reported had begun, too, where there is such a change.
    """

    since: date | None
    until: date | None
    sure: Jurisdiction
    told: Jurisdiction | None


def stretches(place: Jurisdiction, day: date) -> list[Stretch]:
    """Return a place as its rules stand one after the other.

    `place` is as the data has it, of which no change has taken over yet; its news are those of
    `day`.
    """
    fair = place.fair_chance
    if fair is None:
        return [Stretch(None, None, place, None)]
    setting = [change for _, rule in fair.changing() for change in rule.next if change.set]
    starts = [None, *sorted({change.day for change in setting})]
    is_sure = all(change.confirmed for change in setting)

    def on(since: date | None, *, reported: bool = False) -> Jurisdiction:
        rules = current(fair, day, rules_on=since or date.min, reported=reported)
        return place.model_copy(update={"fair_chance": rules})

    return [
        Stretch(since, until, on(since), None if is_sure else on(since, reported=True))
        for since, until in zip(starts, [*starts[1:], None], strict=True)
    ]


def in_periods(places: Iterable[Sequence[Stretch]], make: Make[AnyDated]) -> list[AnyDated]:
    """Return what `make` finds in each place, with the period in which it holds."""
    return [item for one_place in places for item in _of(one_place, make)]


def _of(one_place: Sequence[Stretch], make: Make[AnyDated]) -> list[AnyDated]:
    found: list[AnyDated] = []
    for stretch in one_place:
        since, until = stretch.since, stretch.until
        sure = make([stretch.sure])
        told = make([stretch.told]) if stretch.told else []
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


def period_words(
    period: Period,
    say: Callable[[str], str] = str,
    in_words: Callable[[date], str] = in_english,
) -> str:
    """Return when something holds, in words; empty where it always does."""
    since, until = (in_words(each) if each else "" for each in (period.since, period.until))
    if period.is_reported:
        told = (
            N_("if a reported change starts on {since}, until the day before {until}")
            if until
            else N_("if a reported change starts on {since}")
        )
    elif since and until:
        told = N_("from {since} until the day before {until}")
    elif since:
        told = N_("from {since}")
    else:
        told = N_("before {until}") if until else ""
    return say(told).format(since=since, until=until) if told else ""

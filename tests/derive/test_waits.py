"""How long a wait is: in words, and in years of the calendar by an independent reckoning."""

from __future__ import annotations

import typing
from datetime import date, timedelta

import pytest
from record_relief.derive.waits import COUNTED, Duration, Span, duration, years_to_add
from record_relief.source.values import Clock
from record_relief.source.ways import PARTS, Wait

ENDED = 2015


def wait(years: float | None, longest: float | None = None, start: str = "sentence") -> Wait:
    """Return a wait; without `longest` it is a plain one."""
    last = years if longest is None else longest
    return Wait.model_validate({"years": years, "longest": last, "from": start, "by": "x"})


def over(last_day: date, number: int, unit: str) -> date:
    """Reckon with the calendar, not with parts of years: the first day on which a wait is over."""
    if unit == "days":
        return last_day + timedelta(days=number)
    months = last_day.month - 1 + (number if unit == "months" else 12 * number)
    year, month = last_day.year + months // 12, months % 12 + 1
    following = date(year + month // 12, month % 12 + 1, 1)
    return min(following - timedelta(days=1), date(year, month, 1) + timedelta(last_day.day - 1))


WHOLE = [(float(years), years, "years") for years in range(31)]
SAID = [*WHOLE, *((part, number, unit) for part, (number, unit) in PARTS.items())]


@pytest.mark.parametrize(("years", "number", "unit"), SAID)
def test_the_year_is_that_of_a_sentence_that_ended_on_the_last_day(
    years: float, number: int, unit: str
) -> None:
    """Nobody is told a year too early: the end of the wait is reckoned from December 31."""
    assert duration(years) == Duration(number, typing.cast("typing.Any", unit))
    expected = over(date(ENDED, 12, 31), number, unit).year
    assert years_to_add(wait(years)) == Span(expected - ENDED, expected - ENDED)


@pytest.mark.parametrize(("years", "number", "unit"), SAID)
def test_no_sentence_of_that_year_waits_longer(years: float, number: int, unit: str) -> None:
    span = years_to_add(wait(years))
    assert span is not None
    days = (date(ENDED, 1, 1) + timedelta(days=day) for day in range(365))
    ends = {over(day, number, unit).year for day in days}
    assert max(ends) == ENDED + span.last


def test_no_part_of_a_year_is_said_as_a_fraction() -> None:
    for part in PARTS:
        said = duration(part)
        assert said.number == int(said.number) > 0
        assert said.unit in ("days", "months")


def test_parts_mean_what_they_count() -> None:
    """A part of a year is that many days or months, near enough to sort by."""
    length = {"days": 365.25, "months": 12.0}
    for part, (number, unit) in PARTS.items():
        assert abs(number / length[unit] - part) < 0.01


def test_a_range_has_two_years() -> None:
    assert years_to_add(wait(3, 10)) == Span(3, 10)
    assert years_to_add(wait(0, 0.5)) == Span(0, 1)


@pytest.mark.parametrize("start", typing.get_args(Clock))
def test_only_clocks_that_run_out_by_then_are_counted(start: Clock) -> None:
    told_in_words = {"age", "other", "arrest"}
    assert (years_to_add(wait(18, 18, start)) is None) == (start in told_in_words)
    assert (start in COUNTED) == (start not in told_in_words)


def test_no_number_is_not_counted() -> None:
    assert years_to_add(wait(None)) is None

"""Rules for a plan: each as it holds from a day on or until one, and what is only reported."""

from __future__ import annotations

from datetime import date
from typing import Any

from record_relief.derive.form_content import PlaceTime, period_words, place_times
from record_relief.derive.rule_periods import ALWAYS, Period, in_periods, stretches
from record_relief.source.place import Jurisdiction

from tests.builders import altered

TODAY, DAY, LATER = date(2026, 11, 1), date(2027, 1, 1), date(2027, 7, 1)


def span(**new: Any) -> dict[str, Any]:
    known = {
        "id": "answer",
        "who": "employer",
        "local": None,
        "binds": ["private_employers"],
        "only": "",
        "citation": "The Act",
        "sources": [],
        "days": 5,
        "unit": "business",
        "more_if_disputed": None,
        "purpose": "answer",
        "text": "Five days.",
    }
    return known | new


def times(place: Jurisdiction, *changes: dict[str, Any], day: date = TODAY) -> list[PlaceTime]:
    """Return a place's times where private employers are bound from 15 on, until a change."""
    changed = altered(
        place,
        fair_chance__times=[span()],
        fair_chance__employment__private__threshold=15,
        fair_chance__employment__private__threshold_for="both",
        fair_chance__employment__private__next=list(changes),
    )
    return in_periods([stretches(changed, day)], lambda places: place_times(places, "employer"))


def change(day: date, *, confirmed: bool = True, **new: Any) -> dict[str, Any]:
    return {"day": day, "text": "It changes.", "confirmed": confirmed, "set": new or None}


def told(found: list[PlaceTime]) -> list[tuple[int | None, Period]]:
    return [(item.least, item.period) for item in found]


def test_a_rule_without_a_change_always_holds(place: Jurisdiction) -> None:
    assert told(times(place)) == [(15, ALWAYS)]


def test_a_change_in_words_alone_ends_nothing(place: Jurisdiction) -> None:
    assert told(times(place, change(DAY))) == [(15, ALWAYS)]


def test_each_rule_holds_until_the_next_one_begins(place: Jurisdiction) -> None:
    both = change(DAY, threshold=4), change(LATER, threshold=None)
    expected = [
        (15, Period(None, DAY)),
        (4, Period(DAY, LATER)),
        (None, Period(LATER)),
    ]
    assert told(times(place, *both)) == expected
    assert told(times(place, *both, day=LATER)) == expected, "also once the days are past"


def test_what_stays_as_it_was_is_told_once(place: Jurisdiction) -> None:
    both = change(DAY, ask="offer"), change(LATER, threshold=4)
    assert told(times(place, *both)) == [(15, Period(None, LATER)), (4, Period(LATER))]


def test_what_is_only_reported_stands_beside_the_rule(place: Jurisdiction) -> None:
    reported = change(DAY, confirmed=False, threshold=4)
    found = told(times(place, reported))
    assert found == [(15, ALWAYS), (4, Period(DAY, is_reported=True))]
    assert told(times(place, reported, day=LATER)) == found, "nobody confirmed it since"


def test_the_days_of_a_time_may_change_themselves(place: Jurisdiction) -> None:
    longer = span(next=[change(DAY, days=9, unit="calendar")])
    changed = altered(place, fair_chance__times=[longer])
    found = in_periods([stretches(changed, TODAY)], lambda places: place_times(places, "employer"))
    assert [(item.time.days, item.time.unit, item.period) for item in found] == [
        (5, "business", Period(None, DAY)),
        (9, "calendar", Period(DAY)),
    ]


def test_a_time_ends_with_its_law(place: Jurisdiction) -> None:
    assert place.fair_chance
    law = place.fair_chance.local[0].model_dump()
    law |= {"binds": ["private_employers"], "next": [change(DAY, status="ended")]}
    changed = altered(place, fair_chance__times=[span(local=law["id"])], fair_chance__local=[law])
    (found,) = in_periods(
        [stretches(changed, TODAY)], lambda places: place_times(places, "employer")
    )
    assert found.period == Period(None, DAY)


def test_a_period_in_words() -> None:
    assert period_words(ALWAYS) == ""
    assert period_words(Period(None, DAY)) == "before January 1, 2027"
    assert period_words(Period(DAY)) == "from January 1, 2027"
    assert (
        period_words(Period(DAY, LATER)) == "from January 1, 2027 until the day before July 1, 2027"
    )
    assert (
        period_words(Period(DAY, is_reported=True))
        == "if a reported change starts on January 1, 2027"
    )

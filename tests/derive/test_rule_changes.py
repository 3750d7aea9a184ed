"""Rules that change on a day: by themselves where it is confirmed, else not."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from record_relief.derive.current import current
from record_relief.derive.rule_changes import ChangeState, after_changes, change_state
from record_relief.source.fair_chance import PrivateHiringLaw
from record_relief.source.place import Jurisdiction

from tests.builders import altered

DAY = date(2027, 1, 1)
BEFORE = DAY - timedelta(days=1)


def private(place: Jurisdiction, **change: Any) -> PrivateHiringLaw:
    """Return the rule for private employers with one coming change."""
    assert place.fair_chance
    new = {"threshold": None, "threshold_text": "everybody"}
    known = {"day": DAY, "text": "Then it binds everybody.", "confirmed": True, "set": new}
    return altered(place.fair_chance.employment.private, next=[known | change])


@pytest.mark.parametrize(
    ("confirmed", "day", "state"),
    [
        (True, BEFORE, "ahead"),
        (False, BEFORE, "reported"),
        (True, DAY, "began"),
        (False, DAY, "unsure"),
    ],
)
def test_how_a_change_stands(
    confirmed: bool, day: date, state: ChangeState, place: Jurisdiction
) -> None:
    (change,) = private(place, confirmed=confirmed).next
    assert change_state(change, day) == state


def test_a_confirmed_change_takes_over_on_its_day(place: Jurisdiction) -> None:
    rule = private(place)
    assert after_changes(rule, BEFORE) == rule
    after = after_changes(rule, DAY)
    assert (after.threshold, after.threshold_text) == (None, "everybody")
    assert after.threshold_for == rule.threshold_for, "what is not named stays"
    assert (after.rule, after.next) == (rule.rule, rule.next), "a page can still tell of it"


def test_a_change_that_is_only_reported_changes_nothing(place: Jurisdiction) -> None:
    rule = private(place, confirmed=False)
    assert after_changes(rule, date(2040, 1, 1)) == rule


def test_the_later_of_two_changes_holds(place: Jurisdiction) -> None:
    rule = private(place)
    later = rule.next[0].model_dump(exclude_unset=True)
    later |= {"day": DAY + timedelta(days=9), "set": {"threshold": 2}}
    both = altered(rule, next=[rule.next[0].model_dump(exclude_unset=True), later])
    assert after_changes(both, DAY).threshold is None
    assert after_changes(both, date(2028, 1, 1)).threshold == 2
    assert after_changes(both, date(2028, 1, 1)).threshold_text == "everybody"


def test_all_of_the_data_is_as_its_changes_have_made_it(place: Jurisdiction) -> None:
    assert place.fair_chance
    law = place.fair_chance.local[0].model_dump()
    end = {"day": DAY, "text": "It ends.", "confirmed": True, "set": {"status": "ended"}}
    changed = altered(place, fair_chance__local=[law | {"next": [end]}])
    found = {day: current(changed, day).fair_chance for day in (BEFORE, DAY)}
    assert [fair.local[0].status for fair in found.values() if fair] == ["in_force", "ended"]

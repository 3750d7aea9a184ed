from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from record_relief.lint import rule_ends

from tests.builders import findings

BASE = "jurisdictions.NY.fair_chance"
UNTIL = "The older rule holds until January 1, 2030."


@pytest.mark.parametrize("path", ["housing.text", "employment.private.below", "factors.0.only"])
def test_finds_what_would_outlive_its_day(
    path: str, raw: dict[str, Any], place: dict[str, Any]
) -> None:
    entry: Any = place["fair_chance"]
    *steps, field = path.split(".")
    for step in steps:
        entry = entry[int(step) if step.isdigit() else step]
    entry[field] = UNTIL
    message = 'says "until January 1, 2030", also after that day; tell what holds from it on'
    assert (f"{BASE}.{path}", message) in findings(rule_ends.check, raw)


def test_accepts_days_that_are_past_and_days_from_which_a_rule_holds(
    raw: dict[str, Any], place: dict[str, Any]
) -> None:
    place["fair_chance"]["housing"]["text"] = (
        "The older rule held until January 1, 2020. From January 1, 2030 the new one holds."
    )
    assert findings(rule_ends.check, raw) == []


def test_accepts_what_goes_with_a_number_on_its_day(
    raw: dict[str, Any], place: dict[str, Any]
) -> None:
    private = place["fair_chance"]["employment"]["private"]
    private["below"] = UNTIL
    private["next"] = [
        {
            "day": date(2030, 1, 1),
            "text": UNTIL,
            "confirmed": True,
            "set": {"threshold": None, "threshold_for": None, "threshold_text": "all"},
        }
    ]
    assert findings(rule_ends.check, raw) == []

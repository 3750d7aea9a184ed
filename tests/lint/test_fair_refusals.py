from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import fair_refusals

from tests.builders import findings

AT = "jurisdictions.NY.fair_chance.refusals"
MISSING = '"refusals" does not say when a record may be the reason for a no: '


def test_finds_a_law_that_says_what_to_weigh_but_not_when_to_refuse(
    raw: dict[str, Any], place: dict[str, Any]
) -> None:
    place["fair_chance"]["refusals"] = []
    assert findings(fair_refusals.check, raw) == [
        (AT, f"{MISSING}employer, the state's law"),
        (AT, f'{MISSING}employer, local law "one-city"'),
    ]


def test_finds_a_broad_rule_for_landlords(raw: dict[str, Any], place: dict[str, Any]) -> None:
    place["fair_chance"]["housing"]["rule"] = "broad"
    assert findings(fair_refusals.check, raw) == [(AT, f"{MISSING}landlord, the state's law")]


@pytest.mark.parametrize("change", [{"status": "ended"}, {"rule": "ban_the_box"}])
def test_asks_for_none_of_a_law_that_limits_no_decision(
    raw: dict[str, Any], place: dict[str, Any], change: dict[str, str]
) -> None:
    fair = place["fair_chance"]
    fair["local"][0] |= change
    fair["refusals"] = [entry for entry in fair["refusals"] if entry["local"] is None]
    assert findings(fair_refusals.check, raw) == []


def test_accepts_an_entry_for_each(raw: dict[str, Any]) -> None:
    assert findings(fair_refusals.check, raw) == []

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from record_relief.lint import coming_rules

from tests.builders import findings

BASE = "jurisdictions.NY.fair_chance"


def change(day: date = date(2030, 1, 1), **values: Any) -> dict[str, Any]:
    return {"day": day, "text": "It changes.", "confirmed": True, **values}


def test_accepts_what_the_rule_can_hold(raw: dict[str, Any], place: dict[str, Any]) -> None:
    fair = place["fair_chance"]
    fair["employment"]["private"]["next"] = [
        change(set={"threshold": None, "threshold_for": None, "threshold_text": "Everybody"}),
        change(),
    ]
    fair["employment"]["lookback"]["next"] = [change(set={"years": None})]
    fair["local"][0]["next"] = [change(set={"status": "ended"})]
    fair["times"][0]["next"] = [change(set={"days": 7, "unit": "calendar"})]
    assert findings(coming_rules.check, raw) == []


@pytest.mark.parametrize(
    ("path", "values", "field", "message"),
    [
        ("housing", {"years": 5}, "years", "is not a field of this rule"),
        ("housing", {"rule": "may_deny"}, "rule", 'is "may_deny", which this rule can\'t hold'),
        ("housing", {"rule": None}, "rule", 'is "None", which this rule can\'t hold'),
        ("local.0", {"ask": None}, "ask", 'is "None", which this rule can\'t hold'),
        ("times.0", {"threshold": 3}, "threshold", "is not a field of this rule"),
        ("times.0", {"days": None}, "days", 'is "None", which this rule can\'t hold'),
        ("employment.public", {"threshold": 3}, "threshold", "is not a field of this rule"),
    ],
)
def test_finds_what_the_rule_cant_hold(
    path: str,
    values: dict[str, Any],
    field: str,
    message: str,
    raw: dict[str, Any],
    place: dict[str, Any],
) -> None:
    rule: Any = place["fair_chance"]
    for step in path.split("."):
        rule = rule[int(step) if step.isdigit() else step]
    rule["next"] = [change(set=values)]
    assert findings(coming_rules.check, raw) == [(f"{BASE}.{path}.next.0.set.{field}", message)]


def test_finds_a_change_that_sets_nothing(raw: dict[str, Any], place: dict[str, Any]) -> None:
    place["fair_chance"]["housing"]["next"] = [change(set={})]
    assert findings(coming_rules.check, raw) == [
        (f"{BASE}.housing.next.0.set", "sets nothing; leave it out where only words say it")
    ]


def test_finds_changes_in_no_order(raw: dict[str, Any], place: dict[str, Any]) -> None:
    place["fair_chance"]["housing"]["next"] = [change(), change(date(2029, 1, 1))]
    assert findings(coming_rules.check, raw) == [
        (f"{BASE}.housing.next.1.day", "comes before the change above it; sort by day")
    ]

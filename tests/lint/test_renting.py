from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import renting

from tests.builders import findings

BASE = "jurisdictions.NY.fair_chance"
WORK = "No employer may ask about it."


def clean(place: dict[str, Any]) -> dict[str, Any]:
    """Return the rules of a place with nothing about work in what landlords read."""
    fair: dict[str, Any] = place["fair_chance"]
    for rule in (fair["employment"]["cleared_records"], fair["employment"]["lookback"]):
        rule["text"] = "You may leave it out."
    fair["survivors"] = {"text": "It is erased.", "sources": ["S1"]}
    fair["housing"]["text"] = "A landlord may not ask."
    fair["changes"] = []
    return fair


@pytest.mark.parametrize(
    "path", [("employment", "cleared_records"), ("employment", "lookback"), ("survivors",)]
)
def test_a_text_on_work_needs_one_for_renting(
    path: tuple[str, ...], raw: dict[str, Any], place: dict[str, Any]
) -> None:
    rule: Any = clean(place)
    for step in path:
        rule = rule[step]
    assert findings(renting.check, raw) == []
    rule["text"] = WORK
    cure = 'say the same for renting alone under "renting"'
    said = f"speaks of work to landlords ('{WORK}'); "
    assert findings(renting.check, raw) == [(f"{BASE}.{'.'.join(path)}.text", said + cure)]
    rule["renting"] = "You may leave it out of a rental form."
    assert findings(renting.check, raw) == []
    rule["renting"] = WORK
    assert findings(renting.check, raw) == [
        (f"{BASE}.{'.'.join(path)}.renting", said + "tell it without")
    ]


def test_a_rule_for_landlords_is_not_about_work(raw: dict[str, Any], place: dict[str, Any]) -> None:
    clean(place)["housing"]["text"] = WORK
    ((path, _),) = findings(renting.check, raw)
    assert path == f"{BASE}.housing.text"


def test_a_sentence_may_name_both(raw: dict[str, Any], place: dict[str, Any]) -> None:
    clean(place)["survivors"]["text"] = "It may not be used for jobs, housing or school."
    assert findings(renting.check, raw) == []


def test_a_change_of_the_rules_for_work_says_so(raw: dict[str, Any], place: dict[str, Any]) -> None:
    change = {"year": 2025, "kind": "law", "act": "An act", "what": WORK, "effective": None}
    clean(place)["changes"] = [change]
    ((path, _),) = findings(renting.check, raw)
    assert path == f"{BASE}.changes.0.what"
    clean(place)["changes"] = [change | {"who": "employer"}]
    assert findings(renting.check, raw) == []


@pytest.mark.parametrize("name", ["cleared_records", "lookback"])
def test_a_law_for_renting_is_that_of_a_text_for_renting(
    name: str, raw: dict[str, Any], place: dict[str, Any]
) -> None:
    rule = clean(place)["employment"][name]
    rule["renting"] = "You may leave it out of a rental form."
    rule["renting_law"] = {"citation": "Fair Housing Law § 5", "sources": ["S1"]}
    assert findings(renting.check, raw) == []
    rule["renting"] = None
    message = 'is for the text under "renting", and there is none'
    assert findings(renting.check, raw) == [(f"{BASE}.employment.{name}.renting_law", message)]

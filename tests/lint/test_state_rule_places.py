from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import state_rule_places

from tests.builders import findings


@pytest.mark.parametrize(
    "path",
    [
        "employment.public.text",
        "employment.private.below",
        "employment.cleared_records.renting",
        "housing.text",
        "complain.also",
    ],
)
def test_finds_a_city_with_a_law_in_a_states_rule(
    raw: dict[str, Any], place: dict[str, Any], path: str
) -> None:
    assert findings(state_rule_places.check, raw) == []
    fair = place["fair_chance"]
    fair["local"][0]["name"] = "Springfield (all of it)"
    *steps, field = path.split(".")
    rule = fair
    for step in steps:
        rule = rule[step]
    rule[field] = "Springfield and Shelbyville go further."
    ((where, message),) = findings(state_rule_places.check, raw)
    assert where == f"jurisdictions.{place['code']}.fair_chance.{path}"
    assert message == (
        "names Springfield, whose law stands in `local`; say it of cities and counties in general"
    )


def test_what_holds_for_survivors_may_name_a_city(
    raw: dict[str, Any], place: dict[str, Any]
) -> None:
    fair = place["fair_chance"]
    fair["survivors"]["text"] = f"{fair['local'][0]['name']} goes further."
    assert findings(state_rule_places.check, raw) == []

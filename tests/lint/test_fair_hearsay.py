from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import fair_hearsay

from tests.builders import findings

SAID = ["the reasons", "a copy of the report (as guides say)"]


def mark(**more: Any) -> dict[str, Any]:
    return {"field": "notices.one-city-final.must", "about": "the second item", **more}


def test_finds_an_item_that_only_others_tell_of(raw: dict[str, Any], place: dict[str, Any]) -> None:
    fair = place["fair_chance"]
    fair["notices"][0]["must"] = SAID
    fair["factors"][0]["weigh"] = ["as law firms read the code: the time since"]
    assert findings(fair_hearsay.check, raw) == [
        (
            "jurisdictions.NY.fair_chance.factors.0.weigh.0",
            'says "as law firms read", and nothing marks it; name factors.employer.weigh under '
            "unconfirmed, with 1 among its items",
        ),
        (
            "jurisdictions.NY.fair_chance.notices.0.must.1",
            'says "as guides say", and nothing marks it; name notices.one-city-final.must under '
            "unconfirmed, with 2 among its items",
        ),
    ]


@pytest.mark.parametrize("given", [{}, {"items": [2]}, {"items": [1, 2]}])
def test_accepts_a_mark_on_the_item(
    raw: dict[str, Any], place: dict[str, Any], given: dict[str, Any]
) -> None:
    place["fair_chance"]["notices"][0]["must"] = SAID
    place["fair_chance"]["unconfirmed"].append(mark(**given))
    assert findings(fair_hearsay.check, raw) == []


@pytest.mark.parametrize("items", [[], [1]])
def test_finds_a_mark_on_another_item(
    raw: dict[str, Any], place: dict[str, Any], items: list[int]
) -> None:
    place["fair_chance"]["notices"][0]["must"] = SAID
    place["fair_chance"]["unconfirmed"].append(mark(items=items))
    assert len(findings(fair_hearsay.check, raw)) == 1


@pytest.mark.parametrize(
    "item", ["a copy of the report", "the guide of the office", "as the law says"]
)
def test_accepts_what_the_law_says_itself(
    raw: dict[str, Any], place: dict[str, Any], item: str
) -> None:
    place["fair_chance"]["notices"][0]["must"] = [item]
    assert findings(fair_hearsay.check, raw) == []

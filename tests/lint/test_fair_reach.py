from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import fair_reach

from tests.builders import findings

BASE = "jurisdictions.NY.fair_chance"
BAR = "A landlord may never use a vacated record."


@pytest.mark.parametrize(
    "told",
    [
        "No law read here forbids an employer to ask.",
        "It is hidden. The law does not forbid a question; ask a lawyer.",
        "We found no rule that stops an employer from asking.",
    ],
)
def test_finds_what_is_said_of_every_law_where_a_city_has_one(
    told: str, raw: dict[str, Any], place: dict[str, Any]
) -> None:
    place["fair_chance"]["employment"]["cleared_records"]["text"] = told
    ((path, message),) = findings(fair_reach.check, raw)
    assert path == f"{BASE}.employment.cleared_records.text"
    assert message.startswith("says of every law what holds for the state's; One City has one: ")


@pytest.mark.parametrize(
    "told",
    [
        "No state law read here forbids an employer to ask.",
        "The law does not say what you may answer. Ask a lawyer.",
    ],
)
def test_accepts_what_is_said_of_the_states_law(
    told: str, raw: dict[str, Any], place: dict[str, Any]
) -> None:
    place["fair_chance"]["employment"]["cleared_records"]["text"] = told
    assert findings(fair_reach.check, raw) == []


@pytest.mark.parametrize(
    "law",
    [
        {"status": "ended"},
        {"ask": "unspecified", "never": []},
        {"binds": ["landlords"]},  # the text is about work
    ],
)
def test_accepts_it_where_no_city_has_such_a_law(
    law: dict[str, Any], raw: dict[str, Any], place: dict[str, Any]
) -> None:
    fair = place["fair_chance"]
    fair["employment"]["private"]["text"] = "No law read here says when an employer may ask."
    assert len(findings(fair_reach.check, raw)) == 1
    fair["local"][0] |= law
    assert findings(fair_reach.check, raw) == []


def owner_lives_there(place: dict[str, Any], **more: Any) -> None:
    place["fair_chance"]["exceptions"] = [
        {
            "id": "landlord",
            "who": "landlord",
            "local": None,
            "binds": ["landlords"],
            "text": "a house of two homes where the owner lives",
            "lives_there": True,
            **more,
        }
    ]


@pytest.mark.parametrize("field", ["text", "renting"])
def test_finds_a_bar_for_every_landlord_where_the_rule_gives_way(
    field: str, raw: dict[str, Any], place: dict[str, Any]
) -> None:
    place["fair_chance"]["survivors"][field] = BAR
    assert findings(fair_reach.check, raw) == []
    owner_lives_there(place)
    assert findings(fair_reach.check, raw) == [
        (
            f"{BASE}.survivors.{field}",
            "bars it for every landlord, but the rule gives way ('a house of two homes where the "
            "owner lives'); say so here, too",
        )
    ]


@pytest.mark.parametrize(
    "told",
    [
        "A landlord that the rule binds may never use a vacated record.",
        f"{BAR} Guides say that it leaves out homes where the owner lives.",
    ],
)
def test_accepts_a_bar_that_says_it_gives_way(
    told: str, raw: dict[str, Any], place: dict[str, Any]
) -> None:
    owner_lives_there(place)
    place["fair_chance"]["survivors"]["renting"] = told
    assert findings(fair_reach.check, raw) == []


def test_a_citys_exception_is_not_the_states(raw: dict[str, Any], place: dict[str, Any]) -> None:
    owner_lives_there(place, local="one-city")
    place["fair_chance"]["survivors"]["text"] = BAR
    assert findings(fair_reach.check, raw) == []

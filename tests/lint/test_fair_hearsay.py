from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import fair_hearsay

from tests.builders import findings

SAID = ["the reasons", "a copy of the report (as guides say)"]
# Who else tells of a law.
TOLD = ["Others say: no.", "A landlords' group says more: no.", "A clearinghouse says no."]


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


def told(place: dict[str, Any], path: str, text: str) -> None:
    """Write a text at a path of fair_chance; a number is that of an item of a list."""
    *steps, last = path.split(".")
    part = place["fair_chance"]
    for step in steps:
        part = part[int(step) if step.isdigit() else step]
    part[last] = text


# Where a text stands, and each field of which a mark is enough.
TEXTS = {
    "exceptions.0.text": ["exceptions.employer.text"],
    "refusals.0.text": ["refusals.employer.text"],
    "times.0.text": ["times.employer-answer.days", "times.employer-answer.text"],
    "complain.name": ["complain.name"],
    "complain.also": ["complain.also"],
    "complain.deadline": ["complain.deadline"],
    "complain.starts": ["complain.starts"],
    "complain.renting.name": ["complain.renting.name"],
    "complain.renting.deadline": ["complain.renting.deadline"],
    "employment.public.text": ["employment.public.text", "employment.public.rule"],
    "employment.private.threshold_text": ["employment.private.threshold"],
    "employment.private.below": ["employment.private.below", "employment.private.threshold"],
    "employment.cleared_records.renting": ["employment.cleared_records.text"],
    "employment.lookback.text": ["employment.lookback.text", "employment.lookback.years"],
    "housing.text": ["housing.text", "housing.rule"],
    "survivors.text": ["survivors.text"],
    "local.0.text": ["local.one-city.text", "local.one-city.rule"],
    "local.0.threshold_text": ["local.one-city.threshold"],
}


@pytest.mark.parametrize("path", TEXTS)
def test_finds_a_text_that_only_others_tell_of(
    path: str, raw: dict[str, Any], place: dict[str, Any]
) -> None:
    """A case that gives way, an office and its time, the text of a rule."""
    fair = place["fair_chance"]
    fair["complain"]["renting"] = {"name": "The Commission", "deadline": "a year"}
    fair["unconfirmed"] = []
    told(place, path, "180 days, as a news report gives it")
    message = (
        f'says "as a news report gives", and nothing marks it; name {TEXTS[path][0]} under '
        "unconfirmed"
    )
    where = f"jurisdictions.NY.fair_chance.{path}"
    assert findings(fair_hearsay.check, raw) == [(where, message)]
    for field in TEXTS[path]:
        fair["unconfirmed"] = [{"field": field, "about": "the time"}]
        assert findings(fair_hearsay.check, raw) == [], field


@pytest.mark.parametrize("text", TOLD)
def test_finds_what_others_say_whoever_they_are(
    text: str, raw: dict[str, Any], place: dict[str, Any]
) -> None:
    told(place, "local.0.text", text)
    place["fair_chance"]["unconfirmed"] = []
    assert len(findings(fair_hearsay.check, raw)) == 1


@pytest.mark.parametrize("path", ["housing", "local.one-city"])
def test_a_mark_on_when_one_may_ask_is_none_on_the_rest_of_a_text(
    path: str, raw: dict[str, Any], place: dict[str, Any]
) -> None:
    told(place, "housing.text" if path == "housing" else "local.0.text", "Guides say: no.")
    place["fair_chance"]["unconfirmed"] = [{"field": f"{path}.ask", "about": None}]
    ((_, message),) = findings(fair_hearsay.check, raw)
    assert f"name {path}.text under" in message


def test_finds_an_item_that_a_city_bars_as_others_tell_it(
    raw: dict[str, Any], place: dict[str, Any]
) -> None:
    fair = place["fair_chance"]
    fair["local"][0]["never"] = ["arrests", "all convictions, as law firms say"]
    ((where, _),) = findings(fair_hearsay.check, raw)
    assert where == "jurisdictions.NY.fair_chance.local.0.never.1"
    fair["unconfirmed"] = [{"field": "local.one-city.never", "about": None, "items": [2]}]
    assert findings(fair_hearsay.check, raw) == []


@pytest.mark.parametrize(
    "said",
    [
        "Guides say: no.",
        "A news report says so.",
        "according to a law firm, no",
        "Law firms add it.",
        "Guides name two.",
    ],
)
def test_knows_how_others_are_quoted(said: str, raw: dict[str, Any], place: dict[str, Any]) -> None:
    told(place, "exceptions.0.text", said)
    assert len(findings(fair_hearsay.check, raw)) == 1


@pytest.mark.parametrize(
    "said",
    [
        "The city's page says so.",
        "As the courts' guide tells it, no.",
        "If the report says so, no.",
    ],
)
def test_accepts_what_an_office_says_itself(
    said: str, raw: dict[str, Any], place: dict[str, Any]
) -> None:
    told(place, "exceptions.0.text", said)
    assert findings(fair_hearsay.check, raw) == []

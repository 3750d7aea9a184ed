from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import unconfirmed

from tests.builders import findings


def test_accepts_marks_on_fields(raw: dict[str, Any], law: dict[str, Any]) -> None:
    law["unconfirmed"] = ["timing", "timing.wait", "enacted", "offenses.excluded", "steps"]
    assert findings(unconfirmed.check, raw) == []


@pytest.mark.parametrize(
    "mark",
    [
        "timings",
        "timing.end",
        "proof.standard.text",
        "steps.0",
        "__class__",
        "model_fields",
        "effect.upper",
    ],
)
def test_finds_marks_on_nothing(raw: dict[str, Any], law: dict[str, Any], mark: str) -> None:
    law["unconfirmed"] = ["effect", mark]
    assert findings(unconfirmed.check, raw) == [
        ("jurisdictions.NY.relief.0.unconfirmed.1", f'"{mark}" is not a field of this law')
    ]


def test_finds_marks_on_nothing_in_fair_chance(raw: dict[str, Any], place: dict[str, Any]) -> None:
    place["fair_chance"]["unconfirmed"][0]["field"] = "employment.city"
    assert findings(unconfirmed.check, raw) == [
        (
            "jurisdictions.NY.fair_chance.unconfirmed.0.field",
            '"employment.city" is not a field of fair_chance',
        )
    ]


@pytest.mark.parametrize(
    "mark",
    ["wait", "wait.felony", "wait.text", "reaches.felony", "fee.text", "wait.misdemeanor: theft"],
)
def test_accepts_marks_on_parts_of_a_way(
    raw: dict[str, Any], way: dict[str, Any], mark: str
) -> None:
    way["unconfirmed"] = [mark]
    assert findings(unconfirmed.check, raw) == []


@pytest.mark.parametrize(
    "mark",
    ["waits", "wait.pardoned", "reaches.pardoned", "wait.felony.end", "fee: ", "limit.no: why"],
)
def test_finds_marks_on_nothing_in_a_way(
    raw: dict[str, Any], way: dict[str, Any], mark: str
) -> None:
    way["unconfirmed"] = ["fee", mark]
    assert findings(unconfirmed.check, raw) == [
        ("jurisdictions.NY.ways.0.unconfirmed.1", f'"{mark}" is not a field of this way')
    ]


@pytest.mark.parametrize(
    ("field", "items", "message"),
    [
        ("factors.employer.weigh", [1, 2], None),
        ("factors.employer.weigh", [], None),
        ("factors.employer.weigh", [2, 3], "names 3, but factors.employer.weigh has 2 items"),
        ("housing.rule", [1], "names 1, but housing.rule has 0 items"),
    ],
)
def test_finds_items_that_a_list_does_not_have(
    raw: dict[str, Any], place: dict[str, Any], field: str, items: list[int], message: str | None
) -> None:
    mark = {"field": field, "about": "some of them", "items": items}
    place["fair_chance"]["unconfirmed"] = [mark]
    where = "jurisdictions.NY.fair_chance.unconfirmed.0.items"
    expected = [(where, f"{message} to count")] if message else []
    assert findings(unconfirmed.check, raw) == expected


def test_a_kind_of_record_may_be_open_that_the_law_does_not_name(
    raw: dict[str, Any], law: dict[str, Any]
) -> None:
    law["records"] = ["conviction"]
    law["unconfirmed"] = ["records.juvenile_adjudication"]
    assert findings(unconfirmed.check, raw) == []
    for mark in ("records.conviction", "records.pardon"):
        law["unconfirmed"] = [mark]
        assert len(findings(unconfirmed.check, raw)) == 1, mark

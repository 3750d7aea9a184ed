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

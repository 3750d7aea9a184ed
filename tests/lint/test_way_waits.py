from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import way_waits

from tests.builders import findings

WAIT = {"years": 1, "longest": 1, "from": "sentence", "by": ""}


@pytest.mark.parametrize("years", [(None, None), (0, 0), (0.16, 0.16), (3, 3)])
def test_accepts_a_wait_for_each_kind_reached(
    raw: dict[str, Any], way: dict[str, Any], years: tuple[float | None, float | None]
) -> None:
    way["wait"]["misdemeanor"] |= {"years": years[0], "longest": years[1]}
    assert findings(way_waits.check, raw) == []


def test_finds_a_kind_without_a_wait(raw: dict[str, Any], way: dict[str, Any]) -> None:
    way["reaches"].append("violation")
    assert findings(way_waits.check, raw) == [
        ("jurisdictions.NY.ways.0.wait", 'lacks a wait for "violation", which the way reaches')
    ]


def test_finds_a_wait_for_a_kind_not_reached(raw: dict[str, Any], way: dict[str, Any]) -> None:
    way["wait"]["pardoned"] = WAIT
    assert findings(way_waits.check, raw) == [
        (
            "jurisdictions.NY.ways.0.wait.pardoned",
            "is not a kind of record that the way reaches",
        )
    ]


@pytest.mark.parametrize("years", [{"years": None}, {"longest": None}])
def test_finds_half_a_range(
    raw: dict[str, Any], way: dict[str, Any], years: dict[str, None]
) -> None:
    way["wait"]["felony"] |= years
    assert findings(way_waits.check, raw) == [
        ("jurisdictions.NY.ways.0.wait.felony", "needs both years and longest, or null for both")
    ]


def test_finds_a_longest_wait_that_is_shorter(raw: dict[str, Any], way: dict[str, Any]) -> None:
    way["wait"]["felony"]["longest"] = 0.5
    assert findings(way_waits.check, raw) == [
        ("jurisdictions.NY.ways.0.wait.felony.longest", "is 0.5, shorter than years (5)")
    ]


def test_finds_a_range_that_nothing_decides(raw: dict[str, Any], way: dict[str, Any]) -> None:
    way["wait"]["felony"]["by"] = ""
    assert findings(way_waits.check, raw) == [
        (
            "jurisdictions.NY.ways.0.wait.felony.by",
            "is empty; say what decides between years and longest",
        )
    ]

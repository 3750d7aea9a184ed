from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import way_clocks

from tests.builders import findings


@pytest.mark.parametrize(
    "wait",
    [
        {"from": "other", "years": 0, "longest": 0, "by": ""},
        {"from": "other", "years": None, "longest": None, "by": ""},
        {"from": "other", "years": 3, "longest": 3, "by": "after the program"},
        {"from": "arrest", "years": 3, "longest": 3, "by": ""},
    ],
)
def test_accepts_clocks_with_a_start(
    raw: dict[str, Any], way: dict[str, Any], wait: dict[str, Any]
) -> None:
    way["wait"]["misdemeanor"] = wait
    assert findings(way_clocks.check, raw) == []


@pytest.mark.parametrize("years", [(3, 3), (0, 3)])
def test_finds_a_clock_that_starts_nowhere(
    raw: dict[str, Any], way: dict[str, Any], years: tuple[int, int]
) -> None:
    way["wait"]["misdemeanor"] |= {"from": "other", "years": years[0], "longest": years[1]}
    assert findings(way_clocks.check, raw) == [
        (
            "jurisdictions.NY.ways.0.wait.misdemeanor.by",
            'is empty; with "from: other" say from when it counts',
        )
    ]

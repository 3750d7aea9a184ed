from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import way_years

from tests.builders import findings


@pytest.mark.parametrize(
    ("start", "years", "longest"),
    [("sentence", 0, 30), ("age", 17, 17), ("age", 70, 70), ("age", 18, 30), ("other", None, None)],
)
def test_accepts_years_and_ages(
    raw: dict[str, Any], way: dict[str, Any], start: str, years: int | None, longest: int | None
) -> None:
    way["wait"]["misdemeanor"] |= {"from": start, "years": years, "longest": longest}
    assert findings(way_years.check, raw) == []


def test_finds_a_wait_longer_than_anybody_means(raw: dict[str, Any], way: dict[str, Any]) -> None:
    way["wait"]["misdemeanor"]["longest"] = 31
    assert findings(way_years.check, raw) == [
        (
            "jurisdictions.NY.ways.0.wait.misdemeanor.longest",
            "is 31 years; at most 30 are believable",
        )
    ]


@pytest.mark.parametrize("years", [9, 0.5])
def test_finds_an_age_that_is_none(raw: dict[str, Any], way: dict[str, Any], years: float) -> None:
    way["wait"]["misdemeanor"] |= {"from": "age", "years": years, "longest": 18}
    assert findings(way_years.check, raw) == [
        (
            "jurisdictions.NY.ways.0.wait.misdemeanor.years",
            f"is {years:g}; with from: age it is an age of 10 to 100",
        )
    ]

from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import way_units

from tests.builders import findings


@pytest.mark.parametrize(
    "text",
    [
        "3 years for class 1, 2 and 3, 10 years for a felony.",
        "Three years for a misdemeanor and seven for a felony.",
        "From age 17, or once you are 19. A law of 2017 (HB 12) began on May 3, 2018.",
        "60 business days, 10 or 15 years, 180 days after § 12 and chapters 20, 21 or 46.",
    ],
)
def test_accepts_numbers_that_say_what_they_count(text: str) -> None:
    assert list(way_units.bare(text)) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("5 years. For improper pay it is 7", "pay it is 7"),
        ("3 years for most; 5 for drunk driving", "years for most; 5"),
        ("17, or sooner if the case is closed", "17"),
        ("One year. After improper pay you wait seven.", "pay you wait seven"),
    ],
)
def test_finds_numbers_that_do_not(text: str, said: str) -> None:
    assert list(way_units.bare(text)) == [said]


def test_says_where_it_stands(raw: dict[str, Any], way: dict[str, Any]) -> None:
    way["wait"]["text"] = "It is 7."
    (kind,) = [kind for kind, wait in way["wait"].items() if kind != "text" and wait][:1]
    way["wait"][kind]["by"] = "in some cases 12"
    told = 'does not say what it counts; write "years" or "age" with it'
    assert findings(way_units.check, raw) == [
        ("jurisdictions.NY.ways.0.wait.text", f'"It is 7" {told}'),
        (f"jurisdictions.NY.ways.0.wait.{kind}.by", f'"in some cases 12" {told}'),
    ]

from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import fair_gives_way

from tests.builders import findings

WHERE = "jurisdictions.NY.fair_chance.exceptions.0.rule"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("bonded jobs (the rule on waiting to ask does not apply)", "ask"),
        ("prisons (the rule on when to ask)", "ask"),
        ("jobs that a law closes (the question on the first application)", "ask"),
        ("sealed records must be told to schools", "cleared"),
        ("sealed records must be told to schools", None),
        ("jobs that a law closes", None),
    ],
)
def test_accepts_what_the_case_says(
    text: str, rule: str | None, raw: dict[str, Any], place: dict[str, Any]
) -> None:
    place["fair_chance"]["exceptions"][0] |= {"text": text, "rule": rule}
    assert findings(fair_gives_way.check, raw) == []


@pytest.mark.parametrize(
    ("text", "rule", "message"),
    [
        ("prisons (the rule on when to ask)", None,
         "the text says that the rule on when to ask gives way"),
        ("prisons (the rule on when to ask)", "cleared",
         "the text says that the rule on when to ask gives way"),
        ("jobs that a law closes", "ask",
         "the text does not say that the rule on when to ask gives way"),
        ("jobs that a law closes", "cleared", "the text names no cleared record"),
    ],
)  # fmt: skip
def test_finds_a_rule_that_the_case_does_not_name(
    text: str, rule: str | None, message: str, raw: dict[str, Any], place: dict[str, Any]
) -> None:
    place["fair_chance"]["exceptions"][0] |= {"text": text, "rule": rule}
    assert findings(fair_gives_way.check, raw) == [(WHERE, message)]

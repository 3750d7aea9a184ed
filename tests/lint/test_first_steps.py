from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import first_steps

from tests.builders import findings


@pytest.mark.parametrize("section", ["relief", "ways"])
@pytest.mark.parametrize(
    "step",
    ["Write a petition.", "If you were found not guilty, ask the court.", "Before you file: ask."],
)
def test_accepts_what_to_do(
    raw: dict[str, Any], law: dict[str, Any], way: dict[str, Any], section: str, step: str
) -> None:
    {"relief": law, "ways": way}[section]["steps"] = [step]
    assert findings(first_steps.check, raw) == []


@pytest.mark.parametrize("section", ["relief", "ways"])
@pytest.mark.parametrize(
    "step",
    [
        "You do not need a certificate.",
        "Part of this happens by itself. Check your record.",
        "The courts have until 2027.",
        "Do not count on this law.",
        "Since 2024 the office looks for these cases.",
    ],
)
def test_finds_what_only_tells(
    raw: dict[str, Any], law: dict[str, Any], way: dict[str, Any], section: str, step: str
) -> None:
    {"relief": law, "ways": way}[section]["steps"] = [step, "Write a petition."]
    assert findings(first_steps.check, raw) == [
        (f"jurisdictions.NY.{section}.0.steps.0", "is no step; begin with what to do")
    ]


@pytest.mark.parametrize("section", ["relief", "ways"])
def test_finds_what_is_for_some_alone(
    raw: dict[str, Any], law: dict[str, Any], way: dict[str, Any], section: str
) -> None:
    steps = ["If you were found not guilty, ask the court.", "If not, file a petition."]
    {"relief": law, "ways": way}[section]["steps"] = steps
    assert findings(first_steps.check, raw) == [
        (
            f"jurisdictions.NY.{section}.0.steps.0",
            "is for some alone; begin with what everybody does first",
        )
    ]

from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import way_steps

from tests.builders import findings

NO_CHECK = (
    "jurisdictions.NY.ways.0.steps",
    "do not say how to check whether it happened by itself",
)
NO_OTHERWISE = (
    "jurisdictions.NY.ways.0.steps",
    "do not say what to do if it did not happen",
)


@pytest.mark.parametrize(
    "steps",
    [
        ["Check your record. If the case still shows, tell the court."],
        ["Ask the clerk whether it was sealed.", "If it was not, ask a lawyer."],
        ["Look your case up.", "If it is there, write to the court."],
    ],
)
@pytest.mark.parametrize("automatic", ["yes", "partly"])
def test_accepts_steps_that_check_and_say_what_then(
    raw: dict[str, Any], way: dict[str, Any], automatic: str, steps: list[str]
) -> None:
    way |= {"automatic": automatic, "steps": steps}
    assert findings(way_steps.check, raw) == []


def test_leaves_ways_alone_for_which_one_asks(raw: dict[str, Any], way: dict[str, Any]) -> None:
    way |= {"automatic": "no", "steps": []}
    assert findings(way_steps.check, raw) == []


@pytest.mark.parametrize(
    ("steps", "missing"),
    [
        ([], [NO_CHECK, NO_OTHERWISE]),
        (["Wait."], [NO_CHECK, NO_OTHERWISE]),
        (["Check your record."], [NO_OTHERWISE]),
        (["If it still shows, tell the court."], [NO_CHECK]),
    ],
)
@pytest.mark.parametrize("automatic", ["yes", "partly"])
def test_finds_steps_that_leave_a_person_waiting(
    raw: dict[str, Any],
    way: dict[str, Any],
    automatic: str,
    steps: list[str],
    missing: list[tuple[str, str]],
) -> None:
    way |= {"automatic": automatic, "steps": steps}
    assert findings(way_steps.check, raw) == missing

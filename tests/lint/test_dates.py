from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from record_relief.lint import dates

from tests.builders import TODAY, findings


def set_at(entry: Any, path: str, value: object) -> None:
    *steps, last = path.split(".")
    for step in steps:
        entry = entry[int(step) if step.isdigit() else step]
    entry[last] = value


def test_accepts_dates_up_to_today(raw: dict[str, Any], place: dict[str, Any]) -> None:
    set_at(place, "checked", TODAY)
    set_at(place, "history.0.year", TODAY.year)
    set_at(place, "pending.0.as_of", TODAY.isoformat())
    assert findings(dates.check, raw) == []


@pytest.mark.parametrize("as_of", ["2026", "2026-11", "2026-11-22", "2025-12", "1999"])
def test_accepts_partial_dates_that_may_have_been(
    raw: dict[str, Any], place: dict[str, Any], as_of: str
) -> None:
    set_at(place, "pending.0.as_of", as_of)
    assert findings(dates.check, raw) == []


def test_accepts_a_law_whose_effect_lies_ahead(raw: dict[str, Any], law: dict[str, Any]) -> None:
    law["effective"] = date(2027, 1, 1)
    assert findings(dates.check, raw) == []


def test_accepts_what_has_no_date(raw: dict[str, Any], place: dict[str, Any]) -> None:
    for path in ("relief.0.enacted", "relief.0.last_amended", "history.0.year", "pending.0.as_of"):
        set_at(place, path, None)
    assert findings(dates.check, raw) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("checked", date(2026, 11, 23)),
        ("fair_chance.checked", date(2027, 1, 1)),
        ("relief.0.enacted.year", 2027),
        ("relief.0.last_amended.year", 2030),
        ("history.1.year", 2027),
        ("pending.0.as_of", "2026-11-23"),
        ("pending.0.as_of", "2026-12"),
        ("pending.0.as_of", "2027"),
    ],
)
def test_finds_dates_after_today(
    raw: dict[str, Any], place: dict[str, Any], path: str, value: object
) -> None:
    set_at(place, path, value)
    message = f"{value} lies in the future (today is 2026-11-22)"
    assert findings(dates.check, raw) == [(f"jurisdictions.NY.{path}", message)]


def test_finds_a_topic_checked_after_today(raw: dict[str, Any]) -> None:
    raw["topics"][1]["checked"] = date(2026, 12, 1)
    assert findings(dates.check, raw) == [
        ("topics.housing.checked", "2026-12-01 lies in the future (today is 2026-11-22)")
    ]


def test_finds_evidence_of_the_future(raw: dict[str, Any], evidence: dict[str, Any]) -> None:
    evidence["WY"]["read"] = date(2026, 11, 23)
    evidence["NY"]["amended"][0]["year"] = 2027
    assert findings(dates.check, raw, evidence=evidence) == [
        ("evidence.NY.amended.0.year", "2027 lies in the future (today is 2026-11-22)"),
        ("evidence.WY.read", "2026-11-23 lies in the future (today is 2026-11-22)"),
    ]

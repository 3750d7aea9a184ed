from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from record_relief.lint import way_days

from tests.builders import findings

PATH = "jurisdictions.NY.ways.0"
NEXT = {"text": "It changes.", "confirmed": True}


@pytest.mark.parametrize("unconfirmed", [["effective"], ["status"], ["effective: the year"]])
def test_accepts_no_day_with_a_mark(
    raw: dict[str, Any], way: dict[str, Any], unconfirmed: list[str]
) -> None:
    way |= {"status": "not_yet", "effective": None, "unconfirmed": unconfirmed}
    assert findings(way_days.check, raw) == []


def test_accepts_a_day(raw: dict[str, Any], way: dict[str, Any]) -> None:
    way |= {"status": "not_yet", "effective": date(2027, 1, 1)}
    assert findings(way_days.check, raw) == []


@pytest.mark.parametrize("status", ["not_yet", "starting"])
def test_finds_no_day_and_no_mark(raw: dict[str, Any], way: dict[str, Any], status: str) -> None:
    way |= {"status": status, "effective": None}
    assert findings(way_days.check, raw) == [
        (
            f"{PATH}.status",
            f'is "{status}"; give the day in effective, or mark effective as unconfirmed',
        )
    ]


def test_finds_a_last_day_of_work_that_is_done(raw: dict[str, Any], way: dict[str, Any]) -> None:
    way |= {"status": "in_force", "until": date(2027, 1, 1)}
    assert findings(way_days.check, raw) == [
        (f"{PATH}.until", "is the last day for work that has begun, but the status is in_force")
    ]


def test_finds_a_last_day_before_the_first(raw: dict[str, Any], way: dict[str, Any]) -> None:
    way |= {"status": "starting", "effective": date(2027, 1, 2), "until": date(2027, 1, 1)}
    assert findings(way_days.check, raw) == [(f"{PATH}.until", "is before effective (2027-01-02)")]


def test_finds_changes_out_of_order_and_empty_ones(
    raw: dict[str, Any], way: dict[str, Any]
) -> None:
    way["next"] = [{"day": date(2028, 1, 1), "set": {}} | NEXT, {"day": date(2027, 1, 1)} | NEXT]
    assert findings(way_days.check, raw) == [
        (f"{PATH}.next.0.set", "sets nothing"),
        (f"{PATH}.next.1.day", "is before the day of the one above"),
    ]

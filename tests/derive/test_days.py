"""A page the day before, on and after a day that the data names: what leads, what is ahead.

A daily build (`.github/workflows/daily.yml`) makes each page of these three in turn.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from record_relief.derive.site import Facts
from record_relief.derive.wayspage import ProvenWay

from tests.builders import data_of, raw_place, raw_states

DAY = date(2027, 7, 1)
DAYS = [DAY - timedelta(days=1), DAY, DAY + timedelta(days=1)]
BEGUN = {"status": "starting", "effective": date(2025, 1, 1)}
TO_COME = {"status": "not_yet", "effective": DAY}


def change(confirmed: bool, **given: Any) -> dict[str, Any]:
    """Return a change on the day; `given` is what it sets."""
    return {"day": DAY, "text": "It is wider.", "confirmed": confirmed, "set": given}


def built(**way: Any) -> list[Facts]:
    """Return the facts of a site built on each day, with one way for misdemeanors in New York."""
    raw = raw_states()
    place = raw_place(raw, "NY")
    place["ways"] = [place["ways"][0] | {"unconfirmed": [], **way}]
    place["ways_changes"] = []
    return [Facts(data_of(raw), day=day) for day in DAYS]


def shown(facts: Facts) -> ProvenWay:
    (way,) = facts.ways_pages["NY"].ways
    return way


@pytest.mark.parametrize(
    "way",
    [
        TO_COME,
        TO_COME | {"next": [change(True, status="in_force")]},
        TO_COME | {"effective": None, "next": [change(True, status="in_force")]},
        BEGUN | {"until": DAY, "next": [change(True, status="in_force", until=None)]},
    ],
)
def test_a_confirmed_day_changes_the_page_by_itself(way: dict[str, Any]) -> None:
    ways = [shown(facts) for facts in built(**way)]
    assert [found.state.status for found in ways] == [way["status"], "in_force", "in_force"]
    assert [found.state.overdue for found in ways] == [None, None, None]
    assert [[entry.day for entry in found.coming] for found in ways] == [[DAY], [], []]
    assert all(entry.confirmed for found in ways for entry in found.coming)


@pytest.mark.parametrize(
    "way",
    [
        TO_COME | {"unconfirmed": ["effective"]},
        TO_COME | {"unconfirmed": ["status"]},
        TO_COME | {"effective": None, "next": [change(False, status="in_force")]},
        {"status": "in_force", "next": [change(False, status="not_yet")]},
    ],
)
def test_a_reported_day_changes_nothing_and_then_says_to_ask(way: dict[str, Any]) -> None:
    ways = [shown(facts) for facts in built(**way)]
    assert [found.state.status for found in ways] == [way["status"]] * 3
    assert [found.state.overdue for found in ways] == [None, DAY, DAY]
    assert [[entry.confirmed for entry in found.coming] for found in ways] == [[False], [], []]


def test_the_last_day_for_the_work_is_ahead_until_it_comes() -> None:
    ways = [shown(facts) for facts in built(**BEGUN, until=DAY)]
    assert [found.state.status for found in ways] == ["starting"] * 3
    assert [[entry.kind for entry in found.coming] for found in ways] == [["done_by"], [], []]


@pytest.mark.parametrize(
    ("marks", "answers"),
    [
        ([], ["unknown", "up_to_three", "up_to_three"]),
        (["effective"], ["unknown", "unknown", "unknown"]),
    ],
)
def test_the_comparison_counts_a_way_from_its_confirmed_day_on(
    marks: list[str], answers: list[str]
) -> None:
    found = built(**TO_COME, unconfirmed=marks)
    rows = [facts.comparison("misdemeanors").by_code["NY"] for facts in found]
    assert [row.answer.key for row in rows] == answers


@pytest.mark.parametrize("marks", [[], ["effective"]])
def test_a_guide_leads_with_a_way_from_its_confirmed_day_on(marks: list[str]) -> None:
    leads = [
        next(found.lead for found in facts.ways_pages["NY"].kinds if found.kind == "misdemeanor")
        for facts in built(**TO_COME, unconfirmed=marks)
    ]
    assert [lead is not None for lead in leads] == [False, not marks, not marks]

"""What is still ahead: sorted by day, told once, confirmed or only reported."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from record_relief.derive.coming import Coming, ahead, of_place
from record_relief.source.place import Jurisdiction

from tests.builders import altered, raw_place, raw_states

DAY = date(2027, 7, 1)


def place_with(*ways: dict[str, Any], changes: list[dict[str, Any]] | None = None) -> Jurisdiction:
    """Return New York with these ways and changes, and without a law's date."""
    raw = raw_place(raw_states(), "NY")
    raw |= {"ways": list(ways), "ways_changes": changes or []}
    return Jurisdiction.model_validate(raw)


def way(**changes: Any) -> dict[str, Any]:
    """Return a way as plain values."""
    found: dict[str, Any] = raw_place(raw_states(), "NY")["ways"][0]
    return found | changes


def act(day: date | None, kind: str = "law", name: str = "Act 4") -> dict[str, Any]:
    """Return a change of the ways as plain values."""
    return {"year": 2027, "kind": kind, "act": name, "what": "It changes.", "effective": day}


NEXT = {"day": DAY, "text": "It is wider.", "confirmed": False}


def told(place: Jurisdiction) -> list[tuple[date, str, str, bool]]:
    """Return day, kind, name and confirmed of what a place has."""
    return [(entry.day, entry.kind, entry.name, entry.confirmed) for entry in of_place(place)]


@pytest.mark.parametrize("confirmed", [True, False])
def test_a_change_of_a_way_is_told_in_its_own_words(confirmed: bool) -> None:
    (entry,) = of_place(place_with(way(next=[NEXT | {"confirmed": confirmed}])))
    assert (entry.day, entry.kind, entry.text) == (DAY, "next", "It is wider.")
    assert (entry.way, entry.confirmed, entry.act) == ("sealing", confirmed, None)


@pytest.mark.parametrize(("marks", "sure"), [([], True), (["effective"], False)])
def test_a_way_that_has_not_begun(marks: list[str], sure: bool) -> None:
    coming = way(status="not_yet", effective=DAY, unconfirmed=marks)
    assert told(place_with(coming)) == [(DAY, "starts", "Sealing of old convictions", sure)]


@pytest.mark.parametrize(("marks", "sure"), [([], True), (["until"], False), (["status"], False)])
def test_work_that_must_be_done_by_a_day(marks: list[str], sure: bool) -> None:
    started = way(status="starting", effective=date(2025, 1, 1), until=DAY, unconfirmed=marks)
    assert told(place_with(started)) == [(DAY, "done_by", "Sealing of old convictions", sure)]


def test_a_day_that_a_change_tells_is_not_told_again() -> None:
    started = way(status="starting", effective=date(2025, 1, 1), until=DAY, next=[NEXT])
    assert [entry.kind for entry in of_place(place_with(started))] == ["next"]
    coming = way(status="not_yet", effective=DAY, next=[NEXT])
    (entry,) = of_place(place_with(coming, changes=[act(DAY)]))
    assert (entry.kind, entry.act) == ("next", "Act 4")


def test_an_act_that_no_way_tells_of_is_reported() -> None:
    place = place_with(way(), changes=[act(DAY), act(DAY, "bill"), act(None)])
    assert told(place) == [(DAY, "act", "Act 4", False)]


@pytest.mark.parametrize(("marks", "sure"), [([], True), (["effective"], False)])
def test_the_day_of_a_law(place: Jurisdiction, marks: list[str], sure: bool) -> None:
    law = altered(place.relief[0], effective=DAY, unconfirmed=marks).model_dump()
    found = of_place(altered(place, relief=[law], ways=[], ways_changes=[]))
    assert [(entry.kind, entry.name, entry.confirmed) for entry in found] == [
        ("law", "Motion to vacate", sure)
    ]


def test_only_what_is_ahead_the_nearest_first() -> None:
    near = place_with(way(next=[NEXT]))
    far = altered(
        place_with(way(next=[NEXT | {"day": DAY + timedelta(days=9)}])), code="AL", name="Alabama"
    )
    found = ahead([near, far], date(2026, 11, 28))
    assert [entry.place.code for entry in found] == ["NY", "AL"]
    assert ahead([near, far], DAY - timedelta(days=1)) == found
    # On the day itself the change is there, and no longer ahead.
    assert [entry.place.code for entry in ahead([near, far], DAY)] == ["AL"]


def test_the_small_place_has_its_day_and_its_past_act(place: Jurisdiction) -> None:
    assert [(entry.day, entry.kind) for entry in of_place(place)] == [
        (date(2024, 11, 16), "act"),
        (date(2027, 11, 16), "next"),
    ]
    assert all(isinstance(entry, Coming) for entry in of_place(place))


def test_a_rule_on_background_checks_that_changes() -> None:
    raw = raw_place(raw_states(), "NY") | {"ways": [], "ways_changes": []}
    raw["fair_chance"]["housing"]["next"] = [NEXT]
    raw["fair_chance"]["local"][0] |= {"name": "Albany", "next": [NEXT | {"confirmed": True}]}
    assert told(Jurisdiction.model_validate(raw)) == [
        (DAY, "rule", "Albany, Fair Hiring Act", True),
        (DAY, "rule", "Landlords", False),
    ]

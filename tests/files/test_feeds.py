"""What a reader of the feeds is shown as new, from one version of the facts to the next."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from record_relief.derive.site import Facts
from record_relief.files import feeds
from record_relief.files.api import files
from record_relief.source.evidence import Data
from record_relief.source.place import Jurisdiction

from tests.builders import altered, data_of, raw_states

# Only when the API is no draft, versions are kept.
pytestmark = pytest.mark.usefixtures("final")

URL = "https://site.example/"
FIRST, LATER, LAST = date(2026, 1, 5), date(2026, 3, 7), date(2026, 9, 9)


@pytest.fixture
def small() -> Data:
    """The small data file, whose laws took effect on a day."""
    raw = raw_states()
    for place in raw["jurisdictions"]:
        for law in place["relief"]:
            law["effective"] = date(2021, 11, 16)
    return data_of(raw)


def at(data: Data, day: date, **changed: Any) -> Data:
    """Return the data as checked on a day, the places with some fields changed."""
    places = [altered(place, checked=day, **changed) for place in data.jurisdictions]
    return data.model_copy(update={"jurisdictions": places})


def made(data: Data, kept: Path) -> Iterator[tuple[str, bytes]]:
    for artifact in feeds.artifacts(Facts(data), URL, kept):
        yield artifact.path, artifact.make(*artifact.inputs)


def read(data: Data, kept: Path) -> dict[str, list[tuple[str, str, str]]]:
    """Return id, text and day of each entry, by feed."""
    return {
        path: [
            (item["id"], item["content_text"], item["date_modified"][:10])
            for item in json.loads(content)["items"]
        ]
        for path, content in made(data, kept)
        if path.endswith(".json")
    }


@pytest.fixture
def kept(small: Data, tmp_path: Path) -> Path:
    """The versions kept on two days, on which nothing but the day differs."""
    for day in (LATER, FIRST):
        files.keep(Facts(at(small, day)), URL, tmp_path)
    return tmp_path


def test_a_check_alone_makes_nothing_new(small: Data, kept: Path) -> None:
    before, after = read(at(small, FIRST), kept), read(at(small, LAST), kept)
    assert before == after
    assert {day for items in after.values() for _, _, day in items} == {FIRST.isoformat()}
    whole = dict(made(at(small, FIRST), kept))
    assert dict(made(at(small, LAST), kept))["feeds/all.xml"] == whole["feeds/all.xml"]


def test_what_is_told_anew_is_new_and_nothing_else(small: Data, kept: Path) -> None:
    event = {"year": 2026, "what": "A new step.", "sources": ["ny-law"]}
    place = next(place for place in small.jurisdictions if place.code == "NY")
    history = [*(entry.model_dump() for entry in place.history), event]
    others = [other for other in small.jurisdictions if other.code != "NY"]
    changed = altered(place, history=history)
    newer = at(small.model_copy(update={"jurisdictions": [changed, *others]}), LAST)
    before, after = read(at(small, FIRST), kept), read(newer, kept)
    for name in ("feeds/ny.json", "feeds/all.json"):
        (added,) = set(after[name]) - set(before[name])
        assert added[1:] == ("A new step.", LAST.isoformat())
        assert set(before[name]) < set(after[name])


def test_what_no_version_tells_is_dated_by_the_last_check(small: Data, tmp_path: Path) -> None:
    found = read(at(small, LAST), tmp_path)
    assert {day for items in found.values() for _, _, day in items} == {LAST.isoformat()}


def test_a_feed_without_an_entry_has_a_day(small: Data, tmp_path: Path) -> None:
    whole = dict(made(at(small, LAST, history=[], pending=[]), tmp_path))
    ohio = next(place for place in small.jurisdictions if place.code == "OH")
    assert not ohio.relief
    assert f"<updated>{LAST.isoformat()}T00:00:00Z</updated>".encode() in whole["feeds/oh.xml"]


def test_the_days_of_the_calendar_are_stamped_the_same_way(small: Data, kept: Path) -> None:
    whole = dict(made(at(small, LAST), kept))
    events = Calendar.from_ical(whole[feeds.CALENDAR]).walk("VEVENT")
    assert events
    assert {event.decoded("dtstamp").date() for event in events} == {FIRST}


def test_a_kept_version_names_its_place(small: Data, kept: Path) -> None:
    """Files that keep what belongs to no place, and all together, are no place's."""
    places: list[Jurisdiction] = small.jurisdictions
    told = feeds.first_told(kept)
    assert {entry[:2] for entry in told} == {
        place.code.lower() for place in places if place.history
    }

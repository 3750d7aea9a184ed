from __future__ import annotations

from typing import Any

from record_relief.lint import needed

from tests.builders import findings


def test_accepts_a_file_with_all_topics_and_the_hotline(raw: dict[str, Any]) -> None:
    assert findings(needed.check, raw) == []


def test_finds_topics_that_are_missing(raw: dict[str, Any]) -> None:
    raw["topics"] = [topic for topic in raw["topics"] if topic["id"] != "housing"]
    assert findings(needed.check, raw) == [("topics", "lacks housing")]
    raw["topics"] = []
    assert findings(needed.check, raw) == [("topics", "lacks employers, housing, sanctions")]


def test_finds_a_missing_hotline(raw: dict[str, Any]) -> None:
    raw["organisations"] = []
    assert findings(needed.check, raw) == [
        ("organisations", "lacks national-hotline, which stands on every page")
    ]


def test_finds_a_hotline_that_nobody_can_call(raw: dict[str, Any]) -> None:
    raw["organisations"][0]["phone"] = None
    assert findings(needed.check, raw) == [
        ("organisations.national-hotline.phone", "is empty, but this number stands on every page")
    ]


def test_finds_a_topic_whose_list_has_no_title(raw: dict[str, Any]) -> None:
    raw["topics"][1]["practices_title"] = None
    assert findings(needed.check, raw) == [
        (
            "topics.housing.practices_title",
            "is empty, but the topic's page has a list of practices",
        )
    ]

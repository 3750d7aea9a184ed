from __future__ import annotations

from typing import Any

from record_relief.lint import sections

from tests.builders import findings


def test_accepts_a_topic_whose_facts_stand_once(raw: dict[str, Any]) -> None:
    assert findings(sections.check, raw) == []


def test_finds_a_fact_that_no_section_shows(raw: dict[str, Any]) -> None:
    raw["topics"][0]["sections"] = []
    assert findings(sections.check, raw) == [
        ("topics.employers.sections", '"report-rule" stands in 0 sections; it must be in one')
    ]


def test_finds_a_fact_shown_twice(raw: dict[str, Any]) -> None:
    parts = raw["topics"][0]["sections"]
    parts.append({"id": "again", "title": "Again", "facts": ["report-rule"]})
    assert findings(sections.check, raw) == [
        ("topics.employers.sections", '"report-rule" stands in 2 sections; it must be in one')
    ]


def test_finds_a_fact_of_another_topic(raw: dict[str, Any]) -> None:
    raw["topics"][0]["sections"][0]["facts"].append("rent-rule")
    assert findings(sections.check, raw) == [
        (
            "topics.employers.sections.0.facts.1",
            '"rent-rule" is the id of no fact of the topic employers',
        )
    ]


def test_finds_a_section_named_twice(raw: dict[str, Any]) -> None:
    raw["topics"][0]["sections"] = [
        {"id": "reports", "title": "One", "facts": ["report-rule"]},
        {"id": "reports", "title": "Two", "facts": ["rent-rule"]},
    ]
    assert [
        (where, message)
        for where, message in findings(sections.check, raw)
        if where.endswith(".id")
    ] == [
        ("topics.employers.sections.0.id", '"reports" stands 2 times'),
        ("topics.employers.sections.1.id", '"reports" stands 2 times'),
    ]

from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import coded_values

from tests.builders import findings


def test_accepts_values_with_sources(raw: dict[str, Any]) -> None:
    assert findings(coded_values.check, raw) == []


def test_finds_a_confirmed_list_without_a_source(
    raw: dict[str, Any], place: dict[str, Any]
) -> None:
    place["medicaid_list"]["sources"] = []
    assert findings(coded_values.check, raw) == [
        ("jurisdictions.NY.medicaid_list.exists", "has no source and is said to be confirmed")
    ]


@pytest.mark.parametrize("changes", [{"confirmed": False}, {"exists": "unknown"}])
def test_accepts_a_list_without_a_source_that_says_so(
    raw: dict[str, Any], place: dict[str, Any], changes: dict[str, Any]
) -> None:
    place["medicaid_list"].update(changes, sources=[])
    assert findings(coded_values.check, raw) == []


def test_finds_a_confirmed_fact_without_a_source(raw: dict[str, Any]) -> None:
    raw["facts"][0]["sources"] = []
    assert findings(coded_values.check, raw) == [
        ("facts.report-rule.sources", "is empty, but the fact is confirmed")
    ]

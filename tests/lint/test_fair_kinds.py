from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import fair_kinds

from tests.builders import findings

FOUND = [
    (
        "jurisdictions.NY.fair_chance.local.0.ask",
        "rests on a law firm's page or a summary only, which confirms nothing; "
        'mark it unconfirmed (as "local.one-city.ask")',
    )
]


@pytest.fixture
def ground(evidence: dict[str, Any]) -> dict[str, Any]:
    """The only item behind when One City lets an employer ask."""
    return evidence["NY"]["fair"]["proof"]["local.one-city.ask"][0]


def test_a_summary_alone_confirms_nothing(
    raw: dict[str, Any], evidence: dict[str, Any], ground: dict[str, Any]
) -> None:
    ground["text"] = "T3"
    assert findings(fair_kinds.check, raw, evidence=evidence) == FOUND


def test_a_law_firms_page_alone_confirms_nothing(
    raw: dict[str, Any], place: dict[str, Any], evidence: dict[str, Any], ground: dict[str, Any]
) -> None:
    """The text with the address of a source is of the source's kind, whatever it is called."""
    ground["text"] = "T2"
    place["sources"][0].update(kind="law_firm", url=evidence["NY"]["texts"][1]["url"])
    assert findings(fair_kinds.check, raw, evidence=evidence) == FOUND
    place["sources"][0]["kind"] = "agency"
    assert findings(fair_kinds.check, raw, evidence=evidence) == []


def test_it_may_stand_beside_something_better_or_a_mark(
    raw: dict[str, Any], place: dict[str, Any], evidence: dict[str, Any], ground: dict[str, Any]
) -> None:
    better = evidence["NY"]["fair"]["proof"]["local.one-city.ask"]
    better.append({"text": "T3", "words": "the offer"})
    assert findings(fair_kinds.check, raw, evidence=evidence) == []
    better.remove(ground)
    mark = {"field": "local.one-city.ask", "about": None}
    place["fair_chance"]["unconfirmed"].append(mark)
    assert findings(fair_kinds.check, raw, evidence=evidence) == []

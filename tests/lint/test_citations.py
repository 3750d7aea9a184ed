from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import citations

from tests.builders import findings


def test_accepts_a_citation_with_its_note(raw: dict[str, Any], place: dict[str, Any]) -> None:
    private = place["fair_chance"]["employment"]["private"]
    private |= {"citation": "Labor Law § 1 (Article 23-A)", "citation_note": "state agencies only"}
    assert findings(citations.check, raw) == []


@pytest.mark.parametrize(
    ("citation", "said"),
    [
        ("Labor Law § 1 (state agencies only)", "only"),
        ("City Code § 2 (number not found)", "not found"),
        ("Labor Law § 3, as guides tell it", "as guides"),
        ("Labor Law § 4 (binds the state)", "binds"),
        ("e.g., Labor Law § 4", "e.g"),
        ("Labor Law § 5 (formerly § 4)", "formerly"),
        ("Labor Law § 6; state licensing law", "state licensing"),
    ],
)
def test_finds_a_remark_in_a_citation(
    raw: dict[str, Any], place: dict[str, Any], citation: str, said: str
) -> None:
    place["fair_chance"]["employment"]["private"]["citation"] = citation
    message = f'says more than a citation ("{said}"): put that into "citation_note"'
    path = "jurisdictions.NY.fair_chance.employment.private.citation"
    assert findings(citations.check, raw) == [(path, message)]


def test_a_way_is_cited_or_has_a_note(raw: dict[str, Any], place: dict[str, Any]) -> None:
    way = place["ways"][0]
    way["citation"] = None
    (found,) = findings(citations.check, raw)
    assert found[1] == 'has neither a citation nor a "citation_note"'
    way["citation_note"] = "the court's own power"
    assert findings(citations.check, raw) == []

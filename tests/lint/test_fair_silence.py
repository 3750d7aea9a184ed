from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import fair_silence

from tests.builders import findings

SILENT = [{"text": "T2", "silent": True}]
FOUND = [
    (
        "evidence.NY.fair.proof.housing.rule.0.silent",
        'proves nothing: text "T2" is not whole, and no search of a whole code; '
        "mark the field unconfirmed",
    )
]


@pytest.mark.parametrize("search", [None, "part"])
def test_finds_the_silence_of_a_part(
    search: str | None, raw: dict[str, Any], evidence: dict[str, Any]
) -> None:
    evidence["NY"]["texts"][1]["search"] = search
    evidence["NY"]["fair"]["proof"]["housing.rule"] = SILENT
    assert findings(fair_silence.check, raw, evidence=evidence) == FOUND


def test_accepts_a_search_of_a_whole_code(raw: dict[str, Any], evidence: dict[str, Any]) -> None:
    evidence["NY"]["texts"][1]["search"] = "whole"
    evidence["NY"]["fair"]["proof"]["housing.rule"] = SILENT
    assert findings(fair_silence.check, raw, evidence=evidence) == []


def test_accepts_it_beside_words_that_carry_the_value(
    raw: dict[str, Any], evidence: dict[str, Any]
) -> None:
    evidence["NY"]["fair"]["proof"]["housing.rule"] = [*SILENT, {"text": "T1", "words": "a lease"}]
    assert findings(fair_silence.check, raw, evidence=evidence) == []


def test_accepts_it_beside_a_mark(
    raw: dict[str, Any], place: dict[str, Any], evidence: dict[str, Any]
) -> None:
    evidence["NY"]["fair"]["proof"]["housing.rule"] = SILENT
    place["fair_chance"]["unconfirmed"].append({"field": "housing.rule", "about": None})
    assert findings(fair_silence.check, raw, evidence=evidence) == []

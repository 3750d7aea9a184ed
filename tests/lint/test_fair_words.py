from __future__ import annotations

from typing import Any

from record_relief.lint import fair_words

from tests.builders import findings


def test_finds_long_quotes_and_words_that_stand_twice(
    raw: dict[str, Any], evidence: dict[str, Any]
) -> None:
    proof = evidence["NY"]["fair"]["proof"]
    proof["housing.rule"] = [{"text": "T1", "words": "word " * 41}]
    proof["local.one-city.rule"] *= 2
    assert findings(fair_words.check, raw, evidence=evidence) == [
        ("evidence.NY.fair.proof.housing.rule.0.words", "has 41 words; at most 40 are allowed"),
        ("evidence.NY.fair.proof.local.one-city.rule.1.words", "stands twice beside this field"),
    ]


def test_accepts_the_same_words_beside_two_fields(
    raw: dict[str, Any], evidence: dict[str, Any]
) -> None:
    proof = evidence["NY"]["fair"]["proof"]
    proof["housing.rule"] = [{"text": "T1", "words": "word " * 40}]
    proof["local.one-city.rule"] = proof["local.one-city.ask"]
    assert findings(fair_words.check, raw, evidence=evidence) == []

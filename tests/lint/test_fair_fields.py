from __future__ import annotations

from typing import Any

from record_relief.lint import fair_fields

from tests.builders import findings


def test_finds_proof_of_what_is_gone(raw: dict[str, Any], evidence: dict[str, Any]) -> None:
    proof = evidence["NY"]["fair"]["proof"]
    for field in ("employment.city", "local.no-city.rule", "local.one-city.colour"):
        proof[field] = [{"text": "T1", "words": "a word"}]
    assert findings(fair_fields.check, raw, evidence=evidence) == [
        (f"evidence.NY.fair.proof.{field}", f'"{field}" is not a field of fair_chance')
        for field in ("employment.city", "local.no-city.rule", "local.one-city.colour")
    ]


def test_finds_proof_of_rules_that_a_place_lacks(
    raw: dict[str, Any], evidence: dict[str, Any]
) -> None:
    evidence["WY"]["fair"] = evidence["NY"]["fair"]
    assert findings(fair_fields.check, raw, evidence=evidence) == [
        ("evidence.WY.fair", "proves rules that the place lacks")
    ]

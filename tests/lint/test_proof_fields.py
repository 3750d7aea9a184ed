from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import proof_fields

from tests.builders import findings


def test_accepts_proof_of_any_field_of_a_law(raw: dict[str, Any], evidence: dict[str, Any]) -> None:
    for field in ("steps", "timing.text", "prosecutor", "where", "enacted"):
        evidence["NY"]["laws"]["vacatur"]["proof"][field] = [
            {"text": "T1", "words": f"words on {field}"}
        ]
    assert findings(proof_fields.check, raw, evidence=evidence) == []


def test_finds_proof_of_a_law_that_is_gone(
    raw: dict[str, Any], evidence: dict[str, Any], law: dict[str, Any]
) -> None:
    law["id"] = "vacature"
    assert findings(proof_fields.check, raw, evidence=evidence) == [
        (
            "evidence.NY.laws.vacatur",
            '"vacatur" is the id of no law of the place (did you mean "vacature"?)',
        )
    ]


@pytest.mark.parametrize("field", ["timings.wait", "timing.waits", "age.rule", ""])
def test_finds_proof_of_a_field_that_is_gone(
    raw: dict[str, Any], evidence: dict[str, Any], field: str
) -> None:
    evidence["NY"]["laws"]["vacatur"]["proof"][field] = [{"text": "T1", "silent": True}]
    assert findings(proof_fields.check, raw, evidence=evidence) == [
        (f"evidence.NY.laws.vacatur.proof.{field}", f'"{field}" is not a field of this law')
    ]

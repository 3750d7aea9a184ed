from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import Context, proof_needed
from record_relief.source.coded import LAW_FIELDS

from tests.builders import TODAY, data_of, findings


def test_accepts_values_with_proof_or_a_mark(
    raw: dict[str, Any], evidence: dict[str, Any], law: dict[str, Any]
) -> None:
    assert findings(proof_needed.check, raw, evidence=evidence) == []
    del evidence["NY"]["laws"]["vacatur"]["proof"]["timing.deadline"]
    assert "timing.deadline" in law["unconfirmed"]
    assert findings(proof_needed.check, raw, evidence=evidence) == []


@pytest.mark.parametrize(
    "field", sorted({field.path for field in LAW_FIELDS} - {"timing.deadline"})
)
def test_finds_a_value_with_neither(
    raw: dict[str, Any], evidence: dict[str, Any], law: dict[str, Any], field: str
) -> None:
    del evidence["NY"]["laws"]["vacatur"]["proof"][field]
    assert findings(proof_needed.check, raw, evidence=evidence) == [
        (
            f"jurisdictions.NY.relief.0.{field}",
            "has no proof in evidence/ny.yaml and is not marked unconfirmed",
        )
    ]
    law["unconfirmed"].append(field.partition(".")[0])
    assert findings(proof_needed.check, raw, evidence=evidence) == []


def test_finds_a_law_without_evidence(raw: dict[str, Any], evidence: dict[str, Any]) -> None:
    del evidence["NY"]["laws"]["vacatur"]
    assert findings(proof_needed.check, raw, evidence=evidence) == [
        ("jurisdictions.NY.relief.0", "is not in laws of evidence/ny.yaml")
    ]


def test_evidence_that_the_schema_refuses_is_there(
    raw: dict[str, Any], evidence: dict[str, Any]
) -> None:
    accepted = data_of(raw, evidence)
    broken = accepted.evidence["NY"].model_copy(update={"laws": {}})
    for found in ({**accepted.evidence, "NY": broken}, {}):
        data = accepted.model_copy(update={"evidence": found})
        assert list(proof_needed.check(Context(data, raw, TODAY, evidence))) == []

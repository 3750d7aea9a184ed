from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import proof_kinds

from tests.builders import findings


def test_accepts_weaker_words_and_a_summary_beside_them(
    raw: dict[str, Any], evidence: dict[str, Any]
) -> None:
    proof = evidence["NY"]["laws"]["vacatur"]["proof"]
    assert [item["text"] for item in proof["documentation.rule"]] == ["T2"]
    assert findings(proof_kinds.check, raw, evidence=evidence) == []
    proof["documentation.rule"].append({"text": "T3", "words": "a presumption"})
    assert findings(proof_kinds.check, raw, evidence=evidence) == []


@pytest.mark.parametrize("item", [{"words": "by more than half"}, {"silent": True}])
def test_finds_what_only_a_summary_shows(
    raw: dict[str, Any], evidence: dict[str, Any], law: dict[str, Any], item: dict[str, Any]
) -> None:
    evidence["NY"]["laws"]["vacatur"]["proof"]["proof.standard"] = [{"text": "T3", **item}]
    assert findings(proof_kinds.check, raw, evidence=evidence) == [
        (
            "jurisdictions.NY.relief.0.proof.standard",
            "rests on a summary only, which confirms nothing; mark it unconfirmed",
        )
    ]
    law["unconfirmed"].append("proof")
    assert findings(proof_kinds.check, raw, evidence=evidence) == []

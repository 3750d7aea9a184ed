from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import proof_silence

from tests.builders import findings


def test_accepts_the_silence_of_a_whole_law_or_text(
    raw: dict[str, Any], evidence: dict[str, Any]
) -> None:
    found = evidence["NY"]
    found["laws"]["vacatur"]["read"] = "part"
    assert findings(proof_silence.check, raw, evidence=evidence) == []
    found["laws"]["vacatur"]["read"] = "whole"
    found["texts"][0]["whole"] = False
    assert findings(proof_silence.check, raw, evidence=evidence) == []


@pytest.mark.parametrize("read", ["part", "none"])
def test_finds_the_silence_of_a_part(
    raw: dict[str, Any], evidence: dict[str, Any], law: dict[str, Any], read: str
) -> None:
    evidence["NY"]["laws"]["vacatur"]["read"] = read
    evidence["NY"]["texts"][0]["whole"] = False
    message = (
        'proves nothing: neither text "T1" nor the law was read whole; mark the field unconfirmed'
    )
    assert findings(proof_silence.check, raw, evidence=evidence) == [
        (f"evidence.NY.laws.vacatur.proof.{field}.0.silent", message)
        for field in ("trafficking", "age", "timing.wait")
    ]
    law["unconfirmed"] += ["trafficking", "age", "timing"]
    assert findings(proof_silence.check, raw, evidence=evidence) == []

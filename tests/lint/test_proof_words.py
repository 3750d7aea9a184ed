from __future__ import annotations

from typing import Any

from record_relief.lint import proof_words

from tests.builders import findings


def test_accepts_forty_words_and_the_same_words_beside_two_fields(
    raw: dict[str, Any], evidence: dict[str, Any]
) -> None:
    proof = evidence["NY"]["laws"]["vacatur"]["proof"]
    words = " ".join(["word"] * 40)
    for field in ("remedies", "effect"):
        proof[field] = [{"text": "T1", "words": words}]
    assert findings(proof_words.check, raw, evidence=evidence) == []


def test_finds_more_than_forty_words(raw: dict[str, Any], evidence: dict[str, Any]) -> None:
    proof = evidence["NY"]["laws"]["vacatur"]["proof"]
    proof["effect"].append({"text": "T1", "words": " ".join(["word"] * 41)})
    assert findings(proof_words.check, raw, evidence=evidence) == [
        (
            "evidence.NY.laws.vacatur.proof.effect.1.words",
            "has 41 words; at most 40 are allowed",
        )
    ]


def test_finds_words_that_stand_twice_beside_a_field(
    raw: dict[str, Any], evidence: dict[str, Any]
) -> None:
    proof = evidence["NY"]["laws"]["vacatur"]["proof"]
    proof["effect"].append({"text": "T2", "at": "(9)", "words": "is  void"})
    proof["age"].append({"text": "T2", "silent": True})
    assert findings(proof_words.check, raw, evidence=evidence) == [
        ("evidence.NY.laws.vacatur.proof.effect.1.words", "stands twice beside this field")
    ]

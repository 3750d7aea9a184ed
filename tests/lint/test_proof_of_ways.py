"""The rules of proof hold for general ways as for laws, with what is theirs."""

from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import (
    Rule,
    proof_fields,
    proof_kinds,
    proof_needed,
    proof_silence,
    proof_values,
    proof_words,
    text_ids,
)
from record_relief.source.coded import WAY_FIELDS

from tests.builders import findings

RULES = (
    proof_fields, proof_kinds, proof_needed, proof_silence, proof_values, proof_words, text_ids,
)  # fmt: skip
WORDS = {"text": "T1", "words": "some words"}
SILENT = {"text": "T1", "silent": True}
PART = {"text": "T2", "silent": True}
SUMMARY = {"text": "T3", "words": "some words"}
NONE = {"years": 0, "longest": 0, "from": "sentence", "by": ""}
UNKNOWN = NONE | {"years": None, "longest": None}


@pytest.fixture
def proof(evidence: dict[str, Any]) -> dict[str, Any]:
    """What the first of New York's ways rests on."""
    found: dict[str, Any] = evidence["NY"]["ways"]["sealing"]["proof"]
    return found


@pytest.fixture
def judge(raw: dict[str, Any], evidence: dict[str, Any]) -> Any:
    """Runs a rule over the files as they were changed."""

    def judged(rule: Rule) -> list[tuple[str, str]]:
        return findings(rule, raw, evidence=evidence)

    return judged


def test_the_coded_values_of_a_way() -> None:
    assert set(WAY_FIELDS) >= {
        "reaches", "automatic", "remedies", "wait", "limit", "decision", "fee", "status",
    }  # fmt: skip


@pytest.mark.parametrize("module", RULES)
def test_the_small_file_is_right(judge: Any, module: Any) -> None:
    assert judge(module.check) == []


@pytest.mark.parametrize("field", sorted(set(WAY_FIELDS) - {"fee"}))
def test_a_value_needs_a_proof_or_a_mark(
    judge: Any, way: dict[str, Any], proof: dict[str, Any], field: str
) -> None:
    del proof[field]
    assert judge(proof_needed.check) == [
        (
            f"jurisdictions.NY.ways.0.{field}",
            "has no proof in evidence/ny.yaml and is not marked unconfirmed",
        )
    ]
    way["unconfirmed"].append(field)
    assert judge(proof_needed.check) == []


@pytest.mark.parametrize("mark", ["wait.felony", "wait.felony: theft", "wait: theft"])
def test_a_mark_on_one_kind_counts_for_the_proof_of_all(
    judge: Any, way: dict[str, Any], proof: dict[str, Any], mark: str
) -> None:
    del proof["wait"]
    way["unconfirmed"].append(mark)
    assert judge(proof_needed.check) == []


def test_other_fields_need_none_but_may_have_it(judge: Any, proof: dict[str, Any]) -> None:
    proof["needs"] = [WORDS]
    assert judge(proof_fields.check) == []


def test_a_way_without_evidence(judge: Any, evidence: dict[str, Any]) -> None:
    del evidence["NY"]["ways"]["sealing"]
    assert judge(proof_needed.check) == [
        ("jurisdictions.NY.ways.0", "is not in ways of evidence/ny.yaml")
    ]


def test_proof_of_what_is_gone(judge: Any, evidence: dict[str, Any], proof: dict[str, Any]) -> None:
    proof["waits"] = [WORDS]
    evidence["NY"]["ways"]["sealings"] = {"proof": {}}
    assert judge(proof_fields.check) == [
        (
            "evidence.NY.ways.sealings",
            '"sealings" is the id of no way of the place (did you mean "sealing"?)',
        ),
        ("evidence.NY.ways.sealing.proof.waits", '"waits" is not a field of this way'),
    ]


def test_a_text_that_is_not_there(judge: Any, proof: dict[str, Any]) -> None:
    proof["wait"] = [WORDS | {"text": "T9"}]
    (found,) = judge(text_ids.check)
    assert found[0] == "evidence.NY.ways.sealing.proof.wait.0.text"


def test_a_summary_never_confirms(judge: Any, way: dict[str, Any], proof: dict[str, Any]) -> None:
    proof["wait"] = [SUMMARY]
    (found,) = judge(proof_kinds.check)
    assert found[0] == "jurisdictions.NY.ways.0.wait"
    way["unconfirmed"].append("wait")
    assert judge(proof_kinds.check) == []


def test_the_silence_of_a_part_proves_nothing(
    judge: Any, way: dict[str, Any], proof: dict[str, Any]
) -> None:
    proof["limit"] = [PART]
    assert judge(proof_silence.check) == [
        (
            "evidence.NY.ways.sealing.proof.limit.0.silent",
            'proves nothing: text "T2" was not read whole; mark the field unconfirmed',
        )
    ]
    way["unconfirmed"].append("limit")
    assert judge(proof_silence.check) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("limit", {"rule": "none", "text": ""}),
        ("limit", {"rule": "unspecified", "text": ""}),
        ("decision", "unspecified"),
        ("wait", {"misdemeanor": NONE, "felony": UNKNOWN, "text": "No wait."}),
    ],
)
def test_what_silence_can_say(
    judge: Any, way: dict[str, Any], proof: dict[str, Any], field: str, value: Any
) -> None:
    way[field] = value
    proof[field] = [SILENT]
    assert judge(proof_values.check) == []


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("status", "in_force", "in_force"),
        ("decision", "mandatory", "mandatory"),
        ("limit", {"rule": "once", "text": ""}, "once"),
        ("automatic", "no", "no"),
        ("wait", {"misdemeanor": NONE, "felony": NONE | {"years": 1}, "text": "x"}, "some"),
    ],
)
def test_what_silence_can_not_say(
    judge: Any, way: dict[str, Any], proof: dict[str, Any], field: str, value: Any, said: str
) -> None:
    way[field] = value
    proof[field] = [SILENT]
    assert judge(proof_values.check) == [
        (
            f"jurisdictions.NY.ways.0.{field}",
            f'is "{said}", which needs words; silence can\'t say it',
        )
    ]
    way["unconfirmed"].append(field)
    assert judge(proof_values.check) == []


def test_the_same_words_of_two_laws_are_two_proofs(judge: Any, proof: dict[str, Any]) -> None:
    proof["wait"] = [WORDS, WORDS | {"text": "T2"}, WORDS | {"at": "(2)"}]
    assert judge(proof_words.check) == []
    proof["wait"].append(WORDS)
    assert judge(proof_words.check) == [
        ("evidence.NY.ways.sealing.proof.wait.3.words", "stands twice beside this field")
    ]

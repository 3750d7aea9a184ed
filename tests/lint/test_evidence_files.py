from __future__ import annotations

from typing import Any

from record_relief.lint import evidence_files

from tests.builders import context, findings, raw_evidence


def test_accepts_a_file_for_each_place(raw: dict[str, Any]) -> None:
    assert findings(evidence_files.check, raw) == []


def test_finds_a_place_without_a_file(raw: dict[str, Any]) -> None:
    evidence = raw_evidence()
    del evidence["WY"]
    assert findings(evidence_files.check, raw, evidence=evidence) == [
        ("jurisdictions.WY", "has no file of evidence, evidence/wy.yaml")
    ]


def test_a_file_that_cannot_be_read_is_there(raw: dict[str, Any]) -> None:
    given = context(raw)
    found = context(raw).__class__(given.data, raw, given.today, {**raw_evidence(), "WY": None})
    assert list(evidence_files.check(found)) == []


def test_finds_a_file_of_no_place(raw: dict[str, Any]) -> None:
    evidence = raw_evidence()
    evidence["NYC"] = {**evidence["WY"], "code": "NYC"}
    assert findings(evidence_files.check, raw, evidence=evidence) == [
        ("evidence.NYC.code", 'is of "NYC", which is no place (did you mean "NY"?)')
    ]


def test_finds_a_file_with_the_code_of_another_place(raw: dict[str, Any]) -> None:
    evidence = raw_evidence()
    evidence["WY"]["code"] = "WV"
    assert findings(evidence_files.check, raw, evidence=evidence) == [
        ("evidence.WY.code", 'is "WV"; the name of the file says WY')
    ]

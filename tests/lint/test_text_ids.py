from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import Context, text_ids

from tests.builders import TODAY, data_of, findings, raw_place


def test_accepts_ids_that_stand_once(raw: dict[str, Any], evidence: dict[str, Any]) -> None:
    assert findings(text_ids.check, raw, evidence=evidence) == []


def test_two_places_may_use_the_same_id(raw: dict[str, Any], evidence: dict[str, Any]) -> None:
    evidence["WY"]["texts"] = [evidence["NY"]["texts"][0]]
    assert findings(text_ids.check, raw, evidence=evidence) == []


def test_finds_an_id_of_two_texts(raw: dict[str, Any], evidence: dict[str, Any]) -> None:
    evidence["NY"]["texts"].append({**evidence["NY"]["texts"][0], "title": "Another"})
    assert findings(text_ids.check, raw, evidence=evidence) == [
        ("evidence.NY.texts.T1.id", '"T1" stands 2 times')
    ]


@pytest.mark.parametrize(
    ("name", "whose"),
    [("S1", "a source of the place"), ("report-page", "a shared source")],
)
def test_finds_the_id_of_a_source(
    raw: dict[str, Any], evidence: dict[str, Any], name: str, whose: str
) -> None:
    evidence["NY"]["texts"].append({**evidence["NY"]["texts"][0], "id": name})
    assert findings(text_ids.check, raw, evidence=evidence) == [
        (f"evidence.NY.texts.{name}.id", f'"{name}" is also the id of {whose}')
    ]


def test_finds_proof_and_acts_by_no_text(raw: dict[str, Any], evidence: dict[str, Any]) -> None:
    evidence["NY"]["laws"]["vacatur"]["proof"]["age"][0]["text"] = "T4"
    evidence["NY"]["amended"][0]["text"] = "S1"
    unknown = "is the id of no text of the place"
    assert findings(text_ids.check, raw, evidence=evidence) == [
        ("evidence.NY.laws.vacatur.proof.age.0.text", f'"T4" {unknown}'),
        ("evidence.NY.amended.0.text", f'"S1" {unknown}'),
    ]


def test_a_text_that_the_schema_refuses_is_there(
    raw: dict[str, Any], evidence: dict[str, Any]
) -> None:
    accepted = data_of(raw, evidence)
    broken = accepted.evidence["NY"].model_copy(update={"texts": []})
    data = accepted.model_copy(update={"evidence": {**accepted.evidence, "NY": broken}})
    assert list(text_ids.check(Context(data, raw, TODAY, evidence))) == []


def test_a_place_cites_its_texts(raw: dict[str, Any], place: dict[str, Any]) -> None:
    from record_relief.lint import sources

    place["history"][0]["sources"] = ["S1", "T3"]
    raw_place(raw, "WY")["own_record"]["sources"] = ["T3"]
    assert findings(sources.check, raw) == [
        ("jurisdictions.WY.own_record.sources.0", '"T3" is the id of no source')
    ]

from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import fair_needed

from tests.builders import data_of, findings


def message(path: str) -> str:
    return f'has no proof in evidence/ny.yaml and is not marked unconfirmed (as "{path}")'


FIELDS = {
    "employment.public.ask": "employment.public.ask",
    "employment.cleared_records.rule": "employment.cleared_records.rule",
    "employment.lookback.years": "employment.lookback.years",
    "housing.rule": "housing.rule",
    "local.one-city.rule": "local.0.rule",
    "local.one-city.threshold": "local.0.threshold",
    "factors.employer.weigh": "factors.0.weigh",
    "notices.one-city-final.must": "notices.0.must",
    "times.employer-answer.days": "times.0.days",
    "complain.name": "complain.name",
    "complain.deadline": "complain.deadline",
}


@pytest.mark.parametrize("path", FIELDS)
def test_finds_a_value_without_proof(
    path: str, raw: dict[str, Any], evidence: dict[str, Any]
) -> None:
    del evidence["NY"]["fair"]["proof"][path]
    where = f"jurisdictions.NY.fair_chance.{FIELDS[path]}"
    assert findings(fair_needed.check, raw, evidence=evidence) == [(where, message(path))]


@pytest.mark.parametrize("about", [None, "the exceptions"])
def test_accepts_a_mark(
    about: str | None, raw: dict[str, Any], place: dict[str, Any], evidence: dict[str, Any]
) -> None:
    del evidence["NY"]["fair"]["proof"]["local.one-city.ask"]
    mark = {"field": "local.one-city.ask", "about": about}
    place["fair_chance"]["unconfirmed"].append(mark)
    assert findings(fair_needed.check, raw, evidence=evidence) == []


def test_a_question_about_a_part_does_not_mark_its_values(
    raw: dict[str, Any], place: dict[str, Any], evidence: dict[str, Any]
) -> None:
    del evidence["NY"]["fair"]["proof"]["housing.rule"]
    place["fair_chance"]["unconfirmed"].append({"field": "housing", "about": "small houses"})
    ((where, _),) = findings(fair_needed.check, raw, evidence=evidence)
    assert where == "jurisdictions.NY.fair_chance.housing.rule"


def test_a_number_that_is_not_there_needs_no_proof(
    raw: dict[str, Any], place: dict[str, Any], evidence: dict[str, Any]
) -> None:
    del evidence["NY"]["fair"]["proof"]["local.one-city.threshold"]
    place["fair_chance"]["local"][0]["threshold"] = None
    assert findings(fair_needed.check, raw, evidence=evidence) == []


def test_every_coded_value_is_asked_for(raw: dict[str, Any], evidence: dict[str, Any]) -> None:
    """A coded field that is added to the model is asked for, or this test names it."""
    (place,) = (p for p in data_of(raw, evidence).jurisdictions if p.code == "NY")
    assert place.fair_chance
    asked = {path.split(".")[-1] for path in place.fair_chance.coded_paths()}
    known = {"rule", "ask", "threshold", "years", "weigh", "text", "must", "days", "deadline"}
    known |= {"name"}
    assert asked == known


@pytest.mark.parametrize("field", ["name", "deadline"])
def test_the_office_for_a_citys_law_and_its_time_have_proof_too(
    field: str, raw: dict[str, Any], place: dict[str, Any], evidence: dict[str, Any]
) -> None:
    proof = evidence["NY"]["fair"]["proof"]
    office = {"name": "The city's office", "deadline": "a year, from the act"}
    place["fair_chance"]["local"][0]["complain"] = office
    paths = [f"local.one-city.complain.{name}" for name in office]
    proof |= dict.fromkeys(paths, proof["complain.deadline"])
    assert findings(fair_needed.check, raw, evidence=evidence) == []
    path = f"local.one-city.complain.{field}"
    del proof[path]
    where = f"jurisdictions.NY.fair_chance.local.0.complain.{field}"
    assert findings(fair_needed.check, raw, evidence=evidence) == [(where, message(path))]


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("complain.also", {"also": "a court"}),
        ("complain.renting.name", {"renting": {"name": "Another office", "deadline": None}}),
    ],
)
def test_another_office_has_a_proof_of_its_own(
    path: str,
    part: dict[str, Any],
    raw: dict[str, Any],
    place: dict[str, Any],
    evidence: dict[str, Any],
) -> None:
    place["fair_chance"]["complain"] |= part
    where = f"jurisdictions.NY.fair_chance.{path}"
    assert findings(fair_needed.check, raw, evidence=evidence) == [(where, message(path))]
    place["fair_chance"]["unconfirmed"].append({"field": path, "about": None})
    assert findings(fair_needed.check, raw, evidence=evidence) == []


def test_a_time_to_complain_about_renting_alone_has_a_proof_of_its_own(
    raw: dict[str, Any], place: dict[str, Any], evidence: dict[str, Any]
) -> None:
    path = "complain.renting.deadline"
    same = place["fair_chance"]["complain"]["name"]
    place["fair_chance"]["complain"]["renting"] = {"name": same, "deadline": "a year"}
    where = f"jurisdictions.NY.fair_chance.{path}"
    assert findings(fair_needed.check, raw, evidence=evidence) == [(where, message(path))]
    proof = evidence["NY"]["fair"]["proof"]
    proof[path] = proof["complain.deadline"]
    assert findings(fair_needed.check, raw, evidence=evidence) == []

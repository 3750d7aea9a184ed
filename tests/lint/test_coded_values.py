from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import Context, coded_values
from record_relief.source.coded import LAW_FIELDS, CodedField
from record_relief.source.model import StatesFile
from record_relief.source.place import Jurisdiction

from tests.builders import TODAY, findings

UNSUPPORTED = "has no source and is not marked unconfirmed"


def test_accepts_values_with_sources(raw: dict[str, Any]) -> None:
    assert findings(coded_values.check, raw) == []


@pytest.mark.parametrize("name", ["public", "private", "cleared_records"])
def test_finds_a_rule_without_a_source(
    raw: dict[str, Any], place: dict[str, Any], name: str
) -> None:
    place["fair_chance"]["employment"][name]["sources"] = []
    place["fair_chance"]["unconfirmed"] = []
    assert findings(coded_values.check, raw) == [
        (f"jurisdictions.NY.fair_chance.employment.{name}.rule", UNSUPPORTED)
    ]


def test_finds_a_housing_rule_without_a_source(raw: dict[str, Any], place: dict[str, Any]) -> None:
    place["fair_chance"]["housing"]["rule"] = "none"
    assert findings(coded_values.check, raw) == [
        ("jurisdictions.NY.fair_chance.housing.rule", UNSUPPORTED)
    ]


@pytest.mark.parametrize("mark", ["housing", "housing.rule"])
def test_accepts_a_rule_that_is_marked(
    raw: dict[str, Any], place: dict[str, Any], mark: str
) -> None:
    place["fair_chance"]["housing"]["rule"] = "none"
    place["fair_chance"]["unconfirmed"].append({"field": mark, "about": None})
    assert findings(coded_values.check, raw) == []


def test_accepts_unspecified_without_a_source(raw: dict[str, Any], place: dict[str, Any]) -> None:
    place["fair_chance"]["employment"]["public"].update(rule="unspecified", sources=[])
    assert findings(coded_values.check, raw) == []


def test_finds_a_confirmed_list_without_a_source(
    raw: dict[str, Any], place: dict[str, Any]
) -> None:
    place["medicaid_list"]["sources"] = []
    assert findings(coded_values.check, raw) == [
        ("jurisdictions.NY.medicaid_list.exists", "has no source and is said to be confirmed")
    ]


@pytest.mark.parametrize("changes", [{"confirmed": False}, {"exists": "unknown"}])
def test_accepts_a_list_without_a_source_that_says_so(
    raw: dict[str, Any], place: dict[str, Any], changes: dict[str, Any]
) -> None:
    place["medicaid_list"].update(changes, sources=[])
    assert findings(coded_values.check, raw) == []


def test_finds_a_confirmed_fact_without_a_source(raw: dict[str, Any]) -> None:
    raw["facts"][0]["sources"] = []
    assert findings(coded_values.check, raw) == [
        ("facts.report-rule.sources", "is empty, but the fact is confirmed")
    ]


def test_finds_every_coded_value_of_a_law_without_a_source(
    raw: dict[str, Any], law: dict[str, Any]
) -> None:
    # The model asks for a source of each law; the rule holds without it too.
    law["proof"]["standard"] = "unspecified"
    law["documentation"]["rule"] = "unaddressed"
    data = StatesFile.model_validate(raw)
    place = next(place for place in data.jurisdictions if place.code == "NY")
    bare = place.relief[0].model_copy(update={"sources": []})
    place = place.model_copy(update={"relief": [bare]})
    context = Context(data.model_copy(update={"jurisdictions": [place]}), raw, TODAY)
    found = list(coded_values.check(context))
    assert {finding.path[:4] for finding in found} == {("jurisdictions", "NY", "relief", 0)}
    assert {finding.message for finding in found} == {UNSUPPORTED}
    assert found[4].path[4:] == ("offenses", "scope")
    assert [".".join(map(str, finding.path[4:])) for finding in found] == [
        "remedies", "records", "trafficking", "age", "offenses.scope", "nexus.standard",
        "decision.rule", "timing.wait", "timing.sentence_complete", "fee.rule", "hearing.rule",
        "confidentiality.rule", "consolidation.rule",
    ]  # fmt: skip
    assert "timing.deadline" in bare.unconfirmed


@pytest.mark.parametrize("field", LAW_FIELDS, ids=lambda field: field.path)
def test_every_coded_field_of_a_law_is_looked_at(
    raw: dict[str, Any], place: dict[str, Any], field: CodedField
) -> None:
    law = place["relief"][0]
    entry = law
    *parts, name = field.path.split(".")
    for part in parts:
        entry = entry[part]
    says = next(value for value in field.values if value not in coded_values.SILENT)
    entry[name] = [says] if field.several else says
    law["unconfirmed"] = [other.path for other in LAW_FIELDS if other != field]
    whole = Jurisdiction.model_validate(place)
    bare = whole.model_copy(update={"relief": [whole.relief[0].model_copy(update={"sources": []})]})
    data = StatesFile.model_construct(jurisdictions=[bare], facts=[])
    found = [finding.path for finding in coded_values.check(Context(data, raw, TODAY))]
    assert found == [("jurisdictions", "NY", "relief", 0, *field.path.split("."))]

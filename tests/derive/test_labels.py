"""Every coded value has plain words."""

from __future__ import annotations

import typing
from typing import Literal

import pytest
from record_relief.derive import labels
from record_relief.source import model

# The closed lists of the model, by the name of their labels.
LISTS = {
    "coverage": model.Coverage,
    "kind": model.Kind,
    "remedies": model.Remedy,
    "records": model.Record,
    "trafficking": model.TraffickingType,
    "age": model.Age,
    "offenses.scope": model.OffenseScope,
    "nexus.standard": model.NexusStandard,
    "proof.standard": model.ProofStandard,
    "documentation.rule": model.DocumentationRule,
    "decision.rule": model.DecisionRule,
    "timing.wait": model.Wait,
    "timing.deadline": model.Deadline,
    "timing.sentence_complete": model.YesNo,
    "fee.rule": model.FeeRule,
    "hearing.rule": model.HearingRule,
    "confidentiality.rule": model.ConfidentialityRule,
    "consolidation.rule": model.ConsolidationRule,
    "hiring.rule": model.HiringRule,
    "hiring.ask": model.AskRule,
    "time.unit": model.DayUnit,
    "cleared.rule": model.ClearedRule,
    "cleared.for_you": model.ClearedRule,
    "housing.rule": model.HousingRule,
    "exists": model.Exists,
    "status": model.FactStatus,
    "who": model.Who,
    "source.kind": model.SourceKind,
}
# These are names of pages, not values to be put in words.
PAGES = {"Question", "Topic"}


def test_no_closed_list_of_the_model_is_left_out() -> None:
    found = {name for name, value in vars(model).items() if typing.get_origin(value) is Literal}
    listed = {name for name in found for choices in LISTS.values() if vars(model)[name] is choices}
    assert found - listed == PAGES


@pytest.mark.parametrize("field", LISTS)
def test_every_value_has_a_label_and_every_label_a_value(field: str) -> None:
    assert set(labels.LABELS[field]) == set(typing.get_args(LISTS[field]))


def test_no_labels_but_these() -> None:
    assert set(labels.LABELS) == set(LISTS)


@pytest.mark.parametrize("field", LISTS)
def test_no_two_values_of_a_field_read_alike(field: str) -> None:
    texts = list(labels.LABELS[field].values())
    assert len(set(texts)) == len(texts)
    assert all(text == text.strip() and text for text in texts)


def test_each_coverage_has_a_look_and_a_letter_of_its_own() -> None:
    marks = labels.COVERAGE_MARKS
    assert set(marks) == set(typing.get_args(model.Coverage))
    assert len({look for look, _ in marks.values()}) == len(marks)
    assert len({letter for _, letter in marks.values()}) == len(marks)


def test_one_label() -> None:
    assert labels.label("fee.rule", "none") == "No filing fee"


@pytest.mark.parametrize(("field", "value"), [("fee.rule", "nothing"), ("fees", "none")])
def test_a_value_without_a_label_is_an_error(field: str, value: str) -> None:
    with pytest.raises(KeyError):
        labels.label(field, value)


def test_several_labels_stand_in_the_order_of_the_field() -> None:
    assert labels.labels("records", ["juvenile_adjudication", "conviction", "arrest"]) == [
        "Convictions",
        "Arrests",
        "Juvenile cases",
    ]

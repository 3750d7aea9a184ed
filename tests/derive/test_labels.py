"""Every coded value has plain words."""

from __future__ import annotations

import typing
from typing import Literal

import pytest
from record_relief.derive import labels
from record_relief.source import values
from record_relief.source.coded import LAW_FIELDS

# The closed lists of the model, by the name of their labels; those of a law have the field's path.
LISTS = {field.path: field.values for field in LAW_FIELDS} | {
    name: typing.get_args(choices)
    for name, choices in {
        "coverage": values.Coverage,
        "kind": values.Kind,
        "reaches": values.WayKind,
        "records.open": values.Record,
        "reaches.short": values.WayKind,
        "automatic": values.Automatic,
        "asks": values.Asker,
        "wait.from": values.Clock,
        "limit.rule": values.LimitRule,
        "way.decision": values.WayDecision,
        "way.status": values.WayStatus,
        "change.kind": values.ChangeKind,
        "hiring.rule": values.HiringRule,
        "hiring.ask": values.AskRule,
        "time.unit": values.DayUnit,
        "time.purpose": values.DayPurpose,
        "notice.stage": values.NoticeStage,
        "notice.names": values.NamesRecord,
        "bound": values.Bound,
        "local.rule": values.LocalRule,
        "local.ask": values.AskRule,
        "local.status": values.LocalStatus,
        "local.never": values.NeverFor,
        "local.never_you": values.NeverFor,
        "cleared.rule": values.ClearedRule,
        "cleared.for_you": values.ClearedRule,
        "housing.rule": values.HousingRule,
        "exists": values.Exists,
        "status": values.FactStatus,
        "who": values.Who,
        "source.kind": values.SourceKind,
    }.items()
}
# These are names of pages, not values to be put in words.
PAGES = {"Question", "Topic"}
# What sets these in words stands beside them: a name, a text on who is bound, the rule they set,
# the words of a letter, the words of the case itself, the words that are in the language.
BESIDE = {"LocalKind", "Covers", "NextRule", "Checker", "PartHow", "OneRule", "Language"}


def test_no_closed_list_of_the_model_is_left_out() -> None:
    found = {
        name: typing.get_args(value)
        for name, value in vars(values).items()
        if typing.get_origin(value) is Literal
    }
    assert {name for name in found if found[name] not in LISTS.values()} == PAGES | BESIDE


@pytest.mark.parametrize("field", LISTS)
def test_every_value_has_a_label_and_every_label_a_value(field: str) -> None:
    assert set(labels.LABELS[field]) == set(LISTS[field])


def test_no_labels_but_these() -> None:
    assert set(labels.LABELS) == set(LISTS)


@pytest.mark.parametrize("field", LISTS)
def test_no_two_values_of_a_field_read_alike(field: str) -> None:
    texts = list(labels.LABELS[field].values())
    assert len(set(texts)) == len(texts)
    assert all(text == text.strip() and text for text in texts)


def test_each_coverage_has_a_look_and_a_letter_of_its_own() -> None:
    marks = labels.COVERAGE_MARKS
    assert set(marks) == set(typing.get_args(values.Coverage))
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

"""One list of answers to "What kind of record is it?", for laws and ways alike."""

from __future__ import annotations

import typing
from collections import Counter

import pytest
from record_relief.derive import fit, kinds, labels
from record_relief.source.values import Record, WayKind


def test_every_kind_of_record_belongs_to_one_answer() -> None:
    found = Counter(kind for answer in kinds.ANSWERS for kind in answer.kinds)
    assert found == Counter(typing.get_args(WayKind))
    named = Counter(record for answer in kinds.ANSWERS for record in answer.records)
    assert named == Counter(typing.get_args(Record))


def test_a_page_lists_every_kind_once_in_the_order_of_its_words() -> None:
    assert list(kinds.KINDS) == list(labels.LABELS["reaches"])


def test_the_questions_offer_these_answers() -> None:
    asked = fit.ASK_BY_ID["record"].choices
    assert [(choice.key, choice.label, choice.short) for choice in asked] == [
        (answer.key, answer.label, answer.short) for answer in kinds.ANSWERS
    ]


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        ("non_conviction", "arrest"),
        ("deferred", "deferred"),
        ("violation", "conviction"),
        ("pardoned", "conviction"),
        ("juvenile", "juvenile"),
    ],
)
def test_which_answer_a_person_gives(kind: WayKind, answer: str) -> None:
    assert kinds.answer_for(kind).key == answer
    assert kind in kinds.kinds_for(answer)


def test_not_sure_may_be_any_kind() -> None:
    assert set(kinds.kinds_for(None)) == set(typing.get_args(WayKind))

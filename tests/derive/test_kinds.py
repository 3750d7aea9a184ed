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


@pytest.mark.parametrize("answer", kinds.SERIOUS, ids=lambda answer: answer.key)
def test_how_serious_it_was_rules_out_only_other_convictions(answer: kinds.Serious) -> None:
    convictions = {"misdemeanor", "felony", "violation"}
    assert answer.kind in convictions
    assert set(kinds.KINDS) - set(answer.kinds) == convictions - {answer.kind}


def test_each_pair_of_answers_leaves_a_kind_of_record() -> None:
    for record in kinds.ANSWERS:
        for serious in kinds.SERIOUS:
            assert set(record.kinds) & set(serious.kinds), (record.key, serious.key)

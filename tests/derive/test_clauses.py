"""Every answer can stand inside a sentence."""

from __future__ import annotations

import typing

import pytest
from record_relief.derive.clauses import CLAUSES, clause
from record_relief.derive.questions import NOT_COVERED
from record_relief.derive.site import Facts
from record_relief.source.values import Question

QUESTIONS = typing.get_args(Question)


def test_every_question_has_clauses() -> None:
    assert set(CLAUSES) == set(QUESTIONS)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_answer_has_a_clause_but_years(facts: Facts, question: str) -> None:
    answers = {answer.key for answer in facts.comparison(question).topic.answers}
    known = set(CLAUSES[question])
    assert known <= answers
    assert all(key[0].isdigit() or key == NOT_COVERED for key in answers - known)


def test_a_clause_is_part_of_a_sentence() -> None:
    for clauses in CLAUSES.values():
        for text in clauses.values():
            assert text[0].islower()
            assert not text.endswith(".")


def test_years_stand_as_they_are() -> None:
    assert clause("first-law", "2010-2013", "2010 to 2013") == "2010 to 2013"
    assert clause("cost", "none", "No filing fee") == "there is no filing fee"

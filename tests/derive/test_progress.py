"""How places stand on the elements of a strong law."""

from __future__ import annotations

from dataclasses import replace

import pytest
from record_relief.derive import progress
from record_relief.derive.labels import LABELS
from record_relief.derive.progress import BEST, ELEMENTS, Element, Standing, answer_label
from record_relief.derive.questions import NO_LAW, compare
from record_relief.derive.site import Facts
from record_relief.source.evidence import Data
from record_relief.source.law import Law
from record_relief.source.place import Jurisdiction

from tests.builders import altered


def standing(place: Jurisdiction, law: Law | None) -> progress.Standing:
    laws = [law.model_dump()] if law else []
    places = [altered(place, relief=laws), altered(place, code="OH", name="Ohio")]
    found, _ = progress.standings(places, compare(places))
    return found


@pytest.mark.parametrize("element", ELEMENTS, ids=lambda element: element.id)
def test_every_answer_has_a_judgement_and_a_reason(element: Element, facts: Facts) -> None:
    if element.question:
        answers = facts.comparisons[element.question].topic.answers
        keys = {answer.key for answer in answers} - {NO_LAW}
    else:
        keys = set(LABELS[element.field])
    assert set(element.judgements) == keys
    assert max(j.points or 0 for j in element.judgements.values()) == BEST
    for key, judgement in element.judgements.items():
        assert judgement.why
        assert judgement.points is None or 0 <= judgement.points <= BEST
        assert answer_label(element, key, facts.comparisons)


def test_what_is_not_stated_makes_a_span(place: Jurisdiction, law: Law) -> None:
    stated = standing(place, law)
    silent = standing(place, altered(law, proof__standard="unspecified"))
    assert stated.low - silent.low == BEST
    assert silent.high == stated.high
    assert "proof" not in [mark.element.id for mark in silent.changes]


def test_one_change_adds_what_is_missing(place: Jurisdiction, law: Law) -> None:
    hard = standing(place, altered(law, proof__standard="clear_and_convincing"))
    (mark,) = [mark for mark in hard.changes if mark.element.id == "proof"]
    assert mark.gain == standing(place, law).low - hard.low
    assert [m.gain for m in hard.changes] == sorted((m.gain for m in hard.changes), reverse=True)


def test_a_place_without_a_law_has_nothing(place: Jurisdiction) -> None:
    found = standing(place, None)
    assert not found.has_law
    assert (found.low, found.high) == (0, 0)
    assert [mark.element for mark in found.marks] == list(ELEMENTS)
    assert {(mark.label, mark.points, mark.unconfirmed) for mark in found.marks} == {
        ("No law for survivors found", 0, False)
    }
    assert [mark.gain for mark in found.marks] == [BEST] * len(ELEMENTS)
    # Nothing that is unknown makes a law where there is none.
    silent = Standing(found.place, tuple(replace(mark, points=None) for mark in found.marks))
    assert (silent.unknown, silent.high) == (len(ELEMENTS), 0)


def test_a_standing_leads_to_the_guide_and_says_what_the_law_says(
    place: Jurisdiction, law: Law
) -> None:
    found = standing(place, law)
    assert found.url == "states/new-york/"
    marks = {mark.element.id: mark for mark in found.marks}
    assert marks["hearing"].label == LABELS["hearing.rule"]["if_contested"]
    assert marks["proof"].label == LABELS["proof.standard"]["preponderance"]
    assert marks["proof"].points == BEST
    assert marks["proof"].gain == 0


def test_what_is_not_confirmed_is_marked(place: Jurisdiction, law: Law) -> None:
    marked = standing(place, altered(law, unconfirmed=["hearing.rule"]))
    assert [mark.element.id for mark in marked.marks if mark.unconfirmed] == ["hearing"]


def test_the_changes_count_every_place_with_a_law(facts: Facts) -> None:
    found = progress.standings(facts.places, facts.comparisons)
    for change in progress.changes(found):
        assert change.best + change.less + change.unknown == sum(s.has_law for s in found)


def test_a_change_counts_the_best_the_weaker_and_what_they_lack(
    place: Jurisdiction, law: Law
) -> None:
    laws = [
        law,
        altered(law, proof__standard="clear_and_convincing"),
        altered(law, proof__standard="clear_and_convincing"),
        altered(law, proof__standard="unspecified"),
        None,
    ]
    found = [standing(place, each) for each in laws]
    changes = progress.changes(found)
    assert [change.element for change in changes] == list(ELEMENTS)
    (proof,) = [change for change in changes if change.element.id == "proof"]
    (lacking,) = [m.gain for m in found[1].marks if m.element.id == "proof"]
    assert (proof.best, proof.less, proof.unknown, proof.points) == (1, 2, 1, 2 * lacking)
    assert 0 < lacking < BEST


def test_each_judgement_says_what_it_rests_on(small: Data) -> None:
    facts = Facts(small)
    found = progress.standings(facts.places, facts.comparisons, facts.standings)
    new_york = next(item for item in found if item.place.code == "NY")
    kinds = {mark.element.id: mark.rests for mark in new_york.marks}
    assert (kinds["proof"], kinds["timing"], kinds["hearing"]) == (
        "words",
        "unconfirmed",
        facts.standings["NY", "vacatur"]["hearing.rule"].kind,
    )
    assert sum(progress.resting(found).values()) == len(ELEMENTS)
    assert {mark.rests for item in found if not item.has_law for mark in item.marks} == {None}

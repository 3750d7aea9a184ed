"""The questions by which places are compared: each place's answer, the groups and the counts.

A place can have several laws. Its answer is that of its main law, the first for adults that reaches
convictions, so that no answer joins what different laws give; the table shows every law.

`base` says what a question is and `readers` how it reads a place; the entries stand in
`survivors`, `ways`, `checks` and `duties`, each with its answers, their letters and how they stand
in a sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import get_args

from ...source.place import Jurisdiction
from ...source.values import Question
from ..evidence import Standings
from ..labels import NOTHING
from . import checks, duties, survivors, ways
from .base import (
    MARKS,
    NO_LAW,
    NOT_COVERED,
    SURVIVORS_LAW,
    Answer,
    Comparison,
    Detail,
    Group,
    Row,
    Topic,
)
from .readers import main_law

__all__ = [
    "MARKS",
    "NOT_COVERED",
    "NO_LAW",
    "SURVIVORS_LAW",
    "Answer",
    "Comparison",
    "Detail",
    "Group",
    "Letters",
    "Row",
    "Topic",
    "check_topics",
    "compare",
    "main_law",
    "topics",
]


Letters = Mapping[Question, Mapping[str, str]]
"""The letters of maps in a language, by question and by the key of the answer."""


def topics(places: Sequence[Jurisdiction], day: date | None = None) -> list[Topic]:
    """Return every question, in the order of the site's comparison pages.

    `day` is the day that general ways are looked at; without it, the last on which a place was
    checked.
    """
    return [
        survivors.COVERAGE,
        *survivors.LAW_TOPICS,
        survivors.first_law(places),
        *ways.way_topics(day or max(place.checked for place in places)),
        *checks.HIRING,
        duties.DAYS_TO_ANSWER,
        duties.NOTICE,
        checks.CLEARED_RECORDS,
        checks.lookback(places),
        checks.HOUSING,
        duties.RENTING_RULE,
        checks.MEDICAID_LIST,
    ]


def compare(
    places: Sequence[Jurisdiction],
    standings: Standings | None = None,
    day: date | None = None,
    letters: Letters | None = None,
    say: Callable[[str], str] = str,
) -> dict[str, Comparison]:
    """Answer every question for every place; the comparisons by question id, in order.

    `standings` says what the coded values of the laws rest on, where that is to be told.
    `day` is that of `topics`; `letters` are those of another language, into which `say` translates.
    Raises ValueError that names everything wrong with the questions.
    """
    found = topics(places, day)
    check_topics(found)
    if letters:
        found = [_with_letters(one, letters.get(one.id, {})) for one in found]
        _check_letters(found, letters, say)
    return {topic.id: Comparison(topic, places, standings or {}) for topic in found}


def _with_letters(topic: Topic, letters: Mapping[str, str]) -> Topic:
    answers = (replace(one, letter=letters.get(one.key, one.letter)) for one in topic.answers)
    return replace(topic, answers=tuple(answers))


def _check_letters(found: Sequence[Topic], letters: Letters, say: Callable[[str], str]) -> None:
    """Raise ValueError that names each letter that its answer has not in another language."""
    wrong: list[str] = []
    for topic in (one for one in found if one.id in letters):
        answers = [replace(one, label=say(one.label)) for one in topic.answers]
        unknown = letters[topic.id].keys() - {one.key for one in answers}
        wrong += (f'"{topic.id}" has no answer "{key}"' for key in sorted(unknown))
        wrong += _wrong_letters(replace(topic, answers=answers))
    if wrong:
        raise ValueError("map_letters: " + "; ".join(wrong))


def check_topics(found: Sequence[Topic]) -> None:
    """Raise ValueError that names each question that is missing, twice there or not whole."""
    if wrong := list(_wrong(found)):
        raise ValueError("questions: " + "; ".join(wrong))


def _wrong(found: Sequence[Topic]) -> Iterator[str]:
    ids = Counter(topic.id for topic in found)
    yield from (f'id "{name}" stands {count} times' for name, count in ids.items() if count > 1)
    yield from (f'"{name}" has no entry' for name in get_args(Question) if name not in ids)
    for topic in found:
        keys = Counter(answer.key for answer in topic.answers)
        for name, count in keys.items():
            if count > 1:
                yield f'"{topic.id}" has the answer "{name}" {count} times'
        yield from _wrong_letters(topic)
        for answer in topic.answers:
            # A number of years says itself.
            if not answer.clause and not answer.key[0].isdigit() and answer.key != NOT_COVERED:
                yield f'"{topic.id}" lacks a clause for the answer "{answer.key}"'


def _wrong_letters(topic: Topic) -> Iterator[str]:
    letters = Counter(answer.letter for answer in topic.answers if answer.letter != NOTHING)
    for name, count in letters.items():
        if count > 1:
            yield f'"{topic.id}" has the letter "{name}" {count} times'
    for answer in topic.answers:
        if not answer.letter_begins_a_word:
            yield (
                f'"{topic.id}" has the letter "{answer.letter}", which begins no word of '
                f'"{answer.label}"'
            )

"""Texts that speak of unconfirmed fields keep the words that say so, as long as the mark stands."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError
from record_relief.lint import in_doubt
from record_relief.source.evidence import InDoubt

from tests.builders import findings, raw_place

AT = "evidence.NY.laws.vacatur.in_doubt.0"


@pytest.fixture
def entry(evidence: dict[str, Any], place: dict[str, Any]) -> dict[str, Any]:
    """An entry that holds: New York's summary doubts the deadline, which is marked."""
    place["summary"] = "You can ask. We could not confirm\nif there is a last day."
    found = {"field": "timing.deadline", "text": "summary", "says": "could not confirm if"}
    evidence["NY"]["laws"]["vacatur"]["in_doubt"] = [found]
    return found


def found(raw: dict[str, Any], evidence: dict[str, Any]) -> list[tuple[str, str]]:
    return findings(in_doubt.check, raw, evidence=evidence)


@pytest.mark.usefixtures("entry")
def test_accepts_a_text_that_says_it_across_lines(
    raw: dict[str, Any], evidence: dict[str, Any]
) -> None:
    assert found(raw, evidence) == []


@pytest.mark.parametrize("text", ["summary", "coverage_note", "cautions", "steps"])
def test_reads_the_text_that_the_entry_names(
    raw: dict[str, Any],
    evidence: dict[str, Any],
    place: dict[str, Any],
    law: dict[str, Any],
    entry: dict[str, Any],
    text: str,
) -> None:
    place["summary"] = "You can ask."
    entry["text"] = text
    assert [where for where, _ in found(raw, evidence)] == [f"{AT}.says"]
    said = "We could not confirm if there is a last day."
    if text == "steps":
        law["steps"].append(said)
    else:
        place[text] = [said] if text == "cautions" else said
    assert found(raw, evidence) == []


@pytest.mark.usefixtures("entry")
def test_finds_a_text_that_asserts_it_flatly_by_now(
    raw: dict[str, Any], evidence: dict[str, Any], place: dict[str, Any]
) -> None:
    place["summary"] = "You can ask. There is no last day."
    assert found(raw, evidence) == [
        (
            f"{AT}.says",
            '"could not confirm if" is not in the summary; say there that "timing.deadline" is in '
            "doubt, or take it out, and mend this entry",
        )
    ]


@pytest.mark.parametrize("mark", ["timing", "timing.deadline", "timing.wait"])
@pytest.mark.usefixtures("entry")
def test_finds_an_entry_whose_field_is_confirmed_by_now(
    raw: dict[str, Any],
    evidence: dict[str, Any],
    law: dict[str, Any],
    mark: str,
) -> None:
    law["unconfirmed"] = [mark]
    expected = [
        (
            f"{AT}.field",
            '"timing.deadline" is no longer unconfirmed; let the summary say it plainly, and '
            "remove this entry",
        )
    ]
    assert found(raw, evidence) == (expected if mark == "timing.wait" else [])


@pytest.mark.parametrize("field", ["timing.last", "deadline", "steps.0"])
def test_finds_an_entry_that_names_no_field(
    raw: dict[str, Any], evidence: dict[str, Any], entry: dict[str, Any], field: str
) -> None:
    entry["field"] = field
    assert found(raw, evidence) == [(f"{AT}.field", f'"{field}" is not a field of this law')]


def test_an_entry_that_names_no_known_text_is_refused_with_what_is_allowed() -> None:
    with pytest.raises(ValidationError, match="'summary', 'coverage_note', 'cautions' or 'steps'"):
        InDoubt.model_validate({"field": "fee", "text": "effect", "says": "not confirmed"})


@pytest.mark.usefixtures("entry")
def test_the_words_are_asked_of_each_law_alone(
    raw: dict[str, Any], evidence: dict[str, Any]
) -> None:
    other = raw_place(raw, "WY")
    other["summary"] = "We could not confirm if there is a last day."
    raw_place(raw, "NY")["summary"] = "You can ask."
    assert [where for where, _ in found(raw, evidence)] == [f"{AT}.says"]

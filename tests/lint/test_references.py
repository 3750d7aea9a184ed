from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import references

from tests.builders import findings


def test_accepts_references_to_what_is_there(raw: dict[str, Any]) -> None:
    assert findings(references.check, raw) == []


def test_finds_an_organisation_that_is_not_there(
    raw: dict[str, Any], place: dict[str, Any]
) -> None:
    place["help"][1]["organisation"] = "nation-hotline"
    message = '"nation-hotline" is the id of no organisation (did you mean "national-hotline"?)'
    assert findings(references.check, raw) == [("jurisdictions.NY.help.1.organisation", message)]


@pytest.mark.parametrize("section", ["myths", "practices"])
def test_finds_a_fact_that_is_not_there(raw: dict[str, Any], section: str) -> None:
    entry = raw[section][0]
    entry["facts"].append("tide")
    assert findings(references.check, raw) == [
        (f"{section}.{entry['id']}.facts.1", '"tide" is the id of no fact')
    ]


def test_finds_questions_for_a_myth_that_is_the_same_everywhere(raw: dict[str, Any]) -> None:
    raw["myths"][0]["varies_by_state"] = False
    assert findings(references.check, raw) == [
        ("myths.never-shows.varies_by", "names questions, but varies_by_state is false")
    ]


def test_accepts_a_myth_that_varies_by_what_no_question_asks(raw: dict[str, Any]) -> None:
    raw["myths"][0]["varies_by"] = []
    assert findings(references.check, raw) == []

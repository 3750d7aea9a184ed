from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import neutral_titles

from tests.builders import findings


def test_accepts_a_myth_that_tells_nothing(raw: dict[str, Any]) -> None:
    assert findings(neutral_titles.check, raw) == []


@pytest.mark.parametrize("word", ["trafficked", "Survivors", "prostitution", "T visas"])
def test_finds_a_telling_word_in_what_a_tab_shows(raw: dict[str, Any], word: str) -> None:
    raw["myths"][0]["myth"] = f"It says {word}."
    ((where, message),) = findings(neutral_titles.check, raw)
    assert where == "myths.never-shows.myth"
    assert "give the myth a neutral title" in message
    raw["myths"][0]["title"] = "It shows"
    assert findings(neutral_titles.check, raw) == []
    raw["myths"][0]["title"] = f"The {word}"
    ((where, _),) = findings(neutral_titles.check, raw)
    assert where == "myths.never-shows.title"


def test_finds_a_telling_address(raw: dict[str, Any]) -> None:
    raw["myths"][0]["id"] = "victims-never-show"
    ((where, message),) = findings(neutral_titles.check, raw)
    assert where == "myths.victims-never-show.id"
    assert message == "would stand in the address of a page; choose a neutral id"

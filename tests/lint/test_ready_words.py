from __future__ import annotations

from typing import Any

import pytest
from record_relief.lint import ready_words

from tests.builders import findings

PATH = "jurisdictions.NY.fair_chance.notices.0.words"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([{"part": 9, "say": "A"}], "is for part 9; must has fewer"),
        ([{"part": 1, "say": "A"}] * 2, "is for part 1, which has words already"),
        ([{"part": 1, "say": "{factors}"}], "names {factors}; the same law has none to_person"),
        ([{"part": 1, "say": "{wait}"}], "names {wait}; the same law has no days to answer"),
        ([{"part": 1, "say": "{deadline}"}], "names {deadline}; the place has no time to complain"),
    ],
)
def test_finds_ready_words_that_say_nothing(
    raw: dict[str, Any], place: dict[str, Any], words: list[dict[str, Any]], message: str
) -> None:
    fair = place["fair_chance"]
    fair["notices"][0]["words"] = words
    fair["complain"] = None
    own = fair["notices"][0]["who"], fair["notices"][0]["local"]
    for section in ("factors", "times"):
        fair[section] = [e for e in fair[section] if (e["who"], e["local"]) != own]
    found = findings(ready_words.check, raw)
    assert found == [(f"{PATH}.{len(words) - 1}", message)]


def test_accepts_words_for_a_part(raw: dict[str, Any], place: dict[str, Any]) -> None:
    place["fair_chance"]["notices"][0]["words"] = [{"part": 1, "say": "These are our reasons."}]
    assert findings(ready_words.check, raw) == []


def test_finds_factors_that_a_letter_says_in_part(
    raw: dict[str, Any], place: dict[str, Any]
) -> None:
    factors = place["fair_chance"]["factors"][0]
    factors["to_person"] = factors["weigh"]
    assert findings(ready_words.check, raw) == []
    factors["to_person"] = [*factors["weigh"], "your age"]
    found = findings(ready_words.check, raw)
    path = "jurisdictions.NY.fair_chance.factors.0.to_person"
    assert found == [(path, "needs one item for each of weigh")]


def test_written_standards_have_words_for_every_part(
    raw: dict[str, Any], place: dict[str, Any]
) -> None:
    """A landlord would print a box with no room to write what the law has them tell."""
    notice = place["fair_chance"]["notices"][0]
    notice.update(who="landlord", stage="application", must=["the fee", "a copy"])
    notice["words"] = [{"part": 1, "say": "The fee", "how": "fill"}]
    found = findings(ready_words.check, raw)
    assert found == [(PATH, "has nothing for part 2, which written standards tell")]
    notice["words"].append({"part": 2, "say": "A copy", "how": "enclosed"})
    assert findings(ready_words.check, raw) == []


@pytest.mark.parametrize("stage", ["first", "final"])
@pytest.mark.parametrize(
    "part", ["the landlord's policy", "a report, if there is one", "where the person asks: a copy"]
)
def test_a_part_that_speaks_of_the_two_from_outside_needs_words(
    raw: dict[str, Any], place: dict[str, Any], stage: str, part: str
) -> None:
    notice = place["fair_chance"]["notices"][0]
    notice |= {"stage": stage, "must": ["the reasons", part], "words": []}
    ((path, message),) = findings(ready_words.check, raw)
    assert path == "jurisdictions.NY.fair_chance.notices.0.must.1"
    assert message.endswith("in a letter; give ready words for part 2")
    notice["words"] = [{"part": 2, "say": "Our policy", "how": "enclosed"}]
    assert findings(ready_words.check, raw) == []
